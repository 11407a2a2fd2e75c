package org.sitrep.extract.deeds;

import java.util.List;
import org.sitrep.language.Text;

/** Where a rule's concepts stand together. @param to exclusive @param verbal whether a verb is among its words @param past whether a finite verb among them is past */
record Found(
        Rule rule, Text.Sentence sentence, List<Hit> hits, int from, int to, Said said, boolean verbal, boolean past) {
    /** How a deed is said. */
    enum Said {
        DONE,
        PLANNED,
        MAYBE,
        DENIED
    }

    boolean overlaps(Found other) {
        return from < other.to && other.from < to;
    }
}
