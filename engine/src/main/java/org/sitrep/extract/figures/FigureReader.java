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
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;
import org.sitrep.model.Status;
import org.sitrep.model.TimeExpression;

/** Reads the figures of one language's sentences. Safe for use by several threads. */
public final class FigureReader {
    private static final Categories TELLING = Categories.of("verb", "noun");

    /** Things that are measured, and not told one by one. */
    private static final Set<String> UNITS = Set.of("age", "duration", "measure", "money", "share");

    private final RuleBook book;
    private final Groups groups;
    private final Finder finder;
    private final Ellipsis ellipsis;
    private final FigureDays days;

    /** @throws org.sitrep.language.PackError for a wrong rule, naming file and line */
    public FigureReader(Packs packs, Pack pack) {
        this.book = new RuleBook(packs, pack);
        this.groups = new Groups(pack);
        this.finder = new Finder(book, groups);
        this.ellipsis = new Ellipsis(finder, groups, book, new Completion(pack, book, groups));
        this.days = new FigureDays(pack);
    }

    /** What gives figures their days. */
    FigureDays days() {
        return days;
    }

    /** A number that became no figure, and why. */
    public record Refusal(Span span, String reason, String rule) {}

    /** Whether a sentence without any numeral may still tell of people ("a policeman was killed"). */
    public boolean promising(Text text, Text.Sentence s) {
        for (int i = s.from(); i < s.to(); i++) {
            if (!text.has(i, TELLING)) continue;
            List<Match> here = text.matches().get(i);
            for (int k = 0; k < here.size(); k++)
                if (TELLING.has(here.get(k)) && book.single(here.get(k).sense().id())) return true;
        }
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
                        .filter(d -> d.clause.filter(c -> c.verb().negated()).isEmpty() && !d.who.equals(Groups.FORCE))
                        .or(() -> finder.possessed(parse, p))
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
            Optional<Draft> d = ellipsis.draft(parse, p, g, drafts);
            if (d.isPresent() && q.form() == Quantity.Form.ZERO && ahead(d.get()))
                refused.add(new Refusal(
                        span(parse, p),
                        "a promise that nobody is left counts nobody",
                        d.get().rule.id()));
            else if (d.isPresent() && shared(d.get()))
                refused.add(new Refusal(span(parse, p), "share", "number.share"));
            else if (d.isPresent() && each(d.get(), times))
                refused.add(new Refusal(span(parse, p), "rate", "number.rate"));
            else if (d.isPresent()) keep(d.get(), drafts, refused);
            else if (q.form() != Quantity.Form.ARTICLE) refused.add(new Refusal(span(parse, p), why(g), "figure.none"));
        }
    }

    /** "Half of the 230 aboard have died": what the clause tells of a share it does not tell of all. */
    private static boolean shared(Draft d) {
        if (d.phrase.governor() < 0 || d.clause.filter(c -> c.verb().finite()).isEmpty()) return false;
        return d.parse
                .phrases()
                .get(d.phrase.governor())
                .quantity()
                .filter(q -> q.form() == Quantity.Form.FRACTION)
                .isPresent();
    }

    /** "One person dies every six hours": what a time that comes again and again ends or opens is a rate. */
    private static boolean each(Draft d, List<Moment> times) {
        Text text = d.parse.text();
        for (Moment m : times) {
            if (m.type() != TimeExpression.Type.SET) continue;
            boolean ends = m.from() >= d.to
                    && (m.to() >= d.parse.sentence().to() || !text.token(m.to()).word());
            boolean opens = m.from() == d.parse.sentence().from();
            boolean own = d.clause
                    .filter(c -> m.to() <= c.verb().from() || m.from() <= c.to() + 1)
                    .isPresent();
            if (own && (ends || opens)) return true;
        }
        return false;
    }

    private static boolean ahead(Draft d) {
        return d.status == Status.PLANNED || d.status == Status.HYPOTHETICAL;
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
            default ->
                g.kind() == Groups.Kind.THING
                        ? Optional.of(g.group())
                        : listed(parse, p, g).or(() -> neighbour(parse, p, q)).or(() -> counted(parse, p, g));
        };
    }

    /** "Six <u>of the 37 bridges</u>": what a bare number takes out of counted things are things. */
    private Optional<String> counted(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE || p.index() + 1 >= parse.phrases().size()) return Optional.empty();
        Phrase of = parse.phrases().get(p.index() + 1);
        Groups.Group whole = groups.of(parse, of);
        boolean things = of.governor() == p.index()
                && of.quantity().isPresent()
                && whole.kind() == Groups.Kind.THING
                && !UNITS.contains(whole.group());
        return things ? Optional.of(whole.group()) : Optional.empty();
    }

    /**
     * "Three survivors, of 20, 24 and 25 years": the numbers of a list of three before a unit are of that unit too. Of only two ("killed 12
     * and 3 days later …") the first may count people.
     */
    private static Optional<String> listed(Parse parse, Phrase p, Groups.Group g) {
        if (g.kind() != Groups.Kind.NONE) return Optional.empty();
        Text text = parse.text();
        int numbers = p.index() > 0 && NounFinder.joined(parse, p.index()) ? 1 : 0;
        int i = p.quantity().get().to();
        boolean joint = false;
        while (i < parse.sentence().to()) {
            boolean number = text.token(i).number() || text.at(i, "number").isPresent();
            if (number && !joint) return Optional.empty();
            if (!number && !text.token(i).is(",") && text.at(i, "conjunction").isEmpty()) break;
            joint = !number;
            if (number) numbers++;
            i++;
        }
        if (numbers < 2 || joint || i >= parse.sentence().to()) return Optional.empty();
        return text.at(i, "thing").map(m -> m.sense().id()).filter(UNITS::contains);
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
            // "An F-15", "Covid-19": a number on a hyphen names what stands before it.
            boolean hyphen = text.token(before).is("-")
                    && text.token(before).glued()
                    && text.token(q.core()).glued()
                    && before > parse.sentence().from()
                    && text.token(before - 1).word();
            if (hyphen) return Optional.of("label");
            // «"… was killed" 176»: behind the closing mark of a quotation, at the end of a line, an entry's number.
            boolean quoted = "\"”»".contains(text.token(before).form())
                    && text.token(before).glued()
                    && !text.token(q.core()).glued()
                    && (q.to() >= parse.sentence().to() || !text.token(q.to()).word());
            if (quoted && p.head() < 0) return Optional.of("label");
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

    private void keep(Draft d, List<Draft> drafts, List<Refusal> refused) {
        if (d.rule.finds().isEmpty()) refused.add(new Refusal(span(d.parse, d.phrase), d.rule.refuses(), d.rule.id()));
        else drafts.add(d);
    }

    /** Whether a phrase without a number is one person: a name, or a known person, by a singular verb or by no plural of its own. */
    private boolean one(Parse parse, Phrase p, Draft d) {
        boolean person = p.noun("people").isPresent() && p.definite() || name(parse, p);
        if (!person) return false;
        boolean subject = d.clause.isPresent() && d.clause.get().subject().contains(p);
        if (several(parse, p)) return false;
        if (subject && member(parse, d.clause.get(), p)) return true;
        if (!subject || unmarked(parse, d.clause.get(), p)) return !groups.plural(parse.text(), p);
        return singular(parse.text(), d.clause.get())
                || gapped(parse, d.clause.get()) && !groups.plural(parse.text(), p);
    }

    /** "Union leader Febe Lima and seven others were killed": of a list, a name of several words, the last of which no word list knows, is one. */
    private static boolean member(Parse parse, Clause c, Phrase p) {
        Text text = parse.text();
        int last = p.to() - 1;
        return c.subject().size() > 1
                && c.verb().finite()
                && p.to() - p.from() > 1
                && text.token(last).word()
                && text.matches().get(last).isEmpty();
    }

    /** "The driver was killed and his guard wounded": a passive that takes its auxiliary, and with it the number, from the verb before. */
    private static boolean gapped(Parse parse, Clause c) {
        if (c.verb().voice() != VerbGroup.Voice.PASSIVE || c.subject().size() != 1) return false;
        boolean bare = c.verb().finite() || c.verb().mood() == VerbGroup.Mood.PARTICIPLE && goesOn(parse, c);
        for (int i = c.verb().from(); bare && i < c.verb().to(); i++)
            bare = parse.text().at(i, "aux").isEmpty();
        return bare;
    }

    /** Whether "and" joins the clause to a passive before it that has its auxiliary. */
    private static boolean goesOn(Parse parse, Clause c) {
        int before = c.subject().getFirst().chunk() - 1;
        return before > 0
                && parse.chunks().get(before).is(Chunk.Kind.CONJUNCTION)
                && parse.clauses().stream()
                        .anyMatch(o -> o.verb().finite()
                                && o.verb().voice() == VerbGroup.Voice.PASSIVE
                                && o.verb().to() <= c.subject().getFirst().from());
    }

    /** "Inspector Mora died": a verb that shows no number, behind one known person or a name of several words. */
    private static boolean unmarked(Parse parse, Clause c, Phrase p) {
        boolean alone = c.subject().size() == 1 && c.verb().finite() && c.verb().voice() == VerbGroup.Voice.ACTIVE;
        boolean bare = parse.text().at(c.verb().from(), "aux").isEmpty()
                && c.verb().marks().isEmpty();
        return alone && bare && (p.noun("people").isPresent() || p.to() - p.from() > 1 && !p.definite());
    }

    /** "The killings of ethnic Ruvians": deeds in the plural, done to a name in the plural. */
    private boolean several(Parse parse, Phrase p) {
        if (p.governor() < 0 || p.noun("people").isPresent()) return false;
        Phrase deeds = parse.phrases().get(p.governor());
        return groups.several(parse.text().token(deeds.to() - 1).form())
                && groups.several(parse.text().token(p.to() - 1).form());
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
