package org.sitrep.extract.deeds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Text;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.TimeExpression;

/** Binds times to promises: until when or how long one runs. */
final class Deadlines {
    /** Days of the longest time that a promise runs; who has ruled for thirty years promises none of them. */
    private static final int LONGEST = 1830;

    /** Tokens between words of lasting and how long. */
    private static final int LENGTH = 4;

    /** Promises that something will be over. */
    private static final Set<String> ENDS = Set.of("complete_withdrawal", "end_operation");

    /** The promise to stay. */
    private static final String STAY = "extend";

    /** Tokens between a promise and a bare weekday that is its own. */
    private static final int BESIDE = 7;

    /** How a TIMEX3 value of a weekday of no known week begins. */
    private static final String WEEKDAY = "XXXX-WXX-";

    private Deadlines() {}

    /**
     * When a promise is due.
     *
     * @param due the day, where it is told or follows from the day of publication
     * @param days its stated length
     * @param fromStart whether the length runs from the start of what is promised rather than from its announcement
     */
    record Due(Optional<Edtf> due, OptionalInt days, boolean fromStart, Optional<Claim.DueQualifier> qualifier) {
        static final Due NONE = new Due(Optional.empty(), OptionalInt.empty(), false, Optional.empty());
    }

    /** Until when a promise runs. @param reference the day of publication */
    static Due due(Text text, Found f, List<Moment> moments, Optional<LocalDate> reference) {
        boolean starts = f.rule()
                .promise()
                .filter(p -> p.startsWith("start_") || p.equals("deploy"))
                .isPresent();
        Optional<Moment> found = moments.stream()
                .filter(m -> m.ahead() >= 0 || !past(m, reference) || own(text, f, m))
                .filter(m -> !starts || m.days().isEmpty() || m.limit() == Moment.Limit.EXACT)
                .filter(m -> Timing.distance(m, f) <= Timing.REACH
                        && !Timing.parted(text, m, f)
                        && m.role() != Moment.Role.SINCE
                        && m.type() != TimeExpression.Type.SET)
                .filter(m -> m.resolved() || m.days().isPresent() && m.days().getAsInt() <= LONGEST)
                .filter(m -> m.days().isEmpty() || !relative(text, m))
                .filter(m -> m.days().isEmpty() || !anothers(f, m, moments))
                .min(Comparator.comparing((Moment m) -> past(m, reference) && !next(text, f, m))
                        .thenComparingInt(m -> fitness(m))
                        .thenComparingInt(m -> Timing.distance(m, f)));
        if (found.isEmpty()) return Due.NONE;
        Moment m = found.get();
        if (m.role() == Moment.Role.FROM && !starts) return from(f, m);
        if (m.days().isPresent())
            return length(
                    m,
                    // A stay is prolonged from the day on which it would have ended, or that on which it was decided,
                    // and not from that of the page.
                    announced(text, f, moments, reference).or(() -> stays(f) ? Optional.empty() : reference));
        return m.edtf()
                .map(e -> past(m, reference) && next(text, f, m) ? coming(e, reference) : e)
                .map(e -> new Due(
                        m.ending() ? e.last().map(Edtf::of) : last(e),
                        OptionalInt.empty(),
                        false,
                        Optional.of(e.text().indexOf('/') < 0 ? qualifier(m) : Claim.DueQualifier.AT_MOST)))
                .orElse(Due.NONE);
    }

    private static boolean ends(Found f) {
        return f.rule().promise().filter(ENDS::contains).isPresent();
    }

    /** "From 21 February": the earliest day is told, and no end; of what is promised to end nothing is due then. */
    private static Due from(Found f, Moment m) {
        Optional<Edtf> day =
                ends(f) ? Optional.empty() : m.edtf().flatMap(Edtf::first).map(Edtf::of);
        return new Due(day, OptionalInt.empty(), true, day.map(d -> Claim.DueQualifier.AT_LEAST));
    }

    /** "To begin in two days and last ten": where the words name how long, with a length right behind them, no other length is theirs. */
    private static boolean anothers(Found f, Moment m, List<Moment> moments) {
        Optional<Hit> last =
                f.hits().stream().filter(h -> h.id().equals("last")).findFirst();
        if (last.isEmpty() || right(last.get(), m)) return false;
        return moments.stream().anyMatch(o -> o.days().isPresent() && right(last.get(), o));
    }

    private static boolean stays(Found f) {
        return f.rule().promise().filter(STAY::equals).isPresent();
    }

    private static boolean right(Hit last, Moment m) {
        return m.from() >= last.to() && m.from() - last.to() <= LENGTH;
    }

