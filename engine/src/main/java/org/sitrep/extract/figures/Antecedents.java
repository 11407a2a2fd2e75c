package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Chunk;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.model.Status;

/** Finds the figure from which a bare number takes its meaning ("in the capital 103, in the north 10"). */
final class Antecedents {
    /** Nouns of a number that says nothing of what it counts. */
    private static final Set<String> SUMS = Set.of("number", "toll", "death_toll");

    /** Id of things that people form and that may speak. */
    private static final String GROUP = "group";

    /** Id of prepositions under which stands who tells something. */
    private static final String LIKE = "like";

    private static final String OF = "of";
    /** Id of conjunctions that set one thing against another. */
    private static final String BUT = "but";
    /** How many tokens before a number the words stand that set it against another. */
    private static final int REACH = 4;

    private final RuleBook book;

    Antecedents(RuleBook book) {
        this.book = book;
    }

    /** "… another 40, bringing the total to 312": a bare number that a verb of amounting gives to a noun of number, right behind an increment. */
    Optional<Clause> raised(Parse parse, Phrase p, List<Draft> before) {
        if (before.isEmpty() || before.getLast().parse != parse || p.head() >= 0) return Optional.empty();
        Draft last = before.getLast();
        boolean added = last.increment
                || last.phrase.quantity().filter(Quantity::others).isPresent();
        for (Clause c : parse.clauses()) {
            if (c.verb().from() < last.phrase.to() && c.subject().stream().noneMatch(s -> s.from() >= last.phrase.to()))
                continue;
            boolean ours = c.object().contains(p) || c.oblique().contains(p);
            if (!ours) continue;
            boolean lifted = c.verb().mood() == VerbGroup.Mood.GERUND || c.link() == Clause.Link.RELATIVE;
            boolean moved = sums(c.object()) && c.oblique().contains(p);
            boolean amounts = sums(c.subject()) && c.verb().lexemes().stream().anyMatch(book::equating);
            if ((added || lifted) && (moved || amounts)) return Optional.of(c);
        }
        return Optional.empty();
    }

    private static boolean sums(List<Phrase> phrases) {
        return phrases.stream().anyMatch(o -> o.quantity().isEmpty() && sum(o));
    }

    /** Whether a phrase names a number or a toll, and nobody. */
    static boolean sum(Phrase p) {
        return p.nouns().stream()
                .anyMatch(m -> m.sense().of("noun") && SUMS.contains(m.sense().id()));
    }

    /** "… up from 2,053", "… not 2,445", "It was no longer 9,240": a bare number set against the count before it. */
    Optional<Draft> opposed(Parse parse, Phrase p, List<Draft> before) {
        if (before.isEmpty() || p.head() >= 0 || !setAgainst(parse, p)) return Optional.empty();
        Draft last = before.getLast();
        if (last.parse == parse) return Optional.of(last);
        boolean next = last.parse.text() == parse.text()
                && last.parse.sentence().to() >= parse.sentence().from() - 1;
        for (Clause c : parse.clauses()) {
            boolean pointing = c.verb().lexemes().isEmpty()
                    && c.object().contains(p)
                    && c.subject().stream().allMatch(s -> s.nouns().isEmpty());
            if (next && pointing) return Optional.of(last);
        }
        return Optional.empty();
    }

    /** Whether a word of older counts or of denial stands right before the number. */
    private static boolean setAgainst(Parse parse, Phrase p) {
        int core = p.quantity().get().core();
        for (int i = Math.max(parse.sentence().from(), p.from() - REACH); i < core; i++) {
            boolean older = parse.text()
                    .at(i, "earlier")
                    .filter(m -> m.sense().id().equals("next") && m.to() <= core && p.from() - m.to() <= 1)
                    .isPresent();
            if (older || denied(parse, p, i)) return true;
        }
        return false;
    }

    /** Whether a negation stands at token {@code i} of the phrase that is not a part of its hedge ("no fewer than", "plus de") or of the word before its range. */
    private static boolean denied(Parse parse, Phrase p, int i) {
        return i >= p.from()
                && parse.text().at(i, "negation").isPresent()
                && parse.text().at(i, "hedge").isEmpty()
                && parse.text().at(i, "range_open").isEmpty();
    }

    /** "not 2,445": whether the number itself is negated. */
    static boolean negated(Parse parse, Phrase p) {
        for (int i = p.from(); i < p.quantity().get().core(); i++) if (denied(parse, p, i)) return true;
        return false;
    }

