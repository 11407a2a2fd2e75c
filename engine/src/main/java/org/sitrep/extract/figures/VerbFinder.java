package org.sitrep.extract.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.extract.figures.FigureRule.InClause;
import org.sitrep.extract.figures.FigureRule.Relation;
import org.sitrep.language.Match;

/** Finds figures by the verbs of their clauses. */
final class VerbFinder {
    private final RuleBook book;

    VerbFinder(RuleBook book) {
        this.book = book;
    }

    /** "Killed - 8": a verb alone before a colon or dash. */
    Optional<Draft> heading(Parse parse, Phrase p, Groups.Group g) {
        if (p.chunk() < 2
                || g.kind() != Groups.Kind.NONE
                || parse.chunks().get(p.chunk() - 1).kind() != Chunk.Kind.COLON) return Optional.empty();
        Chunk verb = parse.chunks().get(p.chunk() - 2);
        boolean opens = p.chunk() == 2
                || parse.chunks().get(p.chunk() - 3).kind() == Chunk.Kind.COMMA
                || parse.chunks().get(p.chunk() - 3).kind() == Chunk.Kind.STOP;
        if (verb.kind() != Chunk.Kind.VERB
                || !opens && parse.verbs().get(verb.ref()).mood() != VerbGroup.Mood.PARTICIPLE) return Optional.empty();
        for (FigureRule rule : book.verb(parse.verbs().get(verb.ref()).lexeme())) {
            if (!Finder.fits(rule, p, g)) continue;
            Draft d = Finder.draft(parse, p, g, rule);
            d.support(verb.from(), verb.to());
            return Optional.of(d);
        }
        return Optional.empty();
    }

    Optional<Draft> clauses(Parse parse, Phrase p, Groups.Group g) {
        List<Clause> near = new ArrayList<>(2);
        for (Clause c : parse.clauses()) if (touches(c, p)) near.add(c);
        if (near.isEmpty()) return Optional.empty();
        if (near.size() > 1) near.sort(Comparator.comparingInt(VerbFinder::priority));
        for (Clause c : near) {
            Optional<Draft> d = passed(near, c, p) ? Optional.empty() : clause(parse, c, p, g);
            if (d.isEmpty()) continue;
            for (Clause other : near)
                if (other != c && coordinated(parse, c, other) && !own(parse, c, other, p) && !passed(near, other, p))
                    clause(parse, other, p, g)
                            .flatMap(e -> book.together(d.get().measure, e.measure))
                            .ifPresent(m -> {
                                d.get().measure = m;
                                d.get()
                                        .support(
                                                other.verb().from(),
                                                other.verb().to());
                            });
            return d;
        }
        return Optional.empty();
    }

    /** "516 people were missing": what a copula says of the people it counts. */
    Optional<Draft> predicated(Parse parse, Phrase p, Groups.Group g) {
        if (p.quantity().isEmpty()) return Optional.empty();
        for (Clause c : parse.clauses()) {
            if (!c.verb().lexemes().isEmpty()
                    || !c.verb().finite()
                    || !c.subject().contains(p)) continue;
            for (Phrase o : c.object())
                for (Match m : o.bare() && o.quantity().isEmpty() ? o.nouns() : List.<Match>of())
                    for (Relation relation : List.of(Relation.OWN, Relation.AFTER))
                        for (FigureRule rule : book.noun(relation, m.sense().id())) {
                            if (!Finder.fits(rule, p, g)) continue;
                            Draft d = Finder.draft(parse, p, g, rule);
                            d.clause = Optional.of(c);
                            d.support(c.verb().from(), o.to());
                            return Optional.of(d);
                        }
        }
        return Optional.empty();
    }

    private static boolean touches(Clause c, Phrase p) {
        return c.subject().contains(p) || c.object().contains(p) || c.oblique().contains(p);
    }

    private static int priority(Clause c) {
        if (c.verb().mood() == VerbGroup.Mood.PARTICIPLE) return 3;
        if (c.link() == Clause.Link.RELATIVE) return 2;
        return c.verb().finite() ? 0 : 1;
    }

    /** "[Four protesters] were killed and were wounded others": behind the count, the later verb opens a clause of its own before people of its own. */
    private boolean own(Parse parse, Clause a, Clause b, Phrase p) {
        Clause later = a.verb().from() > b.verb().from() ? a : b;
        Clause first = later == a ? b : a;
        if (!book.verbFirst()) return false;
        int next = Neighbours.skip(parse, chunk(parse, later), 1);
        return p.to() <= first.verb().from()
                && (Neighbours.kind(parse, next) == Chunk.Kind.PHRASE
                        || parse.text().at(later.verb().to(), "others").isPresent());
    }

    /** "Four were killed and wounded were [20]": the verb before has its people already, and those behind the next verb are the next one's. */
    private boolean passed(List<Clause> near, Clause c, Phrase p) {
        return book.verbFirst()
                && c.subject().stream().anyMatch(s -> s.to() <= c.verb().from())
                && near.stream()
                        .anyMatch(o -> o.verb().from() >= c.verb().to()
                                && p.from() >= o.verb().to());
    }

    private static int chunk(Parse parse, Clause c) {
        int i = 0;
        while (i < parse.chunks().size()
                && parse.chunks().get(i).from() < c.verb().from()) i++;
        return i;
    }

