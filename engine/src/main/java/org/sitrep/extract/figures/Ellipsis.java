package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Status;

/** Finds the figure of a counted phrase: by a rule, or, where the words leave out what is counted, from a figure before it. */
final class Ellipsis {
    /** Id of the preposition between a number and those of whom it counts some. */
    private static final String OF = "of";
    /** From here on a number is a scale word too, behind which "of" leads to what is counted ("a million of people"). */
    private static final long SCALE = 1000;

    private final Finder finder;
    private final Groups groups;
    private final Nesting nesting;
    private final Antecedents antecedents;
    private final Sums sums;
    private final Completion completion;

    Ellipsis(Finder finder, Groups groups, RuleBook book, Completion completion) {
        this.finder = finder;
        this.groups = groups;
        this.nesting = new Nesting(book);
        this.antecedents = new Antecedents(book);
        this.sums = new Sums(book);
        this.completion = completion;
    }

    /** The figure of {@code p}, complete. @param drafts those of the article so far, in text order */
    Optional<Draft> draft(Parse parse, Phrase p, Groups.Group g, List<Draft> drafts) {
        Optional<Clause> raised =
                g.kind() == Groups.Kind.NONE ? antecedents.raised(parse, p, drafts) : Optional.empty();
        if (raised.isPresent()) return Optional.of(total(parse, p, g, raised.get(), drafts.getLast()));
        // "At 104, up from 99 the day before, with 67 missing": the older number is of what the newer one counts.
        Optional<Draft> older = g.kind() == Groups.Kind.NONE ? set(parse, p, g, drafts) : Optional.empty();
        Optional<Draft> found = finder.find(parse, p, g)
                .filter(d -> older.isEmpty() || d.rule.pattern() instanceof FigureRule.WithNoun)
                .or(() -> older.filter(d -> d.status == Status.SUPERSEDED));
        // "Including a child" counts one of them; an article elsewhere counts nothing by itself.
        boolean article = p.quantity().get().form() == Quantity.Form.ARTICLE;
        boolean one = article && g.kind() == Groups.Kind.PEOPLE && nesting.included(parse, p);
        Optional<Draft> whole = article && !one ? Optional.empty() : nesting.whole(parse, p, drafts);
        if (whole.isEmpty() && found.isPresent() && found.get().rule.part()) whole = nesting.previous(parse, p, drafts);
        if (whole.isEmpty() && found.isPresent() && ofThem(parse, p)) whole = alike(found.get(), drafts);
        if (g.kind() == Groups.Kind.NONE && whole.isPresent() && found.isPresent() && shared(found.get(), whole.get()))
            found = Optional.of(inherit(parse, p, g, whole.get()));
        Optional<Draft> parent = whole;
        if (found.isEmpty() && whole.isPresent() && (g.kind() != Groups.Kind.UNKNOWN || Nesting.origin(parse, p)))
            found = Optional.of(inherit(parse, p, g, Nesting.others(p) ? drafts.getLast() : whole.get()));
        if (found.isEmpty()
                && (g.kind() == Groups.Kind.NONE || g.kind() == Groups.Kind.PEOPLE && antecedents.gapped(parse, p)))
            found = antecedents
                    .model(parse, p, drafts)
                    .map(m -> inherit(parse, p, g, m))
                    .or(() -> sums.total(parse, p, drafts).map(m -> reached(inherit(parse, p, g, m))));
        if (found.isEmpty()
                && nesting.added(parse, p, drafts)
                && (g.kind() == Groups.Kind.PEOPLE || g.kind() == Groups.Kind.NONE))
            found = Optional.of(added(inherit(parse, p, g, drafts.getLast())));
        if (found.isEmpty() && g.kind() == Groups.Kind.NONE) found = set(parse, p, g, drafts);
        if (found.isEmpty()) found = finder.alone(parse, p, g);
        found.ifPresent(d -> {
            if (parent.isPresent() && nesting.fits(parent.get(), d) && !d.increment) d.whole = parent;
            completion.complete(d, g, drafts);
            nesting.follow(d, drafts);
        });
        return found;
    }

