package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;

/** Finds the count of which another is a stated part ("including 16 officers"), and the one from which a bare number takes its meaning. */
final class Nesting {
    /** Prepositions under which a whole stands before its part. */
    private static final java.util.Set<String> SELECTING = java.util.Set.of("of", "from", "among");

    private final RuleBook book;

    Nesting(RuleBook book) {
        this.book = book;
    }

    /** The draft before {@code p} that includes it. @param before all drafts of the article, in text order */
    Optional<Draft> whole(Parse parse, Phrase p, List<Draft> before) {
        int back = skip(parse, p.chunk(), -1);
        int ahead = skip(parse, p.chunk(), 1);
        if (kind(parse, back) == Chunk.Kind.PREPOSITION) back = skip(parse, back, -1);
        if (kind(parse, back) == Chunk.Kind.PHRASE
                && parse.phrases().get(parse.chunks().get(back).ref()).head() < 0) back = skip(parse, back, -1);
        if (kind(parse, back) == Chunk.Kind.INCLUDING)
            return last(parse, p, before, parse.chunks().get(back).from());
        if (kind(parse, ahead) == Chunk.Kind.INCLUDING && closed(parse, ahead, p))
            return last(parse, p, before, p.from());
        if (kind(parse, back) == Chunk.Kind.COLON && itemised(p))
            return last(parse, p, before, p.from()).filter(d -> d.parse == parse);
        Optional<Draft> fronted = fronted(parse, back, before);
        if (fronted.isPresent()) return fronted;
        if (others(p) && !before.isEmpty() && before.getLast().parse == parse) return before.getLast().whole;
        if (kind(parse, back) == Chunk.Kind.CONJUNCTION || kind(parse, back) == Chunk.Kind.COMMA)
            return listed(parse, back, before);
        if (copula(parse, p).isPresent()) return last(parse, p, before, p.from());
        return Optional.empty();
    }

    /** The draft before {@code p} in this sentence or the one before. */
    Optional<Draft> previous(Parse parse, Phrase p, List<Draft> before) {
        return last(parse, p, before, p.from());
    }

    /** "Of the 164 dead, 103 …": the count right before, under a preposition that completes nothing. */
    private static Optional<Draft> fronted(Parse parse, int back, List<Draft> before) {
        int i = kind(parse, back) == Chunk.Kind.COMMA ? skip(parse, back, -1) : back;
        if (before.isEmpty() || kind(parse, i) != Chunk.Kind.PHRASE) return Optional.empty();
        Phrase whole = parse.phrases().get(parse.chunks().get(i).ref());
        boolean open = SELECTING.contains(whole.preposition()) && whole.governor() < 0;
        return Optional.of(before.getLast()).filter(d -> open && d.parse == parse && d.phrase == whole);
    }

    /** "… died, besides a policeman": people added to the count before in its sentence. */
    boolean added(Parse parse, Phrase p, List<Draft> before) {
        int back = skip(parse, p.chunk(), -1);
        return !before.isEmpty()
                && before.getLast().parse == parse
                && kind(parse, back) == Chunk.Kind.CONJUNCTION
                && parse.chunks().get(back).id().equals("plus");
    }

    /** "Another seven", without a noun. */
    static boolean others(Phrase p) {
        return p.head() < 0 && p.quantity().filter(Quantity::others).isPresent();
    }

    /** "… and now they are 46": a bare number behind a verb of amounting, of the same people as the count before in its sentence. */
    Optional<Draft> total(Parse parse, Phrase p, List<Draft> before) {
        if (before.isEmpty() || before.getLast().parse != parse || !p.bare()) return Optional.empty();
        for (Clause c : parse.clauses()) {
            boolean ours = c.object().contains(p) || c.subject().contains(p);
            if (!ours
                    || c.verb().lexeme().isEmpty()
                            && !c.subject().isEmpty()
                            && !c.subject().contains(p)) continue;
            boolean told = c.subject().stream()
                    .allMatch(s -> s == p
                            || s.quantity().isEmpty()
                                    && s.noun("thing").isEmpty()
                                    && s.noun("noun")
                                            .filter(m -> valued(m.sense().id()))
                                            .isEmpty());
            if (told && (c.verb().lexeme().isEmpty() || book.equating(c.verb().lexeme())))
                return Optional.of(before.getLast());
        }
        return Optional.empty();
    }

    private boolean valued(String noun) {
        return !book.noun(FigureRule.Relation.VALUE, noun).isEmpty()
                || !book.noun(FigureRule.Relation.OWN, noun).isEmpty();
    }

    /** What a bare number is said to be: "Nineteen were officers". */
    Optional<Phrase> copula(Parse parse, Phrase p) {
        if (p.head() >= 0 && !p.nouns().isEmpty()) return Optional.empty();
        for (Clause c : parse.clauses())
            if (c.verb().lexemes().isEmpty() && c.verb().finite() && c.subject().contains(p))
                for (Phrase o : c.object()) if (o.noun("people").isPresent()) return Optional.of(o);
        return Optional.empty();
    }

