package org.sitrep.acquire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Page;

/** Holds the keys of one run apart: the same bytes once, other bytes under the same key as {@code key~2}. */
final class Keys {
    private record First(String version, String where) {}

    private final Map<String, First> seen = new HashMap<>();

    /** What to pass on for {@code arrived}: nothing for a repetition, else the page under a key of its own. */
    Outcome admit(Arrived arrived, String where) {
        Page page = arrived.page();
        First first = seen.putIfAbsent(page.key(), new First(page.version(), where));
        if (first == null) return new Outcome(Optional.of(arrived), Optional.empty());
        if (first.version.equals(page.version())) return new Outcome(Optional.empty(), Optional.empty());
        for (int n = 2; ; n++) {
            String other = page.key() + "~" + n;
            First taken = seen.putIfAbsent(other, new First(page.version(), where));
            if (taken == null) return clash(arrived, other, first.where, where);
            if (taken.version.equals(page.version())) return new Outcome(Optional.empty(), Optional.empty());
        }
    }

    private static Outcome clash(Arrived arrived, String other, String first, String where) {
        Page page = arrived.page();
        Page renamed = new Page(
                other,
                page.version(),
                page.format(),
                page.content(),
                page.address(),
                page.language(),
                page.published(),
                page.damage());
        Unreadable notice = new Unreadable(
                where,
                "the page id \u201c" + page.key() + "\u201d already stands for other bytes at " + first,
                "both are kept, this one as \u201c" + other + "\u201d; give each page its own id");
        return new Outcome(Optional.of(new Arrived(renamed, arrived.original())), Optional.of(notice));
    }

    /**
     * @param arrived the page to read; empty for a repetition
     * @param notice what the user must be told
     */
    record Outcome(Optional<Arrived> arrived, Optional<Unreadable> notice) {}
}
