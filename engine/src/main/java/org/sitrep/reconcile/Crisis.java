package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.language.Fold;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Status;
import org.sitrep.relate.Acronyms;
import org.sitrep.relate.Actor;
import org.sitrep.relate.Actors;
import org.sitrep.relate.Affiliations;
import org.sitrep.relate.NameTable;
import org.sitrep.relate.Rulings;

/** The pages of one crisis and what every part of reconciling asks of them. */
final class Crisis {
    /** A count of another event is kept where that event lies at most so many days before the crisis's first page: its own earlier days. */
    private static final int OWN_PAST = 60;

    /** Smaller numbers are told of everything. */
    private static final long TELLING = 10;

    /** Page order, then text order. */
    static final Comparator<Claim> ORDER = Comparator.comparing(
                    (Claim c) -> c.evidence().page())
            .thenComparing(c -> c.evidence().span())
            .thenComparing(Claim::id);

    private final List<Claim.Claims> pages;
    private final Map<String, Article> articles = new HashMap<>();
    private final NameTable names;
    private final Optional<String> host;
    private final Actors actors;
    private final Optional<LocalDate> firstDay;
    private final Map<String, Claim.Figure> figures = new HashMap<>();
    private final Scenes scenes;
    private final Rulings rulings;
    private final Map<String, Actor> bodies = new HashMap<>();
    private final Elsewhere abroad;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Claim> elsewhere = new ArrayList<>();

    Crisis(List<Claim.Claims> pages, Rulings all, Knowledge known) {
        this.pages = pages;
        this.names = known.names();
        for (Claim.Claims p : pages) articles.put(p.article().page(), p.article());
        for (Claim.Claims p : pages) for (Claim c : p.claims()) if (c instanceof Claim.Figure f) figures.put(f.id(), f);
        this.scenes = new Scenes(pages, articles, names, known.life());
        this.abroad =
                new Elsewhere(Title.where(scenes.states()), names, known.gazetteer(), known.measures(), known.life());
        this.host = scenes.host();
        this.rulings = all.within(articles.keySet());
        this.actors = new Actors(
                names,
                host,
                Acronyms.learn(pages.stream().map(p -> p.article().text()).toList(), names),
                mentions(),
                rulings);
        bodies();
        this.firstDay = pages.stream()
                .flatMap(p -> p.claims().stream())
                .map(c -> c.common().knownOn())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
        Set<String> past = Past.of(pages);
        Set<String> counted = new HashSet<>();
        for (Claim.Claims p : pages)
            for (Claim c : p.claims())
                if (c instanceof Claim.Figure f && !past.contains(f.id()) && !abroad.holds(f, scenes::of))
                    counted.add(number(f));
        for (Claim.Claims p : pages)
            for (Claim c : p.claims()) (!past.contains(c.id()) && own(c, counted) ? claims : elsewhere).add(c);
        elsewhere.removeIf(c -> !worth(c));
    }

    private static String number(Claim.Figure f) {
        return f.measure() + "=" + f.amount().key();
    }

    /** Whether the pages give the number for the crisis too, so that its place was misread: "a Gulf island" is in no neighbouring state. */
    private static boolean told(Claim c, Set<String> counted) {
        return c instanceof Claim.Figure f && f.amount().value().orElse(0) >= TELLING && counted.contains(number(f));
    }

    /** Figures and events that happened, of a story's own text. */
    private static boolean worth(Claim c) {
        boolean told = c instanceof Claim.Figure || c instanceof Claim.Event;
        return told && c.status() == Status.ASSERTED && c.evidence().role() != Passage.Role.TEASER;
    }

    /** What people decided that holds here. */
    Rulings rulings() {
        return rulings;
    }

    /** On how many pages each state is a scene. */
    Map<String, Integer> scenes() {
        return scenes.states();
    }