    /** Whether two verbs are joined without a phrase between them ("killed and wounded"). */
    private static boolean coordinated(Parse parse, Clause a, Clause b) {
        int from = Math.min(a.verb().to(), b.verb().to());
        int to = Math.max(a.verb().from(), b.verb().from());
        boolean joined = false;
        for (Chunk k : parse.chunks()) {
            if (k.from() < from || k.to() > to) continue;
            if (k.kind() == Chunk.Kind.CONJUNCTION) joined = true;
            else if (k.kind() != Chunk.Kind.OTHER) return false;
        }
        return joined;
    }

    private Optional<Draft> clause(Parse parse, Clause c, Phrase p, Groups.Group g) {
        if (c.verb().lexemes().isEmpty() && !book.equates(parse.text(), c.verb())) return Optional.empty();
        if (g.kind() == Groups.Kind.NONE && beside(parse, c, p)) return Optional.empty();
        List<String> lexemes = c.verb().lexemes().isEmpty()
                ? List.of("be")
                : c.verb().lexemes().reversed();
        for (String lexeme : lexemes)
            for (FigureRule rule : book.verb(lexeme)) {
                if (!(rule.pattern() instanceof InClause pattern)
                        || !Finder.fits(rule, p, g)
                        || !role(parse, pattern, c, p)
                        || ruledOut(rule, c)) continue;
                Draft d = Finder.draft(parse, p, g, rule);
                d.clause = Optional.of(c);
                d.support(c.verb().from(), c.verb().to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    private static boolean ruledOut(FigureRule rule, Clause c) {
        if (rule.unless().isEmpty() || c.verb().marks().isEmpty()) return false;
        for (String mark : c.verb().marks()) if (rule.unless().contains(mark)) return true;
        return false;
    }

    /** "Sends a message to Westport 157": a bare number behind an object that nothing joins to it is no second object; live pages number their entries so. */
    private static boolean beside(Parse parse, Clause c, Phrase p) {
        for (Phrase o : c.object()) {
            if (o.index() >= p.index() || o.quantity().isPresent()) continue;
            boolean apart = parse.chunks().subList(o.chunk(), p.chunk()).stream()
                    .noneMatch(k -> k.is(Chunk.Kind.COMMA)
                            || k.is(Chunk.Kind.CONJUNCTION)
                            || k.is(Chunk.Kind.COLON)
                            || k.is(Chunk.Kind.VERB));
            if (apart && c.object().contains(p)) return true;
        }
        return false;
    }

    static boolean role(Parse parse, InClause pattern, Clause c, Phrase p) {
        if (!pattern.voice().isEmpty()
                && !pattern.voice().equalsIgnoreCase(c.verb().voice().name())) return false;
        if (!pattern.head().isEmpty()
                && p.nouns().stream()
                        .noneMatch(m -> pattern.head().contains(m.sense().id()))) return false;
        if (!pattern.with().isEmpty() && !with(parse, pattern, c, p)) return false;
        return switch (pattern.role()) {
            case "patient" -> c.patient().contains(p);
            case "agent" -> c.agent().contains(p);
            case "subject" ->
                c.subject().contains(p) || c.subject().isEmpty() && c.object().contains(p);
            case "object" -> c.object().contains(p);
            case "fronted" -> fronted(c, p);
            case "any" -> c.subject().contains(p) || c.object().contains(p);
            default -> c.oblique(pattern.role()).contains(p);
        };
    }

    /** "[They] saved <u>two fishermen</u>", told without a subject in words that put the object first: nothing else completes the verb. */
    private static boolean fronted(Clause c, Phrase p) {
        return c.verb().voice() == VerbGroup.Voice.ACTIVE
                && c.subject().contains(p)
                && p.to() <= c.verb().from()
                && c.object().isEmpty();
    }

    /** Ids of prepositions under which something is left behind: of whoever "is from under the rubble" it was left. */
    private static final Set<String> AWAY = Set.of("from", "by");
    /** Verbs that say where people are. */
    private static final Set<String> PLACING = Set.of("there", "lie");

    /** Whether one of the nouns stands elsewhere in the clause; what is listed beside the count ("five dead and 20 evacuees") is not. */
    private static boolean with(Parse parse, InClause pattern, Clause c, Phrase p) {
        List<Phrase> others = new ArrayList<>(c.subject());
        others.addAll(c.object());
        others.addAll(c.oblique());
        boolean placing = c.verb().lexemes().stream().allMatch(PLACING::contains);
        for (Phrase o : others)
            if (o != p && !(placing && AWAY.contains(o.preposition())) && !listed(parse, o, p))
                for (Match m : o.nouns()) if (pattern.with().contains(m.sense().id())) return true;
        return false;
    }

    /** Whether one list of counts holds both, with nothing but commas, "and" and other members between. */
    private static boolean listed(Parse parse, Phrase a, Phrase b) {
        if (a.quantity().isEmpty() || b.quantity().isEmpty()) return false;
        for (int i = Math.min(a.index(), b.index()) + 1; i <= Math.max(a.index(), b.index()); i++)
            if (!NounFinder.joined(parse, i)) return false;
        return true;
    }
}
