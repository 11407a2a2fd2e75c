package org.sitrep.extract.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Pack;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Status;

/**
 * Gives figures the day that is named with them: the nearest time of the figure's own clause, or of the clause of speech around
 * it ("12 people had died, the ministry said <u>on Sunday</u>"). The day of another event in the sentence is not the day of the
 * count. A time long before the page's own day tells of another event ("in 1999 the quake killed 17,000").
 */
final class FigureDays {
    /** A count of more than two months ago is no count of a crisis that a page reports as news. */
    private static final int NEWS_DAYS = 60;
    /** How much nearer, in tokens, a time in another clause would have to be. */
    private static final int OTHER_CLAUSE = 12;

    /** Id of verbs of beginning. */
    private static final String BEGIN = "begin";
    /** Id of words that open a clause of time. */
    private static final String WHEN = "when";

    private final Set<String> speech;

    /** Reads which verbs carry another clause: {@code clause: {complement: …}} of {@code pack.yaml}. */
    FigureDays(Pack pack) {
        this.speech = Set.copyOf(pack.settings().at("clause").at("complement").texts());
    }

    /**
     * @param times what the sentence of {@code figures} says of time
     * @param published when the passage was told
     */
    void date(List<Draft> figures, List<Moment> times, Optional<Edtf> published) {
        Optional<LocalDate> day = published.flatMap(Edtf::day);
        for (Draft d : figures) {
            since(d, times);
            if (d.counts == Claim.Counts.TOTAL_TO_DATE && times.stream().anyMatch(m -> oneDay(d, m)))
                d.counts = Claim.Counts.IN_PERIOD;
            if (until(d, times)
                    || d.whole
                            .filter(w -> w.parse == d.parse && w.status == Status.SUPERSEDED && w.phrase.bare())
                            .isPresent()) supersede(d);
            if (d.status == Status.PLANNED || d.status == Status.HYPOTHETICAL) continue;
            Optional<Moment> named = nearest(d, times, day).filter(m -> !ahead(d, m, published));
            if (named.isEmpty()) {
                d.asOf = d.whole.flatMap(w -> w.asOf);
                continue;
            }
            Edtf told = named.get().ends(times);
            Edtf past = published
                    .flatMap(Edtf::last)
                    .flatMap(p -> backed(told, named.get(), d, p))
                    .orElse(told);
            d.asOf = Optional.of(past);
            Optional<LocalDate> last = past.last();
            if (day.isPresent()
                    && last.isPresent()
                    && last.get().isBefore(day.get().minusDays(NEWS_DAYS))) d.background = true;
        }
        raise(figures);
    }

    /**
     * "A miner died on Tuesday, and the dead are 49 by now": what "and" sets beside the sum that is reached by it was added to it; the count of
     * one day or period was not, it is a part.
     */
    private static void raise(List<Draft> figures) {
        for (int i = 1; i < figures.size(); i++) {
            Draft added = figures.get(i - 1);
            Draft sum = figures.get(i);
            if (!sum.sum || added.parse != sum.parse || !added.measure.equals(sum.measure)) continue;
            boolean and = added.parse.chunks().stream()
                    .anyMatch(k -> k.is(Chunk.Kind.CONJUNCTION) && k.from() >= added.to && k.to() <= sum.phrase.from());
            if (!and || added.status != Status.ASSERTED || added.counts != Claim.Counts.TOTAL_TO_DATE) continue;
            added.increment = true;
            added.counts = Claim.Counts.INCREMENT;
        }
    }

    /** "18 dead <u>in a single day</u>": a count of that day and no total. */
    private boolean oneDay(Draft d, Moment m) {
        boolean within = switch (m.role()) {
            case IN, DURING, AT, NONE -> true;
            default -> false;
        };
        boolean day = m.value().equals("P1D") || m.value().equals("PT24H");
        return within && day && d.model.isEmpty() && d.status != Status.PLANNED && (inside(d, m) || !elsewhere(d, m));
    }

    private static void supersede(Draft d) {
        if (d.status == Status.ASSERTED) d.status = Status.SUPERSEDED;
    }

    /** "Since 2 January" opens the period that a count covers. */
    private static void since(Draft d, List<Moment> times) {
        for (Moment m : times)
            if (m.role() == Moment.Role.SINCE && d.period.isEmpty() && !opens(d, m))
                d.period = m.edtf().flatMap(Edtf::first).flatMap(first -> Edtf.parse(first + "/.."));
    }

