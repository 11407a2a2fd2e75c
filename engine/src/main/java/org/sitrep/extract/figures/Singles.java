package org.sitrep.extract.figures;

import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.figures.FigureRule.Relation;
import org.sitrep.language.Match;

/**
 * Tells where an indefinite article before a fate is a count: "un mort et deux blessés" counts one dead, "un blessé raconte" counts nobody.
 * In many languages the article is also the numeral.
 */
final class Singles {
    /** Verbs by whose object victims are counted: the crash left one dead, there is one dead, they report one dead. */
    private static final Set<String> COUNTING = Set.of("cause", "there", "claim", "report", "comprise", "find");

    private final RuleBook book;

    Singles(RuleBook book) {
        this.book = book;
    }

    /** Whether {@code p} is an article with a fate that stands in a list of fates or is what a verb of causing or counting is about. */
    boolean counts(Parse parse, Phrase p) {
        if (!article(p) || !fate(p)) return false;
        boolean numeral = false;
        boolean listed = false;
        for (int i : new int[] {p.index(), p.index() + 1}) {
            if (i < 1 || i >= parse.phrases().size() || !NounFinder.joined(parse, i)) continue;
            Phrase other = parse.phrases().get(i == p.index() ? i - 1 : i);
            if (other.quantity().filter(Quantity::counts).isEmpty() || !fate(other)) continue;
            listed = true;
            numeral |= !article(other);
        }
        numeral |= afterPeople(parse, p);
        return numeral && harmed(p) || (listed || caused(parse, p)) && !acting(parse, p);
    }

    private static boolean article(Phrase p) {
        return p.quantity().filter(q -> q.form() == Quantity.Form.ARTICLE).isPresent();
    }

    private boolean fate(Phrase p) {
        Optional<Match> noun = p.noun("noun");
        return noun.isPresent()
                && book.noun(Relation.OWN, noun.get().sense().id()).stream()
                        .anyMatch(r -> !r.finds().isEmpty());
    }

    /** "Two women killed and one injured": "and" leads on from people with a participle of their own. */
    private static boolean afterPeople(Parse parse, Phrase p) {
        int joint = Neighbours.skip(parse, p.chunk(), -1);
        int verb = Neighbours.skip(parse, joint, -1);
        int people = Neighbours.skip(parse, verb, -1);
        return Neighbours.kind(parse, joint) == Chunk.Kind.CONJUNCTION
                && Neighbours.kind(parse, verb) == Chunk.Kind.VERB
                && parse.verbs().get(parse.chunks().get(verb).ref()).mood() == VerbGroup.Mood.PARTICIPLE
                && Neighbours.kind(parse, people) == Chunk.Kind.PHRASE
                && parse.phrases()
                        .get(parse.chunks().get(people).ref())
                        .quantity()
                        .filter(Quantity::counts)
                        .isPresent();
    }

    /** Whether the fate is harm: nobody tells of one dead in a list without counting him, while "a detainee and two injured" may act. */
    private boolean harmed(Phrase p) {
        return book.noun(Relation.OWN, p.noun("noun").get().sense().id()).stream()
                .anyMatch(r -> book.harms(r.finds()));
    }

    private static boolean caused(Parse parse, Phrase p) {
        for (Clause c : parse.clauses()) if (counting(c) && c.object().contains(p)) return true;
        return false;
    }

    private static boolean counting(Clause c) {
        return c.verb().lexemes().stream().anyMatch(COUNTING::contains);
    }

    /** Whether {@code p} does something: who tells or pays is known otherwise, and not counted. */
    private static boolean acting(Parse parse, Phrase p) {
        for (Clause c : parse.clauses())
            if (c.subject().contains(p)
                    && c.verb().finite()
                    && !counting(c)
                    && !c.verb().lexemes().isEmpty()) return true;
        return false;
    }
}
