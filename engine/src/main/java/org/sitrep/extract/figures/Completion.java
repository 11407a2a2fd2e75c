package org.sitrep.extract.figures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Status;

/** What the words around a figure add to it: who is meant, how it is hedged, how it stands, what its number was read from. */
final class Completion {
    /** Chunks between two counts that "and" joins: a verb and the word itself. */
    private static final int GAP = 3;

    private final RuleBook book;
    private final Groups groups;
    private final Restrictions restrictions;
    private final Standing standing;

    Completion(Pack pack, RuleBook book, Groups groups) {
        this.book = book;
        this.groups = groups;
        this.restrictions = new Restrictions(pack);
        this.standing = new Standing(pack, book);
    }

    /** What the words around add: who is meant, how it stands, what a number was read from. */
    void complete(Draft d, Groups.Group g, List<Draft> drafts) {
        Quantity q = d.phrase.quantity().get();
        besides(d, drafts);
        if (!d.whoKnown && g.kind() == Groups.Kind.NONE) predicate(d);
        if (!d.whoKnown && g.kind() == Groups.Kind.EVENT) said(d);
        if (!d.whoKnown && (g.kind() == Groups.Kind.NONE || g.kind() == Groups.Kind.EVENT)) among(d, g);
        if (!d.whoKnown && g.kind() == Groups.Kind.NONE && d.rule.pattern() instanceof FigureRule.InClause)
            context(d, drafts);
        if (q.others() && !d.whoKnown) context(d, drafts);
        d.added |= q.others()
                && !d.increment
                && !drafts.isEmpty()
                && drafts.getLast().measure.equals(d.measure);
        if (!d.whoKnown && g.kind() == Groups.Kind.EVENT) alongside(d, drafts);
        hedges(d, drafts);
        exceeded(d, drafts);
        same(d, drafts);
        if (d.who.equals("force")) d.who = "soldiers";
        if (q.form() == Quantity.Form.ZERO) d.valueFrom = Optional.of(Claim.ValueFrom.NEGATION);
        if (q.form() == Quantity.Form.ARTICLE) d.valueFrom = Optional.of(Claim.ValueFrom.ENUMERATION);
        if (q.form() == Quantity.Form.SAME) anaphora(d, q);
        if (d.status == Status.ASSERTED) d.status = standing.of(d);
        d.background |= d.rule.background();
        if (book.restricted(d.measure)) d.scopeText = restrictions.of(d);
        d.stock = book.behaviour(d.measure).equals("stock");
        d.counts = d.increment
                ? Claim.Counts.INCREMENT
                : switch (book.behaviour(d.measure)) {
                    case "stock" -> Claim.Counts.PRESENT_STOCK;
                    case "flow" -> Claim.Counts.IN_PERIOD;
                    default -> Claim.Counts.TOTAL_TO_DATE;
                };
    }

    /** Hedges that stand behind the noun ("164 dead at least") or before the first of a list that shares its verb. */
    private static void hedges(Draft d, List<Draft> drafts) {
        Quantity q = d.phrase.quantity().get();
        if (d.amount.value().isEmpty() || d.amount.qualifier() != Qualifier.EXACT) return;
        Optional<Match> after = d.phrase.to() < d.parse.sentence().to()
                ? d.parse.text().at(d.phrase.to(), "hedge_after")
                : Optional.empty();
        if (after.isPresent() && d.phrase.to() > q.to()) {
            d.amount = d.amount.with(Qualifier.valueOf(after.get().sense().id().toUpperCase(Locale.ROOT)));
            d.support(d.phrase.from(), after.get().to());
        } else if (!drafts.isEmpty()
                && (d.clause.isPresent()
                        || drafts.getLast().parse == d.parse && NounFinder.joined(d.parse, d.phrase.index()))
                && drafts.getLast().clause.equals(d.clause)
                && drafts.getLast().phrase.index() == d.phrase.index() - 1
                && drafts.getLast().amount.qualifier() == Qualifier.AT_LEAST
                && q.form() != Quantity.Form.ARTICLE) {
            d.amount = d.amount.with(Qualifier.AT_LEAST);
        }
    }

    /** "The dead, 225, <u>exceed the</u> 164 admitted on Monday": what a larger count of this sentence or the one before exceeds is an older count, and exact. */
    private static void exceeded(Draft d, List<Draft> drafts) {
        Quantity q = d.phrase.quantity().get();
        boolean definite = q.core() > d.parse.sentence().from()
                && d.parse.text().at(q.core() - 1, "determiner").isPresent();
        if (d.amount.qualifier() != Qualifier.MORE_THAN || d.amount.value().isEmpty() || !definite) return;
        for (Draft e : drafts)
            if (e.parse.text() == d.parse.text()
                    && e.parse.sentence().to() >= d.parse.sentence().from() - 1
                    && e.phrase.from() < d.phrase.from()
                    && e.measure.equals(d.measure)
                    && e.amount.value().orElse(0) > d.amount.value().getAsLong()) {
                d.amount = d.amount.with(Qualifier.EXACT);
                d.status = Status.SUPERSEDED;
            }
    }

    /** "Killed 12 and wounded another 50": more than none of the same fate was told before, so nothing is added to it. */
    private static void besides(Draft d, List<Draft> drafts) {
        boolean here = !drafts.isEmpty() && drafts.getLast().parse == d.parse;
        if (!d.increment || !here || d.model.isPresent()) return;
        boolean added = drafts.stream()
                .anyMatch(e -> e.measure.equals(d.measure)
                        && e.parse.text() == d.parse.text()
                        && e.parse.sentence().to() >= d.parse.sentence().from() - 1);
        if (!added && !drafts.getLast().measure.equals(d.measure)) d.increment = false;
    }

