package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command that README.md shows ends well and prints something; every page that the project's pages link to exists. */
class ReadmeTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    /** Files that a command makes or reads from where the reader stands. */
    private static final Pattern MADE = Pattern.compile("[a-z-]+\\.(db|html|docx|pdf|csv|geojson|zip)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheReadmeRuns() throws IOException {
        List<String> commands = Files.readAllLines(HOME.resolve("README.md")).stream()
                .filter(l -> l.startsWith("./sitrep "))
                // It runs until somebody ends it; the browser's ten minutes start it.
                .filter(l -> !l.equals("./sitrep serve"))
                .map(l -> l.substring(9))
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            Run run = Run.of(words(command));
            assertThat(run.code()).as("%s%n%s", command, run.err()).isZero();
            assertThat(command.contains(" -o ") || !run.out().isBlank())
                    .as(command)
                    .isTrue();
        }
    }

    /** Paths of the project from its folder, others from an empty one. */
    private List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            String plain = word.group(1) != null ? word.group(1) : word.group(2);
            if (plain.startsWith("examples/")) plain = HOME.resolve(plain).toString();
            else if (MADE.matcher(plain).matches())
                plain = folder.resolve(plain).toString();
            words.add(plain);
        }
        return words;
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        try (var files = Files.list(HOME)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".md")).toList()) {
                Matcher link = LINK.matcher(Files.readString(file));
                while (link.find())
                    assertThat(HOME.resolve(link.group(1)))
                            .as(file.getFileName() + " links to")
                            .exists();
            }
        }
    }
}
