package org.sitrep.record;

/** Tells a telephone number from a day, a sum of money and a count, by how its digits are grouped and joined. */
final class Telephone {
    /** ITU-T E.164: no number has more digits. */
    private static final int MOST_DIGITS = 15;

    private static final int FEWEST_ABROAD = 8;
    private static final int FEWEST = 8;
    private static final int FEWEST_WITHOUT_ZERO = 9;

    /** Unbroken runs of this many digits are subscribers' or persons' numbers, unless they are round. */
    private static final int SHORTEST_RUN = 10;

    private static final int LONGEST_RUN = 12;

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2099;

    private final String text;
    private final int[] lengths = new int[MOST_DIGITS + 1];
    private final int[] starts = new int[MOST_DIGITS + 1];
    private int groups;
    private int digits;
    private int hyphens;

    /** The group in brackets; -1: none. */
    private int area = -1;

    private final boolean plus;
    private int end;

    private Telephone(String text, int start) {
        this.text = text;
        this.plus = text.charAt(start) == '+';
        this.end = start;
        read(plus ? start + 1 : start);
    }

    /** The end of the telephone number that begins at {@code start}; {@code start} where the figures are something else. */
    static int end(String text, int start) {
        char c = text.charAt(start);
        boolean begins =
                digit(c) || (c == '+' || c == '(') && start + 1 < text.length() && opens(text.charAt(start + 1));
        if (!begins || start > 0 && goesOn(text, start)) return start;
        Telephone t = new Telephone(text, start);
        return t.is(start) ? t.end : start;
    }

    /** Whether a word or a number stands directly before, so that this is the rest of it: the month in "10.01.2022". */
    private static boolean goesOn(String text, int start) {
        char before = text.charAt(start - 1);
        return Character.isLetterOrDigit(before)
                || start > 1 && ".,/-".indexOf(before) >= 0 && digit(text.charAt(start - 2));
    }

    private static boolean opens(char c) {
        return digit(c) || c == '(';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private void read(int from) {
        for (int i = from; i < text.length() && digits <= MOST_DIGITS; i++) {
            char c = text.charAt(i);
            if (digit(c)) {
                if (i == from || !digit(text.charAt(i - 1))) starts[groups++] = i;
                lengths[groups - 1]++;
                digits++;
                end = i + 1;
            } else {
                if (!joins(i)) return;
                if (c == '-' || c == '\u2011') hyphens++;
                if (c == '(' && area < 0) area = groups;
            }
        }
    }

    /** Whether a separator stands at {@code i} behind which, after at most two more, a digit follows. */
    private boolean joins(int i) {
        if ("( )-./\u00a0\u202f\u2011".indexOf(text.charAt(i)) < 0) return false;
        for (int k = i + 1; k <= i + 3 && k < text.length(); k++) {
            char c = text.charAt(k);
            if (digit(c)) return true;
            if ("( )-.".indexOf(c) < 0) return false;
        }
        return false;
    }

    private boolean is(int start) {
        if (digits < FEWEST || digits > MOST_DIGITS || day() || time()) return false;
        if (plus) return digits >= FEWEST_ABROAD;
        if (area >= 0) return area();
        if (groups == 1) return run(start);
        boolean zero = text.charAt(starts[0]) == '0';
        if (zero) return national();
        if (lengths[0] == 4)
            return false; // a year: no country writes four digits first without a plus, bracket or zero
        if (digits < FEWEST_WITHOUT_ZERO) return false;
        return hyphens >= 2 && !thousands() || groups == 3 && lengths[0] == 3 && lengths[1] == 3 && lengths[2] == 4;
    }

    /** "(212) 555-0123", "8 (800) 555-35-35"; not "12 000 (3 400 in the capital)" nor "164 (103) 2022". */
    private boolean area() {
        if (area >= groups || digits < FEWEST_WITHOUT_ZERO) return false;
        int close = starts[area] + lengths[area];
        int before = 0;
        for (int g = 0; g < area; g++) before += lengths[g];
        boolean code = close < text.length() && text.charAt(close) == ')' && lengths[area] <= 5;
        boolean country = before <= 2 || text.charAt(starts[0]) == '0';
        return code && country && digits - before - lengths[area] >= 5;
    }

    /** "0142345678", "13800138000"; a round number is money, and one in an address or a code is its own. */
    private boolean run(int start) {
        if (digits < SHORTEST_RUN || digits > LONGEST_RUN || text.startsWith("0000", end - 4)) return false;
        return start == 0 || "/=-_.,&?%#".indexOf(text.charAt(start - 1)) < 0;
    }

    /** Behind a zero that is no decimal's and no column of thousands: "030 1234567", "021/555 01 10", "0 800 123 456". */
    private boolean national() {
        boolean decimal = lengths[0] == 1 && " \u00a0\u202f-".indexOf(text.charAt(starts[0] + 1)) < 0;
        return !decimal && !text.startsWith("000", starts[0]) && (lengths[0] > 1 || digits >= FEWEST_WITHOUT_ZERO);
    }

    /** "7 000-800-900": groups of three behind a shorter one or another three, joined by blanks. */
    private boolean thousands() {
        int threes = 0;
        for (int g = 0; g < groups; g++) if (lengths[g] == 3) threes++;
        return 2 * threes >= groups && lengths[groups - 1] == 3 && lengths[0] <= 3;
    }

    /** "01.02.2022 14", "2022-01-11 14", "3-11-2022": the first three groups are a day, a month and a year, in either order. */
    private boolean day() {
        if (groups < 3 || plus || area >= 0) return false;
        int a = value(0);
        int b = value(1);
        int c = value(2);
        if (lengths[2] == 4) return year(c) && within(a, b);
        return lengths[0] == 4 && year(a) && lengths[2] <= 2 && within(b, c);
    }

    private boolean within(int a, int b) {
        return a >= 1 && b >= 1 && Math.min(a, b) <= 12 && Math.max(a, b) <= 31;
    }

    private static boolean year(int value) {
        return value >= FIRST_YEAR && value <= LAST_YEAR;
    }

    /** The number that a group is; -1 where it is too long for a part of a day. */
    private int value(int group) {
        if (lengths[group] > 4) return -1;
        return Integer.parseInt(text, starts[group], starts[group] + lengths[group], 10);
    }

    /** "01.02.22 14:20": the last group goes on as a time of day. */
    private boolean time() {
        return lengths[groups - 1] <= 2
                && end + 1 < text.length()
                && text.charAt(end) == ':'
                && digit(text.charAt(end + 1));
    }
}
