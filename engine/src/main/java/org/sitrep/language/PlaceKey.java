package org.sitrep.language;

import java.text.Normalizer;
import java.util.Locale;

/** Folds words of a page as {@code languages/places/build.py} folds the names of the gazetteer, so that both meet. */
final class PlaceKey {
    private static final String LETTERS = "łløođdðdıiəaħhىيةهکكیي";

    /** Up to Devanagari's last letter. */
    private static final int TABLED = 0x980;

    private static final char NONE = 0xFFFF;

    /** By letter: its one folded letter, {@link #NONE}, or 0 while nobody asked. Two threads would fill in the same. */
    private static final char[] FOLDED = new char[TABLED];

    private PlaceKey() {}

    /** One word, folded: no accents, vowel points or apostrophes, and each letter in its plainest shape. */
    static String of(String word) {
        if (plain(word)) return word;
        char[] out = new char[word.length()];
        for (int i = 0; i < out.length; i++) {
            char c = word.charAt(i);
            out[i] = c < TABLED ? folded(c) : NONE;
            if (out[i] == NONE) return normalised(word);
        }
        return new String(out);
    }

    private static char folded(char c) {
        char known = FOLDED[c];
        if (known != 0) return known;
        String one = c < 0x80 || Letters.whole(c) ? normalised(String.valueOf(c)) : "";
        return FOLDED[c] = one.length() == 1 ? one.charAt(0) : NONE;
    }

    /** What {@link #of} says, of any word. */
    static String normalised(String word) {
        String split = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(split.length());
        for (int i = 0; i < split.length(); i++) {
            char c = split.charAt(i);
            if (mark(c) || apostrophe(c) || c == 'ـ') continue;
            int letter = c < 0x80 ? -1 : LETTERS.indexOf(c);
            if (letter >= 0 && letter % 2 == 0) out.append(LETTERS.charAt(letter + 1));
            else if (c == 'ß') out.append("ss");
            else if (c == 'æ') out.append("ae");
            else if (c == 'œ') out.append("oe");
            else if (c == 'þ') out.append("th");
            else out.append(c);
        }
        return out.toString();
    }

    private static boolean plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) return false;
        }
        return true;
    }

    private static boolean mark(char c) {
        return c >= 0x300 && c <= 0x36F
                || c >= 0x591 && c <= 0x5C7
                || c >= 0x610 && c <= 0x61A
                || c >= 0x64B && c <= 0x65F
                || c == 0x670
                || c == 0x93C;
    }

    static boolean apostrophe(char c) {
        return "'’‘ʼʻʿʾ´`′".indexOf(c) >= 0;
    }
}
