package org.sitrep.model;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * A date or interval as the page supports it, in Extended Date/Time Format (ISO 8601-2, level 1): {@code 2022},
 * {@code 2022-01}, {@code 2022-01-11}, {@code 2022-01-06~} (about that day), {@code 2022-01-05/2022-01-11},
 * {@code 2022-01-05/..} (open end).
 *
 * @param text the EDTF form, as printed
 */
public record Edtf(String text) implements Comparable<Edtf> {
    public Edtf {
        if (text.indexOf('/') < 0) check(text);
        else for (String part : text.split("/", -1)) check(part);
    }

    private static void check(String part) {
        if (!part.isEmpty() && !part.equals("..")) bounds(part);
    }

    /** A single day. */
    public static Edtf of(LocalDate day) {
        return new Edtf(day.toString());
    }

    /** Both days inclusive; a single day where they are equal. */
    public static Edtf between(LocalDate first, LocalDate last) {
        return first.equals(last) ? of(first) : new Edtf(first + "/" + last);
    }

    /** Reads EDTF; empty where {@code text} is none. */
    public static Optional<Edtf> parse(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(new Edtf(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day, where this is exactly one day, approximate or not. */
    public Optional<LocalDate> day() {
        if (plainDay(text)) return Optional.of(bounds(text)[0]);
        Optional<LocalDate> first = first();
        return first.isPresent() && first.equals(last()) ? first : Optional.empty();
    }

    /** The first day it may mean; empty for an open or unknown start. */
    public Optional<LocalDate> first() {
        int slash = text.indexOf('/');
        return edge(slash < 0 ? text : text.substring(0, slash), 0);
    }

    /** The last day it may mean, inclusive; empty for an open or unknown end. */
    public Optional<LocalDate> last() {
        return edge(text.substring(text.lastIndexOf('/') + 1), 1);
    }

    /** Whether it is marked approximate or uncertain. */
    public boolean approximate() {
        return text.endsWith("~") || text.endsWith("?") || text.endsWith("%");
    }

    private static Optional<LocalDate> edge(String part, int which) {
        return part.isEmpty() || part.equals("..") ? Optional.empty() : Optional.of(bounds(part)[which]);
    }

    private static LocalDate[] bounds(String part) {
        String plain = part.isEmpty() || "~?%".indexOf(part.charAt(part.length() - 1)) < 0
                ? part
                : part.substring(0, part.length() - 1);
        if (plain.length() == 4) {
            int year = java.time.Year.parse(plain).getValue();
            return new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)};
        }
        if (plain.length() == 7) {
            YearMonth month = YearMonth.parse(plain);
            return new LocalDate[] {month.atDay(1), month.atEndOfMonth()};
        }
        if (plainDay(plain)) {
            LocalDate day = LocalDate.of(number(plain, 0, 4), number(plain, 5, 7), number(plain, 8, 10));
            return new LocalDate[] {day, day};
        }
        LocalDate day = LocalDate.parse(plain.length() > 10 ? plain.substring(0, 10) : plain);
        return new LocalDate[] {day, day};
    }

    /** Whether it has the form of most dates by far, {@code 2022-01-11}, which needs no general parser. */
    private static boolean plainDay(String part) {
        if (part.length() != 10) return false;
        for (int i = 0; i < 10; i++) {
            char c = part.charAt(i);
            if (i == 4 || i == 7 ? c != '-' : c < '0' || c > '9') return false;
        }
        return true;
    }

    private static int number(String digits, int from, int to) {
        int n = 0;
        for (int i = from; i < to; i++) n = n * 10 + digits.charAt(i) - '0';
        return n;
    }

    @Override
    public int compareTo(Edtf other) {
        return text.compareTo(other.text);
    }

    @Override
    public String toString() {
        return text;
    }
}