    /** The weekday (1 Monday, 7 Sunday) by which a promise is due, where nobody knows of which week it is. */
    static OptionalInt weekday(Text text, Found f, List<Moment> moments) {
        return moments.stream()
                .filter(m -> !m.resolved() && m.value().startsWith(WEEKDAY) && !Timing.saying(text, m, f))
                .filter(m -> Timing.distance(m, f) <= Timing.REACH && !Timing.parted(text, m, f))
                .min(Comparator.comparingInt(m -> Timing.distance(m, f)))
                .map(m -> OptionalInt.of(m.value().charAt(WEEKDAY.length()) - '0'))
                .orElse(OptionalInt.empty());
    }

    /** "Three days after the vote": a length that runs from something else than what is told. */
    private static boolean relative(Text text, Moment m) {
        return m.role() != Moment.Role.WITHIN
                && m.to() < text.tokens().size()
                && text.at(m.to(), "time-role")
                        .filter(r -> Timing.ORDERS.contains(r.sense().id()))
                        .isPresent();
    }

    /** The day told beside a length, on or before publication: from it the length runs ("extended on Monday by 30 days"). */
    private static Optional<LocalDate> announced(
            Text text, Found f, List<Moment> moments, Optional<LocalDate> reference) {
        return moments.stream()
                .filter(m ->
                        m.days().isEmpty() && m.ahead() <= 0 && Timing.dates(m.role()) && m.role() != Moment.Role.SINCE)
                // A day that opens the sentence heads an entry: "19 April: the assembly …".
                .filter(m -> !stays(f) || !Timing.saying(text, m, f))
                .filter(m -> m.from() == f.sentence().from()
                        || Timing.distance(m, f) <= Timing.REACH && !Timing.parted(text, m, f))
                .min(Comparator.comparingInt(m -> Timing.distance(m, f)))
                .flatMap(m -> m.edtf().flatMap(Edtf::day))
                .filter(d -> reference.isEmpty() || !d.isAfter(reference.get()));
    }

    /** A day right beside a noun is its own, though the verb looks back: "set an ultimatum that expires today". */
    private static boolean own(Text text, Found f, Moment m) {
        return !f.verbal() && Timing.distance(m, f) <= BESIDE && !Timing.saying(text, m, f);
    }

    /** A weekday told without its week, in words that do not look back: of what is promised it is the coming one. */
    private static boolean next(Text text, Found f, Moment m) {
        boolean close = m.role() == Moment.Role.UNTIL || m.role() == Moment.Role.BY || Timing.distance(m, f) <= BESIDE;
        return close && m.told().timex3().startsWith(WEEKDAY) && m.ahead() >= 0 && !Timing.saying(text, m, f);
    }

    private static Edtf coming(Edtf day, Optional<LocalDate> published) {
        return day.day()
                .filter(d -> published.filter(d::isBefore).isPresent())
                .map(d -> Edtf.of(d.plusWeeks(1)))
                .orElse(day);
    }

    /** Nothing is promised for a day that has passed, nor for the day on which it was said. */
    private static boolean past(Moment m, Optional<LocalDate> reference) {
        Optional<LocalDate> last = m.edtf().flatMap(Edtf::last);
        return last.isPresent() && reference.isPresent() && !last.get().isAfter(reference.get());
    }

    /** Times that lie ahead before those that lie back, and both before starts. */
    private static int fitness(Moment m) {
        return switch (m.role()) {
            case FROM, SINCE -> 2;
            default -> m.ahead() < 0 && m.days().isEmpty() ? 1 : 0;
        };
    }

    private static Due length(Moment m, Optional<LocalDate> reference) {
        int days = m.days().getAsInt();
        boolean announced = m.role() == Moment.Role.WITHIN || m.role() == Moment.Role.IN;
        Optional<Edtf> due = reference.map(r -> Edtf.of(r.plusDays(days)));
        return new Due(due, OptionalInt.of(days), !announced, Optional.of(qualifier(m)));
    }

    /** The last day of an interval: a promise for this week is due at its end. */
    private static Optional<Edtf> last(Edtf e) {
        return e.text().indexOf('/') < 0 ? Optional.of(e) : e.last().map(Edtf::of);
    }

    private static Claim.DueQualifier qualifier(Moment m) {
        if (m.limit() == Moment.Limit.AT_LEAST) return Claim.DueQualifier.AT_LEAST;
        if (m.limit() == Moment.Limit.AT_MOST) return Claim.DueQualifier.AT_MOST;
        return switch (m.role()) {
            case BY, UNTIL, WITHIN, BEFORE, AFTER, EXTENDED -> Claim.DueQualifier.AT_MOST;
            default -> Claim.DueQualifier.EXACT;
        };
    }
}
