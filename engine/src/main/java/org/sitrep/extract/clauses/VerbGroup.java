package org.sitrep.extract.clauses;

import java.util.List;
import java.util.Set;

/**
 * A verb with its auxiliaries: "will have been withdrawn".
 *
 * @param from first token
 * @param to after the last token
 * @param lexemes ids of the word category {@code verb}, governing verbs first; the last is the main one; empty for a bare copula
 * @param voice how it relates its subject to what is done
 * @param tense when
 * @param mood how it is said
 * @param negated whether it is denied
 * @param marks ids of the word category {@code modal} inside it ("planned", "hypothetical")
 */
public record VerbGroup(
        int from,
        int to,
        List<String> lexemes,
        Voice voice,
        Tense tense,
        Mood mood,
        boolean negated,
        Set<String> marks) {
    public VerbGroup {
        lexemes = List.copyOf(lexemes);
        marks = Set.copyOf(marks);
    }

    /** How the subject relates to the deed. */
    public enum Voice {
        ACTIVE,
        PASSIVE
    }

    /** When; {@link #NONE} for infinitives and participles. */
    public enum Tense {
        PAST,
        PERFECT,
        PLUPERFECT,
        PRESENT,
        FUTURE,
        NONE
    }

    /** How it is said; {@link #HEARSAY} where the grammar marks the words as another's. */
    public enum Mood {
        INDICATIVE,
        CONDITIONAL,
        HEARSAY,
        INFINITIVE,
        PARTICIPLE,
        GERUND
    }

    /** The main verb's id, or empty for a bare copula. */
    public String lexeme() {
        return lexemes.isEmpty() ? "" : lexemes.getLast();
    }

    /** Whether it can carry a sentence. */
    public boolean finite() {
        return mood != Mood.INFINITIVE && mood != Mood.PARTICIPLE && mood != Mood.GERUND;
    }

    VerbGroup as(Voice otherVoice, Mood otherMood) {
        return new VerbGroup(from, to, lexemes, otherVoice, tense, otherMood, negated, marks);
    }
}
