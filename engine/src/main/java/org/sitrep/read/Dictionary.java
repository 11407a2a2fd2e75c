package org.sitrep.read;

import java.util.Arrays;
import org.sitrep.language.Fold;

/** Every word that the vocabulary knows, found by the characters of a text without making a string of them. */
final class Dictionary {
    /** A known word; {@link #UNKNOWN} for all others. */
    static final class Entry {
        private final String form;
        private long languages;
        private final Phrases.Node phrases = new Phrases.Node();

        private Entry(String form) {
            this.form = form;
        }

        /** The folded word. */
        String form() {
            return form;
        }

        /** A bit for each language of which it is a function word. */
        long languages() {
            return languages;
        }

        /** Where the phrases that start with it go on. */
        Phrases.Node phrases() {
            return phrases;
        }

        void functionWordOf(long language) {
            languages |= language;
        }
    }

    static final Entry UNKNOWN = new Entry("");
    private Entry[] table = filled(1024);
    /** The hash of each entry's form, beside it: most words that meet in a slot are told apart without a look at their letters. */
    private int[] hashes = new int[1024];

    private int size;

    private static Entry[] filled(int n) {
        Entry[] out = new Entry[n];
        Arrays.fill(out, UNKNOWN);
        return out;
    }

    /** The entry of a folded word, made where there is none. */
    Entry add(String form) {
        Entry known = find(form, 0, form.length());
        if (known != UNKNOWN) return known;
        if (++size * 3 > table.length) grow();
        Entry made = new Entry(form);
        put(made);
        return made;
    }

    private void grow() {
        Entry[] old = table;
        table = filled(old.length * 2);
        hashes = new int[table.length];
        for (Entry e : old) if (e != UNKNOWN) put(e);
    }

    private void put(Entry e) {
        int hash = hash(e.form, 0, e.form.length());
        int at = slot(hash);
        while (table[at] != UNKNOWN) at = at + 1 & table.length - 1;
        table[at] = e;
        hashes[at] = hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & table.length - 1;
    }

    /** The entry of the word that stands from {@code from} (inclusive) to {@code to} (exclusive), whatever its case. */
    Entry find(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) return folded(Fold.form(text.substring(from, to)));
            hash = hash * 31 + lower(c);
        }
        return look(text, from, to, hash);
    }

    private Entry folded(String form) {
        return look(form, 0, form.length(), hash(form, 0, form.length()));
    }

    private Entry look(String text, int from, int to, int hash) {
        for (int at = slot(hash); table[at] != UNKNOWN; at = at + 1 & table.length - 1)
            if (hashes[at] == hash && same(table[at].form, text, from, to)) return table[at];
        return UNKNOWN;
    }

    private static boolean same(String form, String text, int from, int to) {
        if (form.length() != to - from) return false;
        for (int i = from; i < to; i++) if (form.charAt(i - from) != lower(text.charAt(i))) return false;
        return true;
    }

    private static int hash(String text, int from, int to) {
        int h = 0;
        for (int i = from; i < to; i++) h = h * 31 + lower(text.charAt(i));
        return h;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }
}
