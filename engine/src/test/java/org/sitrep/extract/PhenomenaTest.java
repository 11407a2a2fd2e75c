package org.sitrep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sitrep.language.Data;

/**
 * {@code languages/phenomena.yaml} names what makes crisis news hard to read; tables of cases say by a line {@code # phenomenon 1 3}
 * which of it the lines below show. Counted here, so that what no case shows is known.
 */
class PhenomenaTest {
    private static final String TAG = "# phenomenon ";
    private static final Map<String, Integer> WANTED = Map.of("en", 3, "fr", 3, "es", 1, "ru", 1);
    /** Languages read for figures: what figures and their days show is shown in each by a case; of events and promises nothing is asked. */
    private static final List<String> FIGURES = List.of("uk", "pl", "tr", "ar", "zh", "hi");

    private static final int LAST_OF_FIGURES = 50;
    /** Phenomena and languages that still lack cases; may only fall. */
    private static final int GAPS = 0;

    private static Data phenomena() {
        return Data.load(Sample.PACKS.folder().resolve("phenomena.yaml"));
    }

    @Test
    void everyTagNamesAPhenomenonAndEveryOneIsCounted() throws IOException {
        Map<String, Map<String, Integer>> counted = counted();
        Data all = phenomena();
        assertThat(all.keys()).containsAll(counted.keySet());
        List<String> gaps = new ArrayList<>();
        for (String id : all.keys()) {
            if (!all.at(id).at("elsewhere").absent()) continue;
            List<String> only = all.at(id).at("languages").texts();
            Map<String, Integer> wanted = only.isEmpty()
                    ? WANTED
                    : only.stream().collect(Collectors.toMap(language -> language, language -> 3));
            if (only.isEmpty() && Integer.parseInt(id) <= LAST_OF_FIGURES) {
                wanted = new TreeMap<>(wanted);
                for (String language : FIGURES) wanted.put(language, 1);
            }
            wanted.forEach((language, least) -> {
                int n = counted.getOrDefault(id, Map.of()).getOrDefault(language, 0);
                if (n < least) gaps.add(id + " " + language + " " + n + "/" + least);
            });
        }
        System.out.println("phenomena without their cases: " + gaps.size() + " " + gaps);
        assertThat(gaps).hasSizeLessThanOrEqualTo(GAPS);
    }

    @Test
    void whatIsShownElsewhereIsATestThatExists() throws IOException {
        Data all = phenomena();
        List<String> tests;
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            tests = files.map(f -> f.getFileName().toString().replace(".java", ""))
                    .toList();
        }
        for (String id : all.keys())
            if (!all.at(id).at("elsewhere").absent())
                assertThat(tests).contains(all.at(id).at("elsewhere").text());
    }

    /** By phenomenon and language, how many cases show it; known failures count too. */
    private static Map<String, Map<String, Integer>> counted() throws IOException {
        Map<String, Map<String, Integer>> out = new TreeMap<>();
        List<Path> tables;
        try (Stream<Path> files = Files.walk(Sample.PACKS.folder())) {
            tables = files.filter(f -> f.toString().endsWith(".cases")).sorted().toList();
        }
        for (Path table : tables) {
            List<String> tags = List.of();
            for (String line : Files.readAllLines(table)) {
                if (line.startsWith(TAG))
                    tags = List.of(line.substring(TAG.length()).strip().split(" "));
                String shown = line.startsWith("#! ") ? line.substring(3) : line;
                if (shown.isBlank() || shown.startsWith("#")) continue;
                String language = shown.contains(" | ")
                        ? shown.substring(0, shown.indexOf(' '))
                        : Sample.PACKS.folder().relativize(table).getName(0).toString();
                for (String tag : tags)
                    out.computeIfAbsent(tag, k -> new TreeMap<>()).merge(language, 1, Integer::sum);
            }
        }
        return out;
    }
}
