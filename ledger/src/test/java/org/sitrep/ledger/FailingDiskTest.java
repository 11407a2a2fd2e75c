package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.model.Page;

/**
 * Disks that fill up, fail in the middle of a batch, lose the end of a file or turn bits over: what was acknowledged is there, nothing half is, and the message
 * says what happened. Full disks are small file systems in memory, mounted where that is allowed; failing writes are those beyond a limit on the size of files.
 */
class FailingDiskTest {
    private static final int BATCH = 7;
    private static final int PAGE = 9_000;

    @TempDir
    Path folder;

    @Test
    void aProcessThatIsKilledWhileItsDiskIsFullLosesNothing() throws IOException, InterruptedException {
        Path disk = disk("3m");
        try {
            String where = disk.resolve("crisis.db").toString();
            for (int run = 0; run < 3; run++) {
                List<String> said = lines(where, 2 + run, "");
                assertThat(said).anyMatch(l -> l.contains("the disk is full; make room and add again"));
                soundUpTo(where, said);
            }
            command("mount", "-o", "remount,size=9m", disk.toString());
            try (Ledger ledger = Ledgers.open(where, Clock.systemUTC())) {
                long before = ledger.last();
                ledger.add(batch(before));
                assertThat(ledger.last()).isEqualTo(before + BATCH);
                assertThat(ledger.verify()).isEmpty();
            }
        } finally {
            command("umount", disk.toString());
        }
    }

    @Test
    void aWriteThatFailsInTheMiddleOfABatchIsNamedAndLeavesNothingHalf() throws IOException, InterruptedException {
        for (int blocks : List.of(5_000, 7_500, 10_000)) {
            String where = folder.resolve("limit-" + blocks + ".db").toString();
            List<String> said = lines(where, 3, "ulimit -f " + blocks + "; ");
            assertThat(said)
                    .as("%d blocks", blocks)
                    .anyMatch(l -> l.contains("the disk failed (") && l.contains("check the disk"));
            assertThat(said).noneMatch(l -> l.contains("please report it"));
            soundUpTo(where, said);
        }
    }

    @Test
    @Tag("slow")
    void aPostgresServerOnAFullDiskLosesNothing() throws IOException, InterruptedException {
        Path disk = disk("150m");
        Files.setPosixFilePermissions(disk, PosixFilePermissions.fromString("rwxrwxrwx"));
        try {
            List<String> said;
            try (EmbeddedPostgres server = server(disk)) {
                said = lines("postgresql://postgres@localhost:" + server.getPort() + "/postgres", 4, "");
            }
            assertThat(said).anyMatch(l -> l.startsWith("!"));
            assertThat(said).noneMatch(l -> l.contains("please report it"));
            command("mount", "-o", "remount,size=400m", disk.toString());
            try (EmbeddedPostgres server = server(disk)) {
                soundUpTo("postgresql://postgres@localhost:" + server.getPort() + "/postgres", said);
            }
        } finally {
            command("umount", disk.toString());
        }
    }

