package org.sitrep.extract.figures;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.model.Status;

/**
 * Tells how a figure stands in its sentence: asserted, planned, denied, superseded … Word categories: {@code earlier} (id {@code next}:
 * the count that follows is an older one; {@code sentence}: the counts behind it are), {@code denial} (ids are statuses), {@code modal}.
 */
final class Standing {
    private static final int NEXT = 4;
    /** Tokens of the longest such word and what may part it from the number. */
    private static final int NO_LONGER = 6;

    /** Id of prepositions that give a reason as well: "may fade, as 300 are missing". */
    private static final String LIKE = "like";

    private final RuleBook book;
    private final Set<String> denying;
    private final Set<String> retracting;

    /** Reads which verbs deny and which take back: {@code clause: {denying: …, retracting: …}} of {@code pack.yaml}. */
    Standing(Pack pack, RuleBook book) {
        this.book = book;
        this.denying = Set.copyOf(pack.settings().at("clause").at("denying").texts());
        this.retracting =
                Set.copyOf(pack.settings().at("clause").at("retracting").texts());
    }

    Status of(Draft d) {
        if (d.rule.status().isPresent()) return d.rule.status().get();
        if (d.rule.pattern() instanceof FigureRule.Alone
                && d.parse.text().at(d.phrase.from(), "determiner").isPresent()) return Status.ASSERTED;
        Optional<Status> denied = denied(d);
        if (denied.isPresent()) return denied.get();
        if (earlier(d)) return Status.SUPERSEDED;
        Optional<Status> ahead = d.clause.flatMap(c -> ahead(d, c));
        Optional<Status> hoped = d.clause.or(() -> holding(d)).flatMap(c -> wished(d, c));
        // "Experts fear that 90 will die": a fate that is feared, or hangs on a condition, is no plan.
        boolean feared = hoped.filter(h -> h == Status.HYPOTHETICAL).isPresent() || conditional(d);
        if (ahead.isPresent()) return feared && !book.deed(d.measure) ? Status.HYPOTHETICAL : ahead.get();
        if (hoped.isPresent()) return hoped.get();
        Optional<Status> forecast = forecast(d);
        if (forecast.isPresent()) return forecast.get();
        // "Will investigate the murder of six monks and the two women": who has been counted so is dead whatever is
        // planned.
        boolean counted = d.phrase.governor() >= 0
                || d.parse.text().at(d.phrase.from(), "determiner").isPresent();
        // "Demand the release of 40 detainees": whom a noun calls so are so, even where it is a deed that made them.
        boolean called = d.rule.pattern() instanceof FigureRule.WithNoun n
                && n.relation() == FigureRule.Relation.OWN
                && d.phrase.governor() >= 0;
        boolean presupposed = d.clause.isEmpty() && (called || !book.deed(d.measure) && counted);
        return presupposed
                ? Status.ASSERTED
                : governing(d).flatMap(c -> plan(d, c)).orElse(Status.ASSERTED);
    }

    private Optional<Status> denied(Draft d) {
        boolean zero =
                d.phrase.quantity().map(q -> q.form() == Quantity.Form.ZERO).orElse(false);
        if (!zero && d.clause.isPresent() && d.clause.get().verb().negated() && !noLonger(d))
            return Optional.of(Status.DENIED);
        // "It was not 900 but 780": the number itself is denied.
        if (!zero && d.phrase.quantity().isPresent() && Antecedents.negated(d.parse, d.phrase) && !noLonger(d))
            return Optional.of(Status.DENIED);
        Parse parse = d.parse;
        if (!zero && equated(d) && !noLonger(d)) return Optional.of(Status.DENIED);
        for (Clause c : parse.clauses()) {
            if (c.verb().from() > d.phrase.from()
                    || c.verb().negated()
                    || d.phrase.from() - c.verb().to() > 12) continue;
            if (denying.contains(c.verb().lexeme())) return Optional.of(Status.DENIED);
            if (retracting.contains(c.verb().lexeme())) return Optional.of(Status.RETRACTED);
        }
        Text text = parse.text();
        for (int i = parse.sentence().from(); i < parse.sentence().to(); i++) {
            Optional<Match> m = text.at(i, "denial");
            if (m.isPresent())
                return Optional.of(Status.valueOf(m.get().sense().id().toUpperCase(Locale.ROOT)));
        }
        return Optional.empty();
    }

