package org.sitrep.model;

import java.util.OptionalLong;

/**
 * How many, as stated: one number, a range, or only a word.
 *
 * @param value the number; empty for a range or a vague word
 * @param low lower end of a range, inclusive
 * @param high upper end of a range, inclusive
 * @param qualifier the hedge, or the vague word's class
 */
public record Amount(OptionalLong value, OptionalLong low, OptionalLong high, Qualifier qualifier) {
    public static Amount of(long value, Qualifier qualifier) {
        return new Amount(OptionalLong.of(value), OptionalLong.empty(), OptionalLong.empty(), qualifier);
    }

    public static Amount range(long low, long high) {
        return new Amount(OptionalLong.empty(), OptionalLong.of(low), OptionalLong.of(high), Qualifier.RANGE);
    }

    public static Amount vague(Qualifier word) {
        return new Amount(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), word);
    }

    /** The same amount under another hedge. */
    public Amount with(Qualifier other) {
        return new Amount(value, low, high, other);
    }

    /** "2000", "7-9" or the vague word's code: equal for equal amounts whatever the hedge. */
    public String key() {
        if (value.isPresent()) return Long.toString(value.getAsLong());
        return low.isPresent() ? low.getAsLong() + "-" + high.orElse(low.getAsLong()) : qualifier.code();
    }
}
