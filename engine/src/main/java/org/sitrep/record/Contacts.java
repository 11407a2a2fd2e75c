package org.sitrep.record;

/**
 * Masks telephone numbers, e-mail addresses and number plates wherever text is shown to people. Each masked character becomes "•",
 * one for one, so that spans into the text stay right. Records for programs keep the page's own characters. One pass; every
 * character is looked at a bounded number of times.
 */
public final class Contacts {
    private static final char MASK = '•';

    /** RFC 5321: no longer part stands before the "@". */
    private static final int LONGEST_LOCAL = 64;

    private Contacts() {}

    /** {@code text} with contact details masked; the same length, and the same string where there are none. */
    public static String masked(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            // Most of a text: no contact detail begins so.
            if (c >= 'a' && c <= 'z' || c == ' ') {
                i++;
                continue;
            }
            boolean mail = c == '@';
            int end = mail ? mailEnd(text, i) : end(text, i);
            if (end == i) {
                i++;
                continue;
            }
            if (out == null) out = new StringBuilder(text);
            mask(out, mail ? mailStart(text, i) : i, end);
            i = end;
        }
        return out == null ? text : out.toString();
    }

    /** The end of the number or plate at {@code i}; {@code i} itself where there is none. */
    private static int end(String text, int i) {
        int telephone = Telephone.end(text, i);
        return telephone > i ? telephone : Plates.end(text, i);
    }

    private static void mask(StringBuilder out, int start, int end) {
        for (int i = start; i < end; i++) if (Character.isLetterOrDigit(out.charAt(i))) out.setCharAt(i, MASK);
    }

    private static int mailStart(String text, int at) {
        int start = at;
        while (start > 0 && mail(text.charAt(start - 1)) && at - start < LONGEST_LOCAL) start--;
        return start;
    }

    /** The end of the host after "@"; {@code at} itself where this is no address (a name on a social network). */
    private static int mailEnd(String text, int at) {
        if (mailStart(text, at) == at) return at;
        int end = at + 1;
        boolean dot = false;
        while (end < text.length() && mail(text.charAt(end))) {
            dot |= text.charAt(end) == '.' && end > at + 1;
            end++;
        }
        return dot ? end : at;
    }

    private static boolean mail(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }
}
