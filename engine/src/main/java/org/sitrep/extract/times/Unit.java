package org.sitrep.extract.times;

import java.util.Locale;

/** Units in which lengths of time are told. */
public enum Unit {
    SECOND("S", 0),
    MINUTE("M", 0),
    HOUR("H", 0),
    DAY("D", 1),
    WEEKEND("WE", 2),
    WEEK("W", 7),
    MONTH("M", 30),
    QUARTER("Q", 91),
    HALF("H", 182),
    YEAR("Y", 365),
    DECADE("E", 3652),
    CENTURY("C", 36524);

    private final String letter;
    private final int days;

    Unit(String letter, int days) {
        this.letter = letter;
        this.days = days;
    }

    /** The designator in ISO 8601 durations, with TIMEX3's own for weekends, quarters, decades and centuries. */
    public String letter() {
        return letter;
    }

    /** Days in one such unit, rounded; 0 for units below the day. */
    public int days() {
        return days;
    }

    /** Whether it is counted behind the T of an ISO 8601 duration. */
    public boolean clock() {
        return ordinal() <= HOUR.ordinal();
    }

    /** The unit of a pack's id ("week"). @throws IllegalArgumentException where there is none */
    static Unit of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }
}
