package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.sitrep.model.Status;

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

    private static final String FORCE = "deployed";
    /** Where somebody is off to is not where it happens, and where he comes from is seldom told. */
    private static final String DEPARTURE = "departure";

    private final List<Names.Part> texts;
    private final List<Sites> sites = new ArrayList<>();
    private final Optional<Place> state;
    /** Where a claim is that its sentence gives no place: the state, or the one town that an article without a state is about. */
    private final Optional<Place> otherwise;
    /** By a figure's id, the spans of what the page counts among it. */
    private final Map<String, List<Span>> parts = new TreeMap<>();
    /** By a figure's id, the place that stands for it in a list of places. */
    private final Map<String, Place> listed = new TreeMap<>();
    /** The figures that have their places, in text order. */
    private final List<Claim.Figure> located = new ArrayList<>();

    private final Optional<String> country;
    /** Whether the article names the state, or a place in it, anywhere but in the name of a people or office: they do things abroad as well. */
    private final boolean named;

    private final List<Set<String>> countries = new ArrayList<>();

    /** @param mentions of each part, as {@link Names#of} gives them */
    Scene(Gazetteer gazetteer, List<Names.Part> texts, List<Mentions> mentions) {
        this.texts = texts;
        this.country = heaviest(gazetteer, mentions);
        this.state = country.flatMap(gazetteer::state).map(t -> t.place(words(t, mentions)));
        this.named = country.isEmpty()
                || mentions.stream()
                        .anyMatch(m -> m.places().stream()
                                .anyMatch(w -> !actor(m, w)
                                        && country.get()
                                                .equals(w.named().toponym().country())));
        this.otherwise = town(texts, mentions).or(() -> state);
        for (Mentions m : mentions) countries.add(countries(gazetteer, m));
        for (int i = 0; i < texts.size(); i++)
            sites.add(new Sites(gazetteer, texts.get(i), mentions.get(i), country, state));
    }

    /** The one town that the headline says "in" of, where the article names no state: a local story. */
    private static Optional<Place> town(List<Names.Part> texts, List<Mentions> mentions) {
        Map<String, Place> towns = new TreeMap<>();
        for (Mentions m : mentions) {
            if (m.all().stream().anyMatch(a -> a.kind() == Mention.Kind.STATE)) return Optional.empty();
            for (Mentions.Where w : m.places())
                if (w.named().toponym().kind() == Toponym.Kind.STATE) return Optional.empty();
        }
        if (texts.isEmpty() || texts.getFirst().text().sentences().isEmpty()) return Optional.empty();
        Text.Sentence first = texts.getFirst().text().sentences().getFirst();
        for (Mentions.Where w : mentions.getFirst().places(first.from(), first.to()))
            if (w.named().mention().has(Hint.AT))
                towns.putIfAbsent(w.named().toponym().id(), w.place());
        return towns.size() == 1 ? towns.values().stream().findFirst() : Optional.empty();
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
                weights.merge(w.named().toponym().country(), actor(m, w) ? ACTOR : weight(w.named()), Double::sum);
            for (Mention a : m.all())
                if (a.kind() != Mention.Kind.STATE)
                    a.state()
                            .flatMap(gazetteer::stateNamed)
                            .ifPresent(t -> weights.merge(t.country(), opener(a) ? OPENER : ACTOR, Double::sum));
        }
        weights.remove("");
        return weights.entrySet().stream()
                .max(Map.Entry.<String, Double>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** Only an office or its holder: a people's name or a body opens a story about those who were sent as well ("Russian-led troops"). */
    private static boolean opener(Mention a) {
        return a.from() < OPENING && (a.kind() == Mention.Kind.PERSON || a.kind() == Mention.Kind.OFFICE);
    }

    /** A state inside a body's name ("the U.S. military") acts there; it is no scene. */
    private static boolean actor(Mentions m, Mentions.Where w) {
        return m.at(w.from())
                .filter(a -> a.kind() != Mention.Kind.STATE && a.kind() != Mention.Kind.PLACE)
                .isPresent();
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

    /** The place that the sentence around {@code span} gives for what the span says; else the article's. */
    Optional<Place> at(Span span) {
        return sites(span).flatMap(x -> x.given(span, List.of(), false)).or(() -> otherwise);
    }

    /** The claims, in text order, with their places, where they have none yet; what is about another event keeps to its own sentence. */
    public List<Claim> located(List<Claim> claims) {
        for (Claim c : claims)
            if (c instanceof Claim.Figure f)
                f.partOf()
                        .ifPresent(w -> parts.computeIfAbsent(w, k -> new ArrayList<>())
                                .add(f.evidence().span()));
        series(claims);
        List<Claim> out = new ArrayList<>(claims.size());
        for (Claim c : claims) {
            Claim placed = located(c);
            if (placed instanceof Claim.Figure f) located.add(f);
            out.add(placed);
        }
        return out;
    }

    private void series(List<Claim> claims) {
        Map<Span, List<Claim.Figure>> sentences = new LinkedHashMap<>();
        for (Claim c : claims)
            if (c instanceof Claim.Figure f)
                sites(f.evidence().span())
                        .flatMap(x -> x.sentence(f.evidence().span()).map(x::span))
                        .ifPresent(s -> sentences
                                .computeIfAbsent(s, k -> new ArrayList<>())
                                .add(f));
        sentences.forEach((span, figures) -> {
            Sites here = sites(span).orElseThrow();
            List<Place> places = here.series(
                    here.sentence(span).orElseThrow(),
                    figures.stream().map(f -> f.evidence().span()).toList());
            for (int i = 0; i < places.size(); i++) listed.put(figures.get(i).id(), places.get(i));
        });
    }

    /** A teaser that names other states and not the article's own belongs to another story. */
    private boolean abroad(Claim claim) {
        if (claim.evidence().role() != Passage.Role.TEASER || country.isEmpty()) return false;
        int at = claim.evidence().span().start();
        for (int i = 0; i < texts.size(); i++) {
            Text text = texts.get(i).text();
            List<Text.Sentence> all = text.sentences();
            boolean here = !all.isEmpty()
                    && text.span(all.getFirst()).start() <= at
                    && at < text.span(all.getLast()).end();
            if (here) return !countries.get(i).isEmpty() && !countries.get(i).contains(country.get());
        }
        return false;
    }

    private Claim located(Claim told) {
        Claim claim = abroad(told) ? told.with(told.common().elsewhere()) : told;
        Optional<Place> given = given(claim);
        Optional<Place> place = claim.common().background() ? given : given.or(() -> otherwise);
        return switch (claim) {
            case Claim.Figure f -> f.place().isEmpty() ? f.at(place) : f;
            case Claim.Event e ->
                e.place().isPresent() || e.type().equals(DEPARTURE)
                        ? e
                        : e.at(given.or(() -> named ? place : Optional.empty()));
            case Claim.Commitment c -> c;
            case Claim.Statement s -> s;
        };
    }

    /** The place that the claim's own sentence gives, else that of the figures before it, which it carries on, else the one its paragraph opens with. */
    private Optional<Place> given(Claim claim) {
        Span span = claim.evidence().span();
        Optional<Sites> here = sites(span);
        if (here.isEmpty()) return Optional.empty();
        Optional<Place> own = Optional.ofNullable(listed.get(claim.id()))
                .or(() -> claim instanceof Claim.Event
                        ? here.get().happens(span)
                        : here.get().given(span, parts.getOrDefault(claim.id(), List.of()), force(claim)));
        if (own.isPresent() || force(claim) || !(claim instanceof Claim.Figure f)) return own;
        return carried(here.get(), f).or(() -> here.get().opened(span));
    }

    /** The strength of a force, which is that of the whole country unless its own clause says otherwise. */
    private static boolean force(Claim claim) {
        return claim instanceof Claim.Figure f && f.measure().equals(FORCE);
    }

    private Optional<Sites> sites(Span span) {
        for (Sites x : sites) if (x.sentence(span).isPresent()) return Optional.of(x);
        return Optional.empty();
    }

    /** "Fourteen died in Herat, 43 in the country. An hour before, it was nine.": an earlier number is that of the next higher one before it. */
    private Optional<Place> replaced(Sites here, Claim.Figure f) {
        long old = f.amount().value().orElse(0);
        List<Claim.Figure> higher = located.stream()
                .filter(o -> o.measure().equals(f.measure())
                        && o.status() == Status.ASSERTED
                        && o.amount().value().orElse(0) > old)
                .toList();
        if (higher.isEmpty()) return Optional.empty();
        Optional<Text.Sentence> last = here.sentence(higher.getLast().evidence().span());
        return higher.stream()
                .filter(o ->
                        last.isPresent() && here.sentence(o.evidence().span()).equals(last))
                .min(Comparator.comparingLong(o -> o.amount().value().orElse(0)))
                .flatMap(Claim.Figure::place);
    }

    /**
     * "In Herat twelve were killed. Another 40 were hurt.": a sentence that names no place carries on where the figures of the one
     * before it were; not with an earlier number, nor with a larger one of the same measure, which is the whole's again.
     */
    private Optional<Place> carried(Sites here, Claim.Figure f) {
        Text.Sentence s = here.sentence(f.evidence().span()).orElseThrow();
        if (f.common().background() || !here.silent(s)) return Optional.empty();
        if (f.status() == Status.SUPERSEDED) return replaced(here, f);
        Optional<Text.Sentence> before = here.before(s);
        if (before.isEmpty()) return Optional.empty();
        Optional<Place> place = Optional.empty();
        for (int i = located.size() - 1; i >= 0; i--) {
            Claim.Figure o = located.get(i);
            Optional<Text.Sentence> there = here.sentence(o.evidence().span());
            if (there.isEmpty() || there.get().from() < before.get().from()) break;
            if (!there.equals(before)
                    || o.status() == Status.SUPERSEDED
                    || o.common().background()) continue;
            boolean larger = o.measure().equals(f.measure())
                    && o.amount().value().orElse(0) < f.amount().value().orElse(0);
            if (larger) return Optional.empty();
            if (place.isEmpty() && !o.place().equals(otherwise)) place = o.place();
        }
        return place;
    }
}
