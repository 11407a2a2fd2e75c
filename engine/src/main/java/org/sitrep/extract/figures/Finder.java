package org.sitrep.extract.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

/** Finds the rule that a counted phrase meets: its own noun first, then its verbs, then the nouns around it. */
final class Finder {
    private static final int VALUE_REACH = 14;
    /** Id of the preposition under which a whole stands. */
    private static final String AMONG = "among";

    /** The form of nouns that name one person as a subject. */
    private static final String ONE = "one";

    private final RuleBook book;
    private final Groups groups;

    Finder(RuleBook book, Groups groups) {
        this.book = book;
        this.groups = groups;
    }

    /** The figure that {@code p} tells by itself and by its clause. */
    Optional<Draft> find(Parse parse, Phrase p, Groups.Group g) {
        Optional<Draft> own = own(parse, p, g);
        if (own.isPresent()) return own;
        Optional<Draft> clause =
                heading(parse, p, g).or(() -> ahead(parse, p, g)).or(() -> clauses(parse, p, g));
        if (clause.isPresent()) return clause;
        if (p.quantity().isEmpty()) return of(parse, p, g);
        return after(parse, p, g)
                .or(() -> of(parse, p, g))
                .or(() -> value(parse, p, g))
                .or(() -> listed(parse, p, g))
                .or(() -> among(parse, p, g));
    }

