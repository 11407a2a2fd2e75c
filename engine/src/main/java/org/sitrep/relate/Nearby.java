package org.sitrep.relate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Finds the crisis of one page as {@link Grouping} makes it, asking only for the neighbours of its own pages and of those that may hang on
 * them: clear pages lead on to clear ones, and on which page another hangs is told by that one's own neighbours. So the work grows with
 * the crisis and not with what the pages near it have to do with.
 */
final class Nearby<V> {
    /** So many pages are asked for their neighbours for each that a crisis may have: those that may hang on it are asked too. */
    private static final int ASKED = 2;

    private final Crises.Neighbours<V> neighbours;
    private final int most;
    private final Comparator<V> byKey;
    private final Map<V, Scene> scenes = new HashMap<>();
    private final Map<V, List<V>> related = new HashMap<>();
    private final Map<V, Optional<V>> firsts = new HashMap<>();
    private final Map<V, Optional<V>> seconds = new HashMap<>();
    private boolean whole = true;

    /** @param most how many pages are found at most that lead on to others */
    Nearby(Crises.Neighbours<V> neighbours, int most) {
        this.neighbours = neighbours;
        this.most = most;
        this.byKey = Comparator.comparing(v -> neighbours.profile(v).page());
    }

    Crises.Found<V> crisis(V seed) {
        Optional<V> home = home(seed);
        Set<V> members = new TreeSet<>(byKey);
        members.add(seed);
        if (home.isPresent()) {
            Set<V> clear = reached(home.get(), this::clear);
            members.addAll(clear);
            Set<V> hanging = hanging(clear, this::first);
            members.addAll(hanging);
            members.addAll(hanging(hanging, this::second));
        } else members.addAll(reached(seed, v -> !clear(v) && home(v).isEmpty()));
        return new Crises.Found<>(List.copyOf(members), whole);
    }

    /** The clear page over which a page belongs to its crisis; a clear one is its own. */
    private Optional<V> home(V page) {
        if (clear(page)) return Optional.of(page);
        return first(page).or(() -> second(page).flatMap(this::first));
    }

    private boolean clear(V page) {
        return scene(page).clear();
    }

    private Scene scene(V page) {
        return scenes.computeIfAbsent(page, p -> new Scene(neighbours.profile(p)));
    }

    /** The pages that one leads to over pages of a kind, itself among them, those that share most with it first. */
    private Set<V> reached(V from, Predicate<V> kind) {
        Set<V> out = new LinkedHashSet<>(List.of(from));
        Deque<V> open = new ArrayDeque<>(out);
        while (!open.isEmpty())
            for (V other : related(open.remove())) {
                if (out.contains(other) || !kind.test(other)) continue;
                if (out.size() == most) {
                    whole = false;
                    return out;
                }
                out.add(other);
                open.add(other);
            }
        return out;
    }

    private Set<V> hanging(Set<V> on, Function<V, Optional<V>> anchor) {
        Set<V> out = new LinkedHashSet<>();
        for (V page : on)
            for (V other : related(page))
                if (!clear(other)
                        && !on.contains(other)
                        && anchor.apply(other).filter(on::contains).isPresent()) out.add(other);
        return out;
    }

    /** The clear page that shares most with one that is not clear. */
    private Optional<V> first(V page) {
        Optional<V> known = firsts.get(page);
        if (known != null) return known;
        Optional<V> found = related(page).stream().filter(this::clear).findFirst();
        firsts.put(page, found);
        return found;
    }

    /** The page that hangs on a clear one and shares most with one that does not. */
    private Optional<V> second(V page) {
        if (first(page).isPresent()) return Optional.empty();
        Optional<V> known = seconds.get(page);
        if (known != null) return known;
        Optional<V> found =
                related(page).stream().filter(v -> first(v).isPresent()).findFirst();
        seconds.put(page, found);
        return found;
    }

    /** Those that have something to do with a page, the ones that share most with it first. */
    private List<V> related(V page) {
        List<V> known = related.get(page);
        if (known != null) return known;
        if (related.size() >= (long) ASKED * most) {
            whole = false;
            return List.of();
        }
        Scene here = scene(page);
        Map<V, Double> shared = new HashMap<>();
        for (V other : neighbours.of(page)) {
            Scene there = scene(other);
            if (Grouping.related(here, there)) shared.put(other, Crises.shared(here, there));
        }
        List<V> out = new ArrayList<>(shared.keySet());
        out.sort(Comparator.comparing((V v) -> shared.getOrDefault(v, 0.0))
                .reversed()
                .thenComparing(byKey));
        related.put(page, out);
        return out;
    }
}
