package org.sitrep.report;

import java.util.Locale;

/** Makes text of hostile pages safe to print: one line, no control characters, nothing that turns the direction of writing. */
final class Plain {
    private Plain() {}

    /** {@code text} on one line, with runs of white space as one space and invisible control characters left out. */
    static String text(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = !out.isEmpty();
            } else if (!hidden(c)) {
                if (space) out.append(' ');
                space = false;
                out.append(c);
            }
        }
        return out.toString();
    }

    /** Control characters, zero-width characters and the marks that reorder what follows them. */
    static boolean hidden(char c) {
        return Character.isISOControl(c)
                || c == '\u00ad'
                || c == '\ufeff'
                || c == '\u200b'
                || c == '\u2060'
                || c >= '\u202a' && c <= '\u202e'
                || c >= '\u2066' && c <= '\u2069';
    }

    /** {@code text} with its first letter as at the start of a sentence. */
    static String capital(String text) {
        if (text.isEmpty()) return text;
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
    }
}
