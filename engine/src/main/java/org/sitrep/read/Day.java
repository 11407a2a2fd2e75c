package org.sitrep.read;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.model.Span;

/**
 * A calendar day as a text names it.
 *
 * @param span from its first to its last word, weekday included
 * @param from index of the first word
 * @param to index after the last word
 * @param year empty where the text has none
 * @param month 1 to 12
 * @param day 1 to 31
 * @param weekday the weekday named with it
 * @param time whether a clock time follows
 * @param swapped whether month and day could also be read the other way round
 */
record Day(
        Span span,
        int from,
        int to,
        OptionalInt year,
        int month,
        int day,
        Optional<DayOfWeek> weekday,
        boolean time,
        boolean swapped) {

    /** The date, where the year is named and the day exists. */
    Optional<LocalDate> date() {
        return year.isPresent() ? in(year.getAsInt()) : Optional.empty();
    }

    /** This day in another year; empty where there is no such day. */
    Optional<LocalDate> in(int otherYear) {
        try {
            return Optional.of(LocalDate.of(otherYear, month, day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The date in the year {@code y} or one beside it in which the named weekday agrees; the weekday must be named. */
    Optional<LocalDate> nearYear(int y) {
        for (int candidate : new int[] {y, y + 1, y - 1}) {
            Optional<LocalDate> found = in(candidate);
            if (weekday.isPresent() && found.isPresent() && found.get().getDayOfWeek() == weekday.get()) return found;
        }
        return Optional.empty();
    }

    /** Whether the named weekday is that of the date. */
    boolean agrees() {
        return weekday.isEmpty() || date().isEmpty() || date().get().getDayOfWeek() == weekday.get();
    }
}
