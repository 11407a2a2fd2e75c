package org.sitrep.extract.deeds;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.model.TimeExpression;

/** Finds where the rules of one language apply. Safe for use by several threads. */
public final class DeedReader {
    /** Tokens between words and what they are about: a preposition, an article, an adjective or an owner's name. */
    private static final int OBJECT = 4;
    /** Most tokens of a quotation that is a label rather than a statement. */
    private static final int LABEL = 6;

    private static final Set<Moment.Role> LIMITS =
            Set.of(Moment.Role.BY, Moment.Role.UNTIL, Moment.Role.WITHIN, Moment.Role.BEFORE);

    private final Map<String, List<Rule>> byConcept = new HashMap<>();
    private final Concepts concepts;

    /** Reads the rules for which the pack has words. @throws org.sitrep.language.PackError where one is wrong */
    public DeedReader(Pack pack) {
        concepts = new Concepts(pack);
        Set<String> ids = new HashSet<>();
        for (Data d : entries(pack.folder().resolveSibling("deeds"))) {
            Rule rule = Rule.of(d, pack.language());
            if (!ids.add(rule.id())) throw d.error("the id " + rule.id() + " is given twice");
            boolean known =
                    rule.needs().stream().allMatch(need -> need.stream().anyMatch(pack.spellings("deed")::containsKey));
            if (known)
                for (String first : rule.needs().getFirst())
                    byConcept.computeIfAbsent(first, k -> new ArrayList<>()).add(rule);
        }
    }

    /** The rule entries of a folder, in file order, for tests and tools. */
    public static List<Data> entries(Path folder) {
        List<Data> out = new ArrayList<>();
        for (Path file : Pack.files(folder))
            out.addAll(Data.load(file).at("rules").items());
        return out;
    }

    /** The deeds of a sentence, at most one of a kind for words that overlap, in text order. */
    List<Found> read(Text text, Text.Sentence s, List<Moment> moments, Function<Text.Sentence, Parse> parser) {
        List<Hit> hits = concepts.in(text, s);
        if (hits.isEmpty()) return List.of();
        Set<String> ids = new HashSet<>();
        for (Hit h : hits) ids.add(h.id());
        List<Found> out = new ArrayList<>();
        Optional<Parse> parse = Optional.empty();
        boolean parsed = false;
        for (Hit anchor : hits) {
            for (Rule rule : byConcept.getOrDefault(anchor.id(), List.of())) {
                Optional<List<Hit>> together = together(text, rule, anchor, hits, ids);
                if (together.isEmpty() || !timed(rule, moments)) continue;
                if (rule.quoted() && quotation(text, s, anchor).isEmpty()) continue;
                if (!parsed) {
                    parse = Optional.of(parser.apply(s));
                    parsed = true;
                }
                Pledges pledges = new Pledges(text, parse);
                found(text, s, parse, rule, together.get())
                        .filter(f -> Movers.fit(text, f, is(f, "deployment"), hits))
                        .filter(f -> !promise(f) || pledges.made(f, moments))
                        .ifPresent(out::add);
            }
        }
        return chosen(out);
    }

    private static Optional<Found> found(Text text, Text.Sentence s, Optional<Parse> parse, Rule rule, List<Hit> hits) {
        boolean word = rule.mood() == Rule.Mood.FREE || rule.mood() == Rule.Mood.EITHER;
        Found.Said whole = Moods.of(text, s, parse, hits);
        // An order or a decision is done though what is ordered or decided is not.
        boolean done = word && whole == Found.Said.PLANNED && hits.size() > 1 && Moods.ordered(text, hits.getFirst());
        Found.Said said = done ? Found.Said.DONE : whole;
        boolean fits = switch (rule.mood()) {
            case FREE -> true;
            case DONE ->
                said == Found.Said.DONE
                        || said == Found.Said.PLANNED && rule.promise().isPresent();
            case PLANNED -> said == Found.Said.PLANNED;
            // A noun that is denied ("no role in the withdrawal", "no date for it") may stand for something that
            // happened.
            case DENIED ->
                said == Found.Said.DENIED
                        && (Moods.clause(parse, hits).isPresent() || Moods.rightBefore(text, s, hits));
            case EITHER -> said != Found.Said.DENIED && said != Found.Said.WITHHELD && said != Found.Said.WANTED;
            case COMING -> said == Found.Said.DONE || said == Found.Said.PLANNED;
            case OPEN -> said != Found.Said.DONE || !Moods.past(parse, hits);
        };
        int from = Hit.first(hits);
        int to = Hit.last(hits);
        return fits
                ? Optional.of(
                        new Found(rule, s, hits, from, to, said, Moods.clause(parse, hits), Moods.past(parse, hits)))
                : Optional.empty();
    }

