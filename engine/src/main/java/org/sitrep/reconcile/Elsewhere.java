package org.sitrep.reconcile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sitrep.language.Gazetteer;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.relate.NameTable;

/**
 * What a crisis's pages tell of another state's troubles: "in the neighbouring kingdom, six have been killed since Monday". It is true
 * and worth knowing, and no figure of this crisis. People who flee or are sent go from state to state, so counts of them stay.
 */
final class Elsewhere {
    private final List<String> scene;
    private final NameTable names;
    private final Gazetteer gazetteer;
    private final Map<String, Measure> measures;
    private final Life life;
    private final Map<Place, Optional<String>> states = new HashMap<>();

    /** @param scene the states where the crisis is; where there are none, nothing is elsewhere */
    Elsewhere(List<String> scene, NameTable names, Gazetteer gazetteer, Map<String, Measure> measures, Life life) {
        this.scene = List.copyOf(scene);
        this.names = names;
        this.gazetteer = gazetteer;
        this.measures = measures;
        this.life = life;
    }

    /**
     * Whether the claim is of another state.
     *
     * @param label where a figure counts, as it is compared: a state that only its page speaks of is none of its own
     */
    boolean holds(Claim c, Function<Claim.Figure, String> label) {
        if (scene.isEmpty()) return false;
        return switch (c) {
            case Claim.Figure f -> !measure(f).moves() && foreign(f.place().filter(p -> told(p, label.apply(f))));
            case Claim.Event e -> life.spot().contains(e.type()) && foreign(e.place());
            case Claim.Commitment x -> false;
            case Claim.Statement s -> false;
        };
    }

    private static boolean told(Place place, String label) {
        return place.label().equals(label);
    }

    private Measure measure(Claim.Figure f) {
        return measures.getOrDefault(f.measure(), Measure.unknown(f.measure()));
    }

    private boolean foreign(Optional<Place> place) {
        return place.flatMap(this::state).filter(s -> !scene.contains(s)).isPresent();
    }

    private Optional<String> state(Place place) {
        return states.computeIfAbsent(
                place,
                p -> names.state(p.label())
                        .or(() -> p.id().flatMap(gazetteer::place)
                                .flatMap(t -> gazetteer.state(t.country()))
                                .flatMap(t -> names.state(t.name()))));
    }
}
