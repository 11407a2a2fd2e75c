package org.sitrep.read;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Reads the day out of a machine-readable date: ISO 8601 in its many shapes, and packed digits. */
final class Stamps {
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2100;

    private Stamps() {}

    /** The day as written, in the zone it is written in. */
    static Optional<LocalDate> day(String value) {
        String s = value.strip();
        int digits = 0;
        while (digits < s.length() && Character.isDigit(s.charAt(digits))) digits++;
        if (digits == 8 || digits == 14) return of(s, 0, 4, 6);
        if (digits == 4 && s.length() >= 8 && (s.charAt(4) == '-' || s.charAt(4) == '/' || s.charAt(4) == '.'))
            return parted(s);
        return Optional.empty();
    }

    /** Whether a moment is told in universal time at or after {@code hour}, so that the publisher's day may be the next. */
    static boolean lateUniversal(String value, int hour) {
        int t = value.indexOf('T');
        if (t < 0
                || t + 3 > value.length()
                || !(value.endsWith("Z") || value.endsWith("+00:00") || value.endsWith("+0000"))) return false;
        return Character.isDigit(value.charAt(t + 1))
                && Character.isDigit(value.charAt(t + 2))
                && Integer.parseInt(value.substring(t + 1, t + 3)) >= hour;
    }

    private static Optional<LocalDate> parted(String s) {
        int month = 5;
        int end = month;
        while (end < s.length() && Character.isDigit(s.charAt(end))) end++;
        if (end == month || end >= s.length() || s.charAt(end) != s.charAt(4)) return Optional.empty();
        int day = end + 1;
        int last = day;
        while (last < s.length() && last < day + 2 && Character.isDigit(s.charAt(last))) last++;
        return last == day ? Optional.empty() : of(s.substring(0, 4), s.substring(month, end), s.substring(day, last));
    }

    private static Optional<LocalDate> of(String s, int year, int month, int day) {
        return of(s.substring(year, month), s.substring(month, day), s.substring(day, day + 2));
    }

    private static Optional<LocalDate> of(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (y < EARLIEST || y > LATEST) return Optional.empty();
        try {
            return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
