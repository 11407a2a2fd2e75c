package org.sitrep.extract.times;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.model.Edtf;

/** Fields of a calendar time of which some may be unknown. Immutable. */
public final class Fields {
    private static final Field[] ALL = Field.values();
    /** A bit for each field that tells a time within a day. */
    private static final int CLOCK = clockFields();

    static final Fields NONE = new Fields(0, new int[ALL.length]);

    /** A bit for each field that is known. */
    private final int known;
    /** By the field's place; 0 where it is not known. */
    private final int[] values;
    /** {@link #edtf}, made when first asked for; two threads would make the same. */
    private @Nullable Optional<Edtf> edtf;

    private Fields(int known, int[] values) {
        this.known = known;
        this.values = values;
    }

    private static int clockFields() {
        int bits = 0;
        for (Field f : ALL) if (f.clock()) bits |= bit(f);
        return bits;
    }

    private static int bit(Field f) {
        return 1 << f.ordinal();
    }

    static Fields day(LocalDate day) {
        int[] out = new int[ALL.length];
        out[Field.YEAR.ordinal()] = day.getYear();
        out[Field.MONTH.ordinal()] = day.getMonthValue();
        out[Field.DAY.ordinal()] = day.getDayOfMonth();
        return new Fields(bit(Field.YEAR) | bit(Field.MONTH) | bit(Field.DAY), out);
    }