    /** "The soldiers of the alliance, about 2,500 according to …": the people behind whom a hedged number is set off by a comma. */
    Optional<Phrase> apposed(Parse parse, Phrase p) {
        Quantity q = p.quantity().get();
        int comma = Neighbours.skip(parse, p.chunk(), -1);
        int next = Neighbours.skip(parse, p.chunk(), 1);
        boolean off = p.head() < 0
                && p.bare()
                && q.from() < q.core()
                && Neighbours.kind(parse, comma) == Chunk.Kind.COMMA
                && (Neighbours.kind(parse, next) == Chunk.Kind.COMMA
                        || Neighbours.kind(parse, next) == Chunk.Kind.PREPOSITION
                                && parse.chunks().get(next).id().equals("like"));
        for (int c = Neighbours.skip(parse, comma, -1); off && c >= 0; c--) {
            Chunk k = parse.chunks().get(c);
            if (k.is(Chunk.Kind.COMMA) || k.is(Chunk.Kind.STOP) || k.is(Chunk.Kind.COLON) || k.is(Chunk.Kind.RELATIVE))
                return Optional.empty();
            if (!k.is(Chunk.Kind.PHRASE)) continue;
            Phrase o = parse.phrases().get(k.ref());
            if (o.quantity().isEmpty() && o.bare() && o.noun("people").isPresent()) return Optional.of(o);
        }
        return Optional.empty();
    }

    /** The draft that a bare number beside a place repeats with another value: "in the capital 103, in the north 10". */
    Optional<Draft> model(Parse parse, Phrase p, List<Draft> before) {
        boolean number = p.quantity()
                .filter(q -> q.form() == Quantity.Form.DIGITS
                        || q.form() == Quantity.Form.WORDS
                        || q.form() == Quantity.Form.VAGUE)
                .isPresent();
        if (before.isEmpty()) return Optional.empty();
        Draft d = before.getLast();
        // "Four in the south and one in the capital": an article beside a side of its own counts one.
        if (!number
                && p.quantity().filter(q -> q.form() == Quantity.Form.ARTICLE).isPresent())
            return Optional.of(d).filter(e -> side(parse, p, e).isPresent());
        if (!number) return Optional.empty();
        boolean here = d.parse == parse;
        if (here && Nesting.others(p)) return Optional.of(d).filter(e -> !otherwise(parse, p, e));
        if (!here && (d.parse.sentence().to() < parse.sentence().from() - 1 || d.parse.text() != parse.text()))
            return Optional.empty();
        int back = Neighbours.skip(parse, p.chunk(), -1);
        if (!here
                && Neighbours.kind(parse, back) != Chunk.Kind.OPEN
                && Neighbours.kind(parse, back) != Chunk.Kind.PHRASE
                && Neighbours.kind(parse, back) != Chunk.Kind.COLON) return Optional.empty();
        return named(parse, back) && (here || !completes(parse, back))
                        || named(parse, Neighbours.skip(parse, p.chunk(), 1))
                        || here
                                && (rival(parse, p)
                                        || timed(parse, p)
                                        || attributed(parse, p)
                                        || side(parse, p, d).isPresent()
                                        || instead(parse, p, d)
                                        || ofThem(parse, p))
                ? Optional.of(d)
                : Optional.empty();
    }

    /** "Twelve died and another 30 were looked after": a verb of its own tells something else of them than of those before. */
    private boolean otherwise(Parse parse, Phrase p, Draft before) {
        for (Clause c : parse.clauses()) {
            boolean own =
                    c.verb().finite() && (c.subject().contains(p) || c.object().contains(p));
            boolean same = before.clause.filter(e -> e == c).isPresent();
            if (own
                    && !same
                    && !c.verb().lexemes().isEmpty()
                    && c.verb().lexemes().stream().noneMatch(l -> book.equating(l) || book.speech(l))) return true;
        }
        return false;
    }

    /** "The bank in the block of Eastport 214": a name that completes another noun is not that beside which the number is told. */
    private static boolean completes(Parse parse, int c) {
        return Neighbours.kind(parse, c) == Chunk.Kind.PHRASE
                && parse.phrases().get(parse.chunks().get(c).ref()).governor() >= 0;
    }

    /** "Six dead on Monday, 41 on Tuesday": a bare number of a list beside a time of its own. */
    private static boolean timed(Parse parse, Phrase p) {
        if (p.head() >= 0 || !p.bare()) return false;
        int left = p.chunk() - 1;
        int right = p.chunk() + 1;
        boolean ahead = time(parse, left);
        if (ahead && Neighbours.kind(parse, left - 1) == Chunk.Kind.PREPOSITION) left--;
        if (Neighbours.kind(parse, right) == Chunk.Kind.PREPOSITION && time(parse, right + 1)) right++;
        boolean behind = time(parse, right);
        Chunk.Kind before = Neighbours.kind(parse, Neighbours.skip(parse, ahead ? left : p.chunk(), -1));
        Chunk.Kind after = Neighbours.kind(parse, Neighbours.skip(parse, behind ? right : p.chunk(), 1));
        boolean opens = before == Chunk.Kind.COMMA || before == Chunk.Kind.CONJUNCTION;
        boolean closes = after == Chunk.Kind.COMMA
                || after == Chunk.Kind.CONJUNCTION
                || after == Chunk.Kind.OTHER
                || after == Chunk.Kind.STOP;
        return opens && closes && (behind || ahead);
    }

