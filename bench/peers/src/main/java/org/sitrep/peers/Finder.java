package org.sitrep.peers;

import java.util.List;
import org.sitrep.model.Page;

/** A program that finds times in a text. */
interface Finder {
    /**
     * A time found.
     *
     * @param start in UTF-16 units, inclusive
     * @param end exclusive
     * @param type TIMEX3 type: DATE, TIME, DURATION, SET
     * @param value TIMEX3 value
     */
    record Time(int start, int end, String type, String value) {}

    /** What it is called in tables. */
    String name();

    /** Every time in the page's text, in text order, told relative to the day on which it was published. */
    List<Time> times(Page page) throws Exception;
}
