package org.sitrep.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/**
 * Places with what was said of them, as GeoJSON (RFC 7946). A country or region is no dot: its feature has no geometry. Points are
 * coarsened to a tenth of a degree, about eleven kilometres, because the event may go on.
 */
final class MapLayer {
    private MapLayer() {}

    private record Spot(Place place, List<Claim> claims) {
        /** This spot with one claim more, its place the one that has a point. */
        Spot with(Place other, Claim claim) {
            claims.add(claim);
            return new Spot(place.point().isPresent() ? place : other, claims);
        }
    }

    static String of(Situation situation) {
        Map<String, Spot> spots = new LinkedHashMap<>();
        for (Claim claim : situation.claims()) {
            if (claim.common().background()) continue;
            place(claim).ifPresent(p -> {
                String key = p.id().orElse(p.label());
                spots.put(
                        key,
                        spots.getOrDefault(key, new Spot(p, new ArrayList<>())).with(p, claim));
            });
        }
        return Json.object(j -> {
            j.put("type", "FeatureCollection");
            j.objects("features", spots.values(), (f, spot) -> feature(f, spot.place(), spot.claims()));
        });
    }

    private static Optional<Place> place(Claim claim) {
        return switch (claim) {
            case Claim.Figure f -> f.place();
            case Claim.Event e -> e.place().filter(p -> !e.denied());
            case Claim.Commitment c -> Optional.empty();
            case Claim.Statement s -> Optional.empty();
        };
    }

    /** The point to show for a place, coarsened; empty for what is no point. */
    static Optional<Place.Point> shown(Optional<Place> place) {
        return place.filter(p -> p.precision()
                        .filter(x -> x == Place.Precision.POINT || x == Place.Precision.CITY)
                        .isPresent())
                .flatMap(Place::point)
                .map(p -> new Place.Point(coarse(p.latitude()), coarse(p.longitude())));
    }

    private static double coarse(double degrees) {
        return Math.round(degrees * 10) / 10.0;
    }

    private static void feature(Json json, Place place, List<Claim> claims) {
        json.put("type", "Feature");
        shown(Optional.of(place))
                .ifPresentOrElse(
                        p -> json.object(
                                "geometry",
                                g -> g.put("type", "Point").numbers("coordinates", p.longitude(), p.latitude())),
                        () -> json.none("geometry"));
        json.object("properties", p -> {
            p.put("name", place.label()).put("precision", place.precision().map(x -> x.code()));
            p.objects("claims", claims, MapLayer::claim);
        });
    }

    private static void claim(Json json, Claim claim) {
        json.put("id", claim.id()).put("kind", claim.kind());
        switch (claim) {
            case Claim.Figure f ->
                json.put("measure", f.measure())
                        .put("value", f.amount().value())
                        .put("low", f.amount().low())
                        .put("high", f.amount().high())
                        .put("hedge", f.amount().qualifier().code())
                        .put("as_of", f.asOf().map(Edtf::text));
            case Claim.Event e ->
                json.put("type", e.type()).put("date", e.date().map(Edtf::text));
            case Claim.Commitment c -> json.put("what", c.what());
            case Claim.Statement s -> json.put("about", s.about());
        }
        json.put(
                "speaker",
                claim.attribution().name().or(claim.attribution()::speaker).map(Contacts::masked));
        json.put("page", Contacts.masked(claim.evidence().page()))
                .put("quote", Contacts.masked(claim.evidence().quote()));
    }
}
