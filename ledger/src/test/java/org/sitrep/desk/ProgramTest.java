package org.sitrep.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program's name follows its files, whether it was kept or not. */
class ProgramTest {
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2021-03-03T10:00:00Z"));

    @TempDir
    Path languages;

    @TempDir
    Path cache;

    private Path words;

    @BeforeEach
    void write() throws IOException {
        words = languages.resolve("words.yaml");
        Files.writeString(words, "deed: [left]");
        Files.setLastModifiedTime(words, LONG_AGO);
    }

    private String kept() {
        return Program.name(languages, Optional.of(cache));
    }

    @Test
    void whatIsKeptIsWhatTheFilesGive() {
        assertThat(kept()).isEqualTo(Program.name(languages)).isEqualTo(kept());
    }

    @Test
    void aFileThatChangedIsHashedAnew() throws IOException {
        String before = kept();
        Files.writeString(words, "deed: [gone]");
        assertThat(kept()).isNotEqualTo(before).isEqualTo(Program.name(languages));
        Files.writeString(languages.resolve("more.yaml"), "deed: [left]");
        assertThat(kept()).isEqualTo(Program.name(languages));
    }

    @Test
    void aFileThatWasWrittenJustNowIsNotKept() throws IOException {
        Files.writeString(words, "deed: [gone]");
        kept();
        assertThat(cache.resolve("program")).doesNotExist();
    }

    @Test
    void withoutACacheTheFilesAreHashed() {
        assertThat(Program.name(languages, Optional.of(cache.resolve("absent"))))
                .isEqualTo(Program.name(languages));
    }
}
