package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.language.Gazetteer;
import org.sitrep.language.NamedPlace;
import org.sitrep.language.PlaceMention.Hint;
import org.sitrep.language.Text;
import org.sitrep.language.Toponym;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Place;
import org.sitrep.model.Span;

/**
 * Where the claims of one article happen: the place that their sentence gives ("in Herat"), else the state that the article is
 * about. Names of states alone say little of that: those who act, send and speak are states too.
 */
public final class Scene {
    private static final double LOCATED = 2;
    private static final double TOWN = 1;
    private static final double STATE = 0.2;
    private static final double GOVERNMENT = 0.1;
    /** The state whose office-holder opens the story: news names the country it is about first. */
    private static final double OPENER = 0.6;
    /** Tokens of a story's opening. */
    private static final int OPENING = 14;
    /** A people, office or body: they act abroad as well, so they count only where nothing else is named. */
    private static final double ACTOR = 0.01;
    /** Tokens that a place before the claim is farther than one behind it. */
    private static final int BEFORE = 6;

    private final List<Names.Part> parts;
    private final List<Mentions> mentions;
    private final Optional<Place> state;
    private final Optional<String> country;
    private final List<Set<String>> countries = new ArrayList<>();

    /** @param mentions of each part, as {@link Names#of} gives them */
    Scene(Gazetteer gazetteer, List<Names.Part> parts, List<Mentions> mentions) {
        this.parts = parts;
        this.mentions = mentions;
        this.country = heaviest(gazetteer, mentions);
        this.state = country.flatMap(gazetteer::state).map(t -> t.place(words(t, mentions)));
        for (Mentions m : mentions) countries.add(countries(gazetteer, m));
    }

    private static Set<String> countries(Gazetteer gazetteer, Mentions m) {
        Set<String> out = new HashSet<>();
        for (Mentions.Where w : m.places()) out.add(w.named().toponym().country());
        for (Mention a : m.all()) a.state().flatMap(gazetteer::stateNamed).ifPresent(t -> out.add(t.country()));
        return out;
    }

    private static Optional<String> heaviest(Gazetteer gazetteer, List<Mentions> mentions) {
        Map<String, Double> weights = new TreeMap<>();
        for (Mentions m : mentions) {
            for (Mentions.Where w : m.places())
                weights.merge(w.named().toponym().country(), weight(w.named()), Double::sum);
            for (Mention a : m.all())
                if (a.kind() != Mention.Kind.STATE)
                    a.state()
                            .flatMap(gazetteer::stateNamed)
                            .ifPresent(
                                    t -> weights.merge(t.country(), a.from() < OPENING ? OPENER : ACTOR, Double::sum));
        }
        weights.remove("");
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    private static double weight(NamedPlace p) {
        if (p.mention().has(Hint.AT)) return LOCATED;
        return switch (p.toponym().kind()) {
            case STATE -> STATE;
            // A capital that nothing is said to happen in stands for its government ("Moscow said").
            case CAPITAL -> GOVERNMENT;
            default -> TOWN;
        };
    }

    private static String words(Toponym state, List<Mentions> mentions) {
        for (Mentions m : mentions)
            for (Mentions.Where w : m.places())
                if (w.named().toponym().equals(state))
                    return w.named().mention().words();
        return state.name();
    }

    /** The state that the article is about, as it names it. */
    public Optional<Place> state() {
        return state;
    }

    /** The place that the sentence around {@code span} gives for what the span says; else the article's state. */
    public Optional<Place> at(Span span) {
        return given(span).or(() -> state);
    }

    /** The claims with their places, where they have none yet; what is about another event keeps to its own sentence. */
    public List<Claim> located(List<Claim> claims) {
        List<Claim> out = new ArrayList<>(claims.size());
        for (Claim c : claims) out.add(located(c));
        return out;
    }

    /** A teaser that names other states and not the article's own belongs to another story. */
    private boolean abroad(Claim claim) {
        if (claim.evidence().role() != Passage.Role.TEASER || country.isEmpty()) return false;
        int at = claim.evidence().span().start();
        for (int i = 0; i < parts.size(); i++) {
            Text text = parts.get(i).text();
            List<Text.Sentence> all = text.sentences();
            boolean here = !all.isEmpty()
                    && text.span(all.getFirst()).start() <= at
                    && at < text.span(all.getLast()).end();
            if (here) return !countries.get(i).isEmpty() && !countries.get(i).contains(country.get());
        }
        return false;
    }

    private Claim located(Claim told) {
        Claim claim = abroad(told) ? elsewhere(told) : told;
        Span span = claim.evidence().span();
        Optional<Place> place = claim.common().background() ? given(span) : at(span);
        return switch (claim) {
            case Claim.Figure f
            when f.place().isEmpty() ->
                new Claim.Figure(
                        f.common(),
                        f.measure(),
                        f.amount(),
                        f.valueFrom(),
                        f.antecedent(),
                        f.who(),
                        f.whoText(),
                        f.contributor(),
                        f.counts(),
                        f.period(),
                        f.scopeText(),
                        place,
                        f.asOf(),
                        f.increment(),
                        f.partOf());
            case Claim.Event e
            when e.place().isEmpty() ->
                new Claim.Event(e.common(), e.type(), e.plover(), e.date(), e.actor(), e.target(), place);
            case Claim.Figure f -> f;
            case Claim.Event e -> e;
            case Claim.Commitment c -> c;
            case Claim.Statement s -> s;
        };
    }

    /** The claim as one about another event than the page's own. */
    private static Claim elsewhere(Claim claim) {
        Claim.Common c = claim.common();
        Claim.Common other =
                new Claim.Common(c.id(), c.evidence(), c.attribution(), c.status(), true, c.knownOn(), c.rule());
        return switch (claim) {
            case Claim.Figure f ->
                new Claim.Figure(
                        other,
                        f.measure(),
                        f.amount(),
                        f.valueFrom(),
                        f.antecedent(),
                        f.who(),
                        f.whoText(),
                        f.contributor(),
                        f.counts(),
                        f.period(),
                        f.scopeText(),
                        f.place(),
                        f.asOf(),
                        f.increment(),
                        f.partOf());
            case Claim.Event e ->
                new Claim.Event(other, e.type(), e.plover(), e.date(), e.actor(), e.target(), e.place());
            case Claim.Commitment p ->
                new Claim.Commitment(
                        other,
                        p.by(),
                        p.to(),
                        p.what(),
                        p.object(),
                        p.due(),
                        p.durationDays(),
                        p.base(),
                        p.dueQualifier(),
                        p.condition());
            case Claim.Statement s -> new Claim.Statement(other, s.about(), s.labelText(), s.target());
        };
    }

    private Optional<Place> given(Span span) {
        for (int i = 0; i < parts.size(); i++) {
            Text text = parts.get(i).text();
            for (Text.Sentence s : text.sentences())
                if (text.span(s).start() <= span.start()
                        && span.start() < text.span(s).end()) return nearest(text, s, mentions.get(i), span);
        }
        return Optional.empty();
    }

    private static Optional<Place> nearest(Text text, Text.Sentence s, Mentions mentions, Span span) {
        int start = s.from();
        while (start + 1 < s.to() && text.token(start + 1).start() <= span.start()) start++;
        Optional<Place> best = Optional.empty();
        int least = Integer.MAX_VALUE;
        for (Mentions.Where w : mentions.places(s.from(), s.to())) {
            int distance = w.from() >= start ? w.from() - start : start - w.from() + BEFORE;
            if (!w.named().mention().has(Hint.AT) || distance >= least) continue;
            best = Optional.of(w.place());
            least = distance;
        }
        return best;
    }
}