    /** "<u>Until Sunday</u> officials had acknowledged 44 deaths": what was said until some day is said no more. */
    private boolean until(Draft d, List<Moment> times) {
        for (Moment m : times) {
            if (m.role() != Moment.Role.UNTIL || m.to() > d.from) continue;
            boolean opens = d.parse.clauses().stream().noneMatch(c -> c.verb().to() <= m.from());
            Optional<Clause> before = d.parse.clauses().stream()
                    .filter(c -> c.verb().from() >= m.to() && c.verb().to() <= d.phrase.to())
                    .reduce((a, b) -> b);
            if (opens && before.filter(this::speaks).isPresent()) return true;
        }
        return false;
    }

    private boolean speaks(Clause c) {
        return c.verb().lexemes().stream().anyMatch(speech::contains);
    }

    /** A weekday that is still to come is of what is planned in the sentence, and of no count that stands. */
    private static boolean ahead(Draft d, Moment m, Optional<Edtf> published) {
        Optional<LocalDate> first = m.edtf().flatMap(Edtf::first);
        boolean later = first.isPresent()
                && published.flatMap(Edtf::last).filter(first.get()::isAfter).isPresent();
        boolean weekday = false;
        for (int i = m.from(); later && i < m.to(); i++) {
            if (d.parse.text().token(i).number()
                    || d.parse.text().at(i, "month").isPresent()) return false;
            weekday |= d.parse.text().at(i, "weekday").isPresent();
        }
        return weekday;
    }

    /** A time told without its year that would lie behind the page's own day is that of the year before. */
    private static Optional<Edtf> backed(Edtf told, Moment m, Draft d, LocalDate published) {
        if (told.first().filter(f -> f.isAfter(published)).isEmpty()) return Optional.empty();
        for (int i = m.from(); i < m.to(); i++)
            if (d.parse.text().token(i).form().length() == 4
                    && d.parse.text().token(i).number()) return Optional.empty();
        String text = told.text();
        if (text.length() < 7 || !Character.isDigit(text.charAt(3))) return Optional.empty();
        int year = Integer.parseInt(text.substring(0, 4)) - 1;
        return Edtf.parse(year + text.substring(4));
    }

    private Optional<Moment> nearest(Draft d, List<Moment> times, Optional<LocalDate> published) {
        Optional<Moment> opened = times.stream().filter(m -> opens(d, m)).findFirst();
        if (opened.isPresent()) return opened;
        Moment best = null;
        int least = Integer.MAX_VALUE;
        for (Moment m : times) {
            if (!tellsWhen(m) || m.clockOnly() || published.isPresent() && holds(m, published.get())) continue;
            boolean inside = inside(d, m);
            if (!inside && elsewhere(d, m)) {
                d.otherDay = true;
                continue;
            }
            int distance = m.from() >= d.to ? m.from() - d.to : m.to() <= d.from ? d.from - m.to() : 0;
            if (!inside) distance += OTHER_CLAUSE;
            if (distance < least) {
                least = distance;
                best = m;
            }
        }
        return Optional.ofNullable(best);
    }

    /** "The worst flood since 2009, when 211 people died": a time right before the word that opens the figure's clause is that clause's. */
    private static boolean opens(Draft d, Moment m) {
        if (m.edtf().filter(e -> !e.text().contains("/")).isEmpty() || m.to() > d.from) return false;
        for (Chunk k : d.parse.chunks()) {
            if (!k.is(Chunk.Kind.SUBORDINATOR) || k.from() < m.to() || k.from() > m.to() + 1 || !k.id().equals(WHEN))
                continue;
            return d.parse.clauses().stream()
                    .noneMatch(c -> c.verb().from() >= k.to()
                            && c.verb().to() <= d.from
                            && d.clause.filter(o -> o.verb() == c.verb()).isEmpty());
        }
        return false;
    }

    private static boolean inside(Draft d, Moment m) {
        return d.clause
                .filter(c -> m.from()
                                >= (c.verb().mood() == VerbGroup.Mood.GERUND
                                        ? c.verb().from()
                                        : c.from())
                        && m.to() <= c.to() + 1)
                .isPresent();
    }

    /** Whether a time belongs to another event: a verb that is none of speech stands between, or what counts only hangs on a sentence that has the time. */
    private boolean elsewhere(Draft d, Moment m) {
        boolean hangs = d.clause
                .filter(c -> c.verb().mood() == VerbGroup.Mood.GERUND
                        && m.to() <= c.verb().from()
                        && !announced(d, c, m))
                .isPresent();
        if (hangs || aside(d, m) || described(d, m) || begun(d, m)) return true;
        int from = Math.min(m.to(), d.to);
        int to = Math.max(m.from(), d.from);
        boolean clause = d.clause.isPresent();
        for (Clause c : d.parse.clauses()) clause |= holds(c, d);
        for (Clause c : d.parse.clauses()) {
            boolean between = c.verb().from() >= from && c.verb().to() <= to;
            boolean own =
                    d.clause.filter(o -> o.verb() == c.verb() || joined(o, c)).isPresent() || holds(c, d);
            if (between
                    && !own
                    && !beside(c, d)
                    && (clause || !c.verb().lexemes().isEmpty())
                    && !speaks(c)) return true;
        }
        return d.byTheWay();
    }