    /** "The toll is not of 12 dead but of 9": what a copula that is negated equates, right behind it. */
    private static boolean equated(Draft d) {
        for (Clause c : d.parse.clauses())
            if (c.verb().negated()
                    && c.verb().lexemes().isEmpty()
                    && c.verb().finite()
                    && (c.oblique().contains(d.phrase) || c.object().contains(d.phrase))
                    && d.phrase.from() >= c.verb().to()
                    && d.phrase.from() - c.verb().to() <= 1
                    && (!d.phrase.preposition().isEmpty() || d.phrase.head() < 0)) return true;
        return false;
    }

    /** "It is no longer 13": the negation right before the number makes it an older count and no false one. */
    private static boolean noLonger(Draft d) {
        Text text = d.parse.text();
        int core = d.phrase.quantity().map(Quantity::core).orElse(d.phrase.from());
        for (int i = Math.max(d.parse.sentence().from(), core - NO_LONGER); i < core; i++) {
            Optional<Match> m = text.at(i, "earlier");
            if (m.filter(x -> x.sense().id().equals("next") && x.to() <= core && x.to() >= core - 2)
                    .isPresent()) return true;
        }
        return false;
    }

    private static boolean earlier(Draft d) {
        Parse parse = d.parse;
        Text text = parse.text();
        int core = d.phrase.quantity().map(Quantity::core).orElse(d.phrase.from());
        for (int i = core - 1; i >= parse.sentence().from(); i--) {
            if (text.token(i).is(";")) return false;
            Optional<Match> m = text.at(i, "earlier");
            if (m.isEmpty()
                    || m.get().to() > core
                    || text.at(i, "hedge")
                            .filter(h -> h.length() > m.get().length())
                            .isPresent()) continue;
            if (m.get().sense().id().equals("sentence")) return true;
            if (d.phrase.from() - m.get().to() <= NEXT
                    && !counted(parse, m.get().to(), d.phrase.from())) return true;
        }
        return (d.phrase.preposition().equals("from") || paired(parse, d.phrase)) && changed(parse, d.phrase);
    }

    /** "von 12 auf 18", "de 12 a 18": two numbers in a row, each under its preposition. */
    static boolean paired(Parse parse, Phrase phrase) {
        if (phrase.bare() || phrase.index() + 1 >= parse.phrases().size()) return false;
        Phrase next = parse.phrases().get(phrase.index() + 1);
        return next.chunk() - phrase.chunk() == 2 && next.quantity().isPresent() && !next.bare();
    }

    private static boolean counted(Parse parse, int from, int to) {
        for (Phrase p : parse.phrases())
            if (p.quantity().isPresent()
                    && p.quantity().get().core() >= from
                    && p.quantity().get().core() < to) return true;
        return false;
    }

    /** "from 359 to 253": beside a verb of change, with another number in the sentence. */
    private static boolean changed(Parse parse, Phrase phrase) {
        boolean change = false;
        for (int i = parse.sentence().from(); i < parse.sentence().to() && !change; i++)
            change = parse.text().at(i, "change").isPresent();
        if (!change) return false;
        for (Phrase p : parse.phrases())
            if (p != phrase && p.quantity().isPresent() && p.quantity().get().counts()) return true;
        return false;
    }

    /** Whether the sentence holds a condition ("if the dam breaks, 400 will die"). */
    private static boolean conditional(Draft d) {
        for (Chunk k : d.parse.chunks()) if (k.kind() == Chunk.Kind.SUBORDINATOR && k.id().equals("if")) return true;
        return false;
    }

