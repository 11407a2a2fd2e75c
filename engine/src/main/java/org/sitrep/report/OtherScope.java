package org.sitrep.report;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;

/** Which figures of a history count something else than most of it: told beside the ladder, never as its lowest, highest or latest. */
final class OtherScope {
    private OtherScope() {}

    /** Indexes of the points that must not be compared with most of the others. */
    static Set<Integer> of(Situation.History history) {
        Map<Integer, Integer> apart = new HashMap<>();
        for (Situation.Relation r : history.relations()) {
            if (r.kind() != Kind.DIFFERENT_SCOPE) continue;
            apart.merge(r.a(), 1, Integer::sum);
            apart.merge(r.b(), 1, Integer::sum);
        }
        Set<Integer> out = new TreeSet<>();
        apart.forEach((point, times) -> {
            if (2 * times > history.points().size() - 1 && history.points().size() > 2) out.add(point);
        });
        return out;
    }

    /** Whether the point is one case ("a man was shot") among tolls: a person is no toll. */
    static boolean oneCase(Situation.History history, Situation.Point point) {
        return Standing.high(point.amount()) == 1
                && history.points().stream().anyMatch(p -> Standing.low(p.amount()) > 1);
    }
}
