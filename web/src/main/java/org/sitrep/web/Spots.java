package org.sitrep.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.language.Gazetteer;
import org.sitrep.language.Toponym;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;

/** The places that a situation's figures and events name, most named first. */
final class Spots {
    private final Gazetteer gazetteer;
    private final Map<String, Place.Point> seats;

    /** Of the places in {@code gazetteer}. */
    Spots(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        this.seats = new LinkedHashMap<>();
        for (Toponym t : gazetteer.seats())
            t.point().ifPresent(p -> t.region().ifPresent(r -> seats.putIfAbsent(t.country() + "-" + r, p)));
    }

    /**
     * One place.
     *
     * @param country ISO 3166-1 alpha-2, where the gazetteer knows it
     * @param point where its mark stands, coarsened: a town's own place, or the main town of a region; none for a country
     */
    record Spot(Place place, Optional<String> country, Optional<Place.Point> point, List<Claim> claims) {
        boolean is(Place.Precision precision) {
            return place.precision().filter(p -> p == precision).isPresent();
        }
    }

    /**
     * The spots of a situation.
     *
     * @param steps of a degree to which points are coarsened: 10 for a tenth
     */
    List<Spot> of(Situation situation, int steps) {
        Map<String, List<Claim>> claims = new LinkedHashMap<>();
        Map<String, Place> places = new LinkedHashMap<>();
        for (Claim claim : situation.claims())
            place(claim).filter(p -> !claim.common().background()).ifPresent(p -> {
                String key = p.id().orElse(p.label());
                places.merge(key, p, (a, b) -> a.point().isPresent() ? a : b);
                claims.computeIfAbsent(key, k -> new ArrayList<>()).add(claim);
            });
        List<Spot> out = new ArrayList<>();
        places.forEach((key, place) -> out.add(spot(place, Objects.requireNonNull(claims.get(key)), steps)));
        out.sort(Comparator.comparingInt((Spot s) -> -s.claims().size())
                .thenComparing(s -> s.place().label()));
        return out;
    }

    private static Optional<Place> place(Claim claim) {
        return switch (claim) {
            case Claim.Figure f -> f.place();
            case Claim.Event e -> e.place().filter(p -> !e.denied());
            case Claim.Commitment c -> Optional.empty();
            case Claim.Statement s -> Optional.empty();
        };
    }

    private Spot spot(Place place, List<Claim> claims, int steps) {
        Optional<Toponym> known = place.id().flatMap(gazetteer::place);
        Optional<Place.Point> point = place.precision().flatMap(p -> switch (p) {
            case POINT, CITY -> place.point();
            case REGION ->
                known.flatMap(t -> t.region().map(r -> t.country() + "-" + r)).flatMap(this::seat);
            case COUNTRY -> Optional.<Place.Point>empty();
        });
        return new Spot(place, known.map(Toponym::country), point.map(p -> coarse(p, steps)), List.copyOf(claims));
    }

    private Optional<Place.Point> seat(String region) {
        return Optional.ofNullable(seats.get(region));
    }

    private static Place.Point coarse(Place.Point point, int steps) {
        return new Place.Point(
                (double) Math.round(point.latitude() * steps) / steps,
                (double) Math.round(point.longitude() * steps) / steps);
    }

    /** The code of a state by its canonical name. */
    Optional<String> country(String state) {
        return gazetteer.stateNamed(state).map(Toponym::country);
    }
}
