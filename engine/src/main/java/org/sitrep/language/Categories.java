package org.sitrep.language;

import java.util.Set;

/** A few categories of the lexicon that are asked for together. */
public final class Categories {
    private final Set<String> names;
    private final long mark;

    private Categories(Set<String> names) {
        this.names = Set.copyOf(names);
        long all = 0;
        for (String name : names) all |= Sense.mark(name);
        this.mark = all;
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
        return (mark & match.sense().mark()) != 0
                && names.contains(match.sense().category());
    }

    /** All their {@link Sense#mark marks}. */
    long mark() {
        return mark;
    }
}
