package org.sitrep.language;

import java.util.Optional;
import org.sitrep.model.Place;

/**
 * One state, region or town of the gazetteer.
 *
 * @param id GeoNames id; of places that GeoNames' packages lack, an ISO 3166-2 code or an id of our own ("x-donbas")
 * @param name English name
 * @param country ISO 3166-1 alpha-2 code
 * @param region the part of its ISO 3166-2 code behind the hyphen, of a region or of the region a town lies in; empty when unknown
 * @param population inhabitants of a town; 0 when unknown
 * @param point of a town only: a state or region has no point
 */
public record Toponym(
        String id,
        Kind kind,
        String name,
        String country,
        Optional<String> region,
        long population,
        Optional<Place.Point> point) {
    /** What a place is; a seat is the main town of a region. */
    public enum Kind {
        STATE('C'),
        REGION('R'),
        CAPITAL('P'),
        SEAT('A'),
        DISTRICT_SEAT('D'),
        TOWN('T');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        public boolean town() {
            return this != STATE && this != REGION;
        }
    }

    /** Reads a line of {@code languages/places/places.tsv}. */
    static Toponym of(String line) {
        String[] f = line.split("\t", -1);
        Kind kind = Kind.TOWN;
        for (Kind k : Kind.values()) if (f[1].charAt(0) == k.letter) kind = k;
        Optional<Place.Point> point = f[5].isEmpty()
                ? Optional.empty()
                : Optional.of(new Place.Point(Double.parseDouble(f[5]), Double.parseDouble(f[6])));
        return new Toponym(
                f[0], kind, f[7], f[2], Optional.of(f[3]).filter(r -> !r.isEmpty()), Long.parseLong(f[4]), point);
    }

    Toponym named(String other) {
        return new Toponym(id, kind, other, country, region, population, point);
    }

    /** How exact it is. */
    public Place.Precision precision() {
        return switch (kind) {
            case STATE -> Place.Precision.COUNTRY;
            case REGION -> Place.Precision.REGION;
            case CAPITAL, SEAT, DISTRICT_SEAT, TOWN -> Place.Precision.CITY;
        };
    }

    /** Whether this lies in {@code wider} or is its namesake region. */
    public boolean in(Toponym wider) {
        if (!country.equals(wider.country)) return false;
        return wider.kind == Kind.STATE || wider.kind == Kind.REGION && region.equals(wider.region);
    }

    /** As a claim carries it. @param words the page's words */
    public Place place(String words) {
        return new Place(words, Optional.of(name), Optional.of(id), point, Optional.of(precision()));
    }
}
