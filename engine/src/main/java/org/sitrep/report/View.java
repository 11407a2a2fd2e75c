package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;

/** What every part of a report looks up: the situation with its indexes, and the words of the language it is written in. */
public final class View {
    /** Most characters between a name and a number that belongs to it. */
    private static final int BESIDE = 80;

    final Situation situation;
    final Labels labels;
    final List<Claim.Refused> refused;
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, String> origins = new HashMap<>();
    private final Outlets outlets;
    private final Map<String, String> masked = new HashMap<>();
    private final Set<String> actors;
    /** By a figure's id, the points that its page counts among it. */
    private final Map<String, List<Situation.Point>> parts = new HashMap<>();
    /** By a figure's id, what it counts. */
    private final Map<String, String> measures = new HashMap<>();

    private final Map<String, Set<String>> carriers = new HashMap<>();
    /** Where office-holders are named, by page. */
    private final Map<String, List<Span>> persons = new HashMap<>();
    /** Page and passage of each claim. */
    private final Set<String> told = new HashSet<>();
    /** The name that the report uses for a spelling of a page; no spelling that stands for two. */
    private final Map<String, String> spellings = new HashMap<>();

    private final Map<Situation.History, Traits> traits = new IdentityHashMap<>();
    private List<Situation.History> histories = List.of();

    /**
     * Indexes {@code situation}.
     *
     * @param refused what became no claim on the situation's pages
     */
    public View(Situation situation, List<Claim.Refused> refused, Labels labels) {
        this.situation = situation;
        this.labels = labels;
        this.refused = refused;
        this.outlets = new Outlets(situation.articles());
        for (Article article : situation.articles()) articles.put(article.page(), article);
        for (Situation.Origin origin : situation.origins())
            for (Claim claim : origin.claims()) origins.put(claim.id(), origin.id());
        for (Claim c : situation.claims()) {
            carriers.computeIfAbsent(c.evidence().page(), k -> new LinkedHashSet<>())
                    .addAll(c.attribution().via());
            told.add(c.evidence().page() + " " + c.evidence().passage());
            if (c instanceof Claim.Figure f) measures.put(f.id(), f.measure());
        }
        for (Situation.Name n : situation.names())
            if (n.kind() == Situation.Name.Kind.PERSON)
                for (Situation.Name.Variant v : n.variants())
                    persons.computeIfAbsent(v.page(), k -> new ArrayList<>()).add(v.span());
        for (Situation.History h : situation.histories())
            for (Situation.Point p : h.points())
                for (Claim.Figure f : p.claims())
                    f.partOf()
                            .ifPresent(w -> parts.computeIfAbsent(w, k -> new ArrayList<>())
                                    .add(p));
        actors = situation.names().stream()
                .filter(n -> n.kind() != Situation.Name.Kind.PLACE)
                .map(Situation.Name::name)
                .collect(Collectors.toSet());
        for (Situation.Name name : situation.names())
            if (name.kind() != Situation.Name.Kind.PLACE)
                for (Situation.Name.Variant v : name.variants())
                    spellings.merge(v.text(), name.name(), (a, b) -> a.equals(b) ? a : v.text());
    }

    /** The article of the page with that key, where it is of this situation. */
    public Optional<Article> article(String page) {
        return Optional.ofNullable(articles.get(page));
    }

    /** The article's text with contact details masked; offsets as in the text itself. */
    public String text(Article article) {
        return masked.computeIfAbsent(article.page(), page -> Contacts.masked(article.text()));
    }

    /** The claim's quote with contact details masked. */
    public String quote(Claim claim) {
        return article(claim.evidence().page())
                .filter(a -> claim.evidence().span().end() <= a.text().length())
                .map(a -> claim.evidence().span().of(text(a)))
                .orElseGet(() -> Contacts.masked(claim.evidence().quote()));
    }

    /** Language of the passage that holds the claim; "und" when unknown. */
    public String language(Claim claim) {
        return passage(claim)
                .map(Passage::language)
                .or(() -> article(claim.evidence().page()).map(Article::language))
                .orElse("und");
    }

    private Optional<Passage> passage(Claim claim) {
        return article(claim.evidence().page())
                .flatMap(a -> a.passages().stream()
                        .filter(p -> p.id().equals(claim.evidence().passage()))
                        .findFirst());
    }

    /** How many independent origins stand behind {@code claims}; a claim of no known origin counts as one of its page. */
    int origins(Collection<? extends Claim> claims) {
        return (int) claims.stream()
                .map(c -> origins.getOrDefault(c.id(), c.evidence().page()))
                .distinct()
                .count();
    }

