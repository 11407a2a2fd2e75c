package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.PostgresLedger;

/** Into a real PostgreSQL, with a TaskManager lost on the way: each page once, with its claims. */
@Tag("slow")
class LedgerJobTest {
    private static final int FILES = 4;
    private static final int EACH = 250;

    @TempDir
    Path folder;

    @Test
    void eachPageIsAddedOnceThoughATaskManagerIsLost() throws Exception {
        Path pages = Pages.files(folder.resolve("pages"), FILES, EACH);
        Path claims = folder.resolve("claims");
        try (Database database = new Database();
                Cluster cluster = new Cluster()) {
            Cluster.Running job = cluster.start(
                    "--pages",
                    pages.toString(),
                    "--claims",
                    claims.toString(),
                    "--ledger",
                    database.address(),
                    "--checkpoint",
                    "1");
            while (job.under() && database.added() < FILES * EACH / 4) Thread.sleep(50);
            assertThat(job.under()).as("the job still runs").isTrue();
            cluster.replaceTaskManager();
            job.end();
            cluster.run(
                    "--from-ledger",
                    database.address(),
                    "--situations",
                    folder.resolve("situations").toString());
            OneMachine alone = OneMachine.of(pages);
            assertThat(alone.pages()).isEqualTo(FILES * EACH);
            assertThat(OneMachine.lines(claims)).isEqualTo(alone.claims());
            assertThat(OneMachine.lines(folder.resolve("situations"))).isEqualTo(alone.situations());
            try (Ledger ledger = PostgresLedger.open(database.address(), Clock.systemUTC())) {
                assertThat(ledger.last()).isEqualTo(FILES * EACH);
                assertThat(ledger.verify()).isEmpty();
                assertThat(ledger.shelf().missing(0, 10)).isEmpty();
                assertThat(Database.kept(ledger)).isEqualTo(alone.claims());
            }
        }
    }
}
