package org.sitrep.language;

import java.util.Set;

/** A few categories of the lexicon that are asked for together. */
public final class Categories {
    /** By the number of a category, whether it is one of them. */
    private final boolean[] numbers;

    private final long mark;

    private Categories(Set<String> names) {
        long all = 0;
        int most = -1;
        for (String name : names) {
            all |= Sense.mark(name);
            most = Math.max(most, Sense.number(name));
        }
        this.mark = all;
        this.numbers = new boolean[most + 1];
        for (String name : names) numbers[Sense.number(name)] = true;
    }

    /** These categories. */
    public static Categories of(Set<String> names) {
        return new Categories(names);
    }

    /** These categories. */
    public static Categories of(String... names) {
        return new Categories(Set.of(names));
    }

    /** Whether the match is of one of them. */
    public boolean has(Match match) {
        int number = match.sense().number();
        return number < numbers.length && numbers[number];
    }

    /** All their {@link Sense#mark marks}. */
    long mark() {
        return mark;
    }
}
