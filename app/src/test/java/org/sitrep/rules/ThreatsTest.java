package org.sitrep.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/threats.md names tests that exist, and says where there is none. */
class ThreatsTest {
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)(?:#(\\w+))?`");

    @Test
    void everyThreatPointsAtATestThatIsThere() throws IOException {
        Map<String, String> tests = tests();
        List<String> missing = new ArrayList<>();
        int rows = 0;
        for (String line :
                Sources.text(Sources.home().resolve("docs/threats.md")).lines().toList()) {
            String[] cells = line.split("\\|");
            if (cells.length < 4
                    || cells[1].isBlank()
                    || cells[1].startsWith(" **")
                    || cells[1].startsWith("-")
                    || cells[3].equals(" test ")) continue;
            rows++;
            Matcher named = NAMED.matcher(cells[3]);
            int found = 0;
            while (named.find()) {
                found++;
                String text = tests.getOrDefault(named.group(1), "");
                if (text.isEmpty() || named.group(2) != null && !text.contains(" " + named.group(2) + "("))
                    missing.add(named.group());
            }
            if (found == 0 && !cells[3].strip().equals("none")) missing.add(line);
        }
        assertThat(rows).isGreaterThan(25);
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> tests() throws IOException {
        Map<String, String> tests = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Sources.home())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> f.toString().replace('\\', '/').contains("/src/test/java/"))
                    .toList()) tests.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        }
        return tests;
    }
}
