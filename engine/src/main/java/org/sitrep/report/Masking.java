package org.sitrep.report;

import java.util.ArrayList;
import java.util.List;

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
        String masked = new String(out);
        // Most texts hold no contact details: a second copy of each page would double what a report keeps.
        return masked.equals(text) ? text : masked;
    }

    private static void address(String text, char[] out, int at) {
        int start = at;
        while (start > 0 && at - start < LONGEST && local(text.charAt(start - 1))) start--;
        int end = at + 1;
        boolean dot = false;
        while (end < text.length() && end - at < 2 * LONGEST && host(text.charAt(end)))
            dot |= text.charAt(end++) == '.';
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

    /** Masks a telephone number that starts at {@code start}; the offset of the last character looked at that cannot start another. */
    private static int number(String text, char[] out, int start) {
        List<Integer> groups = new ArrayList<>();
        int end = start;
        boolean dashes = false;
        for (int i = start; i < text.length() && i - start < LONGEST; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                if (i == start || !digit(text.charAt(i - 1))) groups.add(0);
                groups.set(groups.size() - 1, groups.getLast() + 1);
                end = i;
            } else if (!joins(text, i, start)) break;
            dashes |= c == '-' || c == '.';
        }
        if (!telephone(text.charAt(start), groups, dashes)) return end;
        for (int i = start; i <= end; i++) if (digit(out[i])) out[i] = DOT;
        return end;
    }

    /** A national number starts with 0 or has dashes between longer groups; days ("01.02.2022") and thousands ("12 000 000") are none. */
    private static boolean telephone(char first, List<Integer> groups, boolean dashes) {
        int digits = groups.stream().mapToInt(Integer::intValue).sum();
        if (first == '+') return digits >= 8;
        boolean day = groups.size() >= 3 && groups.subList(0, 3).equals(List.of(2, 2, 4));
        if (first == '0' || first == '(') return digits >= 8 && digits <= 15 && !day;
        return digits >= 9
                && digits <= 15
                && groups.size() >= 3
                && dashes
                && groups.getFirst() >= 3
                && groups.getLast() >= 4;
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
