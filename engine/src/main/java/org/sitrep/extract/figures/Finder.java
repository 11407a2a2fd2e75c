package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.model.Qualifier;

/** Finds the rule that a counted phrase meets: its own noun first, then its verbs, then the nouns around it. */
final class Finder {
    /** The form of nouns that name one person as a subject. */
    private static final String ONE = "one";
    /** Below it, people behind a definite article are known from before. */
    private static final int FEW = 10;

    private final RuleBook book;
    private final Groups groups;
    private final NounFinder nouns;
    private final VerbFinder verbs;
    private final ValueFinder values;

    Finder(RuleBook book, Groups groups) {
        this.book = book;
        this.groups = groups;
        this.nouns = new NounFinder(book);
        this.verbs = new VerbFinder(book);
        this.values = new ValueFinder(book, groups);
    }

    /** What the verbs around a phrase, and the nouns that govern it, tell of it: asked for more than once, read once. */
    private final class Around {
        private final Parse parse;
        private final Phrase p;
        private final Groups.Group g;
        private @Nullable Optional<Draft> clauses;
        private @Nullable Optional<Draft> of;

        Around(Parse parse, Phrase p, Groups.Group g) {
            this.parse = parse;
            this.p = p;
            this.g = g;
        }

        Optional<Draft> clauses() {
            Optional<Draft> read = clauses;
            return read != null ? read : (clauses = verbs.clauses(parse, p, g));
        }

        Optional<Draft> of() {
            Optional<Draft> read = of;
            return read != null ? read : (of = nouns.of(parse, p, g));
        }
    }

    /** The figure that {@code p} tells by itself and by its clause. */
    Optional<Draft> find(Parse parse, Phrase p, Groups.Group g) {
        Around around = new Around(parse, p, g);
        Optional<Draft> first = outright(p, around)
                .or(() -> selected(parse, p) ? around.clauses().filter(Finder::finite) : Optional.empty())
                .or(() -> nouns.own(parse, p, g).map(d -> narrowed(around, d)))
                .or(() -> values.ahead(parse, p, g))
                .or(() -> values.heading(parse, p, g))
                .or(() -> verbs.heading(parse, p, g))
                .or(() -> equalled(parse, p, g))
                .or(around::clauses)
                .or(() -> verbs.predicated(parse, p, g));
        // "The death of four students who had been kidnapped": the noun that governs them tells more than a relative
        // clause.
        if (first.isPresent() && !told(first.get())) return first;
        if (first.isPresent()) return around.of().or(() -> first);
        if (p.quantity().isEmpty()) return around.of();
        return nouns.after(parse, p, g)
                .or(around::of)
                .or(() -> values.value(parse, p, g))
                .or(() -> listed(parse, p, g))
                .or(() -> nouns.among(parse, p, g));
    }

