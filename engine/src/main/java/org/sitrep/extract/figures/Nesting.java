package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;

/** Finds the count of which another is a stated part ("including 16 officers"). */
final class Nesting {
    private final RuleBook book;

    Nesting(RuleBook book) {
        this.book = book;
    }

    /** The draft before {@code p} that includes it. @param before all drafts of the article, in text order */
    Optional<Draft> whole(Parse parse, Phrase p, List<Draft> before) {
        int back = Neighbours.skip(parse, p.chunk(), -1);
        int ahead = Neighbours.skip(parse, p.chunk(), 1);
        if (Neighbours.kind(parse, back) == Chunk.Kind.PREPOSITION) back = Neighbours.skip(parse, back, -1);
        if (Neighbours.kind(parse, back) == Chunk.Kind.PHRASE
                && parse.phrases().get(parse.chunks().get(back).ref()).head() < 0)
            back = Neighbours.skip(parse, back, -1);
        if (Neighbours.kind(parse, back) == Chunk.Kind.INCLUDING)
            return last(parse, p, before, parse.chunks().get(back).from());
        if (Neighbours.kind(parse, ahead) == Chunk.Kind.INCLUDING && closed(parse, ahead, p))
            return last(parse, p, before, p.from());
        if ((Neighbours.kind(parse, back) == Chunk.Kind.COLON || Neighbours.kind(parse, back) == Chunk.Kind.OPEN)
                && itemised(p)) return last(parse, p, before, p.from()).filter(d -> d.parse == parse);
        if (Neighbours.kind(parse, back) == Chunk.Kind.OPEN && origin(parse, p)) {
            int bracket = parse.chunks().get(back).from();
            return last(parse, p, before, p.from()).filter(d -> d.parse == parse && d.phrase.to() == bracket);
        }
        Optional<Draft> fronted = fronted(parse, back, before);
        if (fronted.isPresent()) return fronted;
        if (others(p) && !before.isEmpty() && before.getLast().parse == parse) return before.getLast().whole;
        if (Neighbours.kind(parse, back) == Chunk.Kind.COMMA && predicate(p))
            return last(parse, p, before, p.from()).filter(d -> d.parse == parse);
        if (Neighbours.kind(parse, back) == Chunk.Kind.CONJUNCTION || Neighbours.kind(parse, back) == Chunk.Kind.COMMA)
            return listed(parse, back, before)
                    .or(() -> copula(parse, p).isPresent() ? last(parse, p, before, p.from()) : Optional.empty());
        if (copula(parse, p).isPresent()) return last(parse, p, before, p.from());
        return Optional.empty();
    }

    /** "27 were hurt, <u>six seriously</u>": a number that has nothing but how they are. */
    private boolean predicate(Phrase p) {
        return !p.nouns().isEmpty()
                && p.nouns().stream()
                        .allMatch(m -> m.sense().of("noun")
                                && book.noun(FigureRule.Relation.OWN, m.sense().id())
                                        .isEmpty()
                                && !book.noun(
                                                FigureRule.Relation.AFTER,
                                                m.sense().id())
                                        .isEmpty());
    }

    /** "<u>Six of the 37</u> wounded", "nine children are <u>among the 26</u> dead": makes the whole that follows its part the whole of that part. */
    void follow(Draft whole, List<Draft> before) {
        if (before.isEmpty() || before.getLast().parse != whole.parse) return;
        Draft part = before.getLast();
        boolean of = whole.phrase.governor() == part.phrase.index() && part.phrase.head() < 0;
        boolean among = part.rule.part()
                && book.selecting(whole.phrase.preposition())
                && part.clause.filter(c -> c.oblique().contains(whole.phrase)).isPresent();
        if (part.whole.isEmpty() && (of || among) && fits(whole, part)) part.whole = Optional.of(whole);
    }

    /** Whether a word of nesting stands right before {@code p}. */
    boolean included(Parse parse, Phrase p) {
        return Neighbours.kind(parse, Neighbours.skip(parse, p.chunk(), -1)) == Chunk.Kind.INCLUDING;
    }

    /** The draft before {@code p} in this sentence or the one before. */
    Optional<Draft> previous(Parse parse, Phrase p, List<Draft> before) {
        return last(parse, p, before, p.from());
    }

