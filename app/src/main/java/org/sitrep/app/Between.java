package org.sitrep.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.sitrep.ledger.Ledger;
import picocli.CommandLine.Option;

/** Which two states of a ledger are held against each other. */
final class Between {
    @Option(
            names = "--since",
            paramLabel = "DAY|ENTRY",
            description =
                    "The earlier state: before this day began, or when the entry of this number was the last; 0 for none.")
    Optional<String> since = Optional.empty();

    @Option(
            names = "--until",
            paramLabel = "ENTRY",
            description = "The later state: when the entry of this number was the last; without it, now.")
    Optional<Long> until = Optional.empty();

    /**
     * Numbers of the last entries of the two states.
     *
     * @param from 0 for an empty ledger
     */
    record Entries(long from, long to) {
        /** "from entry 40 to entry 52". */
        String told() {
            return from == 0 ? "up to entry " + to : "from entry " + from + " to entry " + to;
        }
    }

    /** The states of {@code open}; a command that needs none looks first whether any is {@link #asked}. */
    Entries entries(Ledger open) {
        String words = since.orElseThrow(() -> new Failure(Failure.USAGE, "--since names the earlier state"));
        Entries found = new Entries(number(words, open), until.orElse(open.last()));
        if (found.from() > found.to())
            throw new Failure(
                    Failure.USAGE,
                    "--since " + words + " is later than entry " + found.to() + ", the last that is looked at");
        return found;
    }

    /** Whether two states are asked for at all. */
    boolean asked() {
        if (since.isEmpty() && until.isPresent()) throw new Failure(Failure.USAGE, "--until goes with --since");
        return since.isPresent();
    }

    /** The number of the last entry of a state that is named by a day or by an entry's number. */
    private static long number(String words, Ledger open) {
        if (!words.isEmpty() && words.chars().allMatch(c -> c >= '0' && c <= '9') && words.length() < 18)
            return Long.parseLong(words);
        try {
            return open.lastBefore(LocalDate.parse(words));
        } catch (DateTimeParseException e) {
            throw new Failure(
                    Failure.USAGE,
                    "--since \u201c" + words + "\u201d is neither a day (2022-01-14) nor an entry's number (40)");
        }
    }
}
