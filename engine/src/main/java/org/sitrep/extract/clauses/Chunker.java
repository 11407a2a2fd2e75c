package org.sitrep.extract.clauses;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * Cuts a sentence into phrases, verb groups and the words between them. Word categories: {@code people}, {@code noun}, {@code thing}
 * (heads), {@code determiner}, {@code article}, {@code pronoun}, {@code possessive}, {@code modifier} (words that stand between a number and its
 * noun) and those of {@link Grammar#FUNCTION}.
 */
final class Chunker {
    private static final int SEPARATED = 40;
    /** Words of the longest rest of a verb ("auf die Straße"). */
    private static final int LONGEST_REST = 4;

    private final Grammar grammar;
    private final VerbReader verbReader;
    private final Text text;
    private final SentenceWords words;
    private final ChunkList out;
    private final FunctionWords functions;
    private final VerbStarts verbStarts;
    private final CountedPhrases counted;

    /**
     * @param quantities of the sentence, in text order
     * @param masked tokens that belong to something read elsewhere (times), by index from the sentence's first token
     */
    Chunker(Grammar grammar, Text text, Text.Sentence sentence, List<Quantity> quantities, boolean[] masked) {
        this.grammar = grammar;
        this.verbReader = new VerbReader(grammar);
        this.text = text;
        this.words = new SentenceWords(grammar, text, sentence, quantities, masked);
        this.out = new ChunkList(grammar, words);
        this.functions = new FunctionWords(verbReader, words, out);
        this.verbStarts = new VerbStarts(grammar, verbReader, words, out);
        this.counted = new CountedPhrases(grammar, words, functions, verbStarts, out);
    }

    /** All pieces of the sentence. */
    ChunkList cut() {
        int i = words.base();
        while (i < words.limit()) i = next(i);
        return out;
    }

    private int next(int i) {
        boolean counts = words.advance(i);
        if (words.masked(i)) return out.add(Kind.OTHER, i, i + 1, "");
        if (counts) return counted.read(i, words.quantityAt(i).orElseThrow());
        Token t = text.token(i);
        Optional<Match> ending = text.at(i, "number_ending");
        if (ending.isPresent() && t.glued())
            return out.add(Kind.OTHER, i, ending.get().to(), "");
        if (t.kind() == Token.Kind.MARK) return mark(i, t);
        // "Nine children aged 12": an age between people and what happens to them says no more than an adjective.
        int aged = behindAges(i);
        if (aged > i) return out.add(Kind.OTHER, i, aged, "");
        Optional<Match> function = functions.at(i);
        if (function.isPresent())
            return out.add(kind(function.get()), i, function.get().to(), id(function.get()));
        if (grammar.adverbial(text, i)) return out.add(Kind.OTHER, i, i + 1, "adverb");
        if (verbStarts.at(i)) {
            Optional<VerbReader.Reading> v = verbReader.at(text, i, words.limit());
            if (v.isPresent()) return out.add(closed(v.get()), i);
        }
        if (reflexive(i)) return out.add(Kind.OTHER, i, i + 1, "");
        return new PlainPhrase(grammar, words, functions, verbStarts, out, i).read(counted);
    }

    /** The token behind a word of age and its numbers: "aged 12", "aged 4, 6 and 12", "aged 1 to 70"; else {@code i}. */
    private int behindAges(int i) {
        Optional<Match> word = text.at(i, "aged").or(() -> text.at(i, "thing").filter(CountedPhrases::age));
        Optional<Quantity> years = word.flatMap(m -> words.quantityAhead(m.to()));
        if (years.isEmpty()) return i;
        int to = years.get().to();
        while (to + 1 < words.limit()
                && (words.is(to, "conjunction")
                        || words.is(to, "range_mid")
                        || text.token(to).is(","))) {
            int next = to + 1;
            Optional<Quantity> more = words.quantityAhead(next).filter(q -> !counts(q.to()));
            // A number before "year" may have been read as a time.
            boolean time = words.masked(next) && text.token(next).number();
            if (more.isEmpty() && !time) break;
            to = more.map(Quantity::to).orElse(next + 1);
        }
        return to < words.limit()
                ? text.at(to, "thing")
                        .filter(CountedPhrases::age)
                        .map(Match::to)
                        .orElse(to)
                : to;
    }

    /** Whether something other than years is counted by the number before {@code i}. */
    private boolean counts(int i) {
        return i < words.limit()
                && words.noun(i).filter(m -> !CountedPhrases.age(m)).isPresent();
    }

    private static Kind kind(Match function) {
        return Objects.requireNonNull(Grammar.FUNCTION.get(function.sense().category()));
    }

    private static String id(Match function) {
        return function.sense().id();
    }

    /** A particle before a verb that no reading of a verb group begins with. */
    private boolean reflexive(int i) {
        return words.is(i, "verb_particle")
                && !words.is(i, "determiner")
                && i + 1 < words.limit()
                && verbReader.verbal(text, i + 1);
    }

    private int mark(int i, Token t) {
        return switch (t.form()) {
            case ",", "،", "、", "，" -> out.add(Kind.COMMA, i, i + 1, ",");
            case ";", "؛", "；" -> out.add(Kind.STOP, i, i + 1, ";");
            case ":", "：" -> out.add(Kind.COLON, i, i + 1, ":");
            case "–", "—" -> out.add(Kind.COLON, i, i + 1, "-");
            case "-" -> out.add(t.glued() ? Kind.OTHER : Kind.COLON, i, i + 1, "-");
            case "(", "[", "（" -> out.add(Kind.OPEN, i, i + 1, "(");
            case ")", "]", "）" -> out.add(Kind.CLOSE, i, i + 1, ")");
            default -> out.add(Kind.OTHER, i, i + 1, t.form());
        };
    }

    /** The verb with what closes its clause ("flogen … aus", "kamen … ums Leben"); that rest is no phrase then. */
    private VerbReader.Reading closed(VerbReader.Reading read) {
        int last = read.verb().to() - 1;
        Map<String, String> rests = Map.of();
        for (int t = last; t >= read.verb().from() && rests.isEmpty(); t--)
            rests = grammar.separable().getOrDefault(text.token(t).form(), Map.of());
        int end = rests.isEmpty() ? 0 : Math.min(words.limit(), last + SEPARATED);
        for (int i = last + 1; i < end; i++) {
            StringBuilder rest = new StringBuilder();
            for (int to = i + 1; to <= Math.min(words.limit(), i + LONGEST_REST); to++) {
                rest.append(to > i + 1 ? " " : "").append(text.token(to - 1).form());
                String id = closes(to) ? rests.get(rest.toString()) : null;
                if (id == null) continue;
                for (int t = i; t < to; t++) words.mask(t);
                return read.as(id);
            }
        }
        return read;
    }

    private boolean closes(int next) {
        return next >= words.limit()
                || text.token(next).kind() == Token.Kind.MARK && !words.hyphen(next)
                || words.is(next, "conjunction");
    }
}
