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
        return amount.value().isPresent()
                ? Optional.of(stated(amount.value().getAsLong(), amount.qualifier()))
                : word(amount.qualifier());
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

    private static Optional<Interval> word(Qualifier word) {
        return switch (word) {
            case DOZENS -> Optional.of(new Interval(20, 99, 99));
            case SCORES -> Optional.of(new Interval(40, 199, 199));
            case HUNDREDS -> Optional.of(new Interval(100, 999, 999));
            case THOUSANDS -> Optional.of(new Interval(1000, 9999, 9999));
            case TENS_OF_THOUSANDS -> Optional.of(new Interval(10_000, 99_999, 99_999));
            case EXACT, ABOUT, NEARLY, AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, UP_TO, RANGE, SOME, UNIT ->
                Optional.empty();
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
