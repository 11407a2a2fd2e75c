package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Situation;

/**
 * The order of a report's figures, after the conventions of humanitarian situation reports: the dead before the injured, the missing and
 * the displaced; the whole crisis before its parts; everybody before groups of people.
 */
final class Precedence {
    /** Measures in the order in which they are told; any other one behind them. */
    private final List<String> measures;

    private final List<Situation.History> histories;
    private final List<String> scene;
    private final Set<String> places = new TreeSet<>();
    private final Map<Situation.History, Integer> carried = new IdentityHashMap<>();

    private Precedence(Situation situation, Labels labels) {
        measures = labels.measures("order");
        histories = situation.histories();
        scene = situation.scene().places();
        for (Situation.History h : histories) {
            h.matter().place().ifPresent(places::add);
            carried.put(h, (int) View.claims(h).stream()
                    .map(c -> c.evidence().page())
                    .distinct()
                    .count());
        }
    }

    static Precedence of(View view) {
        return new Precedence(view.situation, view.labels);
    }

    /** All histories; ties by how widely they are carried, then by matter, so that the order never depends on the input's. */
    List<Situation.History> sorted() {
        return histories.stream()
                .sorted(Comparator.comparingInt((Situation.History h) -> measure(h))
                        .thenComparing(h -> !whole(h))
                        .thenComparingInt(this::width)
                        .thenComparing(widest())
                        .thenComparing(h -> h.matter().toString()))
                .toList();
    }

    /** The most widely carried first. */
    Comparator<Situation.History> widest() {
        return Comparator.comparingInt((Situation.History h) -> -carried.getOrDefault(h, 0))
                .thenComparingInt(h -> -h.points().size())
                .thenComparing(h -> h.matter().toString());
    }

    private int measure(Situation.History history) {
        int at = measures.indexOf(history.matter().measure());
        return at < 0 ? measures.size() : at;
    }

    /** Whether it counts people of every kind, in all that the pages tell. */
    static boolean whole(Situation.History history) {
        return (history.matter().who().isEmpty() || history.matter().who().equals("people"))
                && history.matter().scope().isEmpty();
    }

    /** Whether it holds nothing but parts of numbers that other histories have. */
    static boolean parts(Situation.History history) {
        return history.range().aside().size() == history.points().size();
    }

    /** 0 for the whole crisis, 1 for one of its states, 2 for anything else; "A and B" is wider than A. */
    int width(Situation.History history) {
        if (history.matter().place().isEmpty()) return scene.isEmpty() ? 0 : 2;
        String place = history.matter().place().get();
        if (scene.size() == 1) return scene.contains(place) ? 0 : 2;
        boolean several = places.stream()
                        .filter(p -> !p.equals(place) && place.contains(p))
                        .count()
                > 1;
        if (several) return 0;
        return scene.contains(place) ? 1 : 2;
    }

    /** The heads of a report: for each measure the whole crisis, else the widest told part of it; of the dead each state's too. */
    List<Situation.History> heads() {
        List<Situation.History> out = new ArrayList<>();
        Set<String> measures = new TreeSet<>();
        for (Situation.History h : sorted())
            if (whole(h) && !parts(h) && (width(h) < 2 || h.points().size() > 1))
                if (measures.add(h.matter().measure()) || measure(h) == 0 && width(h) == 1) out.add(h);
        return out;
    }
}