    /** The nearest words for every concept the rule needs, the anchor first. */
    private static Optional<List<Hit>> together(
            Text text, Rule rule, Hit anchor, List<Hit> hits, Set<String> concepts) {
        for (int k = 1; k < rule.needs().size(); k++)
            if (!anyOf(rule.needs().get(k), concepts)) return Optional.empty();
        if (!rule.with().isEmpty() && !anyOf(rule.with(), concepts)) return Optional.empty();
        if (!rule.not().isEmpty() && anyOf(rule.not(), concepts)) return Optional.empty();
        if (!rule.unless().isEmpty())
            for (Hit h : hits) if (rule.unless().contains(h.id()) && follows(text, anchor, h)) return Optional.empty();
        if (rule.needs().size() == 1) return Optional.of(List.of(anchor));
        List<Hit> out = new ArrayList<>(4);
        out.add(anchor);
        for (int k = 1; k < rule.needs().size(); k++) {
            Optional<Hit> nearest = nearest(text, rule, rule.needs().get(k), hits, out);
            if (nearest.isEmpty()) return Optional.empty();
            out.add(nearest.get());
        }
        return Optional.of(out);
    }

    private static boolean anyOf(Set<String> wanted, Set<String> concepts) {
        for (String w : wanted) if (concepts.contains(w)) return true;
        return false;
    }

    /** The nearest words for one concept that a rule needs, beside those found for it so far. */
    private static Optional<Hit> nearest(Text text, Rule rule, Set<String> need, List<Hit> hits, List<Hit> found) {
        Hit best = null;
        int least = 0;
        for (int k = 0; k < hits.size(); k++) {
            Hit h = hits.get(k);
            if (!need.contains(h.id()) || Hit.touches(found, h.from(), h.to()) || !near(text, rule, h, found)) continue;
            if (rule.ordered() && h.from() < found.getLast().to()) continue;
            int far = gap(found.getFirst(), h) + pauses(text, found.getFirst(), h);
            if (best == null || far < least) {
                best = h;
                least = far;
            }
        }
        return Optional.ofNullable(best);
    }

    private static boolean near(Text text, Rule rule, Hit h, List<Hit> found) {
        for (int k = 0; k < found.size(); k++)
            if (words(text, found.get(k), h) <= rule.near() && !parted(text, found.get(k), h)) return true;
        return false;
    }

    /** Whether {@code h} stands behind {@code anchor}, a few words away and in the same breath. */
    private static boolean follows(Text text, Hit anchor, Hit h) {
        if (h.from() < anchor.to() || h.from() - anchor.to() > OBJECT) return false;
        // "Attacked the ministry of justice": the idea belongs to a name, or a preposition farther on binds it to
        // something else.
        for (int i = anchor.to(); i < h.from(); i++) {
            if (text.token(i).is(",")
                    || i > anchor.to() && text.at(i, "preposition").isPresent()) return false;
            if (text.matches().get(i).stream().anyMatch(m -> m.to() > h.from())) return false;
        }
        return true;
    }

    /** Commas between two hits count for several words. */
    private static int pauses(Text text, Hit a, Hit b) {
        int n = 0;
        for (int i = Math.min(a.to(), b.to()); i < Math.max(a.from(), b.from()); i++)
            if (text.token(i).is(",")) n += 4;
        return n;
    }

    /** Tokens between two hits; a name of several capitalised words counts as one, unless the whole sentence has capitals. */
    private static int words(Text text, Hit a, Hit b) {
        int n = gap(a, b);
        if (Concepts.shouted(text, a.from())) return n;
        for (int i = Math.min(a.to(), b.to()) + 1; i < Math.max(a.from(), b.from()); i++)
            if (text.token(i).capital() && text.token(i - 1).capital()) n--;
        return n;
    }

    private static int gap(Hit a, Hit b) {
        return Math.max(a.from(), b.from()) - Math.min(a.to(), b.to());
    }

    /** Whether a word opens a clause of another event here: "they left while the police began". */
    private static boolean clause(Text text, int i) {
        return text.at(i, "conjunction")
                .filter(m -> m.sense().id().equals("but"))
                .isPresent();
    }

    /** Whether a mark between the two ends what the first is about. */
    private static boolean parted(Text text, Hit a, Hit b) {
        for (int i = Math.min(a.to(), b.to()); i + 1 < Math.max(a.from(), b.from()); i++)
            if ("\"”»".contains(text.token(i).form()) && text.token(i + 1).is(",")) return true;
        int open = 0;
        for (int i = Math.min(a.to(), b.to()); i < Math.max(a.from(), b.from()); i++) {
            if (text.token(i).is(";") || text.token(i).is(":") || clause(text, i)) return true;
            // An aside in brackets parts nothing; half of one does.
            if (text.token(i).is("(")) open++;
            if (text.token(i).is(")") && --open < 0) return true;
        }
        return open > 0;
    }

