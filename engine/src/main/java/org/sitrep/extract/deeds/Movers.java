package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Set;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.language.Text;

/** Who comes, goes or is sent: where the sentence says it, it must be those whom the rule is about, and not bodies, refugees or aid. */
final class Movers {
    /** The concepts of going, whose words may be nouns. */
    private static final Set<String> GOING = Set.of("withdrawal", "withdraw");

    /** Tokens between a noun of going and those who go. */
    private static final int REACH = 6;

    private Movers() {}

    /**
     * Whether the clause lets the words be about those whom their rule names. A noun does, and so does a verb whose subject and object
     * nobody knows.
     *
     * @param sent whether the deed is done to those who move, so that the subject of an active verb is not one of them
     * @param hits all concepts of the sentence
     */
    static boolean fit(Text text, Found f, boolean sent, List<Hit> hits) {
        Set<String> who = f.rule().who();
        if (who.isEmpty()) return true;
        if (f.hits().stream().anyMatch(h -> GOING.contains(h.id()) && ofOthers(text, h, who, hits))) return false;
        if (f.clause().isEmpty()) return true;
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

    /** "The evacuation of 5,000 workers": behind a noun of going stand people who are none of those the rule is about. */
    private static boolean ofOthers(Text text, Hit noun, Set<String> who, List<Hit> hits) {
        int from = noun.to();
        boolean of = from < text.tokens().size()
                && text.at(from, "preposition")
                        .filter(p -> p.sense().id().equals("of"))
                        .isPresent();
        if (!of) return false;
        for (int i = from + 1; i < Math.min(text.tokens().size(), from + REACH); i++) {
            int at = i;
            if (hits.stream().anyMatch(h -> h.from() == at && who.contains(h.id()))) return false;
            if (text.at(i, "people").isPresent()) return true;
        }
        return false;
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
