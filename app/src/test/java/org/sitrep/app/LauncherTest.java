package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The launcher for Windows starts the same program with the same options as the one for other systems. */
class LauncherTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static String unix = "";
    private static String windows = "";

    @BeforeAll
    static void read() throws IOException {
        unix = Files.readString(HOME.resolve("sitrep"));
        windows = Files.readString(HOME.resolve("sitrep.cmd"));
    }

    @Test
    void bothPassTheOptionsThatTheProgramNeeds() {
        for (String option : List.of(
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-Dsitrep.home=", "org.sitrep.app.Main")) {
            assertThat(unix).contains(option);
            assertThat(windows).contains(option);
        }
        assertThat(windows).contains("%JAVA_OPTS%").contains("exit /b %ERRORLEVEL%");
    }

    @Test
    void bothAskForOneVersionAndBuildWithOneCommand() {
        assertThat(unix).contains("wanted=25");
        assertThat(windows).contains("GEQ 25");
        for (String flag : List.of("-Dmaven.test.skip=true", "-Dsitrep.zip.skip=true")) {
            assertThat(unix).contains(flag);
            assertThat(windows).contains(flag);
        }
    }

    /** cmd.exe fails on a line end of its own, on a jump to nowhere and on an open bracket, and tells nobody where. */
    @Test
    void theWindowsLauncherIsWellFormed() {
        Set<String> labels = all("(?m)^:([A-Za-z_]+)", windows);
        Set<String> jumps = all("(?i)(?:call|goto) :([A-Za-z_]+)", windows);
        jumps.remove("eof");
        assertThat(labels).containsAll(jumps);
        String plain =
                windows.replaceAll("(?m)^rem .*$", "").replaceAll("\\^[()]", "").replaceAll("\"[^\"\\n]*\"", "");
        assertThat(plain.chars().filter(c -> c == '(').count())
                .isEqualTo(plain.chars().filter(c -> c == ')').count());
        assertThat(windows.lines().filter(l -> l.contains("setlocal"))).hasSize(1);
        // %NAME:"=% takes a quotation mark out of a value, and is the one place where it stands alone.
        for (String line : windows.replace(":\"=%", ":=%").lines().toList())
            assertThat(line.chars().filter(c -> c == '"').count() % 2).as(line).isZero();
    }

    private static Set<String> all(String pattern, String text) {
        Set<String> out = new TreeSet<>();
        Matcher found = Pattern.compile(pattern).matcher(text);
        while (found.find()) out.add(found.group(1));
        return out;
    }
}