    /** "<u>Two of the</u> bodies": a number of one to a few hundred before "of" takes its people out of those counted before. */
    private static boolean ofThem(Parse parse, Phrase p) {
        Quantity q = p.quantity().get();
        boolean numeral = q.form() == Quantity.Form.DIGITS || q.form() == Quantity.Form.WORDS;
        return numeral
                && q.to() < p.to()
                && parse.text()
                        .at(q.to(), "preposition")
                        .filter(m -> m.sense().id().equals(OF))
                        .isPresent()
                && q.amount().qualifier() == Qualifier.EXACT
                && q.amount().value().orElse(SCALE) < SCALE;
    }

    /** "The clinic took in 56 casualties, <u>twelve of them</u> minors": what the clause tells of both goes after the noun that counts the whole. */
    private static boolean shared(Draft part, Draft whole) {
        return whole.rule.pattern() instanceof FigureRule.WithNoun
                && part.clause
                        .filter(c ->
                                c.object().contains(part.phrase) && c.object().contains(whole.phrase)
                                        || c.subject().contains(part.phrase)
                                                && c.subject().contains(whole.phrase))
                        .isPresent();
    }

    /** The last count of the same measure in the passage. */
    private static Optional<Draft> alike(Draft d, List<Draft> drafts) {
        for (Draft e : drafts.reversed()) {
            if (e.parse.text() != d.parse.text()) break;
            if (e.measure.equals(d.measure)) return Optional.of(e);
        }
        return Optional.empty();
    }

    private static Draft reached(Draft d) {
        d.sum = true;
        for (Clause c : d.parse.clauses())
            if (c.object().contains(d.phrase) || c.oblique().contains(d.phrase))
                d.support(c.verb().from(), c.verb().to());
        return d;
    }

    private static Draft added(Draft d) {
        d.added = true;
        return d;
    }

    /** The total that an increment brings about: of the same people as the increment. */
    private Draft total(Parse parse, Phrase p, Groups.Group g, Clause raising, Draft added) {
        Draft d = inherit(parse, p, g, added);
        d.who = added.who;
        d.whoKnown = true;
        d.whoText = added.whoText;
        if (!added.increment) {
            added.increment = true;
            added.counts = Claim.Counts.INCREMENT;
        }
        if (d.amount.qualifier() == Qualifier.UP_TO) d.amount = d.amount.with(Qualifier.EXACT);
        d.support(raising.verb().from(), raising.verb().to());
        completion.complete(d, g, List.of());
        return d;
    }

    /** A bare number set against a count, or set off behind the people it counts. */
    private Optional<Draft> set(Parse parse, Phrase p, Groups.Group g, List<Draft> drafts) {
        Optional<Draft> against = antecedents.opposed(parse, p, drafts).map(m -> {
            Draft d = inherit(parse, p, g, m);
            d.status = Antecedents.negated(parse, p) ? Status.DENIED : Status.SUPERSEDED;
            d.who = m.who;
            d.whoKnown = true;
            return d;
        });
        return against.or(() ->
                antecedents.apposed(parse, p).flatMap(o -> finder.alone(parse, p, groups.of(parse, o))));
    }

    private Draft inherit(Parse parse, Phrase p, Groups.Group g, Draft model) {
        Draft d = new Draft(parse, p, model.rule);
        d.measure = model.measure;
        d.model = Optional.of(model);
        d.background = model.background;
        d.status = Antecedents.instead(parse, p, model) ? Status.ASSERTED : model.status;
        Optional<Phrase> predicate = nesting.copula(parse, p);
        Groups.Group whom = predicate.map(o -> groups.of(parse, o)).orElse(g);
        d.who = whom.said() ? whom.group() : Groups.PEOPLE;
        d.whoKnown = whom.said();
        if (whom.said()) d.whoText = Optional.of(parse.text().words(whom.from(), whom.to()));
        return d;
    }
}
