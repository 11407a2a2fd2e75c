package org.sitrep.extract.clauses;

import java.util.Optional;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Tells a verb from a noun, a name or half a compound of the same spelling. */
final class VerbStarts {
    private final Grammar grammar;
    private final VerbReader verbReader;
    private final SentenceWords words;
    private final Text text;
    private final ChunkList out;

    VerbStarts(Grammar grammar, VerbReader verbReader, SentenceWords words, ChunkList out) {
        this.grammar = grammar;
        this.verbReader = verbReader;
        this.words = words;
        this.text = words.text();
        this.out = out;
    }

    /** Whether a verb group starts at {@code i} rather than a noun of the same spelling. */
    boolean at(int i) {
        return at(i, out.lastIs(Kind.PREPOSITION));
    }

    /** @param governed whether a preposition stands right before, behind which many verb forms are nouns */
    boolean at(int i, boolean governed) {
        boolean opener = words.is(i, "negation") || words.is(i, "infinitive_marker") || words.is(i, "verb_particle");
        if (!verbReader.verbal(text, i)) return opener;
        if (name(i) || compound(i) || nounOf(i) || governed && adjective(i)) return false;
        Optional<Match> noun = words.noun(i);
        Optional<Match> verb = grammar.verb(text, i);
        if (noun.isEmpty() || words.is(i, "aux") || verb.isEmpty())
            return !(governed && verb.isPresent() && nominal(verb.get()) && !infinitive(verb.get()));
        return beats(i, verb.get(), noun.get(), governed);
    }

    /** Whether {@code i} can be part of a verb group. */
    boolean possible(int i) {
        return verbReader.verbal(text, i);
    }

    private boolean beats(int i, Match verb, Match noun, boolean governed) {
        if (nominal(verb) && grammar.headLast() && completed(noun)) return false;
        if (headline(i, verb) && completed(noun)) return false;
        boolean noWord = text.token(i).unspaced()
                || !noun.sense().of("noun")
                || grammar.verbLast() && noun.length() > verb.length() + 1;
        if (noun.length() > verb.length() && noWord) return false;
        if (labels(noun) || owned(i)) return false;
        if (verb.sense().form().equals("ger") && words.counts(verb.to())) return true;
        return !governed || verb.length() > noun.length();
    }

    /** "Mort de onze mineurs": a participle that opens a headline, where heads stand first, is the noun that is completed. */
    private boolean headline(int i, Match verb) {
        return i == words.base() && !grammar.headLast() && verb.sense().form().equals("part");
    }

    /** A finite or bare form, which behind a preposition is a noun ("under attack"). */
    private static boolean nominal(Match verb) {
        return verb.sense().form().equals("inf") || verb.sense().form().equals("pres");
    }

    /** A capitalised word inside a sentence that is no headline in capitals is a name, whatever verb it looks like: "the United States". */
    private boolean name(int i) {
        return !words.titled()
                && i > words.base()
                && text.token(i).capital()
                && text.token(i - 1).word();
    }

    /** "Por evacuar a miles": where nouns stand first, an infinitive has an ending of its own and is one behind any preposition. */
    private boolean infinitive(Match verb) {
        return verb.sense().form().equals("inf") && !grammar.headLast();
    }

    /** The second half of a compound: "cold-blooded", "bullet-riddled". */
    private boolean compound(int i) {
        return i > words.base() + 1
                && text.token(i).glued()
                && text.token(i - 1).is("-")
                && text.token(i - 1).glued();
    }

    /** A participle right behind a determiner, be it one with the preposition before it, is a noun: "à l'entrée". */
    private boolean nounOf(int i) {
        if (i <= words.base() || !words.is(i - 1, "determiner") || !out.lastIs(Kind.PREPOSITION)) return false;
        boolean participle = false;
        for (Match m : text.matches().get(i)) {
            if (!m.sense().of("verb")) continue;
            if (!m.sense().form().equals("part")) return false;
            participle = true;
        }
        // "De la vallée": so is a word that no list holds, whatever its ending looks like.
        boolean guessed =
                text.matches().get(i).isEmpty() && grammar.guess(text, i).contains("part");
        return (participle || guessed) && !words.is(i, "aux");
    }

    /** A word formed like a participle that no list holds, between a preposition and a noun: "by uniformed men". */
    private boolean adjective(int i) {
        return !grammar.guess(text, i).isEmpty()
                && i + 1 < words.limit()
                && words.noun(i + 1).isPresent();
    }

    /** A noun behind a possessive: "the mayor's murder". */
    private boolean owned(int i) {
        for (int j = Math.max(words.base(), i - 2); j < i; j++) if (words.possessive(j) == i) return true;
        return false;
    }

    /** A word that opens a sentence before a colon or dash is the name of what follows: "Wounded: 41". */
    private boolean labels(Match noun) {
        if (!out.startsOr(Kind.STOP) || noun.to() >= words.limit()) return false;
        Token next = text.token(noun.to());
        return next.is(":") || next.is("–") || next.is("—");
    }

    /** A noun that "of" follows, as no verb would be: "arrest of". */
    private boolean completed(Match noun) {
        return noun.to() < words.limit()
                && text.at(noun.to(), "preposition")
                        .filter(m -> grammar.partitive().contains(m.sense().id()))
                        .isPresent();
    }
}