    private Optional<Status> ahead(Draft d, Clause c) {
        VerbGroup v = c.verb();
        if (v.marks().contains("hypothetical") || v.mood() == VerbGroup.Mood.CONDITIONAL && !book.deed(d.measure))
            return Optional.of(Status.HYPOTHETICAL);
        if (c.subordinator().equals("if")) return Optional.of(Status.HYPOTHETICAL);
        return plan(d, c);
    }

    private Optional<Status> plan(Draft d, Clause c) {
        VerbGroup v = c.verb();
        // Who asks for it or orders it has not yet done it, though the order itself is given.
        if (v.marks().contains("planned")
                || v.marks().contains("asked")
                || v.tense() == VerbGroup.Tense.FUTURE
                || v.mood() == VerbGroup.Mood.CONDITIONAL)
            return Optional.of(
                    book.deed(d.measure) || v.tense() == VerbGroup.Tense.FUTURE ? Status.PLANNED : Status.HYPOTHETICAL);
        if (v.mood() == VerbGroup.Mood.INFINITIVE
                && v.tense() != VerbGroup.Tense.PERFECT
                && book.deed(d.measure)
                && !v.marks().contains("phase")) return Optional.of(Status.PLANNED);
        if (v.marks().contains("hypothetical")) return Optional.of(Status.HYPOTHETICAL);
        return Optional.empty();
    }

    /** The clause that has a count of which a noun tells what befell it. */
    private static Optional<Clause> holding(Draft d) {
        return d.parse.clauses().stream()
                .filter(c -> c.subject().contains(d.phrase) || c.object().contains(d.phrase))
                .findFirst();
    }

    /**
     * "The toll should pass the 20,000 dead", "they expect the toll to rise above 300", "it is feared that the dead may be over 500": a
     * number that a toll may come to is foreseen, whatever article it takes, and stands for nobody yet.
     */
    private Optional<Status> forecast(Draft d) {
        if (d.phrase.quantity().isEmpty() || toll(d).isEmpty()) return Optional.empty();
        Phrase toll = toll(d).get();
        int from = d.parse.clauses().stream()
                .map(Clause::verb)
                .filter(v -> v.from() < toll.from() && opens(d.parse, v.to(), toll))
                .mapToInt(VerbGroup::from)
                .max()
                .orElse(toll.from());
        for (Clause c : d.parse.clauses()) {
            VerbGroup v = c.verb();
            boolean here = v.from() >= from && v.to() <= d.phrase.from();
            if (!here || !v.lexemes().isEmpty() && !book.equating(v.lexeme())) continue;
            boolean coming = v.marks().contains("planned")
                    || v.marks().contains("hypothetical")
                    || v.tense() == VerbGroup.Tense.FUTURE;
            if (coming && !v.negated() && bound(d, Math.max(v.to(), toll.to())))
                return Optional.of(Status.HYPOTHETICAL);
        }
        return Optional.empty();
    }

    /** Whether from token {@code at} on nothing but an infinitive leads to the count: no other verb, mark or clause. */
    private static boolean bound(Draft d, int at) {
        boolean verb = d.parse.clauses().stream()
                .anyMatch(c ->
                        c.verb().finite() && c.verb().from() >= at && c.verb().to() <= d.phrase.from());
        boolean clause = d.parse.chunks().stream()
                .anyMatch(k -> k.kind() == Chunk.Kind.SUBORDINATOR && k.from() >= at && k.to() <= d.phrase.from());
        return !verb && !clause && near(d.parse, at, d.phrase.from());
    }

    /** Whether what hangs on a verb that ends at {@code to} begins with {@code toll}: with nothing, or a word for "that", between. */
    private static boolean opens(Parse parse, int to, Phrase toll) {
        for (Chunk k : parse.chunks())
            if (k.from() >= to
                    && k.to() <= toll.from()
                    && k.kind() != Chunk.Kind.SUBORDINATOR
                    && k.kind() != Chunk.Kind.OTHER) return false;
        return true;
    }

