package org.sitrep.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Span;

/** A passage as tokens with everything the lexicon knows about them, and its sentences. */
public final class Text {
    private final String source;
    private final List<Token> tokens;
    private final List<List<Match>> matches;
    private final List<Sentence> sentences;
    private final boolean shouting;
    /** The tokens once more: they are asked for hundreds of times each, and a list takes four calls to answer. */
    private final Token[] row;
    /** For each token the {@link Sense#mark marks} of the categories that start there: most questions end here. */
    private final long[] marks;

    /**
     * One sentence.
     *
     * @param from first token, inclusive
     * @param to last token, exclusive
     */
    public record Sentence(int from, int to) {}

    /** Where a script puts no spaces between words, a word is the longest phrase from the left: none starts inside another. */
    private Text(Pack pack, String source, List<Token> read) {
        this.source = source;
        this.shouting = shouting(read, source);
        List<Token> tokens = new Sentences(pack, source, read, shouting).joined();
        this.tokens = Collections.unmodifiableList(tokens);
        this.row = tokens.toArray(Token[]::new);
        this.marks = new long[tokens.size()];
        List<List<Match>> found = new ArrayList<>(tokens.size());
        int covered = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            boolean inside = i < covered && t.unspaced();
            List<Match> here = inside || t.kind() == Token.Kind.BREAK
                    ? List.of()
                    : pack.lexicon().at(tokens, i, tokens.size());
            if (!here.isEmpty() && t.unspaced()) covered = here.getFirst().to();
            for (int k = 0; k < here.size(); k++)
                marks[i] |= here.get(k).sense().mark();
            found.add(here);
        }
        this.matches = Collections.unmodifiableList(found);
        this.sentences = new Sentences(pack, source, tokens, shouting).split();
    }

    static Text of(Pack pack, String source, Span span) {
        return new Text(pack, source, pack.tokenizer().tokens(source, span));
    }

    /** The article's whole text; token offsets count in it. */
    public String source() {
        return source;
    }

    /** In text order. */
    public List<Token> tokens() {
        return tokens;
    }

    /** For each token index, the phrases that start there, longest first. */
    public List<List<Match>> matches() {
        return matches;
    }

    /** In text order, together covering all tokens but breaks between them. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** Whether it is written in capitals, so that a capital says nothing. */
    public boolean shouting() {
        return shouting;
    }

    private static boolean shouting(List<Token> tokens, String source) {
        int words = 0;
        int upper = 0;
        for (Token t : tokens) {
            if (!t.word() || t.end() - t.start() < 2) continue;
            words++;
            if (t.capital() && Character.isUpperCase(source.codePointBefore(t.end()))) upper++;
        }
        return words > 4 && upper * 5 > words * 4;
    }

    public Token token(int i) {
        return row[i];
    }

    /** The longest phrase of {@code category} that starts at token {@code i}. */
    public Optional<Match> at(int i, String category) {
        // Short, so that it is compiled into whoever asks: there the mark is a constant, and nearly every question ends
        // with it.
        return (marks[i] & Sense.mark(category)) == 0 ? Optional.empty() : first(i, category);
    }

    private Optional<Match> first(int i, String category) {
        List<Match> here = matches.get(i);
        for (int k = 0; k < here.size(); k++) if (here.get(k).sense().of(category)) return Optional.of(here.get(k));
        return Optional.empty();
    }

    /** Whether a phrase of one of these categories starts at token {@code i}. */
    public boolean has(int i, Categories wanted) {
        if ((marks[i] & wanted.mark()) == 0) return false;
        List<Match> here = matches.get(i);
        for (int k = 0; k < here.size(); k++) if (wanted.has(here.get(k))) return true;
        return false;
    }

    /** All phrases of {@code category} in the sentence, leftmost longest, not overlapping. */
    public List<Match> all(Sentence sentence, String category) {
        List<Match> out = new ArrayList<>();
        for (int i = sentence.from(); i < sentence.to(); ) {
            Optional<Match> m = at(i, category);
            if (m.isPresent() && m.get().to() <= sentence.to()) out.add(m.get());
            i = m.map(Match::to).orElse(i + 1);
        }
        return out;
    }

    /** The characters from token {@code from} up to before token {@code to}. */
    public Span span(int from, int to) {
        return new Span(tokens.get(from).start(), tokens.get(to - 1).end());
    }

    /** The characters of {@link #span(int, int)}. */
    public String words(int from, int to) {
        return span(from, to).of(source);
    }

    /** The characters of a sentence. */
    public Span span(Sentence sentence) {
        return span(sentence.from(), sentence.to());
    }
}
