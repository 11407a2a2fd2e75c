package org.sitrep.language;

/**
 * One meaning of a word or phrase in a language pack.
 *
 * @param category the word class of {@code words/*.yaml} ("number", "hedge", "people", "verb" …)
 * @param id canonical id inside the category ("1000", "about", "soldiers", "kill")
 * @param form grammatical form for classes that have forms ("past", "part"), else empty
 */
public record Sense(String category, String id, String form) {
    /** Whether this is of {@code category}. */
    public boolean of(String wanted) {
        return category.equals(wanted);
    }
}