    /** "120 pupils, parents say; <u>87 according to the ministry</u>": a bare number of its own part of the sentence, beside who tells it. */
    private boolean attributed(Parse parse, Phrase p) {
        if (p.head() >= 0 || !p.bare() || apposed(parse, p).isPresent()) return false;
        int back = Neighbours.skip(parse, p.chunk(), -1);
        int next = Neighbours.skip(parse, p.chunk(), 1);
        if (bounds(parse, back) && within(parse, next)) return true;
        boolean parted =
                Neighbours.kind(parse, back) == Chunk.Kind.COMMA || Neighbours.kind(parse, back) == Chunk.Kind.COLON;
        return parted && within(parse, Neighbours.skip(parse, back, -1)) && bounds(parse, next);
    }

    /** Whether a phrase under a preposition of attribution begins or ends at chunk {@code c}. */
    private static boolean within(Parse parse, int c) {
        int i = c;
        for (int phrases = 0; i >= 0 && phrases < 3; i = Neighbours.skip(parse, i, -1)) {
            Chunk.Kind kind = Neighbours.kind(parse, i);
            if (kind == Chunk.Kind.PREPOSITION && parse.chunks().get(i).id().equals(LIKE))
                return i == c
                        || bounds(parse, Neighbours.skip(parse, i, -1))
                        || Neighbours.kind(parse, Neighbours.skip(parse, i, -1)) == Chunk.Kind.CONJUNCTION;
            if (kind == Chunk.Kind.PHRASE) phrases++;
            else if (kind != Chunk.Kind.PREPOSITION) return false;
        }
        return false;
    }

    private static boolean bounds(Parse parse, int c) {
        Chunk.Kind kind = Neighbours.kind(parse, c);
        return kind == Chunk.Kind.COMMA
                || kind == Chunk.Kind.CONJUNCTION
                || kind == Chunk.Kind.STOP
                || kind == Chunk.Kind.OTHER;
    }

    /**
     * "18 hurt among the marchers and <u>five among the police</u>", "among the police they count 27 hurt, and 64 among the marchers": the
     * side of a bare number, where the count before has its own under the same preposition.
     */
    static Optional<Phrase> side(Parse parse, Phrase p, Draft before) {
        int back = Neighbours.skip(parse, p.chunk(), -1);
        int side = p.chunk() + 1;
        boolean own = before.parse == parse
                && p.head() < 0
                && p.bare()
                && bounds(parse, back)
                && Neighbours.kind(parse, side) == Chunk.Kind.PREPOSITION
                && Neighbours.kind(parse, side + 1) == Chunk.Kind.PHRASE;
        if (!own) return Optional.empty();
        String under = parse.chunks().get(side).id();
        int other = before.phrase.chunk() + 1;
        // "Six died in the north, four in the south": the side of those before may stand behind their verb.
        boolean verb = before.clause
                .filter(c -> Neighbours.kind(parse, other) == Chunk.Kind.VERB
                        && parse.chunks().get(other).from() == c.verb().from())
                .isPresent();
        int from = verb ? other + 1 : other;
        boolean both = !under.equals(OF)
                && (under(parse, from, under) || under(parse, 0, under))
                && parse.chunks().subList(from, p.chunk()).stream().noneMatch(c -> c.is(Chunk.Kind.VERB));
        return Optional.of(parse.phrases().get(parse.chunks().get(side + 1).ref()))
                .filter(o -> both && o.quantity().isEmpty());
    }

    private static boolean under(Parse parse, int c, String preposition) {
        return Neighbours.kind(parse, c) == Chunk.Kind.PREPOSITION
                && parse.chunks().get(c).id().equals(preposition);
    }