    /** The tokens of the short quotation around some words, without its marks. */
    static Optional<Hit> quotation(Text text, Text.Sentence s, Hit words) {
        int from = words.from();
        while (from > s.from() && words.from() - from <= LABEL && !mark(text, from - 1)) from--;
        int to = words.to();
        while (to < s.to() && to - words.to() <= LABEL && !mark(text, to)) to++;
        boolean whole = from > s.from() && to < s.to() && mark(text, from - 1) && mark(text, to) && to - from <= LABEL;
        return whole ? Optional.of(new Hit(from, to, words.id(), words.form())) : Optional.empty();
    }

    private static boolean mark(Text text, int i) {
        return "\"“”„«»".contains(text.token(i).form());
    }

    private static boolean timed(Rule rule, List<Moment> moments) {
        // "Did not leave until Monday": they left.
        if (rule.mood() == Rule.Mood.DENIED
                && moments.stream().anyMatch(m -> m.role() == Moment.Role.UNTIL || m.role() == Moment.Role.BEFORE))
            return false;
        return switch (rule.time()) {
            case FREE -> true;
            case ANY -> !moments.isEmpty();
            case LENGTH -> moments.stream().anyMatch(m -> m.type() == TimeExpression.Type.DURATION);
            case SPAN ->
                moments.stream()
                        .anyMatch(m -> m.type() == TimeExpression.Type.DURATION
                                || LIMITS.contains(m.role())
                                || m.role() == Moment.Role.EXTENDED);
            case LIMIT -> moments.stream().anyMatch(m -> LIMITS.contains(m.role()));
            case DAY -> moments.stream().anyMatch(m -> m.type() != TimeExpression.Type.DURATION);
        };
    }

    /** The longest reading of overlapping words for each kind; several kinds may share words. */
    private static List<Found> chosen(List<Found> all) {
        if (all.size() < 2) return all;
        List<Found> sorted = new ArrayList<>(all);
        // What is denied is denied by more than its noun.
        sorted.sort(Comparator.comparingInt((Found f) -> -f.hits().size())
                .thenComparing(f -> f.said() != Found.Said.DENIED)
                .thenComparingInt(f -> f.to() - f.from())
                .thenComparingInt(Found::from));
        List<Found> out = new ArrayList<>();
        for (Found f : sorted)
            if (out.stream().noneMatch(o -> o.overlaps(f) && (rivals(o, f) || askedFor(o, f)))) out.add(f);
        out.removeIf(f -> sorted.stream().anyMatch(o -> coming(o, f)));
        out.sort(
                Comparator.comparingInt(Found::from).thenComparing(f -> f.rule().id()));
        return out;
    }

    /** What somebody demands ("demanded that the alliance send") or approves is not done yet; the longer reading comes first. */
    private static boolean askedFor(Found request, Found f) {
        boolean asked = is(request, "request") && !is(f, "request");
        boolean approved = is(request, "authorisation") && is(f, "deployment");
        return (asked || approved) && f.from() >= request.from() && f.to() <= request.to();
    }

    /** What is to begin has not happened: "the withdrawal of ships, which should start". */
    private static boolean coming(Found start, Found f) {
        return promise(start)
                && start.rule().promise().filter(p -> p.startsWith("start_")).isPresent()
                && !promise(f)
                && !f.verbal()
                && f.from() >= start.from()
                && f.to() <= start.to();
    }

    static boolean is(Found f, String event) {
        return f.rule().event().isPresent() && f.rule().event().get().equals(event);
    }

    /** Two readings of one kind: both events of one type, both promises, both statements. */
    private static boolean rivals(Found a, Found b) {
        if (a.rule().about().isPresent() || b.rule().about().isPresent())
            return a.rule().about().equals(b.rule().about());
        if (promise(a) || promise(b))
            return promise(a)
                    && promise(b)
                    && a.rule().promise().equals(b.rule().promise());
        return a.rule().event().equals(b.rule().event());
    }

    /** Events that happen by being said: their day is the day of the speech. */
    private static final Set<String> BY_SAYING = Set.of("declared_completion", "appeal");

    static boolean bySaying(Found f) {
        return f.rule().event().filter(BY_SAYING::contains).isPresent();
    }

    static boolean promise(Found f) {
        return f.rule().promise().isPresent() && (f.rule().event().isEmpty() || f.said() == Found.Said.PLANNED);
    }
}
