package org.sitrep.report;

/**
 * Hides telephone numbers and e-mail addresses in text that is shown. The length does not change, so spans into the text stay right.
 * One pass; every character is looked at a bounded number of times.
 */
final class Masking {
    private static final char DOT = '•';
    private static final int LONGEST = 40;

    private Masking() {}

    /** {@code text} with the letters and digits of contact details replaced by dots. */
    static String mask(String text) {
        char[] out = text.toCharArray();
        for (int i = 0; i < out.length; i++) {
            if (text.charAt(i) == '@') address(text, out, i);
            else if (startsNumber(text, i)) i = number(text, out, i);
        }
        return new String(out);
    }

    private static void address(String text, char[] out, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && local(text.charAt(start - 1))) start--;
        int end = at + 1;
        boolean dot = false;
        while (end < text.length() && end - at < 2 * LONGEST && host(text.charAt(end))) dot |= text.charAt(end++) == '.';
        if (start == at || !dot) return;
        for (int i = start; i < end; i++) if (Character.isLetterOrDigit(out[i])) out[i] = DOT;
    }

    private static boolean local(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || c == '-' || c == '+';
    }

    private static boolean host(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-';
    }

    private static boolean startsNumber(String text, int i) {
        char c = text.charAt(i);
        if (c != '+' && c != '(' && !digit(c)) return false;
        return i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)) && ".,/-".indexOf(text.charAt(i - 1)) < 0;
    }

    /** Masks a telephone number that starts at {@code start}; the offset of its last character, else of the last one that cannot start one. */
    private static int number(String text, char[] out, int start) {
        int digits = 0;
        int groups = 0;
        int end = start;
        boolean dashes = false;
        for (int i = start; i < text.length() && i - start < LONGEST; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                if (i == start || !digit(text.charAt(i - 1))) groups++;
                digits++;
                end = i;
            } else if (!joins(text, i, start)) break;
            dashes |= c == '-' || c == '.';
        }
        if (!telephone(text, start, digits, groups, dashes)) return Math.max(start, end);
        for (int i = start; i <= end; i++) if (digit(out[i])) out[i] = DOT;
        return end;
    }

    /** A national number starts with 0 and has no thousands groups; "2022-01-11" and "12 000 000" are none. */
    private static boolean telephone(String text, int start, int digits, int groups, boolean dashes) {
        char c = text.charAt(start);
        if (c == '+') return digits >= 8;
        boolean zero = c == '0' || c == '(';
        if (zero) return digits >= 8 && digits <= 15;
        return digits >= 9 && digits <= 15 && groups >= 3 && dashes;
    }

    private static boolean joins(String text, int i, int start) {
        char c = text.charAt(i);
        if (i == start) return c == '+' || c == '(';
        boolean single = " -./\u00a0\u202f".indexOf(c) >= 0 && (digit(text.charAt(i - 1)) || text.charAt(i - 1) == ')');
        boolean spaceBefore = c == '(' && !Character.isLetter(text.charAt(i - 1));
        return single || spaceBefore || c == ')' || text.charAt(i - 1) == '(' && digit(c);
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }
}
