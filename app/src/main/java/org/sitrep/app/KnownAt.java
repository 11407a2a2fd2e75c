package org.sitrep.app;

import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/** Which moment of a ledger is asked for. */
final class KnownAt {
    @Option(
            names = "--known-at",
            paramLabel = "ENTRY",
            description = "Of a ledger, use only what it knew when the entry of this number was its last.")
    Optional<Long> number = Optional.empty();

    /** The last entry to be used; empty: all are. */
    OptionalLong entry() {
        if (number.isPresent() && number.get() < 1)
            throw new Failure(Failure.USAGE, "--known-at " + number.get() + ": entries are numbered from 1");
        return number.map(OptionalLong::of).orElse(OptionalLong.empty());
    }
}
