package org.sitrep.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;

/** What the relations of one history say of each of its points: read once, so that a ladder of thousands of rungs costs no more for each. */
final class Traits {
    private final Map<Situation.Point, Integer> places = new IdentityHashMap<>();
    private final List<Set<Kind>> kinds = new ArrayList<>();
    private final Set<Integer> other;
    private final Map<Integer, Situation.Relation> notes = new HashMap<>();
    private final Situation.History history;

    Traits(Situation.History history) {
        this.history = history;
        for (Situation.Point p : history.points()) {
            places.putIfAbsent(p, kinds.size());
            kinds.add(EnumSet.noneOf(Kind.class));
        }
        other = OtherScope.of(history);
        for (Situation.Relation r : history.relations()) if (comparable(history, r, other)) note(r);
        for (int i : history.range().aside()) note(i);
        for (int i : other) note(i);
        for (Set<Kind> k : kinds) if (k.contains(Kind.SUBSET_OF)) k.remove(Kind.CONTRADICTION);
    }

    /** A plan or forecast says so itself. */
    private void note(int point) {
        OtherScope.why(history, point)
                .filter(r -> history.points().get(r.a()).status()
                        == history.points().get(r.b()).status())
                .ifPresent(r -> notes.put(point, r));
    }

    private void note(Situation.Relation r) {
        boolean later = r.kind() == Kind.CORRECTION_DOWN || r.kind() == Kind.CORRECTION_UP;
        if (!later) kinds.get(r.a()).add(r.kind());
        if (later || r.kind() == Kind.CONTRADICTION) kinds.get(r.b()).add(r.kind());
    }

    private int place(Situation.Point point) {
        return Objects.requireNonNull(places.get(point), "a point of this history");
    }

    /** How the point relates to others: as the first of a directed relation, or as either of a contradiction. */
    Set<Kind> kinds(Situation.Point point) {
        return kinds.get(place(point));
    }

    /** Whether it must not be compared with most of the others. */
    boolean otherScope(Situation.Point point) {
        return other.contains(place(point));
    }

    /** The figure that the point must not be compared with, and why; empty where it may be compared with most. */
    Optional<Note> note(Situation.Point point) {
        int at = place(point);
        return Optional.ofNullable(notes.get(at))
                .map(r -> new Note(history.points().get(OtherScope.other(r, at)), r.why()));
    }

    /** Beside which figure a point counts something else, and why. */
    record Note(Situation.Point than, String why) {}

    /** Whether its page, or the history, counts it among a wider number. */
    boolean aside(Situation.Point point) {
        return history.range().aside().contains(place(point));
    }

    /**
     * Whether a contradiction may be told. A number without a day may stand for any moment: it contradicts at most another one without,
     * and where the count only rises not even that, since one of the two may be the later. What is only part of the count quarrels with
     * no other number of it.
     *
     * @param odd the points that {@link OtherScope} names
     */
    static boolean comparable(Situation.History history, Situation.Relation relation, Set<Integer> odd) {
        if (relation.kind() != Kind.CONTRADICTION) return true;
        Situation.Point a = history.points().get(relation.a());
        Situation.Point b = history.points().get(relation.b());
        Set<Integer> aside = history.range().aside();
        boolean alike = !odd.contains(relation.a())
                && !odd.contains(relation.b())
                && !aside.contains(relation.a())
                && !aside.contains(relation.b());
        boolean dated = Standing.isDated(a);
        if (!alike || dated != Standing.isDated(b) || Standing.apart(a, b)) return false;
        if (checked(history, relation)) return false;
        return dated || history.matter().kind() != Claim.Counts.TOTAL_TO_DATE;
    }

    /** Whether a check says of the two already that one page gives both. */
    private static boolean checked(Situation.History history, Situation.Relation relation) {
        return history.checks().stream()
                .anyMatch(c -> c.points().contains(relation.a()) && c.points().contains(relation.b()));
    }
}
