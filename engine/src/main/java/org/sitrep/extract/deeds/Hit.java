package org.sitrep.extract.deeds;

import java.util.List;

/** A concept of the category {@code deed} in a text. @param to exclusive @param form grammatical form where the words tell one */
record Hit(int from, int to, String id, String form) {
    /** The first token of some hits, of which there is one at least. */
    static int first(List<Hit> hits) {
        int first = Integer.MAX_VALUE;
        for (int k = 0; k < hits.size(); k++) first = Math.min(first, hits.get(k).from);
        return first;
    }

    /** The token behind the last of some hits, of which there is one at least. */
    static int last(List<Hit> hits) {
        int last = 0;
        for (int k = 0; k < hits.size(); k++) last = Math.max(last, hits.get(k).to);
        return last;
    }

    /** Whether one of {@code hits} shares a token with those from {@code from} to before {@code to}. */
    static boolean touches(List<Hit> hits, int from, int to) {
        for (int k = 0; k < hits.size(); k++) if (from < hits.get(k).to && hits.get(k).from < to) return true;
        return false;
    }
}
