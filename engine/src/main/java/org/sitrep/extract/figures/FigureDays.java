package org.sitrep.extract.figures;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.times.Moment;
import org.sitrep.model.Edtf;
import org.sitrep.model.Status;

/**
 * Gives figures the day that is named with them: the time nearest to the figure, one in its own clause before any other. A time
 * long before the page's own day tells of another event ("in 1999 the quake killed 17,000").
 */
final class FigureDays {
    /** A count of more than two months ago is no count of a crisis that a page reports as news. */
    private static final int NEWS_DAYS = 60;
    /** How much nearer, in tokens, a time in another clause would have to be. */
    private static final int OTHER_CLAUSE = 12;

    private FigureDays() {}

    /**
     * @param times what the sentence of {@code figures} says of time
     * @param published the day of the passage
     */
    static void date(List<Draft> figures, List<Moment> times, Optional<LocalDate> published) {
        for (Draft d : figures) {
            since(d, times);
            if (d.status == Status.PLANNED || d.status == Status.HYPOTHETICAL) continue;
            Optional<Moment> named = nearest(d, times, published);
            if (named.isEmpty()) {
                d.asOf = d.whole.flatMap(w -> w.asOf);
                continue;
            }
            Edtf day = named.get().edtf().orElseThrow();
            d.asOf = Optional.of(day);
            Optional<LocalDate> last = day.last();
            if (published.isPresent()
                    && last.isPresent()
                    && last.get().isBefore(published.get().minusDays(NEWS_DAYS))) d.background = true;
        }
    }

    /** "Since 2 January" opens the period that a count covers. */
    private static void since(Draft d, List<Moment> times) {
        for (Moment m : times)
            if (m.role() == Moment.Role.SINCE && d.period.isEmpty())
                d.period = m.edtf().flatMap(Edtf::first).flatMap(first -> Edtf.parse(first + "/.."));
    }

    private static Optional<Moment> nearest(Draft d, List<Moment> times, Optional<LocalDate> published) {
        Moment best = null;
        int least = Integer.MAX_VALUE;
        for (Moment m : times) {
            if (!tellsWhen(m) || published.isPresent() && holds(m, published.get())) continue;
            int distance = m.from() >= d.to ? m.from() - d.to : m.to() <= d.from ? d.from - m.to() : 0;
            boolean inside = d.clause.isPresent()
                    && m.from() >= d.clause.get().from()
                    && m.to() <= d.clause.get().to() + 1;
            if (!inside) distance += OTHER_CLAUSE;
            if (distance < least) {
                least = distance;
                best = m;
            }
        }
        return Optional.ofNullable(best);
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
