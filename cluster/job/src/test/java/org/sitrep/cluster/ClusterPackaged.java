package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.PostgresLedger;

/** On a cluster of processes, of which one is killed in the middle, the answers are still those of one machine. */
class ClusterPackaged {
    private static final int FILES = 8;
    private static final int EACH = 500;

    @TempDir
    Path folder;

    @Test
    @Tag("slow")
    void aKilledTaskManagerCostsNothingAndDoublesNothing() throws Exception {
        Path pages = Pages.files(folder.resolve("pages"), FILES, EACH);
        OneMachine alone = OneMachine.of(pages);
        killed(pages, alone);
    }

    @RepeatedTest(10)
    @Tag("long")
    void andSoTenTimesOfTen() throws Exception {
        aKilledTaskManagerCostsNothingAndDoublesNothing();
    }

    @Test
    @Tag("long")
    void situationsAreThoseOfOneMachineThoughATaskManagerIsKilled() throws Exception {
        Path pages = Pages.files(folder.resolve("pages"), FILES, EACH);
        OneMachine alone = OneMachine.of(pages);
        Path home = Files.createDirectory(folder.resolve("cluster"));
        try (LocalCluster cluster = new LocalCluster(home)) {
            Process job = cluster.submit(
                    "--pages", pages.toString(),
                    "--claims", folder.resolve("claims").toString(),
                    "--situations", folder.resolve("situations").toString());
            Path written = folder.resolve("claims"); // made when its stage begins, so the one before it is done
            while (job.isAlive() && !Files.exists(written)) TimeUnit.MILLISECONDS.sleep(50);
            cluster.killTaskManager(0);
            cluster.addTaskManager();
            assertThat(job.waitFor()).as(cluster.words()).isZero();
        }
        assertThat(OneMachine.lines(folder.resolve("claims"))).isEqualTo(alone.claims());
        assertThat(OneMachine.lines(folder.resolve("situations"))).isEqualTo(alone.situations());
    }

    private void killed(Path pages, OneMachine alone) throws Exception {
        Path claims = folder.resolve("claims");
        Path home = Files.createDirectory(folder.resolve("cluster"));
        try (Database database = new Database();
                LocalCluster cluster = new LocalCluster(home)) {
            Process job = cluster.submit(
                    "--pages",
                    pages.toString(),
                    "--claims",
                    claims.toString(),
                    "--ledger",
                    database.address(),
                    "--checkpoint",
                    "2");
            while (job.isAlive() && database.added() < FILES * EACH / 3) TimeUnit.MILLISECONDS.sleep(100);
            assertThat(database.added())
                    .as("pages added when the process is killed")
                    .isLessThan(FILES * EACH);
            cluster.killTaskManager(0);
            assertThat(job.waitFor()).as(cluster.words()).isZero();
            try (Ledger ledger = PostgresLedger.openToRead(database.address())) {
                assertThat(ledger.last()).isEqualTo(alone.pages()).isEqualTo(FILES * EACH);
                assertThat(ledger.verify()).isEmpty();
                assertThat(Database.kept(ledger)).isEqualTo(alone.claims());
            }
        }
        assertThat(List.of(OneMachine.lines(claims).equals(alone.claims())))
                .as("claims as on one machine")
                .containsExactly(true);
    }
}
