package org.sitrep.model;

/** A closed choice whose printed form is its lower-case canonical code ("at_least"), never translated. */
public interface Code {
    /** The enum constant's name. */
    String name();

    /** The code as the records print it. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
