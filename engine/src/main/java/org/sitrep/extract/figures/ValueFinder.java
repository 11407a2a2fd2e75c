package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.figures.FigureRule.InClause;
import org.sitrep.extract.figures.FigureRule.Relation;
import org.sitrep.language.Match;
import org.sitrep.model.Qualifier;

/** Finds bare numbers that are the value of a noun: "the death toll rose to 225", "put at 164 the dead". */
final class ValueFinder {
    private static final int VALUE_REACH = 14;
    /** Id of nouns that say of nothing how many it is. */
    private static final String NUMBER = "number";

    private final RuleBook book;
    private final Groups groups;

    ValueFinder(RuleBook book, Groups groups) {
        this.book = book;
        this.groups = groups;
    }

    /** "put at 164 the dead", "are now 49 the dead": a bare number behind a verb of amounting, before the noun whose value it is. */
    Optional<Draft> ahead(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE || p.quantity().isEmpty()) return Optional.empty();
        Optional<Draft> d =
                (amounting(parse, p) ? valueOf(parse, p, g) : Optional.<Draft>empty()).or(() -> raised(parse, p, g));
        d.ifPresent(x -> x.sum = true);
        return d;
    }

    /** "Dead: 15, injured: 48": the noun before a colon goes before the participle that opens the next entry. */
    Optional<Draft> heading(Parse parse, Phrase p, Groups.Group g) {
        int colon = p.chunk() - 1;
        boolean entry = p.quantity().isPresent()
                && g.kind() == Groups.Kind.NONE
                && p.bare()
                && colon > 0
                && parse.chunks().get(colon).is(Chunk.Kind.COLON)
                && parse.chunks().get(colon - 1).is(Chunk.Kind.PHRASE);
        if (!entry) return Optional.empty();
        Phrase head = parse.phrases().get(parse.chunks().get(colon - 1).ref());
        boolean opens = colon == 1
                || parse.chunks().get(colon - 2).is(Chunk.Kind.COMMA)
                || parse.chunks().get(colon - 2).is(Chunk.Kind.STOP);
        return opens && head.quantity().isEmpty() ? value(parse, p, g) : Optional.empty();
    }

    private Optional<Draft> valueOf(Parse parse, Phrase p, Groups.Group g) {
        Optional<Phrase> next = NounFinder.following(parse, p).filter(n -> n.definite() && n.bare());
        if (next.isEmpty()) return Optional.empty();
        Groups.Group whom = groups.of(parse, next.get());
        Optional<FigureRule> numbered = numbered(parse, next.get())
                .filter(r -> next.get()
                        .noun("noun")
                        .filter(m -> m.sense().id().equals(NUMBER))
                        .isPresent())
                .filter(r -> Finder.fits(r, p, g));
        if (numbered.isPresent()) return Optional.of(counting(parse, p, next.get(), numbered.get()));
        if (whom.kind() == Groups.Kind.PEOPLE) return people(parse, p, next.get(), whom);
        for (Match m : next.get().nouns())
            for (Relation relation : List.of(Relation.OWN, Relation.VALUE))
                for (FigureRule rule : book.noun(relation, m.sense().id())) {
                    if (!Finder.fits(rule, p, g)) continue;
                    Draft d = Finder.draft(parse, p, whom, rule);
                    d.support(next.get().from(), next.get().to());
                    return Optional.of(d);
                }
        return Optional.empty();
    }

    /** "Are 30 the people killed", "200,000 the marchers today": by what is told of the people, else by who they are. */
    private Optional<Draft> people(Parse parse, Phrase p, Phrase counted, Groups.Group whom) {
        for (Clause c : parse.clauses())
            for (String lexeme : c.verb().lexemes().reversed())
                for (FigureRule rule : book.verb(lexeme))
                    if (rule.pattern() instanceof InClause in
                            && Finder.fits(rule, p, whom)
                            && VerbFinder.role(parse, in, c, counted)) {
                        Draft d = Finder.draft(parse, p, whom, rule);
                        d.clause = Optional.of(c);
                        d.support(
                                counted.from(), Math.max(counted.to(), c.verb().to()));
                        return Optional.of(d);
                    }
        for (FigureRule rule : book.alone())
            if (Finder.fits(rule, p, whom)) {
                Draft d = Finder.draft(parse, p, whom, rule);
                d.support(counted.from(), counted.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    /** "Put at 24 the number of people killed": the noun of number and what completes it tell of whom. */
    private Draft counting(Parse parse, Phrase p, Phrase number, FigureRule rule) {
        Groups.Group whom = groups.of(parse, number);
        Phrase last = number;
        for (Phrase c : parse.completing(number)) {
            whom = groups.of(parse, c);
            last = c;
        }
        Draft d = Finder.draft(parse, p, whom, rule);
        d.support(number.from(), last.to());
        return d;
    }

    /** "To 13 rose the number of dead": the value before the verb of amounting, the noun right behind it. */
    private Optional<Draft> raised(Parse parse, Phrase p, Groups.Group g) {
        int verb = Neighbours.skip(parse, p.chunk(), 1);
        // What says "to" before the number may be read as its hedge, "up to".
        boolean upTo = p.quantity().get().amount().qualifier() == Qualifier.UP_TO;
        if (p.bare() && !upTo || Neighbours.kind(parse, verb) != Chunk.Kind.VERB) return Optional.empty();
        VerbGroup amounts = parse.verbs().get(parse.chunks().get(verb).ref());
        int noun = Neighbours.skip(parse, verb, 1);
        if (!book.equating(amounts.lexeme()) || Neighbours.kind(parse, noun) != Chunk.Kind.PHRASE)
            return Optional.empty();
        Phrase head = parse.phrases().get(parse.chunks().get(noun).ref());
        for (Match m : head.quantity().isEmpty() ? head.nouns() : List.<Match>of())
            for (FigureRule rule : book.noun(Relation.VALUE, m.sense().id())) {
                if (!Finder.fits(rule, p, g)) continue;
                Draft d = Finder.draft(parse, p, groups.of(parse, head), rule);
                if (upTo) d.amount = d.amount.with(Qualifier.EXACT);
                d.support(head.from(), head.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    private boolean amounting(Parse parse, Phrase p) {
        for (int c = p.chunk() - 1; c >= 0; c--) {
            Chunk k = parse.chunks().get(c);
            if (k.kind() == Chunk.Kind.STOP || k.kind() == Chunk.Kind.COLON || k.kind() == Chunk.Kind.COMMA)
                return opens(parse, c + 1, p);
            if (k.kind() != Chunk.Kind.VERB) continue;
            VerbGroup verb = parse.verbs().get(k.ref());
            return verb.lexeme().isEmpty() || book.equating(verb.lexeme());
        }
        return opens(parse, 0, p);
    }

    /** "Otto i morti": a headline leaves out the copula between a number that opens it and the noun. */
    private static boolean opens(Parse parse, int from, Phrase p) {
        for (int c = from; c < p.chunk(); c++) if (parse.chunks().get(c).kind() != Chunk.Kind.OTHER) return false;
        return true;
    }

    /** "the death toll rose to 225", "to 225 people": a number that is the value of a noun before it. */
    Optional<Draft> value(Parse parse, Phrase p, Groups.Group g) {
        boolean people = g.kind() == Groups.Kind.PEOPLE && g.group().equals(Groups.PEOPLE);
        if (!people && g.kind() != Groups.Kind.NONE || p.quantity().get().form() == Quantity.Form.ARTICLE)
            return Optional.empty();
        if (differs(parse, p) || nested(parse, p) || itemised(parse, p)) return Optional.empty();
        for (int i = p.index() - 1; i >= 0; i--) {
            Phrase head = parse.phrases().get(i);
            if (p.from() - head.to() > VALUE_REACH) return Optional.empty();
            Optional<Draft> told = told(parse, head, p, g);
            if (told.isPresent()) return told;
            Optional<FigureRule> rule = valued(parse, head, p);
            if (rule.isEmpty() || !Finder.fits(rule.get(), p, g) || people && !equated(parse, head, p)) continue;
            Draft d = Finder.draft(parse, p, g, rule.get());
            Groups.Group whom = groups.of(parse, head);
            for (Phrase c : parse.completing(head))
                if (groups.of(parse, c).kind() == Groups.Kind.PEOPLE) whom = groups.of(parse, c);
            d.who = whom.said() ? whom.group() : Groups.PEOPLE;
            d.whoKnown = whom.said();
            if (whom.said()) d.whoText = Optional.of(parse.text().words(whom.from(), whom.to()));
            d.support(head.from(), head.to());
            return Optional.of(d);
        }
        return Optional.empty();
    }

    /** "The toll is 12 dead and 30 wounded, of whom five …": a part of what stands before, and no value of the noun. */
    private static boolean nested(Parse parse, Phrase p) {
        return Neighbours.kind(parse, Neighbours.skip(parse, p.chunk(), -1)) == Chunk.Kind.INCLUDING
                || Neighbours.kind(parse, Neighbours.skip(parse, p.chunk(), 1)) == Chunk.Kind.INCLUDING;
    }

    /** "The toll is 15 dead, 30 hurt and 4 …": the last item of a list of fates counts something of its own. */
    private static boolean itemised(Parse parse, Phrase p) {
        if (p.index() == 0 || !NounFinder.joined(parse, p.index())) return false;
        Phrase before = parse.phrases().get(p.index() - 1);
        return before.quantity().filter(Quantity::counts).isPresent()
                && before.noun("noun").isPresent();
    }

    /** "The people arrested are 40": what a participle tells of people whom a copula counts. */
    private Optional<Draft> told(Parse parse, Phrase head, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE
                || !p.bare()
                || !head.definite()
                || head.quantity().isPresent()
                || head.noun("people").isEmpty()) return Optional.empty();
        for (Clause c : parse.clauses()) {
            boolean participle = c.verb().mood() == VerbGroup.Mood.PARTICIPLE
                    && c.patient().contains(head)
                    && c.verb().to() <= p.from();
            if (!participle || !counted(parse, c, p)) continue;
            for (FigureRule rule : book.verb(c.verb().lexeme())) {
                if (!(rule.pattern() instanceof InClause in)
                        || !Finder.fits(rule, p, g)
                        || !VerbFinder.role(parse, in, c, head)) continue;
                Draft d = Finder.draft(parse, p, groups.of(parse, head), rule);
                d.support(head.from(), c.verb().to());
                return Optional.of(d);
            }
        }
        return Optional.empty();
    }

    /** Whether only a finite copula, and what completes the participle, stands between it and the number. */
    private static boolean counted(Parse parse, Clause told, Phrase p) {
        Chunk before = p.chunk() > 0 ? parse.chunks().get(p.chunk() - 1) : null;
        if (before == null || !before.is(Chunk.Kind.VERB)) return false;
        VerbGroup verb = parse.verbs().get(before.ref());
        for (Chunk k : parse.chunks())
            if (k.from() >= told.verb().to()
                    && k.to() <= before.from()
                    && (k.is(Chunk.Kind.STOP) || k.is(Chunk.Kind.COMMA) || k.is(Chunk.Kind.VERB))) return false;
        return verb.finite() && verb.lexemes().isEmpty();
    }

    /** "The number of missing fell by 106": by how much, not to what. */
    private boolean differs(Parse parse, Phrase p) {
        if (!book.difference(p.preposition()) || Standing.paired(parse, p)) return false;
        for (int c = p.chunk() - 1; c >= 0; c--) {
            Chunk k = parse.chunks().get(c);
            if (k.kind() == Chunk.Kind.VERB)
                return book.equating(parse.verbs().get(k.ref()).lexeme()) && changes(parse, k);
            if (k.kind() != Chunk.Kind.OTHER && k.kind() != Chunk.Kind.PREPOSITION) return false;
        }
        return false;
    }

    /** Whether the verb tells of a change: "bajó en 106" is a difference, "se cifra en 106" a value. */
    private static boolean changes(Parse parse, Chunk verb) {
        for (int i = verb.from(); i < verb.to(); i++)
            if (parse.text().at(i, "change").isPresent()) return true;
        return false;
    }

    private Optional<FigureRule> valued(Parse parse, Phrase head, Phrase p) {
        if (head.quantity().isPresent() && head.quantity().get().form() != Quantity.Form.ARTICLE)
            return Optional.empty();
        for (Match m : head.nouns())
            for (FigureRule rule : book.noun(Relation.VALUE, m.sense().id())) {
                boolean strict = !book.noun(Relation.OWN, m.sense().id()).isEmpty()
                        || !book.noun(Relation.AFTER, m.sense().id()).isEmpty();
                if (!strict && near(parse, head, p) || equated(parse, head, p))
                    return Optional.of(numbered(parse, head).orElse(rule));
            }
        if (head.noun("noun").filter(m -> m.sense().id().equals(NUMBER)).isPresent() && amounts(parse, head, p))
            return numbered(parse, head);
        return Optional.empty();
    }

    /** Whether a verb of amounting has both the noun and its value: "cut the number of injured to 2,000". */
    private boolean amounts(Parse parse, Phrase head, Phrase p) {
        for (Clause c : parse.clauses()) {
            boolean holds = c.object().contains(head) || c.subject().contains(head);
            boolean value = c.object().contains(p) || c.oblique().contains(p);
            if (holds
                    && value
                    && (c.verb().lexemes().isEmpty()
                            || c.verb().lexemes().stream().anyMatch(book::equating))) return true;
        }
        return false;
    }

    /** "the number of detainees", "the number of people killed": what the number counts decides. */
    private Optional<FigureRule> numbered(Parse parse, Phrase head) {
        for (Phrase c : parse.completing(head)) {
            for (Match m : c.nouns()) {
                Optional<FigureRule> own =
                        book.noun(Relation.OWN, m.sense().id()).stream().findFirst();
                if (own.isPresent()) return own;
            }
            Groups.Group whom = groups.of(parse, c);
            for (FigureRule rule : book.alone())
                if (whom.kind() == Groups.Kind.PEOPLE && rule.groups().contains(whom.group())) return Optional.of(rule);
            for (Clause clause : parse.clauses())
                if (clause.patient().contains(c) || clause.subject().contains(c))
                    for (FigureRule rule : book.verb(clause.verb().lexeme()))
                        if (rule.pattern() instanceof InClause in && VerbFinder.role(parse, in, clause, c))
                            return Optional.of(rule);
        }
        return Optional.empty();
    }

    /** "Quake dead now above 2,000": a headline leaves out the verb before a bound. */
    private static boolean beyond(Phrase p) {
        return p.bare()
                && switch (p.quantity().get().amount().qualifier()) {
                    case MORE_THAN, NEARLY, AT_LEAST -> true;
                    default -> false;
                };
    }

    /** "The toll, officials say, has reached 225", and not "the toll worried 12 mayors": no other verb or clause stands between. */
    private boolean near(Parse parse, Phrase head, Phrase p) {
        // "The toll exceeds the 164 of Monday": what says "more than" may be a verb too.
        if (p.quantity().get().amount().qualifier() == Qualifier.MORE_THAN) return true;
        for (int c = head.chunk() + 1; c < p.chunk(); c++) {
            Chunk k = parse.chunks().get(c);
            if (k.is(Chunk.Kind.STOP) || k.is(Chunk.Kind.RELATIVE) || k.is(Chunk.Kind.SUBORDINATOR)) return false;
            if (!k.is(Chunk.Kind.VERB)) continue;
            VerbGroup verb = parse.verbs().get(k.ref());
            boolean told = verb.lexemes().stream().noneMatch(book::equating);
            if (told && !verb.lexemes().isEmpty() && !book.speech(verb.lexeme())) return false;
        }
        return true;
    }

    /** Whether only a colon, a copula, a verb of amounting or a preposition stands between: "Dead: 8", "the dead number 225". */
    private boolean equated(Parse parse, Phrase head, Phrase p) {
        boolean linked = head.to() == p.from();
        for (int c = head.chunk() + 1; c < p.chunk(); c++) {
            Chunk k = parse.chunks().get(c);
            switch (k.kind()) {
                case COLON -> linked = true;
                case VERB -> {
                    String lexeme = parse.verbs().get(k.ref()).lexeme();
                    if (!lexeme.isEmpty() && !book.equating(lexeme)) return false;
                    linked = true;
                }
                case OTHER, PREPOSITION -> {}
                case PHRASE -> {
                    if (parse.phrases().get(k.ref()).governor() < 0
                            && parse.phrases().get(k.ref()).bare()) return false;
                }
                default -> {
                    return false;
                }
            }
        }
        return linked
                || beyond(p)
                        && parse.clauses().stream().noneMatch(c -> c.subject().contains(p));
    }
}
