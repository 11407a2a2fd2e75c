package org.sitrep.language;

/**
 * Letters that Unicode's compatibility composition leaves as they are whatever stands beside them in a word of such letters, and whose
 * lower case is one letter: almost every word of a page has no others, and needs no normaliser.
 */
final class Letters {
    private static final char LAST_TABLED = 0x52F;
    private static final char NONE = 0xFFFF;

    /** By letter up to {@link #LAST_TABLED}: the letter without its accents, {@link #NONE}, or 0 while nobody asked. Two threads would fill in the same. */
    private static final char[] BARE = new char[LAST_TABLED + 1];

    private Letters() {}

    private static char tabled(char c) {
        char known = BARE[c];
        if (known != 0) return known;
        String one = alphabetic(c) ? Fold.stripped(String.valueOf(c)) : "";
        return BARE[c] = one.length() == 1 ? one.charAt(0) : NONE;
    }

    /** Latin letters, without ligatures, the dotted capital I and the long s, and Cyrillic ones. */
    private static boolean alphabetic(char c) {
        if (c >= 0xC0 && c < 0x17F) return c < 0x130 || c > 0x133 && c != 0x13F && c != 0x140 && c != 0x149;
        return c >= 0x400 && c <= 0x481 || c >= 0x48A && c <= LAST_TABLED;
    }

    /** Whether {@code c}, which is not ASCII, is such a letter: Latin, Cyrillic, Arabic, Devanagari or Chinese. Marks that compose or are sorted are none. */
    static boolean whole(char c) {
        if (c <= LAST_TABLED) return tabled(c) != NONE;
        if (c < 0x900) return c >= 0x627 && c <= 0x63A || c >= 0x641 && c <= 0x64A;
        return c >= 0x904 && c <= 0x939 || c >= 0x93E && c <= 0x94C || c >= 0x4E00 && c <= 0x9FFF;
    }

    /** A letter that is {@link #whole} without its accents. */
    static char bare(char c) {
        return c <= LAST_TABLED ? tabled(c) : c;
    }

    /** A word of ASCII and {@link #whole} letters in lower case. */
    static String lower(String word) {
        char[] out = word.toCharArray();
        for (int i = 0; i < out.length; i++) out[i] = Character.toLowerCase(out[i]);
        return new String(out);
    }

    /** A word of ASCII and {@link #whole} letters without accents. */
    static String bare(String word) {
        char[] out = word.toCharArray();
        for (int i = 0; i < out.length; i++) if (out[i] >= 0x80) out[i] = bare(out[i]);
        return new String(out);
    }
}
