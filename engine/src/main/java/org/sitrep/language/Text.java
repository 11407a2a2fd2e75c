package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Span;

/**
 * A passage as tokens with everything the lexicon knows about them, and its sentences.
 *
 * @param source the article's whole text; token offsets count in it
 * @param tokens in text order
 * @param matches for each token index, the phrases that start there, longest first
 * @param sentences in text order, together covering all tokens but breaks between them
 * @param shouting whether it is written in capitals, so that a capital says nothing
 */
public record Text(
        String source, List<Token> tokens, List<List<Match>> matches, List<Sentence> sentences, boolean shouting) {

    /**
     * One sentence.
     *
     * @param from first token, inclusive
     * @param to last token, exclusive
     */
    public record Sentence(int from, int to) {}

    /** Where a script puts no spaces between words, a word is the longest phrase from the left: none starts inside another. */
    static Text of(Pack pack, String source, Span span) {
        List<Token> tokens = pack.tokenizer().tokens(source, span);
        List<List<Match>> matches = new ArrayList<>(tokens.size());
        int covered = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            boolean inside = i < covered && t.unspaced();
            List<Match> here = inside || t.kind() == Token.Kind.BREAK
                    ? List.of()
                    : pack.lexicon().at(tokens, i, tokens.size());
            if (!here.isEmpty() && t.unspaced()) covered = here.getFirst().to();
            matches.add(here);
        }
        boolean shouting = shouting(tokens, source);
        return new Text(source, tokens, matches, new Sentences(pack, source, tokens, shouting).split(), shouting);
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
        return tokens.get(i);
    }

    /** The longest phrase of {@code category} that starts at token {@code i}. */
    public Optional<Match> at(int i, String category) {
        List<Match> here = matches.get(i);
        for (int k = 0; k < here.size(); k++) if (here.get(k).sense().of(category)) return Optional.of(here.get(k));
        return Optional.empty();
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
