package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation;
import org.sitrep.report.Inline.Line;

/** What every part of a report looks up: the situation with its indexes, and the words of the language it is written in. */
public final class View {
    final Situation situation;
    final Labels labels;
    final List<Claim.Refused> refused;
    final Quotes quotes;
    final Voices voices;
    private final Map<String, Situation.Origin> origins = new HashMap<>();
    /** By a figure's id, the points that its page counts among it. */
    private final Map<String, List<Situation.Point>> parts = new HashMap<>();
    /** By a figure's id, what it counts. */
    private final Map<String, String> measures = new HashMap<>();

    private final Map<String, Set<String>> carriers = new HashMap<>();
    /** Page and passage of each claim. */
    private final Set<String> told = new HashSet<>();

    private final Map<Situation.History, Traits> traits = new IdentityHashMap<>();
    private final Map<Situation.History, Standing> standing = new IdentityHashMap<>();
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
        this.quotes = new Quotes(situation);
        this.voices = new Voices(situation, labels, quotes);
        for (Situation.Origin origin : situation.origins())
            for (Claim claim : origin.claims()) origins.put(claim.id(), origin);
        for (Claim c : situation.claims()) {
            carriers.computeIfAbsent(c.evidence().page(), k -> new LinkedHashSet<>())
                    .addAll(c.attribution().via());
            told.add(c.evidence().page() + " " + c.evidence().passage());
            if (c instanceof Claim.Figure f) measures.put(f.id(), f.measure());
        }
        for (Situation.History h : situation.histories())
            for (Situation.Point p : h.points())
                for (Claim.Figure f : p.claims())
                    f.partOf()
                            .ifPresent(w -> parts.computeIfAbsent(w, k -> new ArrayList<>())
                                    .add(p));
    }

    /** The article of the page with that key, where it is of this situation. */
    public Optional<Article> article(String page) {
        return quotes.article(page);
    }

    /** The claim's quote with contact details masked. */
    public String quote(Claim claim) {
        return quotes.quote(claim);
    }

    /** The sentence that holds a claim's quote, in quotation marks, cut with dots where it is long; behind it a figure's own words. */
    public String evidence(Claim claim) {
        return quotes.evidence(claim, labels.text("quote.open"), labels.text("quote.close"), labels.text("quote.here"));
    }

    /** Who published the words: the outlet that the passage is quoted from, else the page's own. */
    public String outlet(Claim claim) {
        return voices.outlet(claim);
    }

    /** The speaker's own name; the page's words for one without a name ("a diplomat"); empty for an outlet's own voice. */
    public Optional<String> speaker(Claim claim) {
        return voices.speaker(claim);
    }

    /** Who carried the claim from its speaker to its page: "health ministry → Steppe 24 → Harbour Courier"; only the outlet where it names nobody. */
    public List<String> chain(Claim claim) {
        return voices.chain(claim);
    }

    /** An actor's name in the report's language, where the files of names or the pages have it. */
    public String name(String canonical) {
        return voices.shown(canonical);
    }

    /** What stands on a statement's way, by the name that the report uses for it; a page by its outlet. */
    public String label(Situation.Node node) {
        return voices.label(node);
    }

    /** The day a figure counts for, in words, else the day that first told it; nothing where neither is known. */
    public Optional<String> day(Situation.Point point) {
        return new Figures(this).day(point);
    }

    /** The first day a figure may count for, else the day that first told it. */
    public Optional<LocalDate> from(Situation.Point point) {
        return point.asOf().flatMap(Edtf::first).or(() -> Standing.firstKnown(point));
    }

    /** How a figure stands to the others of its history, in words, and whether that is a warning. */
    public record Mark(String text, boolean warns) {}

    /** The marks of a figure, as its ladder has them. */
    public List<Mark> marks(Situation.History history, Situation.Point point) {
        return new Badges(this)
                .of(history, List.of(point)).parts().stream()
                        .flatMap(i -> i instanceof Inline.Tag t
                                ? Stream.of(new Mark(t.text(), t.tone() == Inline.Tone.WARN))
                                : Stream.empty())
                        .toList();
    }

    /** The statement that a claim carries. */
    Optional<Situation.Origin> origin(Claim claim) {
        return Optional.ofNullable(origins.get(claim.id()));
    }

    /** How many independent origins stand behind {@code claims}; a claim of no known origin counts as one of its page. */
    int origins(Collection<? extends Claim> claims) {
        return (int) claims.stream()
                .map(c ->
                        origin(c).map(Situation.Origin::id).orElse(c.evidence().page()))
                .distinct()
                .count();
    }

    int pages(Collection<? extends Claim> claims) {
        return (int) claims.stream().map(c -> c.evidence().page()).distinct().count();
    }

    /** Whether {@code place} is the one state that the whole report is about, and so need not be told with each event. */
    boolean scene(String place) {
        return situation.scene().places().equals(List.of(place));
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

    /** Histories in the order in which they are told, see {@link Precedence}. */
    List<Situation.History> histories() {
        if (histories.isEmpty()) histories = Precedence.of(this).sorted();
        return histories;
    }

    /** What stands of {@code history}, and what a later day left behind. */
    Standing standing(Situation.History history) {
        return standing.computeIfAbsent(history, h -> Standing.of(h, this));
    }

    /** What is known of each point of {@code history}. */
    Traits traits(Situation.History history) {
        return traits.computeIfAbsent(history, Traits::new);
    }

    static List<Claim.Figure> claims(Situation.History history) {
        return history.points().stream().flatMap(p -> p.claims().stream()).toList();
    }
}