    /** "500 arrests; the prosecutor admits <u>120 of them</u>": what a pronoun beside a verb of telling takes out of those before (French "en"). */
    private boolean ofThem(Parse parse, Phrase p) {
        if (p.head() >= 0) return false;
        for (Clause c : parse.clauses()) {
            if (!c.object().contains(p)
                    || c.verb().lexemes().stream().noneMatch(l -> book.speech(l) || book.equating(l))) continue;
            // "The police admit only nine": so does nobody else's number that ends what somebody tells.
            int next = Neighbours.skip(parse, p.chunk(), 1);
            boolean told = !c.subject().isEmpty()
                    && c.subject().getFirst().quantity().isEmpty()
                    && c.verb().lexemes().stream().anyMatch(book::speech)
                    && p.bare()
                    && c.verb().to() <= p.from()
                    && bounds(parse, next)
                    && (next >= parse.chunks().size()
                            || !parse.text()
                                    .token(parse.chunks().get(next).from())
                                    .word());
            if (told) return true;
            for (int i = Math.max(parse.sentence().from(), c.verb().from() - 1);
                    i < c.verb().to();
                    i++) if (parse.text().at(i, "of_them").isPresent()) return true;
        }
        return false;
    }

    /** "The dead are not 40 <u>but 25</u>": the number that stands for one that is denied. */
    static boolean instead(Parse parse, Phrase p, Draft before) {
        int back = Neighbours.skip(parse, p.chunk(), -1);
        if (Neighbours.kind(parse, back) == Chunk.Kind.PREPOSITION) back = Neighbours.skip(parse, back, -1);
        return before.parse == parse
                && before.status == Status.DENIED
                && p.head() < 0
                && Neighbours.kind(parse, back) == Chunk.Kind.CONJUNCTION
                && parse.chunks().get(back).id().equals(BUT);
    }

    /** Whether a time, which is read elsewhere and has no word of its own here, stands at chunk {@code c}. */
    private static boolean time(Parse parse, int c) {
        if (c < 0 || c >= parse.chunks().size()) return false;
        Chunk k = parse.chunks().get(c);
        return k.is(Chunk.Kind.OTHER)
                && k.id().isEmpty()
                && parse.text().token(k.from()).word();
    }

    /** "The union counts 76 dead, the government 41": behind a comma somebody else with a bare number that ends the sentence or its part. */
    private static boolean rival(Parse parse, Phrase p) {
        int back = Neighbours.skip(parse, p.chunk(), -1);
        if (Neighbours.kind(parse, back) == Chunk.Kind.PREPOSITION) back = Neighbours.skip(parse, back, -1);
        if (Neighbours.kind(parse, back) != Chunk.Kind.PHRASE || p.head() >= 0) return false;
        Phrase other = parse.phrases().get(parse.chunks().get(back).ref());
        if (other.governor() >= 0) other = parse.phrases().get(other.governor());
        back = other.chunk();
        Chunk.Kind after = Neighbours.kind(parse, Neighbours.skip(parse, p.chunk(), 1));
        boolean closes = after == Chunk.Kind.OTHER
                || after == Chunk.Kind.STOP
                || after == Chunk.Kind.COMMA
                || after == Chunk.Kind.CONJUNCTION;
        return closes
                && other.quantity().isEmpty()
                && other.definite()
                && other.bare()
                && other.noun("thing")
                        .filter(m -> !m.sense().id().equals(GROUP))
                        .isEmpty()
                && Neighbours.kind(parse, Neighbours.skip(parse, back, -1)) == Chunk.Kind.COMMA;
    }

    /** "… sent a company, Tajikistan about 200 men": a name right before a count in a list, without a verb of its own. */
    boolean gapped(Parse parse, Phrase p) {
        int name = Neighbours.skip(parse, p.chunk(), -1);
        Chunk.Kind before = Neighbours.kind(parse, Neighbours.skip(parse, name, -1));
        return Neighbours.kind(parse, name) == Chunk.Kind.PHRASE
                && named(parse, name)
                && (before == Chunk.Kind.COMMA || before == Chunk.Kind.CONJUNCTION)
                && Neighbours.kind(parse, Neighbours.skip(parse, p.chunk(), 1)) != Chunk.Kind.VERB;
    }

    /** Whether the chunk (or the one before an opening bracket or comma) is a capitalised name without a count. */
    private static boolean named(Parse parse, int c) {
        int i = c;
        Chunk.Kind k = Neighbours.kind(parse, i);
        if (k == Chunk.Kind.OPEN || k == Chunk.Kind.COLON || k == Chunk.Kind.COMMA) i = Neighbours.skip(parse, i, -1);
        if (Neighbours.kind(parse, i) == Chunk.Kind.PREPOSITION) i = Neighbours.skip(parse, i, 1);
        if (Neighbours.kind(parse, i) != Chunk.Kind.PHRASE) return false;
        Phrase p = parse.phrases().get(parse.chunks().get(i).ref());
        return p.quantity().isEmpty()
                && p.noun("thing").isEmpty()
                && p.noun("people").isEmpty()
                && parse.text().token(p.to() - 1).capital()
                && !parse.text().shouting();
    }
}
