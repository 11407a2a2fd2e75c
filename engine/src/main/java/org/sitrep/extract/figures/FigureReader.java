package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Span;

/** Reads the figures of one language's sentences. Safe for use by several threads. */
public final class FigureReader {
    private static final Set<String> DEEDS =
            Set.of("deployed", "withdrawn", "evacuated", "charged", "detained", "rescued");
    private final RuleBook book;
    private final Restrictions restrictions;
    private final Groups groups;
    private final Finder finder;
    private final Nesting nesting;
    private final Standing standing;

    /** @throws org.sitrep.language.PackError for a wrong rule, naming file and line */
    public FigureReader(Packs packs, Pack pack) {
        this.book = new RuleBook(packs, pack);
        this.groups = new Groups(pack);
        this.finder = new Finder(book, groups);
        this.nesting = new Nesting(book);
        this.restrictions = new Restrictions(pack);
        this.standing = new Standing(
                DEEDS, Set.copyOf(pack.settings().at("clause").at("denying").texts()));
    }

    /** A number that became no figure, and why. */
    public record Refusal(Span span, String reason, String rule) {}

    /** Whether a sentence without any numeral may still tell of people ("a policeman was killed"). */
    public boolean promising(Text text, Text.Sentence s) {
        for (int i = s.from(); i < s.to(); i++)
            for (Match m : text.matches().get(i))
                if ((m.sense().of("verb") || m.sense().of("noun"))
                        && book.single(m.sense().id())) return true;
        return false;
    }

    /**
     * Adds the figures of a sentence to {@code drafts}, those of the article so far in text order.
     *
     * @param times what the sentence says of time
     */
    void read(Parse parse, List<Moment> times, List<Draft> drafts, List<Refusal> refused) {
        for (Phrase p : parse.phrases()) {
            if (p.quantity().isEmpty()) {
                finder.find(parse, p, groups.of(parse, p))
                        .filter(d -> Finder.single(p) || d.rule.named() && one(parse, p, d))
                        .ifPresent(d -> {
                            d.valueFrom = Optional.of(Claim.ValueFrom.ENUMERATION);
                            keep(d, drafts, refused);
                        });
                continue;
            }
            Quantity q = p.quantity().get();
            Groups.Group g = groups.of(parse, p);
            Optional<String> reason = refusal(parse, p, q, g);
            if (reason.isPresent()) {
                if (q.form() != Quantity.Form.ARTICLE)
                    refused.add(new Refusal(span(parse, p), reason.get(), "number." + reason.get()));
                continue;
            }
            Optional<Draft> d = draft(parse, p, g, drafts);
            if (d.isPresent()) keep(d.get(), drafts, refused);
            else if (q.form() != Quantity.Form.ARTICLE) refused.add(new Refusal(span(parse, p), why(g), "figure.none"));
        }
    }

    private static Span span(Parse parse, Phrase p) {
        return parse.text().span(p.from(), p.to());
    }

    private static String why(Groups.Group g) {
        return switch (g.kind()) {
            case PEOPLE, EVENT -> "people of whom nothing countable is told";
            case UNKNOWN -> "no people as far as the words tell";
            case NONE -> "a number without anything counted";
            case THING -> g.group();
        };
    }

    private Optional<String> refusal(Parse parse, Phrase p, Quantity q, Groups.Group g) {
        return switch (q.form()) {
            case FRACTION -> Optional.of("share");
            case DECIMAL -> Optional.of("measure");
            case ORDINAL -> Optional.of("ordinal");
            case AGE -> Optional.of("age");
            default -> g.kind() == Groups.Kind.THING ? Optional.of(g.group()) : neighbour(parse, p, q);
        };
    }

