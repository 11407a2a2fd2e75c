package org.sitrep.model;

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
    DOZENS,
    SCORES,
    HUNDREDS,
    THOUSANDS,
    TENS_OF_THOUSANDS,
    SOME,
    UNIT;

    /** Whether it stands in place of a number. */
    public boolean vague() {
        return ordinal() >= DOZENS.ordinal();
    }
}
