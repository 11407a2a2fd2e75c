package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** `sitrep stories` over both examples at once. */
class StoriesTest {
    private static final Pattern LINE =
            Pattern.compile("\\{\"page\":\"([^\"]+)\",\"story\":\"([^\"]+)\",\"crisis\":\"([^\"]+)\".*");

    private static List<String> lines(String first, String second) {
        Path examples = Path.of(System.getProperty("sitrep.home"), "examples");
        Run run = Run.of(
                "stories",
                examples.resolve(first).toString(),
                examples.resolve(second).toString(),
                "--format",
                "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    @Test
    void twoCrisesStayApartAndReprintsAreCopies() {
        Map<String, Set<String>> outletsOfCrisis = new TreeMap<>();
        Set<String> pages = new TreeSet<>();
        List<String> lines = lines("kazakhstan-2022", "herat-2023");
        for (String line : lines) {
            Matcher m = LINE.matcher(line);
            assertThat(m.matches()).as(line).isTrue();
            assertThat(pages.add(m.group(1))).as("each page once").isTrue();
            outletsOfCrisis.computeIfAbsent(m.group(3), k -> new TreeSet<>()).add(m.group(1));
        }
        assertThat(outletsOfCrisis.values())
                .anyMatch(p -> p.contains("harbour-courier-toll") && p.contains("tribune-de-l-est-retrait"));
        assertThat(outletsOfCrisis.values())
                .noneMatch(p -> p.contains("harbour-courier-toll") && p.stream().anyMatch(StoriesTest::herat));
        assertThat(lines).anyMatch(l -> l.contains("\"copy_of\""));
    }

    private static boolean herat(String page) {
        return Path.of(System.getProperty("sitrep.home"), "examples/herat-2023", page + ".txt")
                .toFile()
                .exists();
    }

    @Test
    void theOrderOfThePagesDoesNotMatter() {
        assertThat(new TreeSet<>(lines("herat-2023", "kazakhstan-2022")))
                .isEqualTo(new TreeSet<>(lines("kazakhstan-2022", "herat-2023")));
    }
}
