package org.sitrep.language;

import org.jspecify.annotations.Nullable;

/**
 * Words by their folded forms, found by the characters of a text without making a string of them: an open-addressed table with the
 * hashes beside it, so that most words that meet in a slot are told apart without a look at their letters. Filled by one thread, read by
 * several.
 */
final class WordTable<W> {
    /** A letter that folding may turn into several, or into another one by what stands beside it. */
    private static final char OTHER = 0xFFFF;

    private record Slot<W>(String form, W word) {}

    private @Nullable Slot<W>[] slots = made(1024);
    private int[] hashes = new int[1024];
    private int size;

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static <W> @Nullable Slot<W>[] made(int length) {
        return (@Nullable Slot<W>[]) new Slot[length];
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & slots.length - 1;
    }

    void put(String form, W word) {
        if (++size * 3 > slots.length) grow();
        set(new Slot<>(form, word));
    }

    private void grow() {
        @Nullable Slot<W>[] old = slots;
        slots = made(old.length * 2);
        hashes = new int[slots.length];
        for (Slot<W> s : old) if (s != null) set(s);
    }

    private void set(Slot<W> s) {
        int hash = s.form.hashCode();
        int at = slot(hash);
        while (slots[at] != null) at = at + 1 & slots.length - 1;
        slots[at] = s;
        hashes[at] = hash;
    }

    /** The word of a folded form. */
    @Nullable
    W of(String form) {
        int hash = form.hashCode();
        for (int at = slot(hash); ; at = at + 1 & slots.length - 1) {
            Slot<W> s = slots[at];
            if (s == null) return null;
            if (hashes[at] == hash && s.form.equals(form)) return s.word;
        }
    }

    /** Whether the characters from {@code from} to before {@code to} fold one by one, so that {@link #of(String, int, int)} finds them. */
    static boolean plain(String text, int from, int to) {
        for (int i = from; i < to; i++) if (folded(text.charAt(i)) == OTHER) return false;
        return true;
    }

    /** The word that stands there, whatever its case; null too where its letters do not fold one by one. */
    @Nullable
    W of(String text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = folded(text.charAt(i));
            if (c == OTHER) return null;
            hash = hash * 31 + c;
        }
        for (int at = slot(hash); ; at = at + 1 & slots.length - 1) {
            Slot<W> s = slots[at];
            if (s == null) return null;
            if (hashes[at] == hash && same(s.form, text, from, to)) return s.word;
        }
    }

    private static boolean same(String form, String text, int from, int to) {
        if (form.length() != to - from) return false;
        for (int i = from; i < to; i++) if (form.charAt(i - from) != folded(text.charAt(i))) return false;
        return true;
    }

    /** As {@link Fold#form} folds a word of such letters. */
    private static char folded(char c) {
        if (c < 0x80) return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        return Letters.whole(c) ? Character.toLowerCase(c) : OTHER;
    }
}
