package org.sitrep.extract.clauses;

import java.util.List;
import java.util.Optional;
import org.sitrep.language.Match;

/**
 * One noun phrase: a head with what belongs to it. "Of" complements are phrases of their own, bound by {@link #governor}.
 *
 * @param index its place among the sentence's phrases
 * @param chunk its place among the sentence's chunks
 * @param from first token, hedge and determiner included
 * @param to after the last token
 * @param quantity the number that counts the head, where there is one
 * @param nouns what the lexicon knows of the head: matches of the categories people, noun, thing and name-like ones, best first
 * @param head token of the head; -1 where a number stands alone
 * @param preposition id of the preposition that governs the phrase, else empty
 * @param governor index of the phrase that this one completes ("members" for "of the police"); -1 where it completes none
 * @param definite whether a determiner marks it as known
 */
public record Phrase(
        int index,
        int chunk,
        int from,
        int to,
        Optional<Quantity> quantity,
        List<Match> nouns,
        int head,
        String preposition,
        int governor,
        boolean definite) {
    public Phrase {
        nouns = List.copyOf(nouns);
    }

    /** The head's meaning in a word category. */
    public Optional<Match> noun(String category) {
        for (int k = 0; k < nouns.size(); k++) if (nouns.get(k).sense().of(category)) return Optional.of(nouns.get(k));
        return Optional.empty();
    }

    /** Whether no preposition governs it. */
    public boolean bare() {
        return preposition.isEmpty();
    }
}