    /** The words for everybody who speaks or acts, each once, in order. */
    Set<String> mentions() {
        Set<String> out = new TreeSet<>(
                Affiliations.of(pages.stream().map(p -> p.article().text()).toList(), names));
        for (Claim.Claims p : pages) {
            for (Claim c : p.claims()) {
                c.attribution().speaker().ifPresent(out::add);
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

    /** Who says a claim; "the ministry" is the body that the page named last. */
    Actor speaker(Claim c) {
        return Objects.requireNonNullElseGet(bodies.get(c.id()), () -> told(c));
    }

    private void bodies() {
        for (Claim.Claims p : pages) {
            Optional<Actor> last = Optional.empty();
            for (Claim c : p.claims()) {
                boolean bare = c.attribution().speaker().filter(this::bare).isPresent();
                if (bare && last.isPresent()) bodies.put(c.id(), last.get());
                Actor told = told(c);
                if (!bare && !told.joint() && told.body()) last = Optional.of(told);
            }
        }
    }

    /** Whether words for a body name none: "the ministry" is whichever the page named last. */
    boolean bare(String words) {
        List<NameTable.Found> found = names.all(NameTable.words(words));
        return found.stream().anyMatch(f -> f.entry().category().equals("bare"))
                && found.stream()
                        .allMatch(f -> f.entry().category().equals("bare")
                                || f.entry().category().equals("affiliation"));
    }

    private Actor told(Claim c) {
        if (c.attribution().speaker().filter(Attribution.UNNAMED::equals).isPresent()) return unnamed(c);
        Actor told = actors.of(c.attribution().speaker());
        // A canonical name is one party's; of two who speak together the page's own words tell.
        return told.joint() ? told : actors.of(words(c));
    }

    /** One page may quote several private persons; those of two pages are two at any rate. */
    private static Actor unnamed(Claim c) {
        return new Actor(Set.of("unnamed:" + c.evidence().page()), Attribution.UNNAMED, Optional.empty(), false);
    }

    Article article(String page) {
        return Objects.requireNonNull(articles.get(page));
    }

    /** The day by which a claim was known at the latest. */
    Optional<LocalDate> knownBy(Claim c) {
        return article(c.evidence().page()).knownBy(c);
    }

    /** Every claim that belongs to the crisis, in page and text order: not those of other events, except of its own earlier days. */
    List<Claim> claims() {
        return claims;
    }

    /** The figures and events of other crises and other years that its pages tell, in page and text order. */
    List<Claim> elsewhere() {
        return elsewhere;
    }

    private boolean own(Claim c, Set<String> counted) {
        if (abroad.holds(c, scenes::of) && !told(c, counted)) return false;
        if (!c.common().background()) return !(c instanceof Claim.Figure) || !longAgo(c);
        if (c.evidence().role() == Passage.Role.TEASER && c instanceof Claim.Figure f && elsewhere(f)) return false;
        Optional<LocalDate> day = day(c);
        return day.isPresent()
                && firstDay.isPresent()
                && !day.get().isBefore(firstDay.get().minusDays(OWN_PAST));
    }

    /** A teaser about another state is another story, whatever it counts; so is one that counts nowhere in particular. */
    private boolean elsewhere(Claim.Figure f) {
        if (f.place().isEmpty()) return true;
        Set<String> named = new TreeSet<>();
        for (NameTable.Found x : names.all(NameTable.words(passage(f)
                .map(p -> p.span().of(article(f.evidence().page()).text()))
                .orElse(""))))
            if (x.entry().category().equals("state")) named.add(x.entry().id());
        return !named.isEmpty() && named.stream().noneMatch(s -> scenes.states().containsKey(s));
    }

    private Optional<Passage> passage(Claim c) {
        return article(c.evidence().page()).passages().stream()
                .filter(p -> p.id().equals(c.evidence().passage()))
                .findFirst();
    }

    /** A count of a day long before the crisis is another event's, also on a page that does not tell its own day. */
    private boolean longAgo(Claim c) {
        return firstDay.isPresent()
                && day(c).filter(d -> d.isBefore(firstDay.get().minusDays(OWN_PAST)))
                        .isPresent();
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
        return passage(c).flatMap(Passage::agency).or(article::agency).map(Fold::form);
    }

    /** The day of a count that names none: that on which it was told. A teaser tells of an older day, which it may not name. */
    private Optional<LocalDate> told(Claim.Figure f) {
        boolean old = f.evidence().role() == Passage.Role.TEASER
                && passage(f).flatMap(Passage::published).isEmpty();
        return old ? Optional.empty() : f.common().knownOn();
    }

    /** A figure as it is compared. */
    Counted counted(Claim.Figure f, Measure measure) {
        Optional<LocalDate> stated = f.asOf().flatMap(Edtf::last);
        Optional<LocalDate> day = stated.isPresent() ? stated : told(f);
        String label = scenes.of(f);
        return new Counted(
                f,
                measure,
                measure.group(f.who()),
                Fold.bare(Fold.form(label)),
                label,
                scenes.wide(label),
                scenes.located(f),
                day,
                stated.isPresent(),
                speaker(f),
                agency(f),
                article(f.evidence().page())
                                .text()
                                .lastIndexOf('\n', f.evidence().span().start())
                        + 1);
    }
}
