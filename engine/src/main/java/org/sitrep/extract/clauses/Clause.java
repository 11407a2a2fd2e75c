package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One verb with its roles. Roles are those of the surface; {@link #patient} and {@link #agent} look through the passive.
 *
 * @param verb the verb group
 * @param subject phrases in the subject, coordinated ones included, text order
 * @param object bare phrases that complete it, text order
 * @param oblique phrases under a preposition that belong to the verb
 * @param link how the clause hangs in its sentence
 * @param subordinator id of the word that opens it ("if", "that"), else empty
 * @param from first token
 * @param to after the last token
 */
public record Clause(
        VerbGroup verb,
        List<Phrase> subject,
        List<Phrase> object,
        List<Phrase> oblique,
        Link link,
        String subordinator,
        int from,
        int to) {
    public Clause {
        subject = List.copyOf(subject);
        object = List.copyOf(object);
        oblique = List.copyOf(oblique);
    }

    /** How a clause hangs in its sentence. */
    public enum Link {
        MAIN,
        SUBORDINATE,
        RELATIVE,
        PARTICIPIAL
    }

    /** Who or what undergoes the deed. */
    public List<Phrase> patient() {
        return verb.voice() == VerbGroup.Voice.PASSIVE ? subject : object;
    }

    /** Who or what does the deed; empty in a passive without one. */
    public List<Phrase> agent() {
        return verb.voice() == VerbGroup.Voice.PASSIVE ? oblique("by") : subject;
    }

    /** Phrases under the preposition {@code id}. */
    public List<Phrase> oblique(String id) {
        List<Phrase> out = List.of();
        for (int k = 0; k < oblique.size(); k++) {
            if (!oblique.get(k).preposition().equals(id)) continue;
            if (out.isEmpty()) out = new ArrayList<>(2);
            out.add(oblique.get(k));
        }
        return out;
    }

    /** Whether the main verb is one of {@code lexemes}. */
    public boolean is(java.util.Set<String> lexemes) {
        return lexemes.contains(verb.lexeme());
    }

    /** The first subject phrase. */
    public Optional<Phrase> firstSubject() {
        return subject.stream().findFirst();
    }
}