    /** "The ministry announced on Monday having arrested 40 people": what is announced counts for the day on which it was. */
    private boolean announced(Draft d, Clause gerund, Moment m) {
        Optional<Clause> before = d.parse.clauses().stream()
                .filter(c -> c.verb().to() <= gerund.verb().from())
                .reduce((a, b) -> b);
        return before.filter(this::speaks)
                .filter(c -> c.verb().to() <= m.from())
                .isPresent();
    }

    /**
     * Whether a relative clause behind a comma holds the time and not the count: "a contingent of 900 men, who had been sent on 3 May".
     * Without a comma the clause tells which people are counted, and its day may be theirs.
     */
    private static boolean aside(Draft d, Moment m) {
        for (int i = d.to; i + 1 < m.from(); i++) {
            int comma = i;
            if (d.parse.text().token(i).is(",")
                    && d.parse.text().at(i + 1, "relative").isPresent())
                return d.clause.filter(c -> c.verb().from() > comma).isEmpty();
        }
        return false;
    }

    /** "518 deaths in the epidemic <u>that began in May</u>": when what they died of began is not when they were counted. */
    private static boolean begun(Draft d, Moment m) {
        Optional<Clause> last = d.parse.clauses().stream()
                .filter(c -> c.verb().finite() && c.verb().to() <= m.from())
                .reduce((a, b) -> b);
        return last.filter(c -> c.link() == Clause.Link.RELATIVE
                        && c.verb().lexemes().contains(BEGIN)
                        && c.verb().from() >= d.to
                        && !d.clause.equals(Optional.of(c)))
                .isPresent();
    }

    /** "The protests, <u>which began in December</u>, left 18 dead": a relative clause that a comma closes before the count has a day of its own. */
    private static boolean described(Draft d, Moment m) {
        boolean closed = false;
        for (int i = m.to(); i < d.from && !closed; i++)
            closed = d.parse.text().token(i).is(",");
        if (!closed) return false;
        Optional<Clause> last = d.parse.clauses().stream()
                .filter(c -> c.verb().finite() && c.verb().to() <= m.from())
                .reduce((a, b) -> b);
        return last.filter(c -> c.link() == Clause.Link.RELATIVE && !holds(c, d) && !d.clause.equals(Optional.of(c)))
                .isPresent();
    }

    /** "Killed 69 and burned their homes in 1985": two deeds of the same subject. */
    private static boolean joined(Clause a, Clause b) {
        return !a.subject().isEmpty()
                && a.subject().equals(b.subject())
                && b.verb().mood() != VerbGroup.Mood.GERUND;
    }

    /** "Left 18 marchers dead and 180 injured": a participle that describes what is counted beside it is no other event. */
    private static boolean beside(Clause c, Draft d) {
        return c.verb().mood() == VerbGroup.Mood.PARTICIPLE
                && !c.subject().isEmpty()
                && d.parse.clauses().stream()
                        .anyMatch(o -> holds(o, d) && o.object().containsAll(c.subject()));
    }

    private static boolean holds(Clause c, Draft d) {
        return c.subject().contains(d.phrase)
                || c.object().contains(d.phrase)
                || c.oblique().contains(d.phrase);
    }

    /** "This year", said on a day of it, adds nothing to that day. */
    private static boolean holds(Moment m, LocalDate day) {
        Optional<LocalDate> first = m.edtf().flatMap(Edtf::first);
        Optional<LocalDate> last = m.edtf().flatMap(Edtf::last);
        return first.isPresent()
                && last.isPresent()
                && !first.equals(last)
                && !first.get().isAfter(day)
                && !last.get().isBefore(day);
    }

    private static boolean tellsWhen(Moment m) {
        boolean bound = switch (m.role()) {
            case SINCE, FROM, UNTIL, BY, WITHIN, FOR, AFTER, BEFORE, BETWEEN, EXTENDED -> false;
            case AT, IN, DURING, NONE -> true;
        };
        return bound && m.edtf().filter(e -> !e.text().contains("/")).isPresent();
    }
}
