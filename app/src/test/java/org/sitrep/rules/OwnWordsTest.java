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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example pages are written for this project: no ten words in a row stand in the pages that it is measured on. */
class OwnWordsTest {
    private static final int RUN = 10;

    @Test
    void noTenWordsOfTheExamplesStandInTheSeedsOrTheGoldPages() throws IOException {
        Path shared = Sources.home().resolve("../shared").normalize();
        assumeTrue(Files.isDirectory(shared.resolve("gold")), "../shared is absent");
        Set<String> theirs = new HashSet<>();
        for (Path file : files(shared.resolve("seeds"), shared.resolve("gold"))) theirs.addAll(runs(file));
        assertThat(theirs).hasSizeGreaterThan(5000);
        for (Path file : files(Sources.home().resolve("examples"))) {
            Set<String> taken = new HashSet<>(runs(file));
            taken.retainAll(theirs);
            assertThat(taken).as(file.toString()).isEmpty();
        }
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
