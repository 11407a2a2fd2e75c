package org.sitrep.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;

/** Where pages come from: files, folders and ledgers. */
final class Supply {
    private Supply() {}

    /** Every page that {@code arguments} name, in order. */
    static void read(List<String> arguments, Consumer<Acquired> sink) {
        Inputs inputs = new Inputs(sink);
        for (String argument : arguments) {
            if (!argument.equals("-") && SqliteLedger.isSqlite(Path.of(argument))) ledger(Path.of(argument), sink);
            else inputs.read(argument);
        }
    }

    private static void ledger(Path file, Consumer<Acquired> sink) {
        try (Ledger ledger = SqliteLedger.openToRead(file)) {
            ledger.pages(page -> sink.accept(new Acquired.Arrived(page, Optional.empty())));
        }
    }

    /** Bytes in all that {@code arguments} name, for the progress bar only; 0 where it cannot be told. */
    static long size(List<String> arguments) {
        long sum = 0;
        for (String argument : arguments) {
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                sum += files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
            } catch (IOException | java.io.UncheckedIOException e) {
                return 0; // the reading itself will name the fault
            }
        }
        return sum;
    }
}
