package org.sitrep.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.sitrep.ledger.Ledger;

/** An earlier state of a ledger as it is named on the command line: by a day or by an entry's number. */
final class Since {
    private Since() {}

    /**
     * The number of the last entry of the state; 0 for an empty ledger.
     *
     * @throws Failure if {@code words} are neither a day nor a number
     */
    static long number(String words, Ledger open) {
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
