package org.sitrep.language;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One meaning of a word or phrase in a language pack. */
public final class Sense {
    /** A number for each category's name: they are few, and asked for at every token. */
    private static final Map<String, Integer> NUMBERS = new ConcurrentHashMap<>();

    private final String category;
    private final String id;
    private final String form;
    private final long mark;
    private final int number;

    /**
     * @param category the word class of {@code words/*.yaml} ("number", "hedge", "people", "verb" …)
     * @param id canonical id inside the category ("1000", "about", "soldiers", "kill")
     * @param form grammatical form for classes that have forms ("past", "part"), else empty
     */
    public Sense(String category, String id, String form) {
        // Compared with words of the program all the time: one copy of each makes that cheap.
        this.category = category.intern();
        this.id = id;
        this.form = form;
        this.mark = mark(category);
        this.number = number(category);
    }

    /** The word class. */
    public String category() {
        return category;
    }

    /** The canonical id inside the category. */
    public String id() {
        return id;
    }

    /** The grammatical form, or empty. */
    public String form() {
        return form;
    }

    /** One of 64 bits for a category; two categories may share one, so that a set bit says no more than "perhaps". */
    static long mark(String category) {
        return 1L << (category.hashCode() * 0x9E3779B9 >>> 26);
    }

    long mark() {
        return mark;
    }

    /** The category's own number, the same for equal names in every pack; counted from 0 in the order in which they are met. */
    static int number(String category) {
        Integer known = NUMBERS.get(category);
        if (known != null) return known;
        synchronized (NUMBERS) {
            NUMBERS.putIfAbsent(category, NUMBERS.size());
        }
        return number(category);
    }

    int number() {
        return number;
    }

    /** Whether this is of {@code category}. */
    public boolean of(String wanted) {
        return category.equals(wanted);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sense s && category.equals(s.category) && id.equals(s.id) && form.equals(s.form);
    }

    @Override
    public int hashCode() {
        return (category.hashCode() * 31 + id.hashCode()) * 31 + form.hashCode();
    }

    @Override
    public String toString() {
        return category + "/" + id + (form.isEmpty() ? "" : "/" + form);
    }
}
