package org.sitrep.extract.times;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.extract.times.Meaning.Calendar;
import org.sitrep.extract.times.Meaning.Length;
import org.sitrep.extract.times.Meaning.Offset;
import org.sitrep.extract.times.Meaning.Towards;
import org.sitrep.extract.times.Meaning.Vague;

/** Fills in what an expression leaves to the page's date or to the times told before it. What nothing tells stays open. */
final class Resolver {
    private static final int FAR = 1_000_000;

    private Resolver() {}

    static Meaning resolve(Meaning meaning, Mentions known) {
        return switch (meaning) {
            case Calendar c -> calendar(c, known);
            case Offset o -> offset(o, known);
            case Meaning.Part p -> new Meaning.Part(p.edge(), resolve(p.of(), known));
            case Meaning.Pair p -> pair(p, known);
            case Meaning.Every e -> e;
            case Length l -> l;
            case Vague v -> v;
            case Meaning.Num n -> n;
            case Meaning.Word w -> w;
        };
    }

    private static Meaning pair(Meaning.Pair p, Mentions known) {
        Meaning first = resolve(p.first(), known);
        return new Meaning.Pair(
                first, p.from(), p.to(), resolve(p.second(), known), p.secondFrom(), p.secondTo(), p.through());
    }

    /** The fields of a meaning, where it is a calendar time; of a pair the second. */
    static Optional<Fields> fields(Meaning meaning) {
        return switch (meaning) {
            case Calendar c when c.within().isEmpty() -> Optional.of(c.fields());
            case Meaning.Part p -> fields(p.of());
            case Meaning.Pair p -> fields(p.second());
            default -> Optional.empty();
        };
    }

    private static Meaning calendar(Calendar c, Mentions known) {
        if (c.within().isPresent()) return within(c, known);
        Fields f = c.fields();
        if (f.has(Field.YEAR) && f.has(Field.NTH)) return Calendar.of(f.settled());
        if (f.has(Field.YEAR) || f.has(Field.CENTURY)) return weekOf(c);
        if (f.has(Field.DECADE)) return Calendar.of(decade(f, known));
        if (f.has(Field.WEEKDAY) && !f.has(Field.DAY) && !f.has(Field.NTH)) return weekday(c, known);
        if (f.has(Field.MONTH) || f.has(Field.QUARTER) || f.has(Field.HALF) || f.has(Field.SEASON))
            return year(c, known);
        if (f.has(Field.DAY)) return dayOfMonth(c, known);
        return f.timed() ? clock(c, known) : c;
    }

    private static Calendar weekOf(Calendar c) {
        Fields f = c.fields();
        if (!f.has(Field.WEEK) || !f.has(Field.WEEKDAY)) return c;
        LocalDate monday =
                f.without(Field.WEEKDAY).without(Field.WEEKEND).bounds().orElseThrow()[0];
        return Calendar.of(
                Fields.day(monday.plusDays(f.get(Field.WEEKDAY) - 1L)).or(f.clock()));
    }

    /** The part inside a time that is resolved first: "Friday" of "last week", "March" of "last year". */
    private static Meaning within(Calendar c, Mentions known) {
        Meaning outer = resolve(c.within().orElseThrow(), known);
        Optional<Fields> frame = fields(outer);
        if (outer instanceof Offset) {
            boolean week = outer.timex3().contains("W") && c.fields().has(Field.WEEKDAY);
            return new Calendar(c.fields(), week ? Optional.empty() : Optional.of(outer), c.towards());
        }
        if (frame.isEmpty()) return calendar(new Calendar(c.fields(), Optional.empty(), c.towards()), known);
        Fields inner = c.fields();
        Fields merged = inner.or(
                inner.has(Field.WEEKDAY) || inner.has(Field.WEEK)
                        ? frame.get()
                        : frame.get().without(Field.WEEK));
        return calendar(new Calendar(merged.valid() ? merged : inner, Optional.empty(), c.towards()), known);
    }

    private static Fields decade(Fields f, Mentions known) {
        int tens = f.get(Field.DECADE);
        if (tens >= 10 || known.reference().isEmpty()) return f;
        int year = known.reference().get().getYear();
        int guess = year / 100 * 10 + tens;
        return f.with(Field.DECADE, guess * 10 > year ? guess - 10 : guess);
    }

    private static Meaning weekday(Calendar c, Mentions known) {
        Optional<LocalDate> reference = known.reference();
        DayOfWeek wanted = DayOfWeek.of(c.fields().get(Field.WEEKDAY));
        if (reference.isEmpty()) {
            // "Last Monday" may be the one before the Monday that others tell.
            Optional<LocalDate> told = c.towards() == Towards.NEAR ? known.weekday(wanted) : Optional.empty();
            return told.isEmpty()
                    ? c
                    : Calendar.of(Fields.day(told.get()).or(c.fields().clock()));
        }
        LocalDate day = switch (c.towards()) {
            case PAST -> reference.get().with(TemporalAdjusters.previous(wanted));
            case FUTURE -> reference.get().with(TemporalAdjusters.next(wanted));
            case NEAR ->
                reference
                        .get()
                        .with(
                                known.ahead() > 0
                                        ? TemporalAdjusters.nextOrSame(wanted)
                                        : TemporalAdjusters.previousOrSame(wanted));
        };
        return Calendar.of(Fields.day(day).or(c.fields().clock()));
    }

