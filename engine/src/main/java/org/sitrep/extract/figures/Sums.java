package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;

/** Finds the figure whose sum a bare number tells behind a verb of amounting ("and now they are 46"). */
final class Sums {
    /** Id of things that happen to people: marches, floods. */
    private static final String EVENT = "event";

    private final RuleBook book;

    Sums(RuleBook book) {
        this.book = book;
    }

    /** "… and now they are 46", "… The dead now number 46": a bare number behind a verb of amounting, of the same people as the count before. */
    Optional<Draft> total(Parse parse, Phrase p, List<Draft> before) {
        if (before.isEmpty()) return Optional.empty();
        Draft last = before.getLast();
        if (last.parse != parse) return reached(parse, p, last);
        if (!p.bare()) return Optional.empty();
        for (Clause c : parse.clauses()) {
            // "They are 46 now", but not "157 are still there".
            boolean ours = c.object().contains(p)
                    || c.subject().contains(p)
                            && (c.verb().from() < p.from() || !c.object().isEmpty());
            // "They count 27 hurt, and 64 on the other side": what has both as its objects lists them.
            if (c.object().contains(p) && c.object().contains(last.phrase)) continue;
            if (!ours
                    || c.verb().lexeme().isEmpty()
                            && !c.subject().isEmpty()
                            && !c.subject().contains(p)) continue;
            boolean told = c.subject().stream()
                    .allMatch(s -> s == p
                            || s.quantity().isEmpty()
                                    && (s.noun("thing").isEmpty() || unrest(s) && more(p, last))
                                    && s.noun("noun")
                                            .filter(m -> valued(m.sense().id()))
                                            .isEmpty());
            told |= continued(c, last);
            if (told && (c.verb().lexeme().isEmpty() || book.equating(c.verb().lexeme()))) return Optional.of(last);
        }
        return Optional.empty();
    }

    /** "The marches add up to 46": events in which people come to harm lend their sum to the people counted before. */
    private static boolean unrest(Phrase s) {
        return s.noun("thing").filter(m -> m.sense().id().equals(EVENT)).isPresent();
    }

    private static boolean more(Phrase p, Draft last) {
        return last.amount.value().isPresent()
                && p.quantity().get().amount().value().orElse(0)
                        > last.amount.value().getAsLong();
    }

    /**
     * "Twelve died on Monday. By now they are 46": a sentence that has nothing but a verb of amounting, a bare number above the last count of the
     * sentence before, and nobody else whom it could count.
     */
    private Optional<Draft> reached(Parse parse, Phrase p, Draft last) {
        boolean next = last.parse.text() == parse.text()
                && last.parse.sentence().to() >= parse.sentence().from() - 1;
        if (!next || p.head() >= 0 || !more(p, last) || parse.clauses().size() != 1) return Optional.empty();
        Clause c = parse.clauses().getFirst();
        boolean holds =
                c.object().contains(p) || c.oblique().contains(p) || c.subject().contains(p);
        boolean alone = parse.phrases().stream()
                .allMatch(s -> s == p
                        || s.quantity().isEmpty()
                                && (!s.bare()
                                        || unrest(s)
                                        || parse.text().at(s.from(), "pronoun").isPresent()));
        boolean copula = c.verb().lexeme().isEmpty()
                && c.verb().finite()
                && p.bare()
                && parse.text().at(c.verb().from(), "singular").isEmpty();
        boolean amounts = copula || book.equating(c.verb().lexeme());
        return holds && alone && amounts && c.verb().to() <= p.from() ? Optional.of(last) : Optional.empty();
    }

    /** "The unrest left 18 dead in one day and now totals 46": the same subject as that of the clause in which the count before stands. */
    private static boolean continued(Clause c, Draft before) {
        return !c.subject().isEmpty()
                && before.parse.clauses().stream()
                        .anyMatch(o -> o != c
                                && o.subject().equals(c.subject())
                                && (o.object().contains(before.phrase)
                                        || o.subject().contains(before.phrase)));
    }

    private boolean valued(String noun) {
        return !book.noun(FigureRule.Relation.VALUE, noun).isEmpty()
                || !book.noun(FigureRule.Relation.OWN, noun).isEmpty();
    }
}
