package org.sitrep.language;

/**
 * One meaning of a word or phrase in a language pack.
 *
 * @param category the word class of {@code words/*.yaml} ("number", "hedge", "people", "verb" …)
 * @param id canonical id inside the category ("1000", "about", "soldiers", "kill")
 * @param form grammatical form for classes that have forms ("past", "part"), else empty
 */
public record Sense(String category, String id, String form) {
    /** The categories' names are few and compared with words of the program all the time: one copy of each makes that cheap. */
    public Sense {
        category = category.intern();
    }

    /** One of 64 bits for a category; two categories may share one, so that a set bit says no more than "perhaps". */
    static long mark(String category) {
        return 1L << (category.hashCode() * 0x9E3779B9 >>> 26);
    }

    long mark() {
        return mark(category);
    }

    /** Whether this is of {@code category}. */
    public boolean of(String wanted) {
        return category.equals(wanted);
    }
}
