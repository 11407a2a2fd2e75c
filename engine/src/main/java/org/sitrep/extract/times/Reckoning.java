package org.sitrep.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What is known of the days of a text whose own day is not. It counts only where there is none.
 *
 * @param year the year of days told without one
 * @param month the month in which the text was published, 1 to 12
 * @param weekdays the day that is meant by a weekday told as past ("on Monday"), where other pages tell it
 */
public record Reckoning(OptionalInt year, OptionalInt month, Map<DayOfWeek, LocalDate> weekdays) {
    /** Nothing is known. */
    public static final Reckoning NONE = new Reckoning(OptionalInt.empty(), OptionalInt.empty(), Map.of());

    /** Copies its map. */
    public Reckoning {
        weekdays = Map.copyOf(weekdays);
    }

    /** No more than the year is known. */
    public static Reckoning of(OptionalInt year) {
        return new Reckoning(year, OptionalInt.empty(), Map.of());
    }

    /** No more than days that weekdays mean is known. */
    public static Reckoning of(Map<DayOfWeek, LocalDate> weekdays) {
        return new Reckoning(OptionalInt.empty(), OptionalInt.empty(), weekdays);
    }
}
