package org.sitrep.reconcile;

import java.util.Optional;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * The whole numbers that an amount may mean; for comparison only, never shown.
 *
 * @param low inclusive
 * @param high inclusive; {@link Long#MAX_VALUE} where open
 * @param near the highest number a reader would expect behind the words: "more than 1,300" allows 9,000, but nobody who counted
 *     9,000 says so
 */
record Interval(long low, long high, long near) {
    /** Empty for "some" and for units, which stand for no number that could be compared. */
    static Optional<Interval> of(Amount amount) {
        if (amount.low().isPresent()) {
            long high = amount.high().orElse(amount.low().getAsLong());
            return Optional.of(new Interval(amount.low().getAsLong(), high, high));
        }
        Qualifier q = amount.qualifier();
        if (amount.value().isPresent()) return Optional.of(stated(amount.value().getAsLong(), q));
        if (q.least().isEmpty()) return Optional.empty();
        return Optional.of(new Interval(
                q.least().getAsLong(), q.most().getAsLong(), q.most().getAsLong()));
    }

    private static Interval stated(long v, Qualifier qualifier) {
        long slack = v / 20;
        return switch (qualifier) {
            case ABOUT, NEARLY -> new Interval(v - slack, v + slack, v + slack);
            case AT_LEAST -> new Interval(v, Long.MAX_VALUE, v + v / 10);
            case MORE_THAN -> new Interval(v + 1, Long.MAX_VALUE, v + 1 + v / 10);
            case AT_MOST, UP_TO -> new Interval(0, v, v);
            case LESS_THAN -> new Interval(0, v - 1, v - 1);
            case EXACT, RANGE, DOZENS, SCORES, HUNDREDS, THOUSANDS, TENS_OF_THOUSANDS, SOME, UNIT ->
                new Interval(v, v, v);
        };
    }

    boolean meets(Interval other) {
        return low <= other.high && other.low <= high;
    }

    /** Whether every number of this lies under every number of {@code other}. */
    boolean below(Interval other) {
        return high < other.low;
    }

    /** Whether this would be read as the smaller one, open ends apart. */
    boolean readsBelow(Interval other) {
        return near < other.low;
    }
}
