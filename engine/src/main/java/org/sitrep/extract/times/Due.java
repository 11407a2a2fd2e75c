package org.sitrep.extract.times;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;

/**
 * When something promised is due, as a time expression tells it. A day is given only where what it counts from is known.
 *
 * @param day the day, or the month or year where no day is told
 * @param durationDays the length told, months as 30 days
 * @param base what a length counts from
 * @param qualifier whether the day is a limit
 */
public record Due(
        Optional<Edtf> day, OptionalInt durationDays, Optional<Claim.Base> base, Claim.DueQualifier qualifier) {

    /**
     * Reads a deadline. "Within ten days" and "in two days" count from the announcement unless a start is known; "will take ten
     * days" and "for six months" count from the start only.
     *
     * @param announced the day on which the promise was made
     * @param start the day on which what was promised begins, where known
     * @return empty where the expression tells no end: "since", "from 21 February", a set, a vague time
     */
    public static Optional<Due> of(Moment moment, Optional<LocalDate> announced, Optional<LocalDate> start) {
        return switch (moment.role()) {
            case SINCE, FROM -> Optional.empty();
            default -> of(moment, moment.told(), announced, start);
        };
    }

    private static Optional<Due> of(
            Moment moment, Meaning told, Optional<LocalDate> announced, Optional<LocalDate> start) {
        return switch (told) {
            case Meaning.Length l when !l.vague() -> length(moment, l, announced, start);
            case Meaning.Offset o
            when o.sign() > 0 && !o.named() && o.from().isEmpty() && !o.by().vague() ->
                ahead(moment, o.by(), announced);
            case Meaning.Part p
            when p.of() instanceof Meaning.Offset || p.of() instanceof Meaning.Calendar ->
                calendar(moment, Optional.of(p.edge()));
            case Meaning.Offset o -> calendar(moment, Optional.empty());
            case Meaning.Calendar c -> calendar(moment, Optional.empty());
            case Meaning.Pair p -> calendar(moment, Optional.empty());
            case Meaning.Part p -> Optional.empty();
            case Meaning.Length l -> Optional.empty();
            case Meaning.Every e -> Optional.empty();
            case Meaning.Vague v -> Optional.empty();
            case Meaning.Num n -> Optional.empty();
            case Meaning.Word w -> Optional.empty();
        };
    }

    private static Optional<Due> length(
            Moment moment, Meaning.Length length, Optional<LocalDate> announced, Optional<LocalDate> start) {
        OptionalInt days = length.days();
        if (days.isEmpty()) return Optional.empty();
        boolean within = moment.role() == Moment.Role.WITHIN;
        Claim.Base base = moment.role() == Moment.Role.EXTENDED
                ? Claim.Base.DATE
                : start.isPresent() || !within ? Claim.Base.START : Claim.Base.ANNOUNCEMENT;
        Optional<LocalDate> from = switch (base) {
            case START -> start;
            case ANNOUNCEMENT -> announced;
            case DATE -> Optional.empty();
        };
        boolean limit = within || moment.role() == Moment.Role.EXTENDED || moment.role() == Moment.Role.BY;
        Claim.DueQualifier qualifier = switch (moment.limit()) {
            case AT_MOST -> Claim.DueQualifier.AT_MOST;
            case AT_LEAST -> Claim.DueQualifier.AT_LEAST;
            case EXACT, ABOUT -> limit ? Claim.DueQualifier.AT_MOST : Claim.DueQualifier.EXACT;
        };
        return Optional.of(new Due(from.map(d -> Edtf.of(after(d, length))), days, Optional.of(base), qualifier));
    }

    /** "In two days". */
    private static Optional<Due> ahead(Moment moment, Meaning.Length by, Optional<LocalDate> announced) {
        boolean limit = moment.role() == Moment.Role.BY
                || moment.role() == Moment.Role.UNTIL
                || moment.limit() == Moment.Limit.AT_MOST;
        Claim.DueQualifier qualifier = limit ? Claim.DueQualifier.AT_MOST : Claim.DueQualifier.EXACT;
        return Optional.of(new Due(
                announced.map(d -> Edtf.of(after(d, by))), by.days(), Optional.of(Claim.Base.ANNOUNCEMENT), qualifier));
    }

    /** The day so long after another, months and years by the calendar. */
    private static LocalDate after(LocalDate day, Meaning.Length length) {
        LocalDate out = day;
        for (Meaning.Length.Part p : length.parts()) {
            long n = Math.round(p.count());
            out = switch (p.unit()) {
                case SECOND, MINUTE -> out;
                case HOUR -> out.plusDays(n / 24);
                case MONTH -> out.plusMonths(n);
                case YEAR -> out.plusYears(n);
                case DAY, WEEKEND, WEEK, QUARTER, HALF, DECADE, CENTURY ->
                    out.plusDays(Math.round(p.count() * p.unit().days()));
            };
        }
        return out;
    }

    private static boolean limit(Moment.Role role) {
        return switch (role) {
            case UNTIL, BY, WITHIN, BEFORE, AFTER -> true;
            case AT, IN, SINCE, FROM, FOR, DURING, BETWEEN, EXTENDED, NONE -> false;
        };
    }

    private static Optional<Due> calendar(Moment moment, Optional<Meaning.Edge> edge) {
        Optional<Edtf> whole = moment.edtf();
        if (whole.isEmpty()) return Optional.empty();
        Optional<Edtf> day = switch (edge.orElse(Meaning.Edge.ABOUT)) {
            case START -> whole.flatMap(Edtf::first).map(Edtf::of);
            case END -> whole.flatMap(Edtf::last).map(Edtf::of);
            case MIDDLE -> whole;
            case ABOUT ->
                whole.get().text().contains("/") ? whole.flatMap(Edtf::last).map(Edtf::of) : whole;
        };
        boolean earlier = moment.role() == Moment.Role.BEFORE && edge.isEmpty();
        if (earlier) day = whole.flatMap(Edtf::first).map(d -> Edtf.of(d.minusDays(1)));
        Claim.DueQualifier qualifier = limit(moment.role()) || moment.limit() == Moment.Limit.AT_MOST
                ? Claim.DueQualifier.AT_MOST
                : Claim.DueQualifier.EXACT;
        return Optional.of(new Due(day, OptionalInt.empty(), Optional.empty(), qualifier));
    }
}