    /** "Among the dead are three children": people counted within those of whom a noun tells what happened. */
    private Optional<Draft> among(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.PEOPLE) return Optional.empty();
        for (Phrase whole : parse.phrases()) {
            if (!within(parse, whole) || whole.quantity().isPresent()) continue;
            if (p.from() - whole.to() > VALUE_REACH || whole.from() - p.to() > VALUE_REACH) continue;
            for (Match m : whole.nouns())
                for (FigureRule rule : book.noun(Relation.OWN, m.sense().id())) {
                    if (!fits(rule, p, g)) continue;
                    Draft d = draft(parse, p, g, rule);
                    d.support(whole.from(), whole.to());
                    return Optional.of(d);
                }
        }
        return Optional.empty();
    }

    private static boolean within(Parse parse, Phrase p) {
        return p.preposition().equals(AMONG)
                || p.to() < parse.sentence().to()
                        && parse.text()
                                .at(p.to(), "postposition")
                                .filter(m -> m.sense().id().equals(AMONG))
                                .isPresent();
    }

    /** The rule for people of whom nothing else is told. */
    Optional<Draft> alone(Parse parse, Phrase p, Groups.Group g) {
        for (FigureRule rule : book.alone())
            if (g.kind() == Groups.Kind.PEOPLE && fits(rule, p, g)) return Optional.of(draft(parse, p, g, rule));
        return Optional.empty();
    }

    private Draft draft(Parse parse, Phrase p, Groups.Group g, FigureRule rule) {
        Draft d = new Draft(parse, p, rule);
        d.who = g.group();
        d.whoKnown = g.said();
        if (g.said() && g.from() >= 0)
            d.whoText = Optional.of(parse.text().words(g.from(), Math.max(g.to(), g.from() + 1)));
        return d;
    }

    private static boolean fits(FigureRule rule, Phrase p, Groups.Group g) {
        if (!rule.groups().isEmpty() && !rule.groups().contains(g.group())) return false;
        if (p.quantity().isEmpty() && !rule.named() && !(rule.one() && single(p))) return false;
        if (p.quantity().isPresent() && p.quantity().get().form() == Quantity.Form.ARTICLE && !rule.one()) return false;
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

    private Optional<Draft> own(Parse parse, Phrase p, Groups.Group g) {
        if (p.quantity().isEmpty()) return Optional.empty();
        for (Match m : p.nouns())
            for (Relation relation : List.of(Relation.OWN, Relation.AFTER))
                for (FigureRule rule : book.noun(relation, m.sense().id()))
                    if (fits(rule, p, g)) return Optional.of(draft(parse, p, g, rule));
        return Optional.empty();
    }

    private Optional<Draft> clauses(Parse parse, Phrase p, Groups.Group g) {
        List<Clause> near = new ArrayList<>(2);
        for (Clause c : parse.clauses()) if (touches(c, p)) near.add(c);
        near.sort(Comparator.comparingInt(Finder::priority));
        for (Clause c : near) {
            Optional<Draft> d = clause(parse, c, p, g);
            if (d.isEmpty()) continue;
            for (Clause other : near)
                if (other != c && coordinated(parse, c, other))
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

    private static boolean touches(Clause c, Phrase p) {
        return c.subject().contains(p) || c.object().contains(p) || c.oblique().contains(p);
    }

    private static int priority(Clause c) {
        if (c.verb().mood() == VerbGroup.Mood.PARTICIPLE) return 3;
        if (c.link() == Clause.Link.RELATIVE) return 2;
        return c.verb().finite() ? 0 : 1;
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
        List<String> lexemes = c.verb().lexemes().isEmpty()
                ? List.of("be")
                : c.verb().lexemes().reversed();
        for (String lexeme : lexemes)
            for (FigureRule rule : book.verb(lexeme)) {
                if (!(rule.pattern() instanceof InClause pattern)
                        || !fits(rule, p, g)
                        || !role(pattern, c, p)
                        || c.verb().marks().stream().anyMatch(rule.unless()::contains)) continue;
                Draft d = draft(parse, p, g, rule);
                d.clause = Optional.of(c);
                d.support(c.verb().from(), c.verb().to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    private static boolean role(InClause pattern, Clause c, Phrase p) {
        if (!pattern.voice().isEmpty()
                && !pattern.voice().equals(c.verb().voice().name().toLowerCase(Locale.ROOT))) return false;
        if (!pattern.head().isEmpty()
                && p.nouns().stream()
                        .noneMatch(m -> pattern.head().contains(m.sense().id()))) return false;
        if (!pattern.with().isEmpty() && !with(pattern, c, p)) return false;
        return switch (pattern.role()) {
            case "patient" -> c.patient().contains(p);
            case "agent" -> c.agent().contains(p);
            case "subject" ->
                c.subject().contains(p) || c.subject().isEmpty() && c.object().contains(p);
            case "object" -> c.object().contains(p);
            case "any" -> c.subject().contains(p) || c.object().contains(p);
            default -> c.oblique(pattern.role()).contains(p);
        };
    }

    private static boolean with(InClause pattern, Clause c, Phrase p) {
        List<Phrase> others = new ArrayList<>(c.subject());
        others.addAll(c.object());
        others.addAll(c.oblique());
        for (Phrase o : others)
            if (o != p)
                for (Match m : o.nouns()) if (pattern.with().contains(m.sense().id())) return true;
        return false;
    }

    /** "left 225 people dead": the phrase right behind the count says it. */
    private Optional<Draft> after(Parse parse, Phrase p, Groups.Group g) {
        Optional<Phrase> following = following(parse, p);
        if (following.isEmpty()) return Optional.empty();
        Phrase next = following.get();
        for (Match m : next.nouns())
            for (FigureRule rule : book.noun(Relation.AFTER, m.sense().id())) {
                if (!fits(rule, p, g)) continue;
                Draft d = draft(parse, p, g, rule);
                d.support(next.from(), next.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    /** The phrase right behind {@code p}, if nothing counts it. */
    private static Optional<Phrase> following(Parse parse, Phrase p) {
        int i = p.chunk() + 1;
        while (i < parse.chunks().size() && parse.chunks().get(i).kind() == Chunk.Kind.OTHER) i++;
        if (i >= parse.chunks().size() || parse.chunks().get(i).kind() != Chunk.Kind.PHRASE) return Optional.empty();
        return Optional.of(parse.phrases().get(parse.chunks().get(i).ref()))
                .filter(next -> next.quantity().isEmpty());
    }

    /** "put at 164 the dead", "are now 49 the dead": a bare number behind a verb of amounting, before the noun whose value it is. */
    private Optional<Draft> ahead(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE || !amounting(parse, p)) return Optional.empty();
        Optional<Phrase> next = following(parse, p).filter(n -> n.definite() && n.bare());
        if (next.isEmpty()) return Optional.empty();
        Groups.Group whom = groups.of(parse, next.get());
        for (Match m : next.get().nouns())
            for (Relation relation : List.of(Relation.OWN, Relation.VALUE))
                for (FigureRule rule : book.noun(relation, m.sense().id())) {
                    if (!fits(rule, p, g)) continue;
                    Draft d = draft(parse, p, whom, rule);
                    d.support(next.get().from(), next.get().to());
                    return Optional.of(d);
                }
        return Optional.empty();
    }

    private boolean amounting(Parse parse, Phrase p) {
        for (int c = p.chunk() - 1; c >= 0; c--) {
            Chunk k = parse.chunks().get(c);
            if (k.kind() == Chunk.Kind.STOP || k.kind() == Chunk.Kind.COLON || k.kind() == Chunk.Kind.COMMA)
                return false;
            if (k.kind() != Chunk.Kind.VERB) continue;
            VerbGroup verb = parse.verbs().get(k.ref());
            return verb.lexeme().isEmpty() || book.equating(verb.lexeme());
        }
        return false;
    }

    /** "21, 10 and 8 dead": a bare number of a list whose last member says what is counted. */
    private Optional<Draft> listed(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE) return Optional.empty();
        for (int i = p.index() + 1; i < parse.phrases().size() && joined(parse, i); i++) {
            Phrase next = parse.phrases().get(i);
            if (next.quantity()
                    .filter(q -> q.counts() && q.form() != Quantity.Form.ARTICLE)
                    .isEmpty()) return Optional.empty();
            Groups.Group whom = groups.of(parse, next);
            if (whom.kind() != Groups.Kind.NONE) return find(parse, next, whom).map(d -> draft(parse, p, whom, d.rule));
        }
        return Optional.empty();
    }

    /** "the arrest of 12 people": the noun that the count completes, directly or in a list. */
    private Optional<Draft> of(Parse parse, Phrase p, Groups.Group g) {
        int governor = p.governor();
        for (int i = p.index(); governor < 0 && i > 0 && joined(parse, i); i--)
            governor = parse.phrases().get(i - 1).governor();
        if (governor < 0) return Optional.empty();
        Phrase head = parse.phrases().get(governor);
        for (Match m : head.nouns())
            for (FigureRule rule : book.noun(Relation.OF, m.sense().id())) {
                if (!fits(rule, p, g)
                        || head.quantity().isPresent() && head.quantity().get().form() != Quantity.Form.ARTICLE)
                    continue;
                Draft d = draft(parse, p, g, rule);
                d.support(head.head() >= 0 ? head.head() : head.from(), head.to());
                return Optional.of(d);
            }
        return Optional.empty();
    }

    /** Whether phrase {@code i} goes on a list with the one before it. */
    private static boolean joined(Parse parse, int i) {
        int a = parse.phrases().get(i - 1).chunk();
        int b = parse.phrases().get(i).chunk();
        if (b - a > 3) return false;
        for (int c = a + 1; c < b; c++) {
            Chunk.Kind kind = parse.chunks().get(c).kind();
            if (kind != Chunk.Kind.CONJUNCTION && kind != Chunk.Kind.COMMA && kind != Chunk.Kind.OTHER) return false;
        }
        return b > a + 1;
    }

    /** "Killed - 8": a verb alone before a colon or dash. */
    private Optional<Draft> heading(Parse parse, Phrase p, Groups.Group g) {
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
            if (!fits(rule, p, g)) continue;
            Draft d = draft(parse, p, g, rule);
            d.support(verb.from(), verb.to());
            return Optional.of(d);
        }
        return Optional.empty();
    }

    /** "the death toll rose to 225", "to 225 people": a number that is the value of a noun before it. */
    private Optional<Draft> value(Parse parse, Phrase p, Groups.Group g) {
        boolean people = g.kind() == Groups.Kind.PEOPLE && g.group().equals(Groups.PEOPLE);
        if (!people && g.kind() != Groups.Kind.NONE || p.quantity().get().form() == Quantity.Form.ARTICLE)
            return Optional.empty();
        for (int i = p.index() - 1; i >= 0; i--) {
            Phrase head = parse.phrases().get(i);
            if (p.from() - head.to() > VALUE_REACH) return Optional.empty();
            Optional<FigureRule> rule = valued(parse, head, p);
            if (rule.isEmpty() || !fits(rule.get(), p, g) || people && !equated(parse, head, p)) continue;
            Draft d = draft(parse, p, g, rule.get());
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

    private Optional<FigureRule> valued(Parse parse, Phrase head, Phrase p) {
        if (head.quantity().isPresent() && head.quantity().get().form() != Quantity.Form.ARTICLE)
            return Optional.empty();
        for (Match m : head.nouns())
            for (FigureRule rule : book.noun(Relation.VALUE, m.sense().id())) {
                boolean strict = !book.noun(Relation.OWN, m.sense().id()).isEmpty()
                        || !book.noun(Relation.AFTER, m.sense().id()).isEmpty();
                if (!strict || equated(parse, head, p))
                    return Optional.of(numbered(parse, head).orElse(rule));
            }
        return Optional.empty();
    }

    /** "the number of detainees", "the number of people killed": what the number counts decides. */
    private Optional<FigureRule> numbered(Parse parse, Phrase head) {
        for (Phrase c : parse.completing(head)) {
            for (Match m : c.nouns()) {
                Optional<FigureRule> own =
                        book.noun(Relation.OWN, m.sense().id()).stream().findFirst();
                if (own.isPresent()) return own;
            }
            for (Clause clause : parse.clauses())
                if (clause.patient().contains(c) || clause.subject().contains(c))
                    for (FigureRule rule : book.verb(clause.verb().lexeme()))
                        if (rule.pattern() instanceof InClause in && role(in, clause, c)) return Optional.of(rule);
        }
        return Optional.empty();
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
        return linked;
    }
}