    /** The noun of a toll before a number, of which it is the value. */
    private Optional<Phrase> toll(Draft d) {
        for (int i = d.phrase.index() - 1; i >= 0; i--) {
            Phrase p = d.parse.phrases().get(i);
            boolean valued = p.quantity().isEmpty()
                    && p.nouns().stream()
                            .anyMatch(m -> !book.noun(
                                            FigureRule.Relation.VALUE, m.sense().id())
                                    .isEmpty());
            if (valued) return Optional.of(p);
        }
        return Optional.empty();
    }

    /** "It is feared that 90 died": the verb before "that" tells how what follows stands. */
    private Optional<Status> wished(Draft d, Clause own) {
        Optional<Status> out = Optional.empty();
        for (Clause c : d.parse.clauses()) {
            boolean before = c != own
                    && c.verb().finite()
                    && c.verb().lexemes().isEmpty()
                    && c.verb().to() <= d.phrase.from()
                    && c.verb().to() < own.verb().from();
            int opens = before ? opened(d.parse, c.verb().to()) : -1;
            if (opens < 0 || !near(d.parse, opens, d.phrase.from())) continue;
            out = c.verb().marks().contains("hypothetical") && !book.deed(d.measure)
                    ? Optional.of(Status.HYPOTHETICAL)
                    : mark(d, c.verb());
        }
        return out;
    }

    /** Where the clause opens that a word, behind a comma perhaps, joins to the verb that ends before token {@code at}; -1 where none does. */
    private static int opened(Parse parse, int at) {
        int from = at;
        for (Chunk k : parse.chunks()) {
            if (k.from() == from && k.kind() == Chunk.Kind.COMMA) from = k.to();
            else if (k.from() == from && (k.kind() == Chunk.Kind.SUBORDINATOR || k.kind() == Chunk.Kind.RELATIVE))
                return k.to();
        }
        return -1;
    }

    private Optional<Status> mark(Draft d, VerbGroup v) {
        if (!v.marks().contains("planned") && !v.marks().contains("hypothetical")) return Optional.empty();
        return Optional.of(book.deed(d.measure) ? Status.PLANNED : Status.HYPOTHETICAL);
    }

    /** The finite clause that an infinitive, a gerund or a bare noun hangs on: the nearest verb before, or the one of which it is a part. */
    private static Optional<Clause> governing(Draft d) {
        if (d.clause.isPresent() && d.clause.get().verb().finite()) return Optional.empty();
        // "Two men wounded in the raid will be flown home": what a participle says of a subject has happened, whatever
        // comes; so has what it says of people of whom a noun tells ("demand the release of the 12 held").
        boolean done = d.clause
                .filter(c -> c.verb().mood() == VerbGroup.Mood.PARTICIPLE)
                .filter(c -> d.phrase.governor() >= 0
                        || d.parse.clauses().stream()
                                .anyMatch(o -> o.verb().finite()
                                        && o.verb().from() >= c.verb().to()
                                        && o.subject().contains(d.phrase)))
                .isPresent();
        if (done) return Optional.empty();
        Optional<Clause> best = Optional.empty();
        for (Clause c : d.parse.clauses()) {
            if (!c.verb().finite()) continue;
            boolean holds = c.subject().contains(d.phrase)
                    || c.object().contains(d.phrase)
                    || c.oblique().contains(d.phrase) && !d.phrase.preposition().equals(LIKE);
            if (holds
                    || d.clause.isPresent()
                            && c.verb().to() <= d.clause.get().verb().from()
                            && near(
                                    d.parse,
                                    c.verb().to(),
                                    d.clause.get().verb().from())) best = Optional.of(c);
        }
        return best;
    }

    private static boolean near(Parse parse, int from, int to) {
        for (Chunk k : parse.chunks())
            if (k.from() >= from
                    && k.to() <= to
                    && (k.kind() == Chunk.Kind.COMMA || k.kind() == Chunk.Kind.STOP || k.kind() == Chunk.Kind.COLON))
                return false;
        return true;
    }
}
