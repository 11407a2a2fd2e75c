package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.language.Fold;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.relate.Acronyms;
import org.sitrep.relate.Actor;
import org.sitrep.relate.Actors;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Profile;

/** The pages of one crisis and what every part of reconciling asks of them. */
final class Crisis {
    /** A count of another event is kept where that event lies at most so many days before the crisis's first page: its own earlier days. */
    private static final int OWN_PAST = 60;

    /** Page order, then text order. */
    static final Comparator<Claim> ORDER = Comparator.comparing((Claim c) -> c.evidence().page()).thenComparing(c -> c.evidence().span()).thenComparing(Claim::id);

    private final List<Claim.Claims> pages;
    private final Map<String, Article> articles = new HashMap<>();
    private final NameTable names;
    private final Optional<String> host;
    private final Actors actors;
    private final Optional<LocalDate> firstDay;
    private final Map<String, Claim.Figure> figures = new HashMap<>();
    private final Map<String, Integer> scenes = new TreeMap<>();
    private final Map<String, Set<String>> pageScenes = new HashMap<>();
    private int scenesSeen;

    Crisis(List<Claim.Claims> pages, NameTable names) {
        this.pages = pages;
        this.names = names;
        for (Claim.Claims p : pages) articles.put(p.article().page(), p.article());
        for (Claim.Claims p : pages) for (Claim c : p.claims()) if (c instanceof Claim.Figure f) figures.put(f.id(), f);
        for (Claim.Claims p : pages) scenes(p);
        this.host = mostNamed();
        this.actors = new Actors(names, host, Acronyms.learn(pages.stream().map(p -> p.article().text()).toList(), names), mentions());
        this.firstDay = pages.stream().flatMap(p -> p.claims().stream()).map(c -> c.common().knownOn()).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    /** The one state that most pages are about; none where two share the crisis, so that no count falls to the wrong one. */
    private Optional<String> mostNamed() {
        List<String> leading = scenes.entrySet().stream().filter(e -> e.getValue() * 5 >= scenesSeen * 3).map(Map.Entry::getKey).toList();
        return leading.size() == 1 ? Optional.of(leading.get(0)) : Optional.empty();
    }

    /** On how many pages each state is a scene: where figures and events are placed, else what the text names most. */
    Map<String, Integer> scenes() {
        return scenes;
    }

    private void scenes(Claim.Claims page) {
        Map<String, Integer> placed = new TreeMap<>();
        for (Claim c : page.claims()) if (!c.common().background()) place(c).flatMap(names::state).ifPresent(s -> placed.merge(s, 1, Integer::sum));
        Set<String> here = placed.isEmpty() ? Profile.of(page, names).mainStates() : placed.keySet();
        pageScenes.put(page.article().page(), Set.copyOf(here));
        if (here.isEmpty()) return;
        scenesSeen++;
        for (String s : here) scenes.merge(s, 1, Integer::sum);
    }

    /** The words for everybody who speaks or acts, each once, in order. */
    Set<String> mentions() {
        Set<String> out = new TreeSet<>();
        for (Claim.Claims p : pages) {
            for (Claim c : p.claims()) {
                words(c).ifPresent(out::add);
                switch (c) {
                    case Claim.Event e -> e.actor().ifPresent(out::add);
                    case Claim.Commitment x -> x.by().ifPresent(out::add);
                    case Claim.Figure f -> {}
                    case Claim.Statement s -> {}
                }
            }
        }
        return out;
    }

    /** Keys of everybody who speaks or acts. */
    Set<String> heard() {
        Set<String> out = new TreeSet<>();
        for (String words : mentions()) out.addAll(actors.of(words).keys());
        return out;
    }

    /** The words for a claim's speaker: the name where reading found one. */
    private static Optional<String> words(Claim c) {
        return c.attribution().name().or(() -> c.attribution().speaker());
    }

    private static Optional<String> place(Claim c) {
        return switch (c) {
            case Claim.Figure f -> f.place().map(org.sitrep.model.Place::label);
            case Claim.Event e -> e.place().map(org.sitrep.model.Place::label);
            case Claim.Commitment x -> Optional.empty();
            case Claim.Statement x -> Optional.empty();
        };
    }

    List<Claim.Claims> pages() {
        return pages;
    }

    /** Its pages' articles, by page key. */
    List<Article> articles() {
        return pages.stream().map(Claim.Claims::article).toList();
    }

    /** The state where it is. */
    Optional<String> host() {
        return host;
    }

    Actors actors() {
        return actors;
    }

    NameTable names() {
        return names;
    }

    /** The figure with an id. */
    Optional<Claim.Figure> figure(String id) {
        return Optional.ofNullable(figures.get(id));
    }

    /** Who says a claim. */
    Actor speaker(Claim c) {
        return actors.of(words(c));
    }

    Article article(String page) {
        return Objects.requireNonNull(articles.get(page));
    }

    /** Every claim that belongs to the crisis, in page and text order: not those of other events, except of its own earlier days. */
    List<Claim> claims() {
        List<Claim> out = new ArrayList<>();
        for (Claim.Claims p : pages) for (Claim c : p.claims()) if (own(c)) out.add(c);
        return out;
    }

    private boolean own(Claim c) {
        if (!c.common().background()) return true;
        Optional<LocalDate> day = day(c);
        return day.isPresent() && firstDay.isPresent() && !day.get().isBefore(firstDay.get().minusDays(OWN_PAST));
    }

    private static Optional<LocalDate> day(Claim c) {
        return switch (c) {
            case Claim.Figure f -> f.asOf().flatMap(Edtf::first);
            case Claim.Event e -> e.date().flatMap(Edtf::first);
            case Claim.Commitment x -> x.due().flatMap(Edtf::first);
            case Claim.Statement x -> Optional.empty();
        };
    }

    /** The news agency that supplied a claim's text, folded: the passage's, else the article's. */
    Optional<String> agency(Claim c) {
        Article article = article(c.evidence().page());
        for (Passage p : article.passages()) if (p.id().equals(c.evidence().passage()) && p.agency().isPresent()) return p.agency().map(Fold::form);
        return article.agency().map(Fold::form);
    }

    /** A figure as it is compared. */
    Counted counted(Claim.Figure f, Measure measure) {
        Optional<LocalDate> stated = f.asOf().flatMap(Edtf::last);
        Optional<LocalDate> day = stated.isPresent() ? stated : f.common().knownOn();
        String named = place(f).or(() -> onlyScene(f.evidence().page())).or(() -> host).orElse("");
        String label = names.state(named).orElse(named);
        return new Counted(f, measure, measure.group(f.who()), Fold.bare(Fold.form(label)), label, day, stated.isPresent(), speaker(f), agency(f));
    }

    private Optional<String> onlyScene(String page) {
        Set<String> here = pageScenes.getOrDefault(page, Set.of());
        return here.size() == 1 && host.isEmpty() ? Optional.of(here.iterator().next()) : Optional.empty();
    }
}