    private static EmbeddedPostgres server(Path disk) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(disk.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "off") // the ledger does not leave it so
                .start();
    }

    /** Each length at which the log may end after a power cut: the entries are the first so many, whole batches all. */
    @Test
    void aLogThatIsCutOffLosesOnlyItsEnd() throws IOException {
        Path file = folder.resolve("crisis.db");
        Path copy = folder.resolve("copy.db");
        Path log = folder.resolve("copy.db-wal");
        byte[] whole;
        try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            for (int i = 0; i < 5; i++) ledger.add(batch(ledger.last()));
            Files.copy(file, copy);
            whole = Files.readAllBytes(folder.resolve("crisis.db-wal"));
        }
        byte[] base = Files.readAllBytes(copy);
        long longest = 0;
        for (int end = 0; end <= whole.length; end += whole.length / 40) {
            Files.write(copy, base);
            Files.write(log, Arrays.copyOf(whole, end));
            Files.deleteIfExists(folder.resolve("copy.db-shm"));
            try (Ledger ledger = SqliteLedger.open(copy, Clock.systemUTC())) {
                assertThat(ledger.verify()).as("%d bytes", end).isEmpty();
                assertThat(ledger.last() % BATCH)
                        .as("%d bytes: a half batch", end)
                        .isZero();
                assertThat(ledger.last()).as("%d bytes", end).isGreaterThanOrEqualTo(longest);
                longest = ledger.last();
            }
        }
        assertThat(longest).isBetween(4L * BATCH, 5L * BATCH);
    }

    /** Nobody notices a bit that nothing needs; every other makes {@code verify} or the opening say so, and nothing ends in an exception that is no message. */
    @Test
    void bitsTurnedOverInTheFileShow() throws IOException {
        Path file = folder.resolve("crisis.db");
        List<Page> pages = new ArrayList<>();
        try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            ledger.add(batch(0));
            ledger.pages(pages::add);
        }
        byte[] whole = Files.readAllBytes(file);
        int noticed = 0;
        for (int run = 0; run < 150; run++) {
            byte[] turned = whole.clone();
            SplittableRandom random = new SplittableRandom(run);
            turned[random.nextInt(turned.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, turned, java.nio.file.StandardOpenOption.TRUNCATE_EXISTING);
            try (Ledger ledger = SqliteLedger.openToRead(file)) {
                List<Page> read = new ArrayList<>();
                boolean sound = ledger.verify().isEmpty();
                if (!sound) noticed++;
                else {
                    ledger.pages(read::add);
                    assertThat(read).as("run %d", run).isEqualTo(pages);
                }
            } catch (LedgerProblem named) {
                noticed++;
                assertThat(named)
                        .hasMessageContaining(file.toString())
                        .message()
                        .doesNotContain("please report it");
            }
        }
        assertThat(noticed).isGreaterThan(40);
    }

    private static List<Addition> batch(long first) {
        return IntStream.range(0, BATCH)
                .mapToObj(i -> Addition.of(LedgerSamples.page("p" + (first + i), "page " + i + noise(first + i))))
                .toList();
    }

    /** What no database makes smaller. */
    private static String noise(long seed) {
        return new SplittableRandom(seed)
                .ints(PAGE, ' ', '~')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Every acknowledged entry is there, and only whole batches are. */
    private static void soundUpTo(String where, List<String> said) {
        try (Ledger ledger = Ledgers.open(where, Clock.systemUTC())) {
            assertThat(ledger.verify()).isEmpty();
            long acknowledged = said.stream()
                    .filter(l -> l.matches("\\d+[.]"))
                    .mapToLong(l -> Long.parseLong(l.substring(0, l.length() - 1)))
                    .max()
                    .orElse(0);
            assertThat(ledger.last()).isGreaterThanOrEqualTo(acknowledged);
            assertThat(ledger.last() % BATCH).isZero();
        }
    }

    private Path disk(String size) throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString()),
                "no disk may be mounted here");
        return disk;
    }

    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a process says that adds batch after batch, until it failed so many times and is killed; whole lines only. */
    private static List<String> lines(String where, int failures, String before)
            throws IOException, InterruptedException {
        ProcessBuilder builder = Jvm.running(Child.class, where);
        builder.command().addAll(0, List.of("/bin/sh", "-c", before + "exec \"$0\" \"$@\""));
        Process child = builder.start();
        List<String> said = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            int failed = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("!") && ++failed == failures)
                    child.toHandle().destroyForcibly(); // the process itself would close our end of its output
            }
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return said;
    }

    /** Adds batches and names the last entry of each, or the problem, and goes on. */
    static final class Child {
        public static void main(String[] args) throws InterruptedException {
            while (true) {
                try (Ledger ledger = Ledgers.open(args[0], Clock.systemUTC())) {
                    while (true) {
                        ledger.add(batch(ledger.last()));
                        System.out.println(ledger.last() + ".");
                        System.out.flush();
                    }
                } catch (LedgerProblem problem) {
                    System.out.println("! " + problem.getMessage());
                    System.out.flush();
                    Thread.sleep(20);
                }
            }
        }
    }
}