    int pages(Collection<? extends Claim> claims) {
        return (int) claims.stream().map(c -> c.evidence().page()).distinct().count();
    }

    /** The outlet that published the page; "page " and its address or path where no outlet is known. */
    public String outlet(String page) {
        return known(page).orElseGet(() -> labels.text("page.unnamed", shortKey(page)));
    }

    /** What a link to the page is called: its outlet, else its address or path. */
    String page(String page) {
        return known(page).orElseGet(() -> shortKey(page));
    }

    private Optional<String> known(String page) {
        return article(page).flatMap(Article::outlet).map(outlets::name).map(Contacts::masked);
    }

    /** The outlet's name for print. */
    String outletName(String outlet) {
        return Plain.text(Contacts.masked(outlets.name(outlet)));
    }

    /** Who published the words: the outlet that the passage is quoted from, else the page's own. */
    public String outlet(Claim claim) {
        return passage(claim)
                .flatMap(Passage::outlet)
                .map(this::outletName)
                .orElseGet(() -> outlet(claim.evidence().page()));
    }

    static String shortKey(String page) {
        String plain = page.replaceFirst("^https?://(www\\.)?", "");
        return Contacts.masked(plain.length() > 60 ? plain.substring(0, 59) + "…" : plain);
    }

    /** The name that the report uses for the spelling {@code name}. */
    String named(String name) {
        return spellings.getOrDefault(name, name);
    }

    /** Whether {@code place} is the one state that the whole report is about, and so need not be told with each event. */
    boolean scene(String place) {
        return situation.scene().places().equals(List.of(place));
    }

    /** "On the page: Harbour Courier.", with a link to each. */
    Line told(List<? extends Claim> claims) {
        List<String> pages =
                claims.stream().map(c -> c.evidence().page()).distinct().toList();
        Line line = Line.of(new Inline.Aside(labels.text(pages.size() == 1 ? "told.page" : "told.pages") + " "));
        for (int i = 0; i < pages.size(); i++)
            line = line.and(
                    new Inline.Text(i == 0 ? "" : labels.text("comma")),
                    new Inline.PageLink(page(pages.get(i)), pages.get(i)));
        return line.and(new Inline.Text("."));
    }

    /** " — health ministry": who is quoted, else the outlet. */
    Line voice(Claim claim) {
        return Line.of(new Inline.Aside(" — " + speaker(claim).orElseGet(() -> outlet(claim))));
    }

    /** The figures that are the strength of {@code state}'s contingent alone; a force of five states is nobody's own. */
    List<Situation.Point> contingent(String state) {
        List<Situation.Point> out = new ArrayList<>();
        for (Situation.History h : situation.histories())
            for (Situation.Point p : h.points()) if (contributor(p).equals(Optional.of(state))) out.add(p);
        return out;
    }

    /** Whose contingent alone a figure counts. */
    Optional<String> contributor(Situation.Point point) {
        Claim.Figure first = point.claims().getFirst();
        if (first.contributor().isEmpty()) return Optional.empty();
        List<String> whose = situation.operations().stream()
                .flatMap(o -> o.contributors().stream())
                .filter(c -> c.claims().contains(first))
                .map(Situation.Contributor::who)
                .toList();
        return whose.size() == 1 ? Optional.of(whose.getFirst()) : Optional.empty();
    }

    /** Whether {@code name} is a state, an organisation or an office-holder that the pages show acting in public. */
    boolean actor(String name) {
        return actors.contains(name);
    }

    /** Whether the claim's speaker is a state, one of its offices, an organisation or an office-holder. */
    boolean official(Claim claim) {
        return claim.attribution()
                .name()
                .or(claim.attribution()::speaker)
                .filter(n -> situation.officials().contains(n) || actors.contains(n))
                .isPresent();
    }

    /** The speaker's own name; the page's words for one without a name ("a diplomat"); empty for an outlet's own voice. */
    public Optional<String> speaker(Claim claim) {
        Optional<String> both = joint(claim);
        if (both.isPresent()) return both;
        Optional<String> named = claim.attribution().name().filter(n -> Character.isUpperCase(n.codePointAt(0)));
        return named.or(claim.attribution()::speaker)
                .map(this::named)
                .map(Contacts::masked)
                .map(Plain::text);
    }

