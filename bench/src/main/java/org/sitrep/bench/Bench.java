package org.sitrep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * {@code sitrep bench accuracy} writes ACCURACY.md, {@code sitrep bench speed} writes PERFORMANCE.md, both from what is measured
 * there and then; {@code -Ppeers} behind either adds SUTime on the same pages.
 */
public final class Bench {
    private Bench() {}

    /** @param args {@code accuracy} or {@code speed}, then perhaps {@code -Ppeers}; exit code 2 for anything else */
    public static void main(String[] args) throws Exception {
        Path home = Path.of(System.getProperty("sitrep.home", ".")).toAbsolutePath().normalize();
        if (args.length >= 2 && args.length <= 3 && args[0].equals("ledger")) {
            System.out.print(new LedgerSize(Integer.parseInt(args[1]), args.length == 3 ? Optional.of(args[2]) : Optional.empty()).report());
            return;
        }
        if (args.length == 2 && args[0].equals("cluster")) {
            System.out.print(new ClusterSpeed(home).report(Integer.parseInt(args[1]), 3));
            return;
        }
        if (args.length >= 2 && args[0].equals("growth")) {
            System.out.print(new Growth(home).report(Arrays.stream(args).skip(1).map(Integer::valueOf).toList()));
            return;
        }
        if (args.length >= 1 && args.length <= 2 && args[0].equals("web")) {
            System.out.print(new WebSpeed(home, List.of(args).subList(1, args.length)).report());
            return;
        }
        boolean peers = args.length == 2 && args[1].equals("-Ppeers");
        switch (args.length == 1 || peers ? args[0] : "") {
            case "accuracy" -> write(home.resolve("ACCURACY.md"), new Accuracy(home).report() + (peers ? new Peers(home).section() : ""));
            case "speed" -> write(home.resolve("PERFORMANCE.md"), new Speed(home).report() + (peers ? new Peers(home).section() : ""));
            default -> {
                System.err.println("usage: sitrep bench accuracy [-Ppeers]   (writes ACCURACY.md)\n       sitrep bench speed [-Ppeers]      (writes PERFORMANCE.md; about a quarter of an hour)\n       sitrep bench ledger N [ADDRESS]   (what a ledger of N generated pages costs; ADDRESS of a new PostgreSQL database, else SQLite)\n       sitrep bench growth N...          (seconds for N generated pages each; a million takes about a quarter of an hour)\n       sitrep bench cluster N            (one process against a cluster on this machine, N generated pages)\n       sitrep bench web [LEDGER]         (server start, page weight, answers under load from a second process)\n-Ppeers fetches SUTime (GPL, about 500 MB) and runs it on the same pages");
                System.exit(2);
            }
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
        System.out.println(text);
        System.err.println("written: " + file);
    }
}