    /** "Of the 164 dead, 103 …": the count right before, under a preposition that completes nothing. */
    private Optional<Draft> fronted(Parse parse, int back, List<Draft> before) {
        int i = Neighbours.kind(parse, back) == Chunk.Kind.COMMA ? Neighbours.skip(parse, back, -1) : back;
        while (Neighbours.kind(parse, i) == Chunk.Kind.VERB) i = Neighbours.skip(parse, i, -1);
        if (before.isEmpty() || Neighbours.kind(parse, i) != Chunk.Kind.PHRASE) return Optional.empty();
        Phrase whole = parse.phrases().get(parse.chunks().get(i).ref());
        boolean open = book.selecting(whole.preposition()) && whole.governor() < 0;
        return Optional.of(before.getLast()).filter(d -> open && d.parse == parse && d.phrase == whole);
    }

    /** "… died, besides a policeman": people added to the count before in its sentence. */
    boolean added(Parse parse, Phrase p, List<Draft> before) {
        int back = Neighbours.skip(parse, p.chunk(), -1);
        return !before.isEmpty()
                && before.getLast().parse == parse
                && Neighbours.kind(parse, back) == Chunk.Kind.CONJUNCTION
                && parse.chunks().get(back).id().equals("plus");
    }

    /** "Another seven", without a noun. */
    static boolean others(Phrase p) {
        return p.head() < 0 && p.quantity().filter(Quantity::others).isPresent();
    }

    /** What a bare number is said to be: "Nineteen were officers". */
    Optional<Phrase> copula(Parse parse, Phrase p) {
        if (p.head() >= 0 && !p.nouns().isEmpty()) return Optional.empty();
        for (Clause c : parse.clauses())
            if (c.verb().lexemes().isEmpty() && c.verb().finite() && c.subject().contains(p))
                for (Phrase o : c.object()) if (o.noun("people").isPresent()) return Optional.of(o);
        return Optional.empty();
    }

    private Optional<Draft> last(Parse parse, Phrase p, List<Draft> before, int at) {
        if (foreign(parse, p, before, at)) return Optional.empty();
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

    /**
     * "At least 75 inmates escaped, of whom 33 were caught", "4,100 cases, 388 of them new": the nearest count, of which nothing is told
     * that is counted here, is the whole of the part, and no earlier figure is.
     */
    private static boolean foreign(Parse parse, Phrase p, List<Draft> before, int at) {
        for (Phrase o : parse.phrases().subList(0, p.index()).reversed()) {
            boolean counted = o.quantity().filter(Quantity::counts).isPresent() && o.to() <= at;
            if (!counted || o.quantity().get().form() == Quantity.Form.ARTICLE) continue;
            boolean told = before.stream().anyMatch(d -> d.phrase == o);
            boolean people = o.noun("people").isPresent();
            return !told && o.bare() && (people || p.head() < 0 && o.head() >= 0);
        }
        return false;
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
            if (parse.chunks().get(c).kind() == Chunk.Kind.CLOSE) return Optional.empty();
            else if (parse.chunks().get(c).kind() == Chunk.Kind.VERB
                    && parse.verbs().get(parse.chunks().get(c).ref()).finite()) return Optional.empty();
        return d.whole;
    }

    /** "23 sailors (<u>12 Ruvian</u> and 11 Lorvan)": a number of people by where they come from. */
    static boolean origin(Parse parse, Phrase p) {
        return p.nouns().isEmpty()
                && p.head() == p.to() - 1
                && parse.text().token(p.head()).capital()
                && !parse.text().shouting()
                && p.quantity().filter(Quantity::counts).isPresent();
    }

    private static boolean itemised(Phrase p) {
        return p.noun("people").isPresent() || p.noun("noun").isPresent();
    }

    /** "two minors among them": the phrase ends its part of the sentence. */
    private static boolean closed(Parse parse, int including, Phrase p) {
        int next = Neighbours.skip(parse, including, 1);
        if (parse.chunks().get(including).from() == p.to() && p.nouns().isEmpty()) return true;
        Chunk.Kind k = Neighbours.kind(parse, next);
        return next >= parse.chunks().size()
                || k == Chunk.Kind.OTHER
                || k == Chunk.Kind.COMMA
                || k == Chunk.Kind.STOP
                || k == Chunk.Kind.CLOSE
                || k == Chunk.Kind.COLON;
    }

    /** Whether {@code part} may be counted inside {@code whole}. */
    boolean fits(Draft whole, Draft part) {
        if (whole == part || !book.nests(whole.measure, part.measure)) return false;
        if (whole.amount.value().isPresent() && part.amount.value().isPresent())
            return whole.amount.value().getAsLong() >= part.amount.value().getAsLong();
        return true;
    }
}
