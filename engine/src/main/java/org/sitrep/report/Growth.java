package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;

/**
 * Which figures of a count a later day left behind. A count to date only rises, so a lower number of an earlier day is neither its
 * lowest nor quarrels with a later one: it is where the count came from. On one day nothing grows.
 */
final class Growth {
    private final Set<Situation.Point> outgrown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<Situation.Point, Situation.Point> before = new IdentityHashMap<>();

    private final Set<Situation.Point> fallen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Growth() {}

    /** @param dated the figures of {@code history} that stand, each of the whole, by day */
    static Growth of(Situation.History history, List<Situation.Point> dated) {
        Growth growth = new Growth();
        Set<Situation.Point> known = Collections.newSetFromMap(new IdentityHashMap<>());
        known.addAll(dated);
        for (Situation.Relation r : history.relations()) {
            Situation.Point a = history.points().get(r.a());
            Situation.Point b = history.points().get(r.b());
            if (r.kind() == Kind.CORRECTION_DOWN || r.kind() == Kind.CORRECTION_UP) growth.outgrown.add(a);
            if (r.kind() != Kind.GROWTH || !known.contains(a) || !known.contains(b)) continue;
            if (Standing.day(a).isBefore(Standing.day(b))) growth.joins(a, b);
        }
        if (history.matter().kind() == Claim.Counts.TOTAL_TO_DATE) {
            growth.sweep(dated);
            growth.fall(history, dated);
        }
        return growth;
    }

    /** Numbers below one of an earlier day which no correction joins to it. */
    private void fall(Situation.History history, List<Situation.Point> dated) {
        Set<Situation.Point> corrected = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Situation.Point> corrections = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Situation.Relation r : history.relations())
            if (r.kind() == Kind.CORRECTION_DOWN) {
                corrected.add(history.points().get(r.a()));
                corrections.add(history.points().get(r.b()));
            }
        long most = -1;
        long today = -1;
        LocalDate day = LocalDate.MIN;
        for (Situation.Point p : dated) {
            if (!Standing.day(p).equals(day)) {
                most = Math.max(most, today);
                day = Standing.day(p);
            }
            if (corrections.contains(p)) {
                // Whoever still told the higher number before is corrected with the one who is named.
                most = Standing.low(p.amount());
                today = most;
            } else if (!corrected.contains(p)) today = Math.max(today, Standing.low(p.amount()));
            boolean below = Standing.low(p.amount()) >= 0 && Standing.high(p.amount()) < most;
            if (below && !corrections.contains(p)) fallen.add(p);
        }
    }

    /** Backwards, what a later day exceeds; forwards, the highest of the days before that a number exceeds. */
    private void sweep(List<Situation.Point> dated) {
        TreeMap<Long, Situation.Point> earlier = new TreeMap<>();
        TreeMap<LocalDate, Long> most = new TreeMap<>();
        for (Situation.Point p : dated) most.merge(Standing.day(p), Standing.low(p.amount()), Math::max);
        long later = -1;
        for (var day : most.descendingMap().entrySet()) {
            long today = day.getValue();
            day.setValue(later);
            later = Math.max(later, today);
        }
        List<Situation.Point> today = new ArrayList<>();
        LocalDate day = LocalDate.MIN;
        for (Situation.Point p : dated) {
            if (!Standing.day(p).equals(day)) {
                for (Situation.Point t : today) earlier.putIfAbsent(Standing.high(t.amount()), t);
                today.clear();
                day = Standing.day(p);
            }
            long low = Standing.low(p.amount());
            if (low < 0) continue;
            today.add(p);
            if (most.getOrDefault(day, -1L) > Standing.high(p.amount())) outgrown.add(p);
            var lower = earlier.lowerEntry(low);
            if (lower != null) joins(lower.getValue(), p);
        }
    }

    private void joins(Situation.Point a, Situation.Point b) {
        if (a.amount().key().equals(b.amount().key())) return;
        outgrown.add(a);
        // A page of the same day or a later one tells what the earlier day alone brought, or another part of the count.
        if (!toldBefore(a, b) || Standing.apart(a, b)) return;
        before.merge(b, a, (x, y) -> Standing.high(y.amount()) >= Standing.high(x.amount()) ? y : x);
    }

    private static boolean toldBefore(Situation.Point a, Situation.Point b) {
        Optional<LocalDate> first = Standing.firstKnown(a);
        Optional<LocalDate> then = Standing.firstKnown(b);
        return first.isPresent() && then.isPresent() && first.get().isBefore(then.get());
    }

    /** Whether a higher number of an earlier day stands uncorrected, so that this one counts less than the whole or contradicts it. */
    boolean fallen(Situation.Point point) {
        return fallen.contains(point);
    }

    /** Whether a higher number of a later day stands, or it was corrected. */
    boolean outgrown(Situation.Point point) {
        return outgrown.contains(point);
    }

    /** The highest number of an earlier day, told before, from which the count rose to {@code point}. */
    Optional<Situation.Point> before(Situation.Point point) {
        return Optional.ofNullable(before.get(point));
    }
}