    /** Marks right beside the number that make it something else: "$5", "80 %", "No. 7", "10:37". */
    private static Optional<String> neighbour(Parse parse, Phrase p, Quantity q) {
        Text text = parse.text();
        if (q.form() != Quantity.Form.DIGITS) return Optional.empty();
        int before = q.core() - 1;
        if (before >= parse.sentence().from()) {
            if ("$€£¥#№".contains(text.token(before).form()))
                return Optional.of(
                        text.token(before).is("#") || text.token(before).is("№") ? "label" : "money");
            if (text.token(before).word()
                    && !text.token(before).unspaced()
                    && text.token(q.core()).glued()) return Optional.of("label");
            if (":/.".contains(text.token(before).form())
                    && text.token(before).glued()
                    && text.token(q.core()).glued()) return Optional.of("time");
            if (text.at(before, "label").isPresent() && !verb(parse, before)) return Optional.of("label");
        }
        if (q.to() < parse.sentence().to()) {
            if ("$€£¥%".contains(text.token(q.to()).form()))
                return Optional.of(text.token(q.to()).is("%") ? "share" : "money");
            boolean glued = text.token(q.to()).glued()
                    && q.to() + 1 < parse.sentence().to()
                    && text.token(q.to() + 1).glued()
                    && text.token(q.to() + 1).number();
            if (glued && ":/.".contains(text.token(q.to()).form())) return Optional.of("time");
            Token next = text.token(q.to());
            if (next.word() && next.glued() && !next.unspaced() && p.head() < 0) return Optional.of("label");
        }
        return Optional.empty();
    }

    private static boolean verb(Parse parse, int token) {
        for (Chunk k : parse.chunks())
            if (k.kind() == Chunk.Kind.VERB && k.from() <= token && token < k.to()) return true;
        return false;
    }

    private Optional<Draft> draft(Parse parse, Phrase p, Groups.Group g, List<Draft> drafts) {
        Optional<Draft> found = finder.find(parse, p, g);
        Optional<Draft> whole =
                p.quantity().get().form() == Quantity.Form.ARTICLE ? Optional.empty() : nesting.whole(parse, p, drafts);
        if (whole.isEmpty() && found.isPresent() && found.get().rule.part()) whole = nesting.previous(parse, p, drafts);
        Optional<Draft> parent = whole;
        if (found.isEmpty() && whole.isPresent() && g.kind() != Groups.Kind.UNKNOWN)
            found = Optional.of(inherit(parse, p, g, Nesting.others(p) ? drafts.getLast() : whole.get()));
        if (found.isEmpty() && g.kind() == Groups.Kind.NONE)
            found = nesting.model(parse, p, drafts)
                    .or(() -> nesting.total(parse, p, drafts))
                    .map(m -> inherit(parse, p, g, m));
        if (found.isEmpty()
                && nesting.added(parse, p, drafts)
                && (g.kind() == Groups.Kind.PEOPLE || g.kind() == Groups.Kind.NONE))
            found = Optional.of(inherit(parse, p, g, drafts.getLast()));
        if (found.isEmpty()) found = finder.alone(parse, p, g);
        found.ifPresent(d -> {
            if (parent.isPresent() && nesting.fits(parent.get(), d) && !d.increment) d.whole = parent;
            complete(d, g, drafts);
        });
        return found;
    }

    private Draft inherit(Parse parse, Phrase p, Groups.Group g, Draft model) {
        Draft d = new Draft(parse, p, model.rule);
        d.measure = model.measure;
        d.background = model.background;
        d.status = model.status;
        Optional<Phrase> predicate = nesting.copula(parse, p);
        Groups.Group whom = predicate.map(o -> groups.of(parse, o)).orElse(g);
        d.who = whom.said() ? whom.group() : Groups.PEOPLE;
        d.whoKnown = whom.said();
        if (whom.said()) d.whoText = Optional.of(parse.text().words(whom.from(), whom.to()));
        return d;
    }

