package org.sitrep.extract.figures;

import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Status;

/**
 * One way in which a language tells how many people something happened to; data from {@code languages/xx/figures}.
 *
 * @param id stable id, printed with every claim it finds
 * @param finds the measure; empty for a rule that refuses
 * @param refuses the reason for refusing what it matches; empty for a rule that finds
 * @param pattern where the count stands
 * @param groups groups of people that it takes, empty for all
 * @param unknown whether a head that the lexicon does not know is taken for people
 * @param one whether a single person without a numeral counts one ("a policeman was killed")
 * @param named whether a person named without an article counts one as well
 * @param unless modal marks under which it does not hold ("begun")
 * @param status a status that the words themselves carry
 * @param part whether what it finds is included in the count before it ("among the dead were two nurses")
 * @param background whether what it finds is no part of the page's own events
 */
record FigureRule(
        String id,
        String finds,
        String refuses,
        Pattern pattern,
        Set<String> groups,
        boolean unknown,
        boolean one,
        boolean named,
        Set<String> unless,
        Optional<Status> status,
        boolean part,
        boolean background) {

    /** Where the count stands. */
    sealed interface Pattern {}

    /**
     * In a role of a verb.
     *
     * @param verbs lexemes of the main verb
     * @param role patient, agent, subject, object, or the id of a preposition
     * @param voice active or passive, empty for both
     * @param head nouns of which the count's own head must be one, empty for any
     * @param with nouns of which one must stand elsewhere in the clause, empty for any
     */
    record InClause(Set<String> verbs, String role, String voice, Set<String> head, Set<String> with)
            implements Pattern {}

    /** Beside a noun. @param heads ids of the word category {@code noun} */
    record WithNoun(Set<String> heads, Relation relation) implements Pattern {}

    /** Alone: the people themselves tell. */
    record Alone() implements Pattern {}

    /** How a count stands to a noun. */
    enum Relation {
        /** The noun is what is counted: "164 dead". */
        OWN,
        /** The counted people complete the noun: "the arrest of 12 people". */
        OF,
        /** The number is the noun's value: "the death toll rose to 225". */
        VALUE,
        /** The noun says something of the people before it: "left 225 people dead". */
        AFTER
    }
}
