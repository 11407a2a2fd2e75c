package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes, help, and what goes to which stream. */
class MainTest {
    @TempDir
    Path folder;

    private String pages = "";

    @BeforeEach
    void writePages() throws IOException {
        pages = Files.createDirectory(folder.resolve("pages")).toString();
        Files.writeString(
                folder.resolve("pages/a.txt"),
                "Police detained 1,700 people in Almaty on 12 January 2022, the ministry said.\n");
        Files.writeString(folder.resolve("pages/b.txt"), "Twelve soldiers were injured 🕊, an army spokesman said.\n");
    }

    @Test
    void nothingTeachesByExample() {
        Run run = Run.of();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("For example:", "sitrep report examples/kazakhstan-2022", "Exit codes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "crises",
                "claims",
                "refused",
                "explain",
                "try",
                "situation",
                "names",
                "read",
                "times",
                "add",
                "watch",
                "warc",
                "judge",
                "verify",
                "takedown",
                "completion"
            })
    void everyCommandTeachesByExample(String command) {
        Run run = Run.of(command, "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: sitrep " + command).contains("For example:\n", "sitrep " + command);
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
    }

    @Test
    void versionIsTheBuilds() throws IOException {
        String pom = Files.readString(Path.of(System.getProperty("sitrep.home")).resolve("pom.xml"));
        String version = pom.substring(pom.indexOf("<version>") + 9, pom.indexOf("</version>"));
        assertThat(Run.of("--version").out()).isEqualTo("sitrep " + version + "\n");
    }

    @Test
    void unreadablePagesAreNamedAndTheOthersRead() {
        Run run = Run.of(
                "read", "--format", "jsonl", pages, folder.resolve("none.txt").toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains("none.txt: there is no such file or folder");
    }

    @Test
    void recordsCountInCodePoints() {
        Run run = Run.of(
                "read", "--format", "jsonl", folder.resolve("pages/b.txt").toString());
        String text = "Twelve soldiers were injured 🕊, an army spokesman said.\n";
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("\"page\":\"b\"").contains("🕊").doesNotContain("\"end\":" + text.length());
    }

    @Test
    void theOrderIsThatOfThePagesHoweverManyThereAre() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 500; i++)
            lines.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"text\":\"")
                    .append("word ".repeat(i * 7 % 300 + 1))
                    .append("\"}\n");
        Path file = Files.writeString(folder.resolve("many.jsonl"), lines);
        Run run = Run.of("read", "--format", "jsonl", file.toString());
        List<String> ids =
                run.out().lines().map(l -> l.substring(9, l.indexOf('"', 9))).toList();
        assertThat(ids).hasSize(500).startsWith("p0", "p1", "p2").endsWith("p498", "p499");
        assertThat(ids)
                .isEqualTo(java.util.stream.IntStream.range(0, 500)
                        .mapToObj(i -> "p" + i)
                        .toList());
    }

    @Test
    void aLedgerGivesTheSameAsItsPages() {
        String ledger = folder.resolve("crisis.db").toString();
        assertThat(Run.of("add", ledger, pages)).isEqualTo(new Run(0, "2 added\n", ""));
        assertThat(Run.of("add", ledger, pages)).isEqualTo(new Run(0, "2 known already\n", ""));
        for (String command : List.of("claims", "read", "situation", "times", "refused")) {
            assertThat(Run.of(command, "--format", "jsonl", ledger))
                    .isEqualTo(Run.of(command, "--format", "jsonl", pages));
        }
    }

    @Test
    void aPageTakenDownIsGoneAndTheLedgerStaysSound() {
        String ledger = folder.resolve("crisis.db").toString();
        Run.of("add", ledger, pages);
        assertThat(Run.of("verify", ledger)).isEqualTo(new Run(0, "sound: 2 entries\n", ""));
        assertThat(Run.of("takedown", ledger, "a", "--by", "ana", "--why", "asked for"))
                .isEqualTo(new Run(0, "taken down: a\n", ""));
        assertThat(Run.of("takedown", ledger, "a", "--by", "ana", "--why", "asked for")
                        .code())
                .isEqualTo(2);
        assertThat(Run.of("read", "--format", "jsonl", ledger).out().lines()).hasSize(1);
        assertThat(Run.of("add", ledger, pages).out())
                .isEqualTo("1 known already, 1 left out because they were taken down\n");
        assertThat(Run.of("verify", ledger)).isEqualTo(new Run(0, "sound: 3 entries\n", ""));
    }

    @Test
    void deeplyNestedAndBrokenHtmlIsRead() throws IOException {
        String sentence = "<p>Twelve people were killed in Almaty on 6 January 2022, the ministry said.</p>";
        Path nested = Files.writeString(
                folder.resolve("nested.html"), "<div>".repeat(10_000) + sentence + "</div>".repeat(10_000));
        Path broken = Files.writeString(
                folder.resolve("broken.html"), "<html><title>Toll</titel><table><tr></i>" + sentence + "<!-- <scr");
        Run run = Run.of("read", nested.toString(), broken.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("== nested", "== broken");
    }

    @Test
    void reportGoesWholeIntoItsFile() throws IOException {
        Path file = folder.resolve("report.html");
        String example = Path.of(System.getProperty("sitrep.home"), "examples", "kazakhstan-2022")
                .toString();
        Run printed = Run.of("report", example, "--format", "html", "--about", "Kazakhstan");
        Run written = Run.of("report", example, "--format", "html", "--about", "Kazakhstan", "-o", file.toString());
        assertThat(written.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(printed.out()).isNotEmpty();
        try (var files = Files.list(folder)) {
            assertThat(files).noneMatch(f -> f.toString().endsWith(".half"));
        }
    }

    @Test
    void completionNamesEveryCommand() {
        assertThat(Run.of("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("report", "--as-of", "claims", "bashcompinit");
    }
}
