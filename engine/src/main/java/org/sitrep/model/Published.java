package org.sitrep.model;

/**
 * When something was published and how that is known.
 *
 * @param date the day (or month) of publication
 * @param from where it was found
 * @param why in words, what it rests on: the metadata field, the address part, the sentence
 */
public record Published(Edtf date, From from, String why) {
    /** Where a publication date was found, most trusted first. */
    public enum From implements Code {
        GIVEN,
        META,
        URL,
        TEXT,
        INFERRED
    }
}
