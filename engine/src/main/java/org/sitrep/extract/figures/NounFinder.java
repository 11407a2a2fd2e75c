package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.figures.FigureRule.Relation;
import org.sitrep.language.Match;
import org.sitrep.language.Text;

/** Finds figures by nouns: the count's own, the one it completes, the one that stands behind it. */
final class NounFinder {
    /** Id of the preposition under which a whole stands. */
    private static final String AMONG = "among";
    /** Tokens between a whole and the people counted within it. */
    private static final int REACH = 14;

    private final RuleBook book;
    private final Singles singles;

    NounFinder(RuleBook book) {
        this.book = book;
        this.singles = new Singles(book);
    }

    Optional<Draft> own(Parse parse, Phrase p, Groups.Group g) {
        if (p.quantity().isEmpty()) return Optional.empty();
        boolean single = singles.counts(parse, p);
        for (Match m : p.nouns())
            for (Relation relation : List.of(Relation.OWN, Relation.AFTER))
                for (FigureRule rule : book.noun(relation, m.sense().id()))
                    if (single || Finder.fits(rule, p, g)) return Optional.of(Finder.draft(parse, p, g, rule));
        return Optional.empty();
    }

    /** "left 225 people dead": the phrase right behind the count says it. */
    Optional<Draft> after(Parse parse, Phrase p, Groups.Group g) {
        Optional<Phrase> following = following(parse, p);
        if (following.isEmpty()) return Optional.empty();
        Phrase next = following.get();
        for (Match m : next.nouns())
            for (FigureRule rule : book.noun(Relation.AFTER, m.sense().id())) {
                if (!Finder.fits(rule, p, g)) continue;
                Draft d = Finder.draft(parse, p, g, rule);
                d.support(next.from(), next.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    /** The phrase right behind {@code p}, if nothing counts it. */
    static Optional<Phrase> following(Parse parse, Phrase p) {
        int i = p.chunk() + 1;
        while (i < parse.chunks().size() && parse.chunks().get(i).kind() == Chunk.Kind.OTHER) i++;
        if (i >= parse.chunks().size() || parse.chunks().get(i).kind() != Chunk.Kind.PHRASE) return Optional.empty();
        return Optional.of(parse.phrases().get(parse.chunks().get(i).ref()))
                .filter(next -> next.quantity().isEmpty());
    }

    /** "the arrest of 12 people": the noun that the count completes, directly or in a list. */
    Optional<Draft> of(Parse parse, Phrase p, Groups.Group g) {
        int governor = p.governor();
        for (int i = p.index(); governor < 0 && i > 0 && goesOn(parse, i); i--)
            governor = parse.phrases().get(i - 1).governor();
        if (governor < 0) return Optional.empty();
        Phrase head = parse.phrases().get(governor);
        for (Match m : head.nouns())
            for (FigureRule rule : book.noun(Relation.OF, m.sense().id())) {
                if (!Finder.fits(rule, p, g)
                        || head.quantity().isPresent() && head.quantity().get().form() != Quantity.Form.ARTICLE)
                    continue;
                Draft d = Finder.draft(parse, p, g, rule);
                d.support(head.head() >= 0 ? head.head() : head.from(), head.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    /** Whether phrase {@code i} goes on a list of what completes a noun; behind a bare comma only where the list counts ("the dismissal by the army, dozens of …" does not). */
    private static boolean goesOn(Parse parse, int i) {
        if (!joined(parse, i)) return false;
        Phrase before = parse.phrases().get(i - 1);
        if (before.quantity().isPresent()) return true;
        for (int c = before.chunk(); c < parse.phrases().get(i).chunk(); c++)
            if (parse.chunks().get(c).is(Chunk.Kind.CONJUNCTION)) return true;
        return false;
    }

    /** Whether phrase {@code i} goes on a list with the one before it. */
    static boolean joined(Parse parse, int i) {
        int a = parse.phrases().get(i - 1).chunk();
        int b = parse.phrases().get(i).chunk();
        if (b - a > 3) return false;
        for (int c = a + 1; c < b; c++) {
            Chunk.Kind kind = parse.chunks().get(c).kind();
            if (kind != Chunk.Kind.CONJUNCTION && kind != Chunk.Kind.COMMA && kind != Chunk.Kind.OTHER) return false;
        }
        return b > a + 1;
    }

    /** "Among the dead are three children": people counted within those of whom a noun tells what happened. */
    Optional<Draft> among(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.PEOPLE) return Optional.empty();
        Optional<Draft> inside = inside(parse, p, g);
        if (inside.isPresent()) return inside;
        for (Phrase whole : parse.phrases()) {
            if (!within(parse, whole) || whole.quantity().isPresent()) continue;
            if (p.from() - whole.to() > REACH || whole.from() - p.to() > REACH || told(parse, p)) continue;
            for (Match m : whole.nouns())
                for (FigureRule rule : book.noun(Relation.OWN, m.sense().id())) {
                    if (!Finder.fits(rule, p, g)) continue;
                    Draft d = Finder.draft(parse, p, g, rule);
                    d.support(whole.from(), whole.to());
                    return Optional.of(d);
                }
        }
        return Optional.empty();
    }

    /** "Among-the-dead two children": a word of nesting that holds the noun itself, right before the count or before its dash. */
    private Optional<Draft> inside(Parse parse, Phrase p, Groups.Group g) {
        int c = Neighbours.skip(parse, p.chunk(), -1);
        if (Neighbours.kind(parse, c) == Chunk.Kind.COLON) c = Neighbours.skip(parse, c, -1);
        if (Neighbours.kind(parse, c) != Chunk.Kind.INCLUDING) return Optional.empty();
        Chunk nesting = parse.chunks().get(c);
        for (int i = nesting.from() + 1; i < nesting.to(); i++)
            for (Match m : parse.text().matches().get(i))
                for (FigureRule rule :
                        m.sense().of("noun") ? book.noun(Relation.OWN, m.sense().id()) : List.<FigureRule>of()) {
                    if (!Finder.fits(rule, p, g)) continue;
                    Draft d = Finder.draft(parse, p, g, rule);
                    d.support(nesting.from(), nesting.to());
                    return Optional.of(d);
                }
        return Optional.empty();
    }

    /** "My son was among the arrested, one mother said": who speaks is none of those named. */
    private boolean told(Parse parse, Phrase p) {
        for (Clause c : parse.clauses())
            if (c.subject().contains(p) && book.speech(c.verb().lexeme())) return true;
        return false;
    }

    private static boolean within(Parse parse, Phrase p) {
        return p.preposition().equals(AMONG)
                || p.to() < parse.sentence().to()
                        && parse.text()
                                .at(p.to(), "postposition")
                                .filter(m -> m.sense().id().equals(AMONG))
                                .isPresent();
    }

    /** "Judge Mora's murder", "the mayor's death": a name or one known person before a possessive, of whom the noun tells. */
    Optional<Draft> possessed(Parse parse, Phrase p, Groups groups) {
        Text text = parse.text();
        for (int i = p.from() + 1; i < p.to() && p.quantity().isEmpty(); i++) {
            Optional<Match> mark = text.at(i, "possessive").filter(m -> m.to() < p.to());
            if (mark.isEmpty() || !owner(text, i - 1)) continue;
            for (Match m : p.nouns())
                for (FigureRule rule : book.noun(Relation.OF, m.sense().id()))
                    if (rule.named()
                            && m.from() >= mark.get().to()
                            && !groups.several(text.token(m.to() - 1).form()))
                        return Optional.of(new Draft(parse, p, rule));
        }
        return Optional.empty();
    }

    /** Whether token {@code i} ends a name that the lexicon does not know, or is a noun for one person. */
    private static boolean owner(Text text, int i) {
        boolean unknown = text.matches().get(i).isEmpty()
                && text.token(i).word()
                && text.token(i).capital();
        return unknown
                || text.at(i, "people").isPresent() && !text.token(i).form().endsWith("s");
    }
}
