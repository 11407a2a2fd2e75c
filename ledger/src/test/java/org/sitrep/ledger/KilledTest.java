package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger.Addition;

/** A process that adds pages is killed (SIGKILL) again and again: what it acknowledged is there, nothing half is. */
class KilledTest {
    private static final int BATCH = 7;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedBatchIsThereAndNoneIsHalf() throws IOException, InterruptedException {
        Path file = folder.resolve("crisis.db");
        int acknowledged = 0;
        for (int round = 0; round < 3; round++) {
            acknowledged = runAndKill(file, acknowledged, 5 + 3 * round);
            try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
                TreeSet<String> keys = new TreeSet<>();
                ledger.pages(page -> keys.add(page.key()));
                assertThat(keys.size() % BATCH).as("pages of a half batch").isZero();
                assertThat(keys).hasSizeGreaterThanOrEqualTo(BATCH * acknowledged);
                assertThat(ledger.verify()).isEmpty();
                acknowledged = keys.size() / BATCH;
            }
        }
    }

    /** The number of batches acknowledged before the kill. */
    private static int runAndKill(Path file, int from, int batches) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        file.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = from;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < batches; i++) last = Integer.parseInt(lines.readLine());
            child.destroyForcibly();
        }
        assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return last;
    }

    /** Adds batch after batch until somebody ends it, and says each that is safe. */
    static final class Child {
        public static void main(String[] args) {
            try (Ledger ledger = SqliteLedger.open(Path.of(args[0]), Clock.systemUTC())) {
                for (int batch = Integer.parseInt(args[1]); ; batch++) {
                    int first = batch * BATCH;
                    List<Addition> pages = IntStream.range(first, first + BATCH)
                            .mapToObj(i ->
                                    Addition.of(LedgerContract.page("p" + i, "page " + i + " ".repeat(i % 4000))))
                            .toList();
                    ledger.add(pages);
                    System.out.println(batch + 1);
                    System.out.flush();
                }
            }
        }
    }
}
