package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.language.Text;

/**
 * Where a rule's concepts stand together.
 *
 * @param to exclusive
 * @param clause the clause whose verb is the first of its words that is a verb; empty where they are nouns, or their verb was not read
 * @param past whether a finite verb among them is past
 */
record Found(
        Rule rule,
        Text.Sentence sentence,
        List<Hit> hits,
        int from,
        int to,
        Said said,
        Optional<Clause> clause,
        boolean past) {
    /** How a deed is said. */
    enum Said {
        DONE,
        PLANNED,
        MAYBE,
        /** Demanded or wished for by somebody, who does not do it himself. */
        WANTED,
        /** Said not to have happened. */
        DENIED,
        /** Neither done nor denied: refused for the time to come, not planned, no longer so, or a denial that is denied. */
        WITHHELD
    }

    /** Whether a verb is among its words. */
    boolean verbal() {
        return clause.isPresent();
    }

    boolean overlaps(Found other) {
        return from < other.to && other.from < to;
    }
}
