package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * One sentence as its chunker asks for it: the nouns at a token, the marks inside a phrase, and the quantities, over which a cursor
 * only moves forward. Tokens are counted as in {@link Text}.
 */
final class SentenceWords {
    private static final int LONG_WORD = 5;
    private static final Categories HEADS = Categories.of("people", "noun", "thing");

    private final Grammar grammar;
    private final Text text;
    private final int base;
    private final int limit;
    private final List<Quantity> quantities;
    private final boolean[] masked;
    private final boolean titled;
    private int nextQuantity;

    /**
     * @param quantities of the sentence, in text order
     * @param masked tokens that belong to something read elsewhere (times), by index from the sentence's first token
     */
    SentenceWords(Grammar grammar, Text text, Text.Sentence sentence, List<Quantity> quantities, boolean[] masked) {
        this.grammar = grammar;
        this.text = text;
        this.base = sentence.from();
        this.limit = sentence.to();
        this.quantities = quantities;
        this.masked = masked.clone();
        this.titled = titled(text, sentence);
    }

    Text text() {
        return text;
    }

    /** The first token. */
    int base() {
        return base;
    }

    /** After the last token. */
    int limit() {
        return limit;
    }

    /** Whether token {@code i} belongs to something that is read elsewhere. */
    boolean masked(int i) {
        return masked[i - base];
    }

    /** Takes token {@code i} out of what phrases are made of. */
    void mask(int i) {
        masked[i - base] = true;
    }

    /** Whether most long words of the sentence have capitals, as in "Quake Kills Forty in Mountain Villages". */
    boolean titled() {
        return titled;
    }

    private static boolean titled(Text text, Text.Sentence s) {
        int capital = 0;
        int small = 0;
        for (int i = s.from() + 1; i < s.to(); i++) {
            Token t = text.token(i);
            if (!t.word() || t.form().length() < LONG_WORD) continue;
            if (t.capital()) capital++;
            else small++;
        }
        return text.shouting() || capital > 2 * small;
    }

    /** Moves to the next quantity and tells whether it starts at {@code i}. */
    boolean advance(int i) {
        while (nextQuantity < quantities.size() && quantities.get(nextQuantity).from() < i) nextQuantity++;
        return quantityAt(i).isPresent();
    }

    /** The quantity under the cursor, where it starts at {@code i}. */
    Optional<Quantity> quantityAt(int i) {
        return nextQuantity < quantities.size() && quantities.get(nextQuantity).from() == i
                ? Optional.of(quantities.get(nextQuantity))
                : Optional.empty();
    }

    /** The quantity that starts at {@code i}, under the cursor or ahead of it; the cursor stays. */
    Optional<Quantity> quantityAhead(int i) {
        for (int q = nextQuantity; q < quantities.size() && quantities.get(q).from() <= i; q++)
            if (quantities.get(q).from() == i) return Optional.of(quantities.get(q));
        return Optional.empty();
    }

    /** Whether a number starts at {@code i}, so that a form before it is a verb ("charged with killing six priests"). */
    boolean counts(int i) {
        return quantityAhead(i).filter(q -> q.form() != Quantity.Form.ARTICLE).isPresent();
    }

    /** Whether any quantity, also one behind the cursor, starts at {@code i}. */
    boolean quantityFrom(int i) {
        return quantities.stream().anyMatch(q -> q.from() == i);
    }

    /** The longest noun at {@code i} that the lexicon knows. */
    Optional<Match> noun(int i) {
        if (!text.has(i, HEADS)) return Optional.empty();
        Match best = null;
        for (Match m : text.matches().get(i))
            if (HEADS.has(m) && m.to() <= limit && (best == null || m.length() > best.length())) best = m;
        return Optional.ofNullable(best);
    }

    /** Whether {@code m} can head a phrase. */
    static boolean head(Match m) {
        return HEADS.has(m);
    }

    /** All meanings at {@code i} that are as long as {@code best} and can head a phrase. */
    List<Match> senses(int i, Match best) {
        List<Match> out = new ArrayList<>(2);
        for (Match m : text.matches().get(i)) if (HEADS.has(m) && m.length() == best.length()) out.add(m);
        return out;
    }

    /** Whether a pack's {@code category} has an entry at {@code i}. */
    boolean is(int i, String category) {
        return text.at(i, category).isPresent();
    }

    /** Whether a determiner or an article stands at {@code i}. */
    boolean determiner(int i) {
        return is(i, "determiner") || is(i, "article");
    }

    /** A hyphen between two words that are written together. */
    boolean hyphen(int i) {
        return text.token(i).is("-")
                && text.token(i).glued()
                && i + 1 < limit
                && text.token(i + 1).glued();
    }

    /** A quotation mark. */
    boolean quote(int i) {
        return text.token(i).kind() == Token.Kind.MARK
                && "\"“”«»‘’'".contains(text.token(i).form());
    }

    /** The full stop of an initial ("U.S."). */
    boolean initial(int i) {
        return i > 0
                && text.token(i).is(".")
                && text.token(i).glued()
                && text.token(i - 1).capital()
                && text.token(i - 1).form().length() == 1;
    }

    /** The token behind a possessive ending at {@code i}, or -1. */
    int possessive(int i) {
        return i < limit ? text.at(i, "possessive").map(Match::to).orElse(-1) : -1;
    }

    /** Skips "of (the)" between a quantity and its noun. */
    int partitive(int i) {
        if (i >= limit || is(i, "including")) return i;
        Optional<Match> of = text.at(i, "preposition")
                .filter(m -> grammar.partitive().contains(m.sense().id()));
        if (of.isEmpty() || of.get().to() >= limit) return i;
        int j = of.get().to();
        while (j < limit && (is(j, "determiner") || quote(j))) j++;
        return j;
    }
}