    /** "The number of dead reached 300": what a verb of amounting sets equal to a toll is its value, and no strength. */
    private Optional<Draft> equalled(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE || p.quantity().isEmpty()) return Optional.empty();
        boolean toll = parse.clauses().stream()
                .filter(c -> c.object().contains(p) && book.equating(c.verb().lexeme()))
                .flatMap(c -> c.subject().stream())
                .flatMap(s -> s.nouns().stream())
                .anyMatch(m ->
                        !book.noun(FigureRule.Relation.VALUE, m.sense().id()).isEmpty());
        return toll ? values.value(parse, p, g) : Optional.empty();
    }

    /** "Room for 8,000 refugees", "400 detainees were freed": what goes before the count's own noun. */
    private Optional<Draft> outright(Phrase p, Around around) {
        if (p.quantity().isEmpty() || p.nouns().isEmpty()) return Optional.empty();
        Optional<Draft> of = around.of()
                .filter(d -> ended(around.parse, p) && (d.rule.finds().isEmpty() || struck(d, around)));
        return of.isPresent() ? of : around.clauses().filter(d -> headed(d.rule));
    }

    /** "The death of four detainees", "the bodies of two men [were] brought up": harm that a noun tells goes before what the people were until then. */
    private boolean struck(Draft of, Around around) {
        if (!book.harms(of.measure)) return false;
        Optional<Draft> own = nouns.own(around.parse, around.p, around.g);
        return own.or(around::clauses)
                .filter(d -> !d.rule.finds().isEmpty() && !book.harms(d.measure))
                .isPresent();
    }

    /** "Twenty victims were injured": where the noun holds several fates, the verb tells which. */
    private Draft narrowed(Around around, Draft own) {
        return around.clauses()
                .filter(v -> finite(v) && !v.measure.equals(own.measure) && book.holds(own.measure, v.measure))
                .orElse(own);
    }

    /** "Three of the wounded died": what the clause tells of some goes before what had become of all. */
    private boolean selected(Parse parse, Phrase p) {
        if (p.quantity().isEmpty() || p.noun("noun").isEmpty()) return false;
        Text text = parse.text();
        int of = p.quantity().get().to();
        Optional<Match> partitive = of < p.to()
                ? text.at(of, "preposition")
                        .filter(m -> book.partitive(m.sense().id()))
                : Optional.empty();
        return partitive.filter(m -> text.at(m.to(), "determiner").isPresent()).isPresent();
    }

    private static boolean finite(Draft d) {
        return !d.rule.finds().isEmpty() && !told(d) && d.clause.get().verb().finite();
    }

    /** Whether the noun that {@code p} completes stands right before it, with nothing unread between. */
    private static boolean ended(Parse parse, Phrase p) {
        if (p.governor() < 0) return false;
        Phrase head = parse.phrases().get(p.governor());
        return head.nouns().stream().anyMatch(m -> m.to() == head.to());
    }

    private static boolean headed(FigureRule rule) {
        return rule.pattern() instanceof FigureRule.InClause in && !in.head().isEmpty();
    }

    /** Whether only a relative clause behind the count tells of it. */
    private static boolean told(Draft d) {
        return d.clause
                .filter(c -> c.link() == Clause.Link.RELATIVE && c.verb().from() >= d.phrase.to())
                .isPresent();
    }

    /** One person by a possessive: "Judge Mora's murder". */
    Optional<Draft> possessed(Parse parse, Phrase p) {
        return nouns.possessed(parse, p, groups);
    }

    /** The rule for people of whom nothing else is told. */
    Optional<Draft> alone(Parse parse, Phrase p, Groups.Group g) {
        for (FigureRule rule : told(parse, p) ? List.<FigureRule>of() : book.alone())
            if (g.kind() == Groups.Kind.PEOPLE && fits(rule, p, g)) return Optional.of(draft(parse, p, g, rule));
        return Optional.empty();
    }

    /**
     * Whether the count says nothing of where people are: "not one soldier will …", "several soldiers", or a few who are known already
     * ("the two soldiers managed to flee").
     */
    private static boolean told(Parse parse, Phrase p) {
        if (p.quantity().isEmpty()) return false;
        Quantity q = p.quantity().get();
        boolean few = q.amount().value().isPresent() && q.amount().value().getAsLong() < FEW;
        return q.form() == Quantity.Form.ZERO
                || q.amount().qualifier() == Qualifier.SOME
                || few && parse.text().at(p.from(), "determiner").isPresent();
    }

    static Draft draft(Parse parse, Phrase p, Groups.Group g, FigureRule rule) {
        Draft d = new Draft(parse, p, rule);
        d.who = g.group();
        d.whoKnown = g.said();
        if (g.said() && g.from() >= 0)
            d.whoText = Optional.of(parse.text().words(g.from(), Math.max(g.to(), g.from() + 1)));
        return d;
    }

    static boolean fits(FigureRule rule, Phrase p, Groups.Group g) {
        if (!rule.groups().isEmpty() && !rule.groups().contains(g.group())) return false;
        if (p.quantity().isEmpty() && !rule.named() && !(rule.one() && single(p))) return false;
        boolean article =
                p.quantity().filter(q -> q.form() == Quantity.Form.ARTICLE).isPresent();
        if (article && (!rule.one() || g.kind() == Groups.Kind.EVENT && Antecedents.sum(p))) return false;
        return switch (g.kind()) {
            case PEOPLE, EVENT -> true;
            case NONE -> p.quantity().isPresent();
            case UNKNOWN -> rule.unknown();
            case THING -> false;
        };
    }

    /** One person by the noun's own form, in a language without articles ("arrested [a] suspect"). */
    static boolean single(Phrase p) {
        return !p.definite()
                && p.bare()
                && p.nouns().stream()
                        .anyMatch(
                                m -> m.sense().of("people") && m.sense().form().equals(ONE));
    }

    /** "21, 10 and 8 dead": a bare number of a list whose last member says what is counted. */
    private Optional<Draft> listed(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE) return Optional.empty();
        for (int i = p.index() + 1; i < parse.phrases().size() && NounFinder.joined(parse, i); i++) {
            Phrase next = parse.phrases().get(i);
            if (next.quantity()
                    .filter(q -> q.counts() && q.form() != Quantity.Form.ARTICLE)
                    .isEmpty()) return Optional.empty();
            Groups.Group whom = groups.of(parse, next);
            if (whom.kind() != Groups.Kind.NONE) return find(parse, next, whom).map(d -> draft(parse, p, whom, d.rule));
        }
        return Optional.empty();
    }
}
