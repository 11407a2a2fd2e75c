package org.sitrep.record;

/**
 * Masks telephone numbers and e-mail addresses wherever text is shown to people. Each masked character becomes "•", one for
 * one, so that spans into the text stay right. Records for programs keep the page's own characters.
 */
public final class Contacts {
    private static final char MASK = '•';

    /** ITU-T E.164: no number has more digits. */
    private static final int MOST_DIGITS = 15;

    private Contacts() {}

    /** {@code text} with contact details masked; the same length. */
    public static String masked(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            int end = i;
            if (c == '@') end = mailEnd(text, i);
            else if (startsNumber(text, i)) end = phoneEnd(text, i);
            if (end > i) {
                if (out == null) out = new StringBuilder(text);
                mask(out, c == '@' ? mailStart(text, i) : i, end);
                i = end;
            } else {
                i = startsNumber(text, i) ? digitsEnd(text, i) : i + 1;
            }
        }
        return out == null ? text : out.toString();
    }

    private static void mask(StringBuilder out, int start, int end) {
        for (int i = start; i < end; i++) if (Character.isLetterOrDigit(out.charAt(i))) out.setCharAt(i, MASK);
    }

    private static int mailStart(String text, int at) {
        int start = at;
        while (start > 0 && mail(text.charAt(start - 1)) && at - start < 64) start--;
        return start;
    }

    /** The end of the host after "@"; {@code at} itself where this is no address (a name on a social network). */
    private static int mailEnd(String text, int at) {
        if (mailStart(text, at) == at) return at;
        int end = at + 1;
        boolean dot = false;
        while (end < text.length() && (mail(text.charAt(end)))) {
            dot |= text.charAt(end) == '.' && end > at + 1;
            end++;
        }
        return dot ? end : at;
    }

    private static boolean mail(char c) {
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_' || c == '+';
    }

    private static boolean startsNumber(String text, int i) {
        char c = text.charAt(i);
        boolean begins = digit(c) || (c == '+' || c == '(') && i + 1 < text.length() && digit(text.charAt(i + 1));
        return begins && (i == 0 || !Character.isLetterOrDigit(text.charAt(i - 1)));
    }

    private static int digitsEnd(String text, int i) {
        int end = i + 1;
        while (end < text.length() && digit(text.charAt(end))) end++;
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    /** The end of the telephone number that begins at {@code start}; {@code start} where the figures are something else. */
    private static int phoneEnd(String text, int start) {
        Groups groups = Groups.read(text, start);
        return groups.isPhone() ? groups.end : start;
    }

    /** Runs of digits that belong together, and how they are joined. */
    private static final class Groups {
        private int digits;
        private int runs;
        private int hyphens;
        private int threes;
        private boolean plus;
        private boolean brackets;
        private boolean zero;
        private boolean date;
        private int end;

        static Groups read(String text, int start) {
            Groups g = new Groups();
            int i = start;
            g.plus = text.charAt(i) == '+';
            if (g.plus) i++;
            g.zero = i < text.length() && text.charAt(i) == '0';
            int run = 0;
            for (; i < text.length() && g.digits <= MOST_DIGITS; i++) {
                char c = text.charAt(i);
                if (digit(c)) {
                    run++;
                    g.digits++;
                    g.end = i + 1;
                    continue;
                }
                g.close(run);
                run = 0;
                if (c == '(' || c == ')') g.brackets = true;
                else if (c == '-' || c == '\u2011') g.hyphens++;
                else if (c != ' ' && c != '\u00a0' && c != '\u202f' && c != '.') break;
                if (!joins(text, i)) break;
            }
            g.close(run);
            return g;
        }

        /** At most two separators stand between two groups. */
        private static boolean joins(String text, int i) {
            for (int k = i + 1; k <= i + 2 && k < text.length(); k++) {
                char c = text.charAt(k);
                if (digit(c)) return true;
                if ("( )-.".indexOf(c) < 0) return false;
            }
            return false;
        }

        private void close(int run) {
            if (run == 0) return;
            runs++;
            if (run == 3) threes++;
            if (runs == 1 && run == 4 && !zero)
                date = true; // 2022-01-11: no country writes four digits first without a plus or bracket
        }

        boolean isPhone() {
            if (digits < 7 || digits > MOST_DIGITS) return false;
            if (plus) return digits >= 8;
            if (date && !brackets) return false;
            if (brackets) return digits >= 9;
            if (hyphens >= 2) return digits >= 9;
            boolean thousands = runs > 1 && threes >= runs - 1 && !zero;
            return zero && runs >= 3 && digits >= 9 && !thousands;
        }
    }
}
