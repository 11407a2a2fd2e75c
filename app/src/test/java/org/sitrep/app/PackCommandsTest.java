package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for people who write language packs, and what a report says of pages that no pack reads. */
class PackCommandsTest {
    private static final Path LANGUAGES = Path.of("..", "languages");

    @TempDir
    Path home;

    @Test
    void checkPackAnswersInWordsAndGrid() {
        Run run = Run.of("check-pack", "tr");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("held apart").containsPattern("All \\d+ examples and all cases hold");
        assertThat(run.out()).doesNotContain("heldout.cases:");
        assertThat(Run.of("check-pack", "tr", "--held-apart").out())
                .contains("apart    ")
                .contains("heldout.cases:");
        assertThat(Run.of("check-pack", "tr", "hi", "--measure", "missing").out())
                .containsPattern("(?s)^tr\n.*\nmissing +[1-9].*\nhi\n.*\nmissing +[1-9]")
                .doesNotContain("killed ");
        assertThat(Run.of("check-pack", "tr", "--measure", "seen").err()).contains("there is no measure", "rescued");
        assertThat(Run.of("check-pack", "qq").err()).contains("sitrep new-pack qq starts one");
    }

    @Test
    void newPackIsASkeletonThatLoadsAndIsToldWhatItLacks() throws IOException {
        for (String shared : new String[] {"skeleton", "measures", "times", "names", "deeds", "common", "places"})
            copy(shared);
        assertThat(run("new-pack", "nl")).contains("languages/nl/pack.yaml");
        assertThat(Files.readString(home.resolve("languages/nl/pack.yaml"))).contains("name: Dutch");
        assertThat(run("check-pack", "nl"))
                .contains("There are no words under \u201cverb:\u201d")
                .contains("nl.killed.noun has no example");
        assertThat(run("new-pack", "nl")).contains("is a pack already");
        assertThat(run("new-pack", "nl-BE")).contains("is no language tag");
    }

    @Test
    void pagesInALanguageWithoutAPackAreCountedInTheReport() throws IOException {
        Path pages = home.resolve("pages.jsonl");
        Files.writeString(pages, """
                {"id":"nl1","language":"nl","text":"Bij de brand zijn twaalf mensen omgekomen."}
                {"id":"nl2","language":"nl","text":"De brand in de haven is geblust."}
                {"id":"en1","language":"en","text":"At least 12 people were killed in the fire, police said."}
                """);
        assertThat(Run.of("report", pages.toString()).out())
                .contains("2 pages in Dutch were not read for claims")
                .contains("Nothing was refused");
        assertThat(Run.of("report", pages.toString(), "--lang", "fr").out()).contains("2 pages en néerlandais");
        assertThat(Run.of("claims", pages.toString()).out()).doesNotContain("nl1");
    }

    private String run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(out, true, StandardCharsets.UTF_8);
        Session session = new Session(both, both, home);
        try {
            Sitrep.commandLine(session, arguments[0])
                    .setExecutionExceptionHandler((e, line, result) -> {
                        both.print(e.getMessage());
                        return 2;
                    })
                    .execute(arguments);
        } finally {
            both.flush();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private void copy(String name) throws IOException {
        Path from = LANGUAGES.resolve(name);
        try (var files = Files.walk(from)) {
            for (Path f : files.filter(Files::isRegularFile).toList()) {
                Path to = home.resolve("languages")
                        .resolve(LANGUAGES.relativize(f).toString());
                Files.createDirectories(to.getParent());
                Files.copy(f, to);
            }
        }
    }
}
