package org.sitrep.extract.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.language.Packs;

class PackCheckTest {
    private static final Path LANGUAGES = Path.of("..", "languages");

    @TempDir
    Path folder;

    @Test
    void everyExampleOfAPackHoldsAndHeldApartCasesAreScored() {
        PackCheck.Result result = PackCheck.of(Packs.load(LANGUAGES), "pl");
        assertThat(result.failing()).isEmpty();
        assertThat(result.grid().get("killed").rules()).isGreaterThan(5);
        assertThat(result.total().f1().orElseThrow()).isGreaterThan(0.9);
    }

    @Test
    void whatIsMissingAndWhatFailsIsNamedWithItsPlace() throws IOException {
        for (String shared : new String[] {"measures", "times", "names", "deeds", "common", "places"}) copy(shared);
        Path figures = Files.createDirectories(folder.resolve("xx/figures"));
        Files.writeString(folder.resolve("xx/pack.yaml"), "language: xx\nname: Test\n");
        Path words = Files.createDirectories(folder.resolve("xx/words"));
        Files.writeString(words.resolve("words.yaml"), "noun: {dead: [morts]}\nthing: {money: [sous]}\n");
        Files.writeString(figures.resolve("killed.yaml"), """
                - id: xx.killed.noun
                  finds: killed
                  noun: {head: [dead], count: own}
                  why: 'The dead are counted.'
                  yes: ['There are [12 morts] here.', 'There are [12 sous] here.']
                  no: ['There are 12 sous here.']
                """);
        Files.writeString(
                figures.resolve("figures.cases"), "# cases\nHere 7 morts. => killed 8\nHere 7 morts. => killed 7\n");
        PackCheck.Result result = PackCheck.of(Packs.load(folder), "xx");
        assertThat(result.missing())
                .anyMatch(m -> m.contains("read.yaml"))
                .anyMatch(m -> m.contains("\u201cverb:\u201d"))
                .anyMatch(m -> m.contains("\u201cinjured\u201d"));
        assertThat(result.failing())
                .hasSize(2)
                .anyMatch(f -> f.contains("killed.yaml:5") && f.contains("should find [12 sous]"))
                .anyMatch(f -> f.contains("figures.cases:2") && f.contains("killed 7"));
        assertThat(result.grid().get("killed")).isEqualTo(new PackCheck.Row(1, 2, 0, 0, 0));
    }

    private void copy(String name) throws IOException {
        Path from = LANGUAGES.resolve(name);
        try (var files = Files.walk(from)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(LANGUAGES.relativize(f).toString());
                Files.createDirectories(to.getParent());
                Files.copy(f, to);
            }
        }
    }
}
