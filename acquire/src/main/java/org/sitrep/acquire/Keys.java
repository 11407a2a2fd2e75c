package org.sitrep.acquire;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.sitrep.acquire.Acquired.Arrived;
import org.sitrep.acquire.Acquired.Unreadable;
import org.sitrep.model.Page;

/**
 * Holds the keys of one run apart: the same bytes once, other bytes under the same key as {@code key~2}, or as another version
 * where the key is an address at which both were found. Keeps a few dozen bytes for each page: an archive has millions.
 */
final class Keys {
    /** So many places of first pages are remembered for messages. */
    private static final int REMEMBERED = 10_000;

    private final Seen seen = new Seen();
    private final Map<String, String> firsts = new HashMap<>();

    /**
     * What to pass on for {@code arrived}: nothing for a repetition, else the page, under a key of its own where need be.
     *
     * @param found whether its key is the address at which it was found, so that other bytes are another version
     */
    Outcome admit(Arrived arrived, String where, boolean found) {
        Page page = arrived.page();
        if (!seen.add(page.key(), page.version())) return new Outcome(Optional.empty(), Optional.empty());
        boolean first = seen.versions(page.key()) == 1;
        if (first && firsts.size() < REMEMBERED) firsts.put(page.key(), where);
        if (first || found) return new Outcome(Optional.of(arrived), Optional.empty());
        int n = 2;
        while (seen.versions(page.key() + "~" + n) > 0) n++;
        String other = page.key() + "~" + n;
        seen.add(other, page.version());
        String at = firsts.containsKey(page.key()) ? " at " + firsts.get(page.key()) : "";
        return clash(arrived, other, where, at);
    }

    private static Outcome clash(Arrived arrived, String other, String where, String first) {
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
                "the page id \u201c" + page.key() + "\u201d already stands for other bytes" + first,
                "both are kept, this one as \u201c" + other + "\u201d; give each page its own id");
        return new Outcome(Optional.of(new Arrived(renamed, arrived.original())), Optional.of(notice));
    }

    /**
     * @param arrived the page to read; empty for a repetition
     * @param notice what the user must be told
     */
    record Outcome(Optional<Arrived> arrived, Optional<Unreadable> notice) {}
}
