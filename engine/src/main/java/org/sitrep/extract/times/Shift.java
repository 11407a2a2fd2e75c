package org.sitrep.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sitrep.extract.times.Meaning.Length;
import org.sitrep.extract.times.Meaning.Offset;

/** Moves a calendar time by units; the result is as coarse as the unit. */
final class Shift {
    private Shift() {}

    /** Empty where {@code at} does not tell enough. */
    static Optional<Fields> by(Fields at, Length.Part part, Offset o, int ahead) {
        double exact = part.count() * o.sign();
        int n = (int) Math.round(exact);
        Optional<LocalDate> day = at.localDate();
        return switch (part.unit()) {
            case SECOND, MINUTE, HOUR -> time(at, exact, part.unit());
            case DAY -> day.map(d -> Fields.day(d.plusDays(n)));
            case WEEK ->
                day.map(d -> d.plusWeeks(n))
                        .map(d -> o.from().isPresent() && !o.named() ? Fields.day(d) : Fields.week(d))
                        .or(() -> week(at, n));
            case WEEKEND -> day.map(d -> weekend(d, n, ahead));
            case MONTH -> month(at).map(m -> month(m.plusMonths(n)));
            case QUARTER -> month(at).map(m -> quarter(m.plusMonths(3L * n)));
            case HALF -> month(at).map(m -> half(m.plusMonths(6L * n)));
            case YEAR -> year(at, exact, o);
            case DECADE ->
                o.named()
                        ? at.bounds().map(b -> Fields.NONE.with(Field.DECADE, b[0].getYear() / 10 + n))
                        : year(at, exact * 10, o);
            case CENTURY ->
                o.named()
                        ? at.bounds().map(b -> Fields.NONE.with(Field.CENTURY, b[0].getYear() / 100 + n))
                        : year(at, exact * 100, o);
        };
    }

    private static Optional<Fields> time(Fields at, double n, Unit unit) {
        Optional<LocalDate> day = at.localDate();
        if (day.isEmpty()) return Optional.empty();
        if (!at.has(Field.HOUR)) return Optional.of(at.date().with(Field.MINUTE, -1));
        double minutes = n * (unit == Unit.HOUR ? 60 : unit == Unit.MINUTE ? 1 : 1 / 60d);
        var moved = day.get()
                .atTime(Math.min(at.get(Field.HOUR), 23), Math.max(at.get(Field.MINUTE), 0))
                .plus(Math.round(minutes), ChronoUnit.MINUTES);
        return Optional.of(Fields.day(moved.toLocalDate())
                .with(Field.HOUR, moved.getHour())
                .with(Field.MINUTE, moved.getMinute()));
    }

    private static Optional<Fields> week(Fields at, int n) {
        return at.has(Field.WEEK) ? at.bounds().map(b -> Fields.week(b[0].plusWeeks(n))) : Optional.empty();
    }

    /** Looking back from a working day the weekend is the last one; on its own days it is the present one. */
    private static Fields weekend(LocalDate day, int n, int ahead) {
        boolean on = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
        LocalDate week = n == 0 && ahead <= 0 && !on ? day.minusWeeks(1) : day.plusWeeks(n);
        return Fields.week(week).with(Field.WEEKEND, 1);
    }

    private static Optional<YearMonth> month(Fields at) {
        if (at.has(Field.YEAR) && at.has(Field.MONTH))
            return Optional.of(YearMonth.of(at.get(Field.YEAR), at.get(Field.MONTH)));
        return at.has(Field.QUARTER) || at.has(Field.HALF) || at.has(Field.WEEK)
                ? at.bounds().map(b -> YearMonth.from(b[0]))
                : Optional.empty();
    }

    private static Fields month(YearMonth m) {
        return Fields.NONE.with(Field.YEAR, m.getYear()).with(Field.MONTH, m.getMonthValue());
    }

    private static Fields quarter(YearMonth m) {
        return Fields.NONE.with(Field.YEAR, m.getYear()).with(Field.QUARTER, (m.getMonthValue() + 2) / 3);
    }

    private static Fields half(YearMonth m) {
        return Fields.NONE.with(Field.YEAR, m.getYear()).with(Field.HALF, (m.getMonthValue() + 5) / 6);
    }

    /** A year before a quarter or a month that was told is that quarter or month of the other year. */
    private static Optional<Fields> year(Fields at, double n, Offset o) {
        if (!at.has(Field.YEAR)) return Optional.empty();
        int year = at.get(Field.YEAR) + (int) Math.round(n);
        Fields out = Fields.NONE.with(Field.YEAR, year);
        if (o.anchor() == Meaning.Anchor.REFERENCE && o.from().isEmpty()) return Optional.of(out);
        if (at.has(Field.QUARTER)) return Optional.of(out.with(Field.QUARTER, at.get(Field.QUARTER)));
        if (at.has(Field.MONTH) && o.from().isPresent()) {
            Fields full = out.with(Field.MONTH, at.get(Field.MONTH));
            return Optional.of(
                    at.has(Field.DAY) && full.with(Field.DAY, at.get(Field.DAY)).valid()
                            ? full.with(Field.DAY, at.get(Field.DAY))
                            : full);
        }
        return Optional.of(out);
    }
}
