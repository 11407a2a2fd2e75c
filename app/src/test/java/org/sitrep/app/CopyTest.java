package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger that was backed up, restored or moved gives the same report. */
class CopyTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void addPages() {
        ledger = folder.resolve("crisis.db").toString();
        Run.of("add", ledger, HOME.resolve("examples/kazakhstan-2022").toString());
        String id = Run.of("claims", ledger).out().substring(0, 16);
        Run judged = Run.of("judge", ledger, "accept", id, "--by", "ana", "--note", "read");
        assertThat(judged.code()).as(judged.err()).isZero();
    }

    private static String report(String where) {
        Run run = Run.of("report", where);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("checked by a person");
        return run.out();
    }

    @Test
    void aBackupIsRestoredIntoAnEqualLedger() throws IOException {
        String copy = folder.resolve("copy.db").toString();
        assertThat(Run.of("backup", ledger, copy).out()).startsWith("backed up and sound: ");
        String before = report(ledger);
        Files.delete(Path.of(ledger));
        assertThat(Run.of("restore", copy, ledger).out()).startsWith("restored and sound: ");
        assertThat(report(ledger)).isEqualTo(before);
        assertThat(Run.of("verify", ledger).out()).startsWith("sound: ");
    }

    @Test
    void aLedgerMovesToPostgresAndBackWithEqualReports() throws IOException {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            String team = "postgresql://postgres@localhost:" + server.getPort() + "/postgres";
            assertThat(Run.of("move", ledger, team).out()).startsWith("moved and sound: ");
            assertThat(report(team)).isEqualTo(report(ledger));
            assertThat(Run.of("move", ledger, team).err()).contains("holds entries already");
            assertThat(Run.of("add", team, HOME.resolve("examples/drop-in").toString())
                            .code())
                    .isZero();
            String back = folder.resolve("back.db").toString();
            assertThat(Run.of("move", team, back).out()).startsWith("moved and sound: ");
            assertThat(report(back)).isEqualTo(report(team)).isNotEqualTo(report(ledger));
        }
    }
}
