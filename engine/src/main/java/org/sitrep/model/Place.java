package org.sitrep.model;

import java.util.Optional;

/**
 * Where, as named on the page.
 *
 * @param text the page's words
 * @param name canonical (English) name where the gazetteer or name data knows it
 * @param id gazetteer id
 * @param point coordinates, never invented
 * @param precision how exact the place is
 */
public record Place(
        String text, Optional<String> name, Optional<String> id, Optional<Point> point, Optional<Precision> precision) {
    /** WGS 84 degrees. */
    public record Point(double latitude, double longitude) {}

    /** How exact a place is. */
    public enum Precision implements Code {
        POINT,
        CITY,
        REGION,
        COUNTRY
    }

    /** A place known only by the page's words. */
    public static Place named(String text) {
        return new Place(text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Canonical name, else the page's words. */
    public String label() {
        return name.orElse(text);
    }
}
