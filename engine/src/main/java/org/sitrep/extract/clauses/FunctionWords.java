package org.sitrep.extract.clauses;

import java.util.Optional;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Prepositions, conjunctions and the other words between phrases, of which many are several things at once: what stands before decides. */
final class FunctionWords {
    private static final Categories FUNCTIONS = Categories.of(Grammar.FUNCTION.keySet());
    private final VerbReader verbReader;
    private final SentenceWords words;
    private final Text text;
    private final ChunkList out;

    FunctionWords(VerbReader verbReader, SentenceWords words, ChunkList out) {
        this.verbReader = verbReader;
        this.words = words;
        this.text = words.text();
        this.out = out;
    }

    /** Whether {@code m} is a function word. */
    static boolean has(Match m) {
        return FUNCTIONS.has(m);
    }

    /** The longest function word at {@code i}, unless a longer noun or verb starts there. */
    Optional<Match> at(int i) {
        if (!text.has(i, FUNCTIONS)) return Optional.empty();
        int longest = 0;
        for (Match m : text.matches().get(i))
            if (SentenceWords.head(m) || m.sense().of("verb") || m.sense().of("modal"))
                longest = Math.max(longest, m.length());
        Match best = null;
        for (Match m : text.matches().get(i)) {
            if (!FUNCTIONS.has(m)
                    || m.length() < longest
                    || m.to() > words.limit()
                    || m.sense().of("relative") && articled(i)) continue;
            if (best == null || m.length() == best.length() && rank(m) > rank(best)) best = m;
        }
        if (best != null && best.sense().of("preposition") && (indefinite(i, best) || clitic(i)))
            return Optional.empty();
        if (best != null
                && words.is(i, "infinitive_marker")
                && verbReader.at(text, i, words.limit()).isPresent()) return Optional.empty();
        return Optional.ofNullable(best);
    }

    /** Whether a phrase ends before {@code i}: at a mark, a function word or the next number. */
    boolean ends(int i) {
        Token.Kind kind = text.token(i).kind();
        if (kind == Token.Kind.MARK || kind == Token.Kind.BREAK) return true;
        return at(i).isPresent() || words.quantityAt(i).isPresent() || verbReader.adverbial(text, i);
    }

    /** A word that is both preposition and article (French "des") opens a phrase where no phrase stands before it to be completed. */
    private boolean indefinite(int i, Match preposition) {
        boolean article = text.at(i, "determiner")
                .filter(d -> d.length() >= preposition.length())
                .isPresent();
        return article && !out.lastIs(Kind.PHRASE);
    }

    /** A word that is both preposition and pronoun (French "en") is a pronoun before an auxiliary: "et en a blessé 61". */
    private boolean clitic(int i) {
        return words.is(i, "verb_particle") && i + 1 < words.limit() && words.is(i + 1, "aux");
    }

    /**
     * A word that is both article and relative is a relative only behind a comma, or a preposition behind one; or, where it also opens
     * clauses, right before a verb ("the bomb <u>that</u> killed nine").
     */
    private boolean articled(int i) {
        if (!words.is(i, "determiner")) return false;
        boolean verb = words.is(i, "subordinator")
                && i + 1 < words.limit()
                && verbReader.at(text, i + 1, words.limit()).isPresent();
        if (verb) return false;
        int c = out.chunks().size() - 1;
        if (c > 0 && out.chunks().get(c).is(Kind.PREPOSITION)) c--;
        return c < 0 || !out.chunks().get(c).is(Kind.COMMA);
    }

    private int rank(Match m) {
        boolean afterPhrase = out.lastIs(Kind.PHRASE) || out.lastIs(Kind.COMMA);
        return switch (m.sense().category()) {
            case "including" -> 6;
            case "relative" -> afterPhrase ? 5 : 1;
            case "subordinator" -> 4;
            case "conjunction" -> 3;
            case "preposition" -> 2;
            default -> 0;
        };
    }
}
