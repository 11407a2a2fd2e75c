package org.sitrep.model;

import java.util.OptionalLong;

/** How a page hedges a number, or the vague word that stands for one. A hedge is never dropped and a vague word never becomes an integer. */
public enum Qualifier implements Code {
    EXACT,
    ABOUT,
    NEARLY,
    AT_LEAST,
    MORE_THAN,
    AT_MOST,
    LESS_THAN,
    UP_TO,
    RANGE,
    DOZENS(20, 99),
    SCORES(40, 199),
    HUNDREDS(100, 999),
    THOUSANDS(1000, 9999),
    TENS_OF_THOUSANDS(10_000, 99_999),
    SOME,
    UNIT;

    private final OptionalLong least;
    private final OptionalLong most;

    Qualifier() {
        least = OptionalLong.empty();
        most = OptionalLong.empty();
    }

    Qualifier(long least, long most) {
        this.least = OptionalLong.of(least);
        this.most = OptionalLong.of(most);
    }

    /** Whether it stands in place of a number. */
    public boolean vague() {
        return ordinal() >= DOZENS.ordinal();
    }

    /** The least that a vague word may mean, inclusive, as {@code docs/relations.md} defines it; empty for others. For comparison only. */
    public OptionalLong least() {
        return least;
    }

    /** The most that it may mean, inclusive. */
    public OptionalLong most() {
        return most;
    }

    /** Whether there may be more than the number: "at least 80". */
    public boolean openAbove() {
        return this == AT_LEAST || this == MORE_THAN;
    }

    /** Whether there may be fewer than the number, and no more: "up to 80". */
    public boolean openBelow() {
        return this == AT_MOST || this == LESS_THAN || this == UP_TO;
    }

    /** Whether the number is given roughly: "about 80". */
    public boolean rough() {
        return this == ABOUT || this == NEARLY;
    }
}
