package org.sitrep.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;

/** Which figures of a history count something else than most of it: told beside the ladder, never as its lowest, highest or latest. */
final class OtherScope {
    private OtherScope() {}

    /** Indexes of the points that must not be compared with most of the others, as far as they count no mere part. */
    static Set<Integer> of(Situation.History history) {
        Map<Integer, Integer> apart = new HashMap<>();
        Set<Integer> aside = history.range().aside();
        int whole = history.points().size() - aside.size();
        for (Situation.Relation r : history.relations()) {
            if (r.kind() != Kind.DIFFERENT_SCOPE || aside.contains(r.a()) || aside.contains(r.b())) continue;
            apart.merge(r.a(), 1, Integer::sum);
            apart.merge(r.b(), 1, Integer::sum);
        }
        Set<Integer> out = new TreeSet<>();
        apart.forEach((point, times) -> {
            if (2 * times > whole - 1 && whole > 2) out.add(point);
        });
        return out;
    }

    /** What sets a point apart from the figure that most pages carry among those it must not be compared with. */
    static Optional<Situation.Relation> why(Situation.History history, int point) {
        return history.relations().stream()
                .filter(r -> r.kind() == Kind.DIFFERENT_SCOPE && (r.a() == point || r.b() == point))
                .filter(r -> sets(history, history.points().get(other(r, point))))
                .max(Comparator.comparingInt((Situation.Relation r) ->
                                history.points().get(other(r, point)).claims().size())
                        .thenComparingLong(r -> Standing.high(
                                history.points().get(other(r, point)).amount()))
                        .thenComparingInt(r -> -other(r, point)));
    }

    /** Whether it is a count beside which another one can be set: no single case, and not taken back. */
    private static boolean sets(Situation.History history, Situation.Point point) {
        return !point.withdrawn() && !oneCase(history, point);
    }

    /** The point at the other end of a relation. */
    static int other(Situation.Relation relation, int point) {
        return relation.a() == point ? relation.b() : relation.a();
    }

    /** Whether the point is one case ("a man was shot") among tolls: a person is no toll. */
    static boolean oneCase(Situation.History history, Situation.Point point) {
        return Standing.high(point.amount()) == 1
                && history.points().stream().anyMatch(p -> Standing.low(p.amount()) > 1);
    }
}
