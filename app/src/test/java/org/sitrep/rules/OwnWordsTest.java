package org.sitrep.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we write is our own: no ten words in a row of examples, packs, documents and tests stand in the pages that we are measured on. */
class OwnWordsTest {
    private static final int RUN = 10;

    @ParameterizedTest
    @ValueSource(strings = {"examples", "languages", "docs", "engine/src/test", "app/src/test", "acquire/src/test"})
    void noTenWordsStandInTheSeedsOrTheGoldPages(String ours) throws IOException {
        Path shared = Sources.home().resolve("../shared").normalize();
        if (!Files.isDirectory(shared.resolve("gold")))
            shared = shared.resolve("../../shared").normalize();
        if (!Files.isDirectory(shared.resolve("gold")))
            System.out.println("OwnWordsTest skipped for " + ours + ": ../shared is absent");
        assumeTrue(Files.isDirectory(shared.resolve("gold")), "../shared is absent");
        Set<String> theirs = new HashSet<>();
        for (Path file : files(shared.resolve("seeds"), shared.resolve("gold"))) theirs.addAll(runs(file));
        assertThat(theirs).hasSizeGreaterThan(5000);
        Map<String, Set<String>> taken = new TreeMap<>();
        for (Path file : files(Sources.home().resolve(ours))) {
            Set<String> same = new HashSet<>(runs(file));
            same.retainAll(theirs);
            same.removeIf(OwnWordsTest::count);
            if (!same.isEmpty()) taken.put(file.toString(), same);
        }
        assertThat(taken).isEmpty();
    }

    /** A run of numbers and single letters is a table, not somebody's sentence. */
    private static boolean count(String run) {
        return Stream.of(run.split(" "))
                        .filter(w -> w.length() > 2 && !Character.isDigit(w.charAt(0)))
                        .count()
                < 5;
    }

    private static List<Path> files(Path... folders) throws IOException {
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(Files::isRegularFile)
                        .filter(f -> !f.toString().endsWith(".md"))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private static Set<String> runs(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) text = new String(bytes, Charset.forName("windows-1252"));
        List<String> words = Stream.of(text.replaceAll("<[^>]*>", " ")
                        .replace("\\n", " ")
                        .toLowerCase(Locale.ROOT)
                        .split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) runs.add(String.join(" ", words.subList(i, i + RUN)));
        return runs;
    }
}