    /** "The president and the alliance": two who say a thing together, where the page's words end in the second one's name. */
    private Optional<String> joint(Claim claim) {
        Optional<String> name = claim.attribution().name().map(this::named).filter(actors::contains);
        Optional<String> words = claim.attribution().speaker();
        // Only words longer than any one spelling can name two.
        if (name.isEmpty() || words.isEmpty() || spellings.containsKey(words.get())) return Optional.empty();
        return spellings.entrySet().stream()
                .filter(e -> words.get().endsWith(" " + e.getKey())
                        && !e.getValue().equals(name.get())
                        && actors.contains(e.getValue()))
                .max(Comparator.comparingInt(e -> e.getKey().length()))
                .filter(e -> spellings.entrySet().stream()
                        .anyMatch(o -> o.getValue().equals(name.get())
                                && words.get()
                                        .substring(
                                                0,
                                                words.get().length()
                                                        - e.getKey().length())
                                        .contains(o.getKey())))
                .map(e -> Plain.text(Contacts.masked(labels.list(List.of(name.get(), e.getValue())))));
    }

    /** "Ministry of Health, via Steppe 24" or the outlet in its own voice. */
    Line said(List<? extends Claim> claims) {
        Claim first = claims.getFirst();
        String who = speaker(first).orElseGet(() -> ownVoice(claims));
        Set<String> via = new LinkedHashSet<>();
        for (Claim claim : claims)
            if (speaker(claim).equals(speaker(first)))
                via.addAll(claim.attribution().via());
        return via.isEmpty()
                ? Line.of(who)
                : Line.of(
                        new Inline.Text(who),
                        new Inline.Aside(" " + labels.text("via", Contacts.masked(String.join(", ", via)))));
    }

    /** Who carried the claim from its speaker to its page: "health ministry → Steppe 24 → Harbour Courier"; only the outlet where it names nobody. */
    public List<String> chain(Claim claim) {
        Set<String> chain = new LinkedHashSet<>();
        speaker(claim).ifPresent(chain::add);
        for (String carrier : claim.attribution().via()) chain.add(Plain.text(Contacts.masked(carrier)));
        chain.add(outlet(claim));
        chain.add(outlet(claim.evidence().page()));
        return List.copyOf(chain);
    }

    private String ownVoice(List<? extends Claim> claims) {
        List<String> outlets = claims.stream().map(this::publisher).distinct().toList();
        String named = String.join(", ", outlets.subList(0, Math.min(3, outlets.size())));
        return labels.text("own.voice", outlets.size() > 3 ? named + " …" : named);
    }

    /** The outlet, with the news agency that supplied the words where it is credited: "Harbour Courier with Meridian". */
    private String publisher(Claim claim) {
        String outlet = outlet(claim);
        Optional<Passage> passage = passage(claim);
        boolean quoted = passage.flatMap(Passage::outlet).isPresent();
        Optional<String> agency = passage.flatMap(Passage::agency)
                .or(() -> quoted
                        ? Optional.empty()
                        : article(claim.evidence().page()).flatMap(Article::agency));
        return agency.map(a -> Plain.text(Contacts.masked(a)))
                .filter(a -> !outlet.toLowerCase(Locale.ROOT).contains(a.toLowerCase(Locale.ROOT))
                        && !a.toLowerCase(Locale.ROOT).contains(outlet.toLowerCase(Locale.ROOT)))
                .map(a -> labels.text("with.agency", outlet, a))
                .orElse(outlet);
    }

    /** "Andrei X, commander of the force of 900": the words from an office-holder's name to the claim, where one stands shortly before it. */
    Optional<Inline> beside(Claim claim) {
        Optional<Article> article = article(claim.evidence().page());
        Span quote = claim.evidence().span();
        if (article.isEmpty() || quote.end() > article.get().text().length()) return Optional.empty();
        String text = text(article.get());
        return persons.getOrDefault(claim.evidence().page(), List.of()).stream()
                .filter(s -> s.end() <= quote.start() && quote.start() - s.end() <= BESIDE)
                .filter(s -> apposed(text.substring(s.end(), quote.start())))
                .max(Comparator.comparingInt(Span::start))
                .map(s -> words(text.substring(s.start(), quote.end()), language(claim), 160));
    }

    /** Whether the words between a name and a number explain the name: behind a comma, and no sentence ends in them. */
    private static boolean apposed(String between) {
        return between.startsWith(",") && between.chars().noneMatch(c -> ".;!?\n”\"»".indexOf(c) >= 0);
    }