    static Fields week(LocalDate day) {
        return NONE.with(Field.YEAR, day.get(IsoFields.WEEK_BASED_YEAR))
                .with(Field.WEEK, day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    boolean has(Field f) {
        return (known & bit(f)) != 0;
    }

    /** Whether {@code f} is known, and nothing else. */
    boolean only(Field f) {
        return known == bit(f);
    }

    /** Whether something is known, and all of it within a day. */
    boolean clockOnly() {
        return known != 0 && (known & ~CLOCK) == 0;
    }

    /** The field's value, -1 where unknown. */
    int get(Field f) {
        return has(f) ? values[f.ordinal()] : -1;
    }

    Fields with(Field f, int value) {
        int[] out = values.clone();
        out[f.ordinal()] = value;
        return new Fields(known | bit(f), out);
    }

    Fields without(Field f) {
        return has(f) ? kept(~bit(f)) : this;
    }

    /** These fields, and those of {@code other} that are unknown here. */
    Fields or(Fields other) {
        if ((other.known & ~known) == 0) return this;
        int[] out = other.values.clone();
        for (int k = 0; k < out.length; k++) if ((known & 1 << k) != 0) out[k] = values[k];
        return new Fields(known | other.known, out);
    }

    /** Whether a field that both know, but for the part of the day, has two values. */
    boolean clash(Fields other) {
        int both = known & other.known & ~bit(Field.PART);
        for (int k = 0; k < values.length; k++) if ((both & 1 << k) != 0 && values[k] != other.values[k]) return true;
        return false;
    }

    /** Only what tells the time within a day. */
    Fields clock() {
        return kept(CLOCK);
    }

    /** Only what tells the date. */
    Fields date() {
        return kept(~CLOCK);
    }

    private Fields kept(int bits) {
        if ((known & ~bits) == 0) return this;
        int[] out = values.clone();
        for (int k = 0; k < out.length; k++) if ((bits & 1 << k) == 0) out[k] = 0;
        return new Fields(known & bits, out);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fields f && known == f.known && Arrays.equals(values, f.values);
    }

    @Override
    public int hashCode() {
        return 31 * known + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Field f : ALL)
            if (has(f))
                out.append(out.isEmpty() ? "" : ", ").append(f).append('=').append(get(f));
        return "{" + out + "}";
    }

    /** Whether some field tells a time within a day. */
    boolean timed() {
        return has(Field.PART) || has(Field.HOUR) || has(Field.MINUTE);
    }

    /** The day, where year, month and day are known. */
    public Optional<LocalDate> localDate() {
        if (!has(Field.YEAR) || !has(Field.MONTH) || !has(Field.DAY)) return Optional.empty();
        return Optional.of(LocalDate.of(get(Field.YEAR), get(Field.MONTH), get(Field.DAY)));
    }

    /** Whether every field lies in its range and the day exists. */
    boolean valid() {
        if (has(Field.MONTH) && (get(Field.MONTH) < 1 || get(Field.MONTH) > 12)) return false;
        if (get(Field.QUARTER) > 4 || get(Field.HALF) > 2) return false;
        if (get(Field.HOUR) > 24 || get(Field.MINUTE) > 59 || get(Field.SECOND) > 60) return false;
        if (!has(Field.DAY)) return true;
        int longest = has(Field.MONTH)
                ? YearMonth.of(has(Field.YEAR) ? get(Field.YEAR) : 2000, get(Field.MONTH))
                        .lengthOfMonth()
                : 31;
        return get(Field.DAY) >= 1 && get(Field.DAY) <= longest;
    }

    /** The TIMEX3 value; unknown fields above a known one are X. */
    String timex3() {
        StringBuilder out = new StringBuilder();
        if ((known & ~CLOCK) != 0 || !timed()) dateTo(out);
        else out.append("XXXX-XX-XX");
        if (timed()) timeTo(out);
        return out.toString();
    }

    private void dateTo(StringBuilder out) {
        if (has(Field.YEAR)) out.append(padded(get(Field.YEAR), 4));
        else if (has(Field.DECADE))
            out.append(get(Field.DECADE) >= 10 ? padded(get(Field.DECADE), 3) : "XX" + get(Field.DECADE));
        else if (has(Field.CENTURY)) out.append(padded(get(Field.CENTURY), 2));
        else out.append("XXXX");
        if (has(Field.MONTH) || has(Field.DAY)) {
            out.append('-').append(padded(get(Field.MONTH), 2));
            if (has(Field.DAY)) out.append('-').append(padded(get(Field.DAY), 2));
        } else if (has(Field.WEEK) || has(Field.WEEKDAY) || has(Field.WEEKEND)) {
            out.append("-W").append(padded(get(Field.WEEK), 2));
            if (has(Field.WEEKEND)) out.append("-WE");
            else if (has(Field.WEEKDAY)) out.append('-').append(get(Field.WEEKDAY));
        } else if (has(Field.QUARTER)) {
            out.append("-Q").append(get(Field.QUARTER));
        } else if (has(Field.HALF)) {
            out.append("-H").append(get(Field.HALF));
        } else if (has(Field.SEASON)) {
            out.append('-').append(Field.SEASONS.get(get(Field.SEASON) - 1));
        }
    }

    private void timeTo(StringBuilder out) {
        out.append('T');
        if (!has(Field.HOUR)) {
            out.append(has(Field.PART) ? Field.PARTS.get(get(Field.PART)) : "XX:XX");
            return;
        }
        out.append(padded(get(Field.HOUR), 2))
                .append(':')
                .append(has(Field.MINUTE) ? padded(get(Field.MINUTE), 2) : "00");
        if (has(Field.SECOND)) out.append(':').append(padded(get(Field.SECOND), 2));
    }

    private static String padded(int value, int width) {
        if (value < 0) return "X".repeat(width);
        String digits = Integer.toString(value);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    /** A night named by the day it leads into, as that day; other times as they are. */
    Fields filed() {
        return has(Field.INTO) ? localDate().map(d -> day(d.plusDays(1))).orElse(this) : this;
    }

    /** With the day that "the fourth Thursday" is, where month and year are known. */
    Fields settled() {
        if (!has(Field.NTH) || !has(Field.YEAR)) return this;
        LocalDate day = LocalDate.of(get(Field.YEAR), get(Field.MONTH), 1)
                .with(TemporalAdjusters.dayOfWeekInMonth(get(Field.NTH), DayOfWeek.of(get(Field.WEEKDAY))));
        return day(day).or(clock());
    }

    /** First and last day, where the year is known; a time within a day counts as its day. */
    Optional<LocalDate[]> bounds() {
        try {
            if (has(Field.DECADE) && !has(Field.YEAR) && get(Field.DECADE) >= 100)
                return years(get(Field.DECADE) * 10, 10);
            if (has(Field.CENTURY) && !has(Field.YEAR)) return years(get(Field.CENTURY) * 100, 100);
            if (!has(Field.YEAR)) return Optional.empty();
            int year = get(Field.YEAR);
            if (has(Field.WEEK)) return week(year);
            if (has(Field.MONTH) && has(Field.DAY))
                return days(LocalDate.of(year, get(Field.MONTH), get(Field.DAY)), 1);
            if (has(Field.DAY) || has(Field.WEEKDAY)) return Optional.empty();
            if (has(Field.MONTH)) return months(year, get(Field.MONTH), 1);
            if (has(Field.QUARTER)) return months(year, get(Field.QUARTER) * 3 - 2, 3);
            if (has(Field.HALF)) return months(year, get(Field.HALF) * 6 - 5, 6);
            if (has(Field.SEASON)) return months(year, get(Field.SEASON) * 3, 3);
            return timed() ? Optional.empty() : years(year, 1);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate[]> week(int year) {
        LocalDate monday = LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, get(Field.WEEK))
                .with(java.time.DayOfWeek.MONDAY);
        return has(Field.WEEKEND) ? days(monday.plusDays(5), 2) : days(monday, 7);
    }

    private static Optional<LocalDate[]> days(LocalDate first, int count) {
        return Optional.of(new LocalDate[] {first, first.plusDays(count - 1)});
    }

    private static Optional<LocalDate[]> months(int year, int month, int count) {
        YearMonth first = YearMonth.of(year, month);
        return Optional.of(
                new LocalDate[] {first.atDay(1), first.plusMonths(count - 1).atEndOfMonth()});
    }

    private static Optional<LocalDate[]> years(int year, int count) {
        return Optional.of(new LocalDate[] {LocalDate.of(year, 1, 1), LocalDate.of(year + count - 1, 12, 31)});
    }

    /** As EDTF, where the year is known; units that EDTF level 1 lacks become intervals of days or months. */
    Optional<Edtf> edtf() {
        Optional<Edtf> made = edtf;
        return made != null ? made : (edtf = made());
    }

    private Optional<Edtf> made() {
        Optional<LocalDate[]> bounds = bounds();
        if (bounds.isEmpty()) return Optional.empty();
        LocalDate[] b = bounds.get();
        if (has(Field.INTO) && has(Field.DAY)) return Optional.of(Edtf.of(b[1].plusDays(1)));
        if (has(Field.DAY) || has(Field.WEEK)) return Optional.of(Edtf.between(b[0], b[1]));
        if (has(Field.MONTH)) return Edtf.parse(YearMonth.from(b[0]).toString());
        if (has(Field.QUARTER) || has(Field.HALF) || has(Field.SEASON))
            return Edtf.parse(YearMonth.from(b[0]) + "/" + YearMonth.from(b[1]));
        String first = padded(b[0].getYear(), 4);
        return Edtf.parse(b[0].getYear() == b[1].getYear() ? first : first + "/" + padded(b[1].getYear(), 4));
    }
}
