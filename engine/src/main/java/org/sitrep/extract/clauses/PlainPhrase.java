package org.sitrep.extract.clauses;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Qualifier;

/** Reads one phrase that begins without a number: "the police", "an attack on …"; "the two men" it hands on as a count. */
final class PlainPhrase {
    /** Words of the longest hedge ("pas moins d'"). */
    private static final int LONGEST_HEDGE = 4;

    private final Grammar grammar;
    private final SentenceWords words;
    private final Text text;
    private final FunctionWords functions;
    private final VerbStarts verbs;
    private final ChunkList out;
    private final int from;

    private int at;
    private boolean definite;
    private int head = -1;
    private List<Match> nouns = List.of();
    /** Whether no word so far has a capital, as a name would. */
    private boolean lower = true;

    private Optional<Quantity> count = Optional.empty();

    PlainPhrase(
            Grammar grammar, SentenceWords words, FunctionWords functions, VerbStarts verbs, ChunkList out, int from) {
        this.grammar = grammar;
        this.words = words;
        this.text = words.text();
        this.functions = functions;
        this.verbs = verbs;
        this.out = out;
        this.from = from;
        this.at = from;
    }

    /** Adds the phrase, or what {@code counted} makes of it where it turns out to begin with a number; the token behind it. */
    int read(CountedPhrases counted) {
        while (at < words.limit() && !words.masked(at) && step()) {}
        if (count.isPresent()) return counted.read(from, count.get());
        if (at == from) return out.add(Kind.OTHER, at, at + 1, "");
        Optional<Quantity> one = Optional.of(nouns)
                .filter(n -> !n.isEmpty())
                .flatMap(n -> text.at(from, "article"))
                .map(a -> leastOf(ChunkList.one(from, a.to())));
        return out.add(from, at, one, nouns, head, definite);
    }

    /** "At least <u>a</u> child": the hedge before an article that counts one. */
    private Quantity leastOf(Quantity one) {
        for (int i = from - 1; i >= Math.max(words.base(), from - LONGEST_HEDGE); i--) {
            boolean least = text.at(i, "hedge")
                    .filter(m -> m.to() == from && m.sense().id().equals("at_least"))
                    .isPresent();
            if (least) return one.with(one.amount().with(Qualifier.AT_LEAST));
        }
        return one;
    }

    /** Goes one word on; false where the phrase ends. */
    private boolean step() {
        boolean determiner = words.determiner(at);
        boolean counts = words.advance(at);
        if (determiner && at > from && head >= 0) return false;
        if (counts) {
            boolean possessive = at > from && words.is(at - 1, "possessive");
            boolean described = nouns.isEmpty() && lower && (definite && !setApart() || at == from + 1);
            if (possessive || described) count = words.quantityAt(at);
            return false;
        }
        int to = glue();
        if (to > at) {
            at = to;
            return true;
        }
        if (count.isPresent()) return false;
        boolean pronoun = words.is(at, "pronoun");
        if (pronoun && at > from || ends(determiner)) return false;
        take(determiner);
        return !pronoun || determiner;
    }

    /** "[The union counts 76 dead,] the government 41": a number that nothing follows is no part of the words between it and their article. */
    private boolean setApart() {
        int to = words.quantityAt(at).map(Quantity::to).orElse(words.limit());
        boolean last = to >= words.limit() || text.token(to).kind() == Token.Kind.MARK;
        return last && at > from + 1;
    }

    /** The token behind what only holds the phrase's words together; {@link #at} where nothing of that kind stands there. */
    private int glue() {
        Optional<Match> possessive = text.at(at, "possessive");
        if (possessive.isPresent()) return possessive.get().to();
        if (words.hyphen(at) || words.initial(at)) return at + 1;
        if (words.quote(at) && head < 0) {
            boolean number = at + 1 < words.limit() && words.advance(at + 1);
            if (number) count = words.quantityAt(at + 1);
            if (number || at > from) return number ? at : at + 1;
        }
        return text.at(at, "modifier")
                .filter(m -> definite && head < 0 && words.quantityAhead(m.to()).isPresent())
                .map(Match::to)
                .orElse(at);
    }

    private boolean ends(boolean determiner) {
        if (at > from && !determiner && (functions.ends(at) || verb())) return true;
        boolean noun = words.noun(at).isPresent();
        // "A couple aged 89": the age is no part of the words before it.
        boolean age = words.noun(at)
                .filter(CountedPhrases::age)
                .filter(m -> words.quantityFrom(m.to()))
                .isPresent();
        if (at > from && age) return true;
        // "An attack on the market killed 60": behind the noun a count follows the verb, whatever preposition came
        // before.
        if (at > from && noun && verbs.possible(at) && head >= 0) {
            boolean governed =
                    out.lastIs(Kind.PREPOSITION) && words.quantityAhead(at + 1).isEmpty() && !ofOthers();
            if (verbs.at(at, governed)) return true;
        }
        return !nouns.isEmpty() && governsCount();
    }

    /** "Quatre habitants du bourg <u>tués</u>": where participles agree, one of several behind a single noun is of the count before. */
    private boolean ofOthers() {
        return several(at)
                && !several(at - 1)
                && grammar.verb(text, at)
                        .filter(v -> v.sense().form().equals("part"))
                        .isPresent();
    }

    private boolean several(int i) {
        return grammar.plurals().stream().anyMatch(text.token(i).form()::endsWith);
    }

    /** Whether a verb that is no noun too starts here. */
    private boolean verb() {
        boolean guessed = head < 0 && !grammar.guess(text, at).isEmpty();
        if (guessed || words.noun(at).isPresent()) return false;
        // Where nothing but the words themselves parts a phrase from the verb behind it, no preposition reaches over
        // the noun.
        boolean loose = grammar.free() || text.token(at).unspaced();
        return loose && head >= 0 ? verbs.at(at, false) : verbs.at(at);
    }

    private void take(boolean determiner) {
        definite |= words.is(at, "determiner");
        Optional<Match> n = determiner ? Optional.empty() : words.noun(at);
        if (!determiner) {
            lower &= !text.token(at).capital() || at == from && at == words.base();
            if (n.isPresent() && (nouns.isEmpty() || grammar.headLast())) {
                nouns = words.senses(at, n.get());
                head = at;
            } else if (nouns.isEmpty()) head = at;
        }
        at = n.map(Match::to).orElse(at + 1);
    }

    /** A noun right before a count, in a language where case alone binds the two, heads a phrase of its own ("[from] rubble | bodies 14 people"). */
    private boolean governsCount() {
        return grammar.genitive()
                && words.noun(at)
                        .filter(m -> m.sense().of("noun"))
                        .filter(m -> words.quantityFrom(m.to()))
                        .isPresent();
    }
}
