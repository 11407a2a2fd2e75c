package org.sitrep.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/** What is known while a text is read in order: the page's date and the times told before. Not safe for several threads. */
final class Mentions {
    /** Sentences for which a quarter stays the one that is being compared. */
    static final int PERIOD = 12;
    /** Sentences within which an earlier quarter is told beside it. */
    private static final int ASIDE = 3;

    private final Optional<LocalDate> reference;
    private final Reckoning reckoning;
    private Fields day = Fields.NONE;
    private Fields last = Fields.NONE;
    private int dayAge;
    private int lastAge;
    private int ahead;
    private Fields quarter = Fields.NONE;
    private int quarterAge;

    /**
     * @param reference the page's day
     * @param reckoning what is known where the page's day is not
     */
    Mentions(Optional<LocalDate> reference, Reckoning reckoning) {
        this.reference = reference;
        this.reckoning = reckoning;
    }

    /** The year of a time that tells its month and no year: of a page of January, what began in December began the year before. */
    OptionalInt year(Fields told) {
        OptionalInt year = reckoning.year();
        OptionalInt month = reckoning.month();
        if (year.isEmpty() || month.isEmpty() || !told.has(Field.MONTH)) return year;
        int apart = told.get(Field.MONTH) - month.getAsInt();
        int years = apart > 0 && ahead <= 0 ? -1 : apart < 0 && ahead > 0 ? 1 : 0;
        return OptionalInt.of(year.getAsInt() + years);
    }

    /** The day that a weekday means where the page's date is unknown: of one that is still to come nothing is known. */
    Optional<LocalDate> weekday(DayOfWeek weekday) {
        return ahead > 0
                ? Optional.empty()
                : Optional.ofNullable(reckoning.weekdays().get(weekday));
    }

    /** The page's date. */
    Optional<LocalDate> reference() {
        return reference;
    }

    /** -1 where the expression looks back, 1 where it looks ahead, 0 where nothing tells. */
    int ahead() {
        return ahead;
    }

    void look(int direction) {
        ahead = direction;
    }

    /** A sentence begins. */
    void sentence() {
        dayAge++;
        lastAge++;
        quarterAge++;
    }

    void told(Fields told) {
        Fields fields = told.filed();
        if (!fields.has(Field.YEAR)) return;
        last = fields;
        lastAge = 0;
        if (fields.has(Field.QUARTER) && compared(fields)) {
            quarter = fields;
            quarterAge = 0;
        }
        if (!fields.has(Field.DAY)) return;
        day = fields;
        dayAge = 0;
    }

    /**
     * Whether a quarter that is told becomes the one that is being compared: not where "the fourth quarter will bring losses" while it
     * lasts, nor where "after a flat second quarter" stands beside the third.
     */
    private boolean compared(Fields told) {
        boolean lasts = reference
                .flatMap(day -> told.bounds().filter(b -> b[1].isAfter(day)))
                .isPresent();
        if (quarter(PERIOD).isEmpty()) return !(lasts && ahead > 0);
        boolean before = quarter(ASIDE)
                .flatMap(Fields::bounds)
                .filter(known -> told.bounds().orElseThrow()[1].isBefore(known[0]))
                .isPresent();
        return !lasts && !before;
    }

    /** A length was told: beside nine months or a year, what is compared is no quarter any more. */
    void lasted(Meaning.Length length) {
        Meaning.Length.Part part = length.parts().getFirst();
        boolean longer = part.unit() == Unit.YEAR && part.count() == 1 || part.unit() == Unit.MONTH && part.count() > 3;
        if (longer) quarter = Fields.NONE;
    }

    /** The last day told, at most so many sentences ago. */
    Optional<Fields> day(int sentences) {
        return dayAge <= sentences && day.has(Field.DAY) ? Optional.of(day) : Optional.empty();
    }

    /** The last quarter told, at most so many sentences ago. */
    Optional<Fields> quarter(int sentences) {
        return quarterAge <= sentences && quarter.has(Field.QUARTER) ? Optional.of(quarter) : Optional.empty();
    }

    /** The last time told that has a year, at most so many sentences ago. */
    Optional<Fields> last(int sentences) {
        return lastAge <= sentences && last.has(Field.YEAR) ? Optional.of(last) : Optional.empty();
    }
}
