package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.judge.Anchor;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.Decision;
import org.sitrep.ledger.Ledger.Addition;

/** A process that adds pages, judges and fills the shelf is killed (SIGKILL) at random moments: what it acknowledged is there, nothing half is. */
class KilledTest {
    private static final int BATCH = 7;
    private static final int LONGEST_MILLISECONDS = 250;

    @TempDir
    Path folder;

    @Test
    void aFewKills() throws Exception {
        kill(3, folder.resolve("crisis.db").toString());
    }

    @Test
    @Tag("slow")
    void twentyKills() throws Exception {
        kill(20, folder.resolve("crisis.db").toString());
    }

    @Test
    @Tag("long")
    void twoHundredKills() throws Exception {
        kill(200, folder.resolve("crisis.db").toString());
    }

    @Test
    @Tag("slow")
    void twentyKillsOnPostgres() throws Exception {
        onPostgres(20);
    }

    @Test
    @Tag("long")
    void twoHundredKillsOnPostgres() throws Exception {
        onPostgres(200);
    }

    private static void onPostgres(int runs) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder().start()) {
            kill(runs, "postgresql://postgres@localhost:" + server.getPort() + "/postgres");
        }
    }

    private static void kill(int runs, String where) throws IOException, InterruptedException {
        for (int run = 0; run < runs; run++) {
            SplittableRandom random = new SplittableRandom(run);
            List<Long> acknowledged = runAndKill(where, random.nextInt(LONGEST_MILLISECONDS));
            try (Ledger ledger = Ledgers.open(where, Clock.systemUTC())) {
                assertThat(ledger.verify()).as("run %d", run).isEmpty();
                long last = acknowledged.isEmpty() ? 0 : acknowledged.getLast();
                assertThat(ledger.last()).as("run %d: acknowledged", run).isGreaterThanOrEqualTo(last);
                TreeSet<String> keys = new TreeSet<>();
                ledger.pages(page -> keys.add(page.key()));
                assertThat(keys.size() % BATCH)
                        .as("run %d: pages of a half batch", run)
                        .isZero();
                assertThat(keys.size() + ledger.decisions().size())
                        .as("run %d: entries that are neither page nor judgement", run)
                        .isEqualTo((int) ledger.last());
                List<Long> kept = new ArrayList<>();
                ledger.shelf().versions(Long.MAX_VALUE - 1, n -> kept.add(n.sequence()));
                assertThat(kept.size() % BATCH).as("run %d: a half shelf", run).isZero();
            }
        }
    }

    /** The entries acknowledged before the kill, which comes so long after the first. */
    private static List<Long> runAndKill(String where, int milliseconds) throws IOException, InterruptedException {
        Process child = Jvm.running(Child.class, where).start();
        List<Long> acknowledged = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            acknowledged.add(Long.parseLong(lines.readLine()));
            Thread killer = Thread.ofVirtual().start(() -> end(child, milliseconds));
            for (String line = lines.readLine(); line != null; line = lines.readLine())
                if (line.endsWith(".")) acknowledged.add(Long.parseLong(line.substring(0, line.length() - 1)));
            killer.join();
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return acknowledged;
    }

    private static void end(Process child, int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        child.toHandle()
                .destroyForcibly(); // the process itself would close our end of its output, with lines still in it
    }

    /** Adds, judges and derives until somebody ends it, and names each entry that is safe; a full stop ends a whole line. */
    static final class Child {
        public static void main(String[] args) {
            try (Ledger ledger = Ledgers.open(args[0], Clock.systemUTC())) {
                System.out.println(ledger.last());
                System.out.flush();
                if (ledger.last() == 0) ledger.shelf().clear("test");
                while (true) {
                    long first = ledger.last();
                    ledger.add(IntStream.range(0, BATCH)
                            .mapToObj(i ->
                                    LedgerSamples.page("p" + (first + i), "page " + i + " ".repeat((int) first % 4000)))
                            .map(Addition::of)
                            .toList());
                    say(ledger.last());
                    Anchor anchor = new Anchor("p" + first, "page", "", " 0", "figure", Optional.of("killed"));
                    Decision decision = first % 2 == 0 ? Decision.ACCEPTED : Decision.REJECTED;
                    say(ledger.append(new ClaimJudged(anchor, decision, Optional.empty(), "ana", "seen"))
                            .sequence());
                    ledger.shelf()
                            .put(IntStream.range(0, BATCH)
                                    .mapToObj(i -> new Shelf.Sheet(
                                            first + i + 1,
                                            "p" + (first + i),
                                            new byte[9],
                                            new byte[9],
                                            i,
                                            new long[] {1, i + 2},
                                            ""))
                                    .toList());
                }
            }
        }

        private static void say(long sequence) {
            System.out.println(sequence + ".");
            System.out.flush();
        }
    }
}