    /** "Eleven of the dead were children": what a copula makes of people counted by their fate. */
    private void said(Draft d) {
        for (Clause c : d.parse.clauses()) {
            boolean copula = c.verb().lexemes().isEmpty()
                    && c.verb().finite()
                    && c.subject().contains(d.phrase);
            for (Phrase o : copula ? c.object() : List.<Phrase>of()) {
                Groups.Group whom = groups.of(d.parse, o);
                if (whom.kind() != Groups.Kind.PEOPLE
                        || !whom.said()
                        || o.quantity().isPresent()) continue;
                d.who = whom.group();
                d.whoKnown = true;
                d.whoText = Optional.of(d.parse.text().words(whom.from(), whom.to()));
                return;
            }
        }
    }

    /** "Two of them policemen": the people right behind the word of nesting tell who. */
    private void predicate(Draft d) {
        List<Chunk> chunks = d.parse.chunks();
        int after = d.phrase.chunk() + 1;
        if (after + 1 >= chunks.size()
                || chunks.get(after).kind() != Chunk.Kind.INCLUDING
                || chunks.get(after + 1).kind() != Chunk.Kind.PHRASE) return;
        Phrase said = d.parse.phrases().get(chunks.get(after + 1).ref());
        for (Match m : said.nouns())
            for (FigureRule rule :
                    book.noun(FigureRule.Relation.AFTER, m.sense().id()))
                if (book.holds(d.measure, rule.finds())) d.measure = rule.finds();
        Groups.Group next = groups.of(d.parse, said);
        if (!next.said() || next.kind() != Groups.Kind.PEOPLE) return;
        d.who = next.group();
        d.whoKnown = true;
    }

    /**
     * "Among the police 18 died": the people named before tell who. So they do for fates counted as nouns where they stand with a noun of
     * loss: "casualties among the police rise to 18 dead and 60 wounded".
     */
    private static void among(Draft d, Groups.Group g) {
        for (Phrase o : d.parse.phrases()) {
            if (o.index() >= d.phrase.index()
                    || !o.preposition().equals("among")
                    || o.quantity().isPresent()
                    || o.noun("people").isEmpty()) continue;
            boolean loss = o.index() > 0
                    && d.parse.phrases().get(o.index() - 1).noun("noun").isPresent();
            if (g.kind() == Groups.Kind.EVENT && !loss) continue;
            d.who = o.noun("people").get().sense().id();
            d.whoText = Optional.of(d.parse.text().words(o.head(), o.to()));
            d.whoKnown = true;
        }
    }

    /** "The 46 victims": the same number, told before more exactly, tells what became of them. */
    private void same(Draft d, List<Draft> drafts) {
        if (d.amount.value().isEmpty()
                || d.parse.text().at(d.phrase.from(), "determiner").isEmpty()) return;
        for (Draft e : drafts.reversed())
            if (!e.measure.equals(d.measure)
                    && book.holds(d.measure, e.measure)
                    && e.amount.value().equals(d.amount.value())) {
                d.measure = e.measure;
                return;
            }
    }

    /** A count without a noun is of the people counted just before; one man by his name or office is no kind of people. */
    private void context(Draft d, List<Draft> drafts) {
        Optional<Phrase> side = d.model.flatMap(m -> Antecedents.side(d.parse, d.phrase, m));
        if (side.isPresent()) {
            Groups.Group beside = groups.of(d.parse, side.get());
            d.who = beside.kind() == Groups.Kind.PEOPLE ? beside.group() : Groups.PEOPLE;
            return;
        }
        for (Phrase o : d.parse.completing(d.phrase)) {
            Groups.Group whole = groups.of(d.parse, o);
            if (whole.kind() != Groups.Kind.PEOPLE || !whole.said()) continue;
            d.who = whole.group();
            return;
        }
        if (drafts.isEmpty() || drafts.getLast().phrase.quantity().isEmpty()) return;
        Draft before = drafts.getLast();
        boolean near = before.parse == d.parse
                || before.parse.text() == d.parse.text()
                        && before.parse.sentence().to() >= d.parse.sentence().from() - 1;
        if (near) d.who = before.whole.filter(w -> !w.measure.equals(d.measure)).orElse(before).who;
    }

    /** "26 gunmen had been killed and 18 wounded": another fate right behind "and" befell people of the same kind. */
    private static void alongside(Draft d, List<Draft> drafts) {
        if (drafts.isEmpty()
                || drafts.getLast().parse != d.parse
                || drafts.getLast().measure.equals(d.measure)) return;
        Draft before = drafts.getLast();
        int gap = d.phrase.chunk() - before.phrase.chunk();
        boolean joined = d.phrase.chunk() > 0
                && d.parse.chunks().get(d.phrase.chunk() - 1).is(Chunk.Kind.CONJUNCTION);
        boolean kind = !before.who.equals("children") && !before.who.equals("women");
        boolean passive = before.clause
                .filter(c -> c.verb().finite() && c.verb().voice() == VerbGroup.Voice.PASSIVE)
                .isPresent();
        if (joined && passive && gap <= GAP && kind && before.whole.isEmpty()) d.who = before.who;
    }

    private static void anaphora(Draft d, Quantity q) {
        d.valueFrom = Optional.of(Claim.ValueFrom.ANAPHORA);
        for (Phrase p : d.parse.phrases())
            if (p.to() <= q.from()
                    && p.quantity()
                            .map(Quantity::amount)
                            .map(Amount::key)
                            .filter(k -> k.equals(q.amount().key()))
                            .isPresent())
                d.antecedent = Optional.of(d.parse
                        .text()
                        .span(p.quantity().get().from(), p.quantity().get().to()));
    }
}
