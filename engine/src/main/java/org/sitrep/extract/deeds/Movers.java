package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Set;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Phrase;

/** Who comes, goes or is sent: where the sentence says it, it must be those whom the rule is about, and not bodies, refugees or aid. */
final class Movers {
    /** The concepts of going, whose words may be nouns. */
    private static final Set<String> GOING = Set.of("withdrawal", "withdraw");

    private Movers() {}

    /**
     * Whether the clause lets the words be about those whom their rule names. A noun does, and so does a verb whose subject and object
     * nobody knows.
     *
     * @param sent whether the deed is done to those who move, so that the subject of an active verb is not one of them
     * @param hits all concepts of the sentence
     */
    static boolean fit(Found f, boolean sent, List<Hit> hits) {
        Set<String> who = f.rule().who();
        if (f.clause().isEmpty() || who.isEmpty()) return true;
        Clause c = f.clause().get();
        // "The withdrawal begins": what begins is the moving itself.
        if (f.hits().stream().anyMatch(h -> GOING.contains(h.id()) && !within(c, h))) return true;
        boolean there = hits.stream()
                .filter(h -> who.contains(h.id()))
                .anyMatch(h -> holds(c.subject(), h) || holds(c.object(), h));
        List<Phrase> moving = sent ? c.patient() : c.subject();
        return there
                || moving.stream().noneMatch(p -> others(p) && f.hits().stream().noneMatch(h -> holds(List.of(p), h)));
    }

    private static boolean within(Clause c, Hit h) {
        return c.verb().from() <= h.from() && h.to() <= c.verb().to();
    }

    private static boolean holds(List<Phrase> phrases, Hit h) {
        return phrases.stream().anyMatch(p -> p.from() < h.to() && h.from() < p.to());
    }

    /** Whether the lexicon knows the head: as people, as what happened to them, as a thing. */
    private static boolean others(Phrase p) {
        return p.noun("people").isPresent()
                || p.noun("noun").isPresent()
                || p.noun("thing").isPresent();
    }
}