    /** Whether a claim of the situation stands in a passage. */
    boolean told(Article article, Passage passage) {
        return told.contains(article.page() + " " + passage.id());
    }

    /** Who is said to have carried claims to a page, in text order. */
    Set<String> carriers(Article article) {
        return carriers.getOrDefault(article.page(), Set.of());
    }

    /** What the figure with an id counts. */
    Optional<String> measure(String id) {
        return Optional.ofNullable(measures.get(id));
    }

    /** What pages count among any of {@code claims}, each with its figure of a history. */
    List<Situation.Point> parts(List<? extends Claim> claims) {
        return claims.stream()
                .flatMap(c -> parts.getOrDefault(c.id(), List.of()).stream())
                .distinct()
                .toList();
    }

    /** "5 pages, 1 origin" where more than one page carries it; nothing otherwise. */
    Line carried(List<? extends Claim> claims) {
        int pages = pages(claims);
        if (pages < 2) return Line.of();
        return Line.of(new Inline.Aside(
                " · " + labels.count("pages", pages) + ", " + labels.count("origins", origins(claims))));
    }

    /** A page's words as a short quotation: whole words, at most {@code most} characters. */
    Inline words(String text, String language, int most) {
        return new Inline.Words(clip(Plain.text(text), most), language);
    }

    /** A figure's quote; for what else is said, the clause that holds the quote, with dots where the sentence goes on. */
    Inline quoted(Claim claim) {
        return words(readable(claim), language(claim), 160);
    }

    /** The clause around any claim's quote. */
    Inline clause(Claim claim) {
        return words(window(claim), language(claim), 160);
    }

    /** As {@link #quoted}, without its form. */
    public String readable(Claim claim) {
        return claim instanceof Claim.Figure ? quote(claim) : window(claim);
    }

    private String window(Claim claim) {
        Optional<Article> article = article(claim.evidence().page());
        Optional<Passage> passage = passage(claim);
        Span quote = claim.evidence().span();
        if (article.isEmpty()
                || passage.isEmpty()
                || quote.end() > article.get().text().length()) return quote(claim);
        String text = text(article.get());
        Span limits = passage.get().span().cover(quote);
        Span shown = ClauseWindow.around(text, quote, limits);
        String before = ClauseWindow.midway(text, shown.start(), limits.start(), true) ? "… " : "";
        String after = ClauseWindow.midway(text, shown.end(), limits.end(), false) ? " …" : "";
        return before + shown.of(text) + after;
    }

    /** The claim to show for several that tell one thing: on sound text before damaged, with a speaker before without, the longest quote. */
    static <C extends Claim> C best(List<C> claims) {
        return claims.stream()
                .max(Comparator.comparing((C c) -> c.evidence().flags().isEmpty())
                        .thenComparing(c -> c.attribution().speaker().isPresent())
                        .thenComparing(c -> c.evidence().quote().length())
                        .thenComparing(Claim::id))
                .orElseThrow();
    }

    static String clip(String text, int most) {
        if (text.length() <= most) return text;
        int cut = text.lastIndexOf(' ', most - 1);
        return text.substring(0, cut < most / 2 ? most - 1 : cut) + " …";
    }

    /** The days on which a page of the situation, or a passage with a claim, was published, in order. */
    public List<LocalDate> days() {
        Stream<LocalDate> pages = situation.articles().stream()
                .flatMap(a -> a.published().stream())
                .flatMap(p -> p.date().day().stream());
        return Stream.concat(pages, situation.claims().stream().flatMap(c -> c.common().knownOn().stream()))
                .distinct()
                .sorted()
                .toList();
    }

    /** Histories with the most widely carried first; ties by measure and place, so that the order never depends on the input's. */
    List<Situation.History> histories() {
        if (histories.isEmpty()) {
            Map<Situation.History, Integer> carried = new IdentityHashMap<>();
            for (Situation.History h : situation.histories()) carried.put(h, pages(claims(h)));
            histories = situation.histories().stream()
                    .sorted(Comparator.comparingInt((Situation.History h) -> -carried.getOrDefault(h, 0))
                            .thenComparingInt(h -> -h.points().size())
                            .thenComparing(h -> h.matter().toString()))
                    .toList();
        }
        return histories;
    }

    /** What is known of each point of {@code history}. */
    Traits traits(Situation.History history) {
        return traits.computeIfAbsent(history, Traits::new);
    }

    static List<Claim.Figure> claims(Situation.History history) {
        return history.points().stream().flatMap(p -> p.claims().stream()).toList();
    }
}