    /** The draft that a bare number beside a place repeats with another value: "in Almaty 103, in Zhambyl 10". */
    Optional<Draft> model(Parse parse, Phrase p, List<Draft> before) {
        boolean number = p.quantity()
                .filter(q -> q.form() == Quantity.Form.DIGITS
                        || q.form() == Quantity.Form.WORDS
                        || q.form() == Quantity.Form.VAGUE)
                .isPresent();
        if (!number || before.isEmpty()) return Optional.empty();
        Draft d = before.getLast();
        boolean here = d.parse == parse;
        if (here && others(p)) return Optional.of(d);
        if (!here && (d.parse.sentence().to() < parse.sentence().from() - 1 || d.parse.text() != parse.text()))
            return Optional.empty();
        int back = skip(parse, p.chunk(), -1);
        if (!here
                && kind(parse, back) != Chunk.Kind.OPEN
                && kind(parse, back) != Chunk.Kind.PHRASE
                && kind(parse, back) != Chunk.Kind.COLON) return Optional.empty();
        return named(parse, back) || named(parse, skip(parse, p.chunk(), 1)) ? Optional.of(d) : Optional.empty();
    }

    /** Whether the chunk (or the one before an opening bracket or comma) is a capitalised name without a count. */
    private static boolean named(Parse parse, int c) {
        int i = c;
        Chunk.Kind k = kind(parse, i);
        if (k == Chunk.Kind.OPEN || k == Chunk.Kind.COLON || k == Chunk.Kind.COMMA) i = skip(parse, i, -1);
        if (kind(parse, i) == Chunk.Kind.PREPOSITION) i = skip(parse, i, 1);
        if (kind(parse, i) != Chunk.Kind.PHRASE) return false;
        Phrase p = parse.phrases().get(parse.chunks().get(i).ref());
        return p.quantity().isEmpty()
                && p.noun("thing").isEmpty()
                && p.noun("people").isEmpty()
                && parse.text().token(p.to() - 1).capital()
                && !parse.text().shouting();
    }

    private Optional<Draft> last(Parse parse, Phrase p, List<Draft> before, int at) {
        for (Draft d : before.reversed()) {
            if (d.phrase == p) continue;
            boolean here = d.parse == parse && d.from < at;
            boolean previous = d.parse != parse
                    && d.parse.text() == parse.text()
                    && d.parse.sentence().to() >= parse.sentence().from() - 2;
            if (here)
                return Optional.of(d.whole
                        .filter(w -> d.measure.equals(w.measure) && w.parse == parse && !chained(p, d))
                        .orElse(d));
            if (previous) return Optional.of(root(d, before));
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean chained(Phrase p, Draft d) {
        return p.from() - d.to <= 6;
    }

    /** A following sentence's part belongs to the first count of the sentence before, not to one of its parts. */
    private static Draft root(Draft d, List<Draft> before) {
        for (Draft e : before) if (e.parse == d.parse && e.measure.equals(d.measure) && e.whole.isEmpty()) return e;
        return d;
    }

    /** The second item of a list of parts. */
    private static Optional<Draft> listed(Parse parse, int joint, List<Draft> before) {
        if (before.isEmpty()) return Optional.empty();
        Draft d = before.getLast();
        if (d.parse != parse
                || d.whole.isEmpty()
                || d.from > parse.chunks().get(joint).from()) return Optional.empty();
        for (int c = d.phrase.chunk() + 1; c < joint; c++)
            if (parse.chunks().get(c).kind() == Chunk.Kind.VERB
                    && parse.verbs().get(parse.chunks().get(c).ref()).finite()) return Optional.empty();
        return d.whole;
    }

    private static boolean itemised(Phrase p) {
        return p.noun("people").isPresent() || p.noun("noun").isPresent();
    }

    /** "two minors among them": the phrase ends its part of the sentence. */
    private static boolean closed(Parse parse, int including, Phrase p) {
        int next = skip(parse, including, 1);
        if (parse.chunks().get(including).from() == p.to() && p.nouns().isEmpty()) return true;
        Chunk.Kind k = kind(parse, next);
        return next >= parse.chunks().size()
                || k == Chunk.Kind.OTHER
                || k == Chunk.Kind.COMMA
                || k == Chunk.Kind.STOP
                || k == Chunk.Kind.CLOSE
                || k == Chunk.Kind.COLON;
    }

    private static int skip(Parse parse, int chunk, int step) {
        int i = chunk + step;
        while (i >= 0 && i < parse.chunks().size() && parse.chunks().get(i).kind() == Chunk.Kind.OTHER) i += step;
        return i;
    }

    private static Chunk.Kind kind(Parse parse, int chunk) {
        return chunk >= 0 && chunk < parse.chunks().size()
                ? parse.chunks().get(chunk).kind()
                : Chunk.Kind.OTHER;
    }

    /** Whether {@code part} may be counted inside {@code whole}. */
    boolean fits(Draft whole, Draft part) {
        if (whole == part
                || !book.holds(whole.measure, part.measure)
                        && !(whole.measure.equals("hospitalised") || part.measure.equals("hospitalised"))) return false;
        if (whole.amount.value().isPresent() && part.amount.value().isPresent())
            return whole.amount.value().getAsLong() >= part.amount.value().getAsLong();
        return true;
    }
}
