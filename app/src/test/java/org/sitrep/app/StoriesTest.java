package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `sitrep stories` over both examples at once. */
class StoriesTest {
    @TempDir
    Path folder;

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

    @Test
    void aLedgerTellsWhichCrisesBecameOneAndWithWhichPages() throws IOException {
        String ledger = folder.resolve("two.db").toString();
        add(
                ledger,
                "a",
                "2024-03-04",
                "Flooding in Rwanda killed 31 people in Rubavu on 3 March 2024, the ministry said.");
        add(
                ledger,
                "c",
                "2025-06-20",
                "A landslide buried a school near Musanze on 19 June 2025; rescuers in Rwanda counted 44 dead pupils.");
        assertThat(stories(ledger)).contains("a  story a  crisis a", "c  story c  crisis c");
        add(
                ledger,
                "b",
                "2024-03-09",
                "Flooding in Rwanda killed 31 people in Rubavu on 3 March 2024, the ministry said.");
        assertThat(stories(ledger, "--since", "2")).containsExactly("nothing merged or split from entry 2 to entry 3");
        add(
                ledger,
                "a",
                "2025-06-20",
                "A landslide buried a school near Musanze on 19 June 2025; rescuers in Rwanda counted 44 dead pupils.");
        assertThat(stories(ledger, "--since", "3")).anyMatch(l -> l.startsWith("crisis regrouped: a + c \u2192 a + b"));
        assertThat(stories(ledger, "--since", "3", "--until", "3"))
                .containsExactly("nothing merged or split from entry 3 to entry 3");
        assertThat(Run.of("stories", folder.toString(), "--since", "1").err()).contains("goes with one ledger");
    }

    private List<String> stories(String... more) {
        String[] all = new String[more.length + 1];
        all[0] = "stories";
        System.arraycopy(more, 0, all, 1, more.length);
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out().lines().toList();
    }

    private void add(String ledger, String key, String day, String text) throws IOException {
        Path page = Files.writeString(
                folder.resolve(key + ".jsonl"),
                "{\"id\":\"" + key + "\",\"text\":\"" + text + "\",\"date_seen\":\"" + day + "\"}\n");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
    }
}