    /** What the words around add: who is meant, how it stands, what a number was read from. */
    private void complete(Draft d, Groups.Group g, List<Draft> drafts) {
        Quantity q = d.phrase.quantity().get();
        if (!d.whoKnown && g.kind() == Groups.Kind.NONE) predicate(d);
        if (!d.whoKnown && g.kind() == Groups.Kind.NONE) among(d);
        if (!d.whoKnown && g.kind() == Groups.Kind.NONE && d.rule.pattern() instanceof FigureRule.InClause)
            context(d, drafts);
        if (q.others() && !d.whoKnown) context(d, drafts);
        hedges(d, drafts);
        same(d, drafts);
        if (d.who.equals("force")) d.who = "soldiers";
        if (q.form() == Quantity.Form.ZERO) d.valueFrom = Optional.of(Claim.ValueFrom.NEGATION);
        if (q.form() == Quantity.Form.ARTICLE) d.valueFrom = Optional.of(Claim.ValueFrom.ENUMERATION);
        if (q.form() == Quantity.Form.SAME) anaphora(d, q);
        if (d.status == org.sitrep.model.Status.ASSERTED) d.status = standing.of(d);
        d.background |= d.rule.background();
        if (book.restricted(d.measure)) d.scopeText = restrictions.of(d);
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
            d.amount = d.amount.with(Qualifier.valueOf(after.get().sense().id().toUpperCase(java.util.Locale.ROOT)));
            d.support(d.phrase.from(), after.get().to());
        } else if (!drafts.isEmpty()
                && d.clause.isPresent()
                && drafts.getLast().clause.equals(d.clause)
                && drafts.getLast().phrase.index() == d.phrase.index() - 1
                && drafts.getLast().amount.qualifier() == Qualifier.AT_LEAST
                && q.form() != Quantity.Form.ARTICLE) {
            d.amount = d.amount.with(Qualifier.AT_LEAST);
        }
    }

    /** "Two of them policemen": the people right behind the word of nesting tell who. */
    private void predicate(Draft d) {
        List<Chunk> chunks = d.parse.chunks();
        int after = d.phrase.chunk() + 1;
        if (after + 1 >= chunks.size()
                || chunks.get(after).kind() != Chunk.Kind.INCLUDING
                || chunks.get(after + 1).kind() != Chunk.Kind.PHRASE) return;
        Groups.Group next =
                groups.of(d.parse, d.parse.phrases().get(chunks.get(after + 1).ref()));
        if (!next.said() || next.kind() != Groups.Kind.PEOPLE) return;
        d.who = next.group();
        d.whoKnown = true;
    }

    /** "Among the police 18 died": the people named before tell who. */
    private static void among(Draft d) {
        for (Phrase o : d.parse.phrases()) {
            if (o.index() >= d.phrase.index()
                    || !o.preposition().equals("among")
                    || o.quantity().isPresent()
                    || o.noun("people").isEmpty()) continue;
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

    /** A count without a noun is of the people counted just before. */
    private static void context(Draft d, List<Draft> drafts) {
        if (drafts.isEmpty()) return;
        Draft before = drafts.getLast();
        boolean near = before.parse == d.parse
                || before.parse.text() == d.parse.text()
                        && before.parse.sentence().to() >= d.parse.sentence().from() - 1;
        if (near) d.who = before.who;
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

    private void keep(Draft d, List<Draft> drafts, List<Refusal> refused) {
        if (d.rule.finds().isEmpty()) refused.add(new Refusal(span(d.parse, d.phrase), d.rule.refuses(), d.rule.id()));
        else drafts.add(d);
    }

    /** Whether a phrase without a number is one person: a name, or a known person, by a singular verb or by no plural of its own. */
    private boolean one(Parse parse, Phrase p, Draft d) {
        boolean person = p.noun("people").isPresent() && p.definite() || name(parse, p);
        if (!person) return false;
        boolean subject = d.clause.isPresent() && d.clause.get().subject().contains(p);
        return subject ? singular(parse.text(), d.clause.get()) : !groups.plural(parse.text(), p);
    }

    private static boolean singular(Text text, Clause c) {
        for (int i = c.verb().from(); i < c.verb().to(); i++)
            if (text.at(i, "singular").isPresent()) return true;
        return false;
    }

    private static boolean name(Parse parse, Phrase p) {
        return p.head() >= 0
                && p.noun("thing").isEmpty()
                && (parse.text().shouting() || parse.text().token(p.to() - 1).capital());
    }
}
