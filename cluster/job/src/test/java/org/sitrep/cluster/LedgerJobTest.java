package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.PostgresLedger;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;
import org.sitrep.record.ClaimRecord;

/** Into a real PostgreSQL, with a TaskManager lost on the way: each page once, with its claims. */
@Tag("slow")
class LedgerJobTest {
    private static final int FILES = 4;
    private static final int EACH = 250;

    private static EmbeddedPostgres server;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws Exception {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    private static String address() {
        return "postgresql://postgres:secret@localhost:" + server.getPort() + "/postgres";
    }

    @Test
    void eachPageIsAddedOnceThoughATaskManagerIsLost() throws Exception {
        Path pages = Pages.files(folder.resolve("pages"), FILES, EACH);
        Path claims = folder.resolve("claims");
        try (Cluster cluster = new Cluster()) {
            Cluster.Running job = cluster.start(
                    "--pages",
                    pages.toString(),
                    "--claims",
                    claims.toString(),
                    "--ledger",
                    address(),
                    "--checkpoint",
                    "1");
            while (job.under() && added() < FILES * EACH / 4) Thread.sleep(50);
            assertThat(job.under()).as("the job still runs").isTrue();
            cluster.replaceTaskManager();
            job.end();
            cluster.run(
                    "--from-ledger",
                    address(),
                    "--situations",
                    folder.resolve("situations").toString());
        }
        OneMachine alone = OneMachine.of(pages);
        assertThat(alone.pages()).isEqualTo(FILES * EACH);
        assertThat(OneMachine.lines(claims)).isEqualTo(alone.claims());
        assertThat(OneMachine.lines(folder.resolve("situations"))).isEqualTo(alone.situations());
        try (Ledger ledger = PostgresLedger.open(address(), Clock.systemUTC())) {
            assertThat(ledger.last()).isEqualTo(FILES * EACH);
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.shelf().missing(0, 10)).isEmpty();
            assertThat(kept(ledger)).isEqualTo(alone.claims());
        }
    }

    private static long added() {
        try (Ledger ledger = PostgresLedger.open(address(), Clock.systemUTC())) {
            return ledger.last();
        }
    }

    /** The claims on the ledger's shelf. */
    static List<String> kept(Ledger ledger) {
        List<Long> versions = new ArrayList<>();
        ledger.shelf().versions(Long.MAX_VALUE - 1, v -> versions.add(v.sequence()));
        return versions.stream()
                .flatMap(v ->
                        ClaimRecord.lines(Binary.record(ledger.shelf().claims(v).orElseThrow(), Claim.Claims.class))
                                .stream())
                .sorted()
                .toList();
    }
}
