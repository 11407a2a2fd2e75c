package org.sitrep.language;

import org.sitrep.model.Place;

/** A mention with the place that it means on its page. */
public record NamedPlace(PlaceMention mention, Toponym toponym) {
    /** As a claim carries it, in the page's words. */
    public Place place() {
        return toponym.place(mention.words());
    }
}
