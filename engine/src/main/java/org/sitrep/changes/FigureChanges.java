package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;

/** Figures that are new, said again, changed, withdrawn or gone. */
final class FigureChanges {
    private final Differences out;

    private FigureChanges(Differences out) {
        this.out = out;
    }

    /** A figure in a history: one amount by one speaker for one day. */
    private record Point(String crisis, Situation.Matter matter, Situation.Point point) {
        String subject() {
            return Stream.of(Optional.of(matter.measure()), Optional.of(matter.who()), matter.place(), matter.scope())
                    .flatMap(Optional::stream)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
        }

        String key() {
            return String.join(
                    "|",
                    matter.measure(),
                    matter.who(),
                    matter.place().orElse(""),
                    point.status().code(),
                    words());
        }

        String words() {
            String day = point.asOf().map(d -> " as of " + d).orElse("");
            return amount(point.amount())
                    + day
                    + point.speaker().map(s -> ", says " + s).orElse("");
        }
    }

    static String amount(Amount a) {
        Qualifier q = a.qualifier();
        return q == Qualifier.EXACT || q == Qualifier.RANGE || q.vague()
                ? a.key()
                : q.code().replace('_', ' ') + " " + a.key();
    }

    private static Map<String, Point> points(List<Situation> situations) {
        Map<String, Point> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.History h : s.histories())
                for (Situation.Point p : h.points()) {
                    Point point = new Point(s.crisis(), h.matter(), p);
                    out.putIfAbsent(point.key(), point);
                }
        return out;
    }

    /** Puts down what is different in the histories. */
    static void between(Differences out) {
        new FigureChanges(out).figures();
    }

    private void figures() {
        Map<String, Point> old = points(out.before());
        Map<String, Point> now = points(out.after());
        Map<String, Point> oldByClaim = new LinkedHashMap<>();
        for (Point p : old.values())
            if (!now.containsKey(p.key())) for (Claim c : p.point().claims()) oldByClaim.put(c.id(), p);
        Set<String> followed = new HashSet<>();
        for (Point p : now.values()) {
            Point same = old.get(p.key());
            if (same != null) carried(same, p);
            else appeared(p, oldByClaim, followed);
        }
        for (Point p : old.values()) {
            if (now.containsKey(p.key()) || followed.contains(p.key())) continue;
            out.add(
                    What.FIGURE_GONE,
                    p.crisis(),
                    p.subject(),
                    Optional.of(p.words()),
                    Optional.empty(),
                    p.point().claims());
        }
    }

    private void carried(Point was, Point is) {
        List<Claim> fresh = out.fresh(is.point().claims());
        if (is.point().withdrawn() && !was.point().withdrawn())
            add(What.FIGURE_WITHDRAWN, is, Optional.of(was.words()), withdrawing(is));
        else if (!fresh.isEmpty()) add(What.FIGURE_REPEATED, is, Optional.of(was.words()), fresh);
    }

    /** The claims that take the point's amount back and were not known before. */
    private List<Claim> withdrawing(Point p) {
        List<Claim> all = new ArrayList<>();
        for (Situation s : out.after())
            for (Situation.History h : s.histories())
                for (Situation.Point other : h.points())
                    if (other.status() != p.point().status()
                            && other.amount().key().equals(p.point().amount().key()))
                        all.addAll(out.fresh(other.claims()));
        return all.isEmpty() ? List.copyOf(p.point().claims()) : all;
    }

    private void appeared(Point p, Map<String, Point> oldByClaim, Set<String> followed) {
        Optional<Point> was = p.point().claims().stream()
                .map(c -> oldByClaim.get(c.id()))
                .filter(Objects::nonNull)
                .findFirst();
        was.ifPresent(w -> followed.add(w.key()));
        List<Claim> fresh = out.fresh(p.point().claims());
        add(
                was.isPresent() ? What.FIGURE_CHANGED : What.FIGURE_NEW,
                p,
                was.map(Point::words),
                fresh.isEmpty() ? List.copyOf(p.point().claims()) : fresh);
    }

    private void add(What what, Point p, Optional<String> was, List<Claim> because) {
        out.add(what, p.crisis(), p.subject(), was, Optional.of(p.words()), because);
    }
}