    private static Meaning dayOfMonth(Calendar c, Mentions known) {
        Optional<Fields> frame = known.day(FAR).or(() -> known.last(FAR).filter(f -> f.has(Field.MONTH)));
        Fields f = c.fields();
        if (frame.isEmpty() && known.reference().isEmpty()) return c;
        LocalDate reference = known.reference().orElse(LocalDate.MIN);
        YearMonth month = frame.map(x -> YearMonth.of(x.get(Field.YEAR), x.get(Field.MONTH)))
                .orElseGet(() -> YearMonth.from(reference));
        if (frame.isEmpty()) {
            if (known.ahead() > 0 && f.get(Field.DAY) < reference.getDayOfMonth()) month = month.plusMonths(1);
            if (known.ahead() <= 0 && f.get(Field.DAY) > reference.getDayOfMonth() + (known.ahead() < 0 ? 0 : 3))
                month = month.minusMonths(1);
        }
        Fields full = f.with(Field.YEAR, month.getYear()).with(Field.MONTH, month.getMonthValue());
        return full.valid() ? Calendar.of(full) : c;
    }

    /** A time of day belongs to the day told last, if that was just now, else to the page's day. */
    private static Meaning clock(Calendar c, Mentions known) {
        Optional<Fields> day =
                known.day(1).map(Fields::date).or(() -> known.reference().map(Fields::day));
        return day.isEmpty() ? c : Calendar.of(c.fields().or(day.get()));
    }

    private static Meaning year(Calendar c, Mentions known) {
        Optional<LocalDate> reference = known.reference();
        Fields f = c.fields();
        if (reference.isEmpty()) {
            OptionalInt told = known.year(f);
            if (told.isPresent()) {
                Fields full = f.with(Field.YEAR, told.getAsInt());
                return full.valid() ? Calendar.of(full.has(Field.DAY) ? full.without(Field.WEEKDAY) : full) : c;
            }
            // A year told in passing ("who left in 2019") is not the year of the days around it; a full day told before
            // is.
            Optional<Fields> before = f.has(Field.DAY) ? known.day(FAR) : known.last(FAR);
            return before.isEmpty()
                    ? c
                    : new Calendar(
                            f.with(Field.YEAR, before.get().get(Field.YEAR)).without(Field.WEEKDAY),
                            Optional.empty(),
                            c.towards());
        }
        int best = reference.get().getYear();
        long least = Long.MAX_VALUE;
        for (int y = best - 1; y <= reference.get().getYear() + 1; y++) {
            long cost = cost(c, f.with(Field.YEAR, y).settled(), reference.get(), known.ahead());
            if (cost < least) {
                least = cost;
                best = y;
            }
        }
        Fields full = f.with(Field.YEAR, best).settled();
        return Calendar.of(full.has(Field.DAY) ? full.without(Field.WEEKDAY) : full);
    }

    /** How badly a year suits: days from the page's date, much more where it lies on the wrong side or its weekday is another. */
    private static long cost(Calendar c, Fields f, LocalDate reference, int ahead) {
        if (!f.valid()) return FAR * 10L;
        LocalDate[] b = f.without(Field.WEEKDAY).bounds().orElseThrow();
        long distance = b[1].isBefore(reference)
                ? ChronoUnit.DAYS.between(b[1], reference)
                : b[0].isAfter(reference) ? ChronoUnit.DAYS.between(reference, b[0]) : 0;
        boolean later = b[0].isAfter(reference);
        boolean earlier = b[1].isBefore(reference);
        if (f.has(Field.WEEKDAY) && f.has(Field.DAY) && b[0].getDayOfWeek().getValue() != f.get(Field.WEEKDAY))
            distance += FAR;
        if (c.towards() == Towards.PAST && !earlier || c.towards() == Towards.FUTURE && !later) distance += FAR;
        if (c.towards() == Towards.NEAR && f.has(Field.QUARTER)) return distance + (later && ahead <= 0 ? 150 : 0);
        if (c.towards() == Towards.NEAR && (ahead < 0 && later || ahead > 0 && earlier)) distance += 240;
        return distance;
    }

    private static Meaning offset(Offset o, Mentions known) {
        Unit unit = o.by().parts().getLast().unit();
        Optional<Fields> anchor = anchor(o, unit, known);
        if (o.by().vague() && o.anchor() == Meaning.Anchor.PREVIOUS) return o.by();
        if (o.by().vague()) return o.sign() < 0 ? Vague.PAST : Vague.FUTURE;
        if (anchor.isEmpty()) return o;
        Fields at = anchor.get();
        // An hour after what has no time of day is known by its length alone.
        if (unit.ordinal() <= Unit.HOUR.ordinal() && !at.has(Field.HOUR)) return o.by();
        for (Length.Part part : o.by().parts()) {
            Optional<Fields> next = Shift.by(at, part, o, known.ahead());
            if (next.isEmpty()) return o;
            at = next.get();
        }
        return Calendar.of(at);
    }

    private static Optional<Fields> anchor(Offset o, Unit unit, Mentions known) {
        if (o.from().isPresent()) return fields(resolve(o.from().get(), known));
        Optional<Fields> reference = known.reference().map(Fields::day);
        return switch (o.anchor()) {
            case REFERENCE -> reference;
            case PERIOD ->
                known.quarter(Mentions.PERIOD)
                        .or(() -> reference.flatMap(r -> unit == Unit.QUARTER
                                ? r.localDate().map(d -> Fields.day(d.minusMonths(3)))
                                : Optional.of(r)));
            case PREVIOUS -> unit.ordinal() <= Unit.WEEK.ordinal() ? known.day(FAR) : known.last(FAR);
        };
    }
}
