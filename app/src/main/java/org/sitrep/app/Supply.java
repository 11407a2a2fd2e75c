package org.sitrep.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.acquire.fetch.Network;
import org.sitrep.judge.Judgement;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.model.Page;

/** Where pages come from: files, folders and ledgers. */
final class Supply {
    private Supply() {}

    /**
     * Every page that {@code arguments} name, in order.
     *
     * @param network who fetches addresses; without one they are refused
     * @param knownAt of ledgers, only what they knew when this entry was their last
     * @return judgements that the ledgers hold, ledger by ledger
     */
    static List<Judgement> read(
            List<String> arguments, Optional<Network> network, OptionalLong knownAt, Consumer<Acquired> sink) {
        Inputs inputs = new Inputs(sink);
        List<Judgement> judgements = new ArrayList<>();
        for (String argument : arguments) {
            if (Network.isAddress(argument) && network.isPresent())
                network.get().fetch(argument, sink);
            else if (Network.isAddress(argument))
                sink.accept(new Acquired.Unreadable(
                        argument,
                        "is an address, and this command opens no network",
                        "fetch it with `sitrep add LEDGER " + argument + "`"));
            else if (Ledgers.is(argument)) judgements.addAll(ledger(argument, knownAt, sink));
            else if (knownAt.isPresent())
                throw new Failure(
                        Failure.USAGE,
                        argument + ": is no ledger, and --known-at asks what a ledger knew; leave out one of the two");
            else inputs.read(argument);
        }
        return judgements;
    }

    private static List<Judgement> ledger(String where, OptionalLong knownAt, Consumer<Acquired> sink) {
        try (Ledger ledger = Ledgers.openToRead(where)) {
            Consumer<Page> arrived = page -> sink.accept(new Acquired.Arrived(page, Optional.empty()));
            if (knownAt.isPresent()) ledger.pages(knownAt.getAsLong(), arrived);
            else ledger.pages(arrived);
            return ledger.judgements(knownAt.orElse(Long.MAX_VALUE));
        }
    }

    /** Bytes in all that {@code arguments} name, for the progress bar only; 0 where it cannot be told. */
    static long size(List<String> arguments) {
        long sum = 0;
        for (String argument : arguments) {
            if (Network.isAddress(argument)) return 0;
            try (Stream<Path> files = Files.walk(Path.of(argument))) {
                sum += files.filter(Files::isRegularFile)
                        .mapToLong(f -> f.toFile().length())
                        .sum();
            } catch (IOException | java.io.UncheckedIOException e) {
                return 0; // the reading itself will name the fault
            }
        }
        return sum;
    }
}
