package org.sitrep.extract.times;

/** What may be known of a calendar time, coarse before fine. */
public enum Field {
    /** Hundreds of the year: 19 for the twentieth century. */
    CENTURY,
    /** Tens of the year: 198 for the eighties; a single digit while the century is not known. */
    DECADE,
    /** Four digits. */
    YEAR,
    /** 1 or 2. */
    HALF,
    /** 1 to 4. */
    QUARTER,
    /** 1 spring, 2 summer, 3 autumn, 4 winter. */
    SEASON,
    /** 1 to 12. */
    MONTH,
    /** ISO 8601 week of the week-based year that stands in {@link #YEAR}. */
    WEEK,
    /** 1: the Saturday and Sunday of {@link #WEEK}. */
    WEEKEND,
    /** Day of the month. */
    DAY,
    /** ISO 8601 day of the week, 1 Monday. */
    WEEKDAY,
    /** Which such {@link #WEEKDAY} of {@link #MONTH}: 4 for its fourth Thursday. */
    NTH,
    /** Part of the day, an index into {@link #PARTS}. */
    PART,
    HOUR,
    MINUTE,
    SECOND,
    /** Minutes east of UTC. */
    ZONE,
    /** 1: a night named by the day it leads into ("the night to Thursday"), under which the press files what happens in it. */
    INTO;

    /** TIMEX3 codes of the parts of a day: morning, midday, afternoon, evening, night, daytime. */
    static final java.util.List<String> PARTS = java.util.List.of("MO", "MI", "AF", "EV", "NI", "DT");

    /** TIMEX3 codes of seasons and their first month. */
    static final java.util.List<String> SEASONS = java.util.List.of("SP", "SU", "FA", "WI");

    private final String key = name().toLowerCase(java.util.Locale.ROOT);

    /** Its name in rules. */
    String key() {
        return key;
    }

    /** Whether it tells a time within a day. */
    boolean clock() {
        return ordinal() >= PART.ordinal();
    }
}
