package org.sitrep.reconcile;

import static org.sitrep.model.Situation.Relation.Kind.*;
import static org.sitrep.reconcile.Comparison.say;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Status;
import org.sitrep.reconcile.Comparison.Verdict;

/** Whether two figures of one history are one count at all: they are none where their measures, restrictions, periods or contributors differ. */
final class OtherCount {
    private OtherCount() {}

    /** Counts that do not count the same: a forecast, a wider measure, a stated restriction, a shorter period, one contributor. */
    static Optional<Verdict> of(Rung x, Rung y) {
        if (forecast(x.status()) != forecast(y.status()))
            return say(x, y, DIFFERENT_SCOPE, "one is a count, the other a plan or forecast");
        Claim.Figure a = x.first().figure();
        Claim.Figure b = y.first().figure();
        if (!a.measure().equals(b.measure()))
            return meets(x, y)
                    ? say(x, y, COMPATIBLE, "different counts, but they do not exclude each other")
                    : say(x, y, DIFFERENT_SCOPE, "not the same kind of count");
        if (!Scope.same(a.scopeText(), b.scopeText()))
            return say(x, y, DIFFERENT_SCOPE, "counted under another restriction");
        Optional<Verdict> period = period(x, y);
        return period.isPresent() ? period : contributor(x, y);
    }

    static boolean forecast(Status status) {
        return status == Status.PLANNED || status == Status.HYPOTHETICAL;
    }

    private static boolean meets(Rung x, Rung y) {
        return x.interval().isPresent()
                && y.interval().isPresent()
                && x.interval().get().meets(y.interval().get());
    }

    private static Optional<Verdict> period(Rung x, Rung y) {
        boolean p = inPeriod(x);
        boolean q = inPeriod(y);
        if (p && q) {
            boolean same = x.first().figure().period().equals(y.first().figure().period());
            return same ? Optional.empty() : say(x, y, DIFFERENT_SCOPE, "counted over different periods");
        }
        if (p == q) return since(x, y);
        Rung part = p ? x : y;
        Rung total = p ? y : x;
        boolean inside = part.day().isEmpty()
                || total.day().isEmpty()
                || !part.day().get().isAfter(total.day().get());
        boolean fits = part.interval().isEmpty()
                || total.interval().isEmpty()
                || part.interval().get().low() <= total.interval().get().high();
        return inside && fits
                ? say(part, total, SUBSET_OF, "counted over a period inside the other's")
                : say(x, y, DIFFERENT_SCOPE, "counted over another period");
    }

    /** "More than 50 since Tuesday, 14 since Wednesday" on one page: what began later is inside what began before. */
    private static Optional<Verdict> since(Rung x, Rung y) {
        Optional<LocalDate> a = start(x);
        Optional<LocalDate> b = start(y);
        if (a.isEmpty() || b.isEmpty() || a.equals(b) || !x.sharesPage(y)) return Optional.empty();
        Rung part = a.get().isAfter(b.get()) ? x : y;
        Rung total = part == x ? y : x;
        boolean fits = part.interval().isPresent()
                && total.interval().isPresent()
                && part.interval().get().near() < total.interval().get().low();
        return fits ? say(part, total, SUBSET_OF, "counted over a period inside the other's") : Optional.empty();
    }

    private static Optional<LocalDate> start(Rung r) {
        return r.first().figure().period().flatMap(Edtf::first);
    }

    private static boolean inPeriod(Rung r) {
        Claim.Figure f = r.first().figure();
        return f.counts() == Claim.Counts.IN_PERIOD || f.common().background();
    }

    private static Optional<Verdict> contributor(Rung x, Rung y) {
        Optional<String> a = x.first().figure().contributor();
        Optional<String> b = y.first().figure().contributor();
        if (a.equals(b) || x.amount().key().equals(y.amount().key())) return Optional.empty();
        if (a.isPresent() && b.isPresent())
            return say(x, y, DIFFERENT_SCOPE, "the contingents of different contributors");
        if (x.listedWith(y)) return say(x, y, DIFFERENT_SCOPE, "listed one beside the other");
        Rung part = a.isPresent() ? x : y;
        Rung all = a.isPresent() ? y : x;
        boolean fits = part.interval().isPresent()
                && all.interval().isPresent()
                && part.interval().get().readsBelow(all.interval().get());
        return fits ? say(part, all, SUBSET_OF, "one contributor's people among the whole force") : Optional.empty();
    }
}
