package org.sitrep.reconcile;

/** Where sentences begin and end in a page's text, as far as comparing figures needs it: nothing is read anew here. */
final class Sentence {
    private Sentence() {}

    /** The place behind the end of the sentence before the one at {@code at}. */
    static int start(String text, int at) {
        int from = at;
        while (from > 0 && !ends(text, from - 1)) from--;
        return from;
    }

    /** The next place at or behind {@code from} at which a sentence ends, or the text does. */
    static int end(String text, int from) {
        int i = from;
        while (i < text.length() && !ends(text, i)) i++;
        return i;
    }

    /** Whether a sentence ends at a character: a dot between digits or letters ends none. */
    private static boolean ends(String text, int i) {
        char c = text.charAt(i);
        if (c == '\n' || c == '!' || c == '?') return true;
        return c == '.'
                && i + 1 < text.length()
                && Character.isWhitespace(text.charAt(i + 1))
                && i > 1
                && Character.isLowerCase(text.charAt(i - 2));
    }
}
