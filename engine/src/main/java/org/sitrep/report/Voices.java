package org.sitrep.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;

/** Who says a thing: its speaker under one name, those who passed it on, the outlet that printed it. */
final class Voices {
    /** A shorter small word is a particle of a name. */
    private static final int WORD = 4;

    private final Situation situation;
    private final Labels labels;
    private final Quotes quotes;
    private final Outlets outlets;
    private final Set<String> actors;
    /** The name that the report uses for a spelling of a page; no spelling that stands for two. */
    private final Map<String, String> spellings = new HashMap<>();
    /** By name, the form that the pages of the report's language use; none where the names are of that language already. */
    private final Map<String, String> own = new HashMap<>();

    Voices(Situation situation, Labels labels, Quotes quotes) {
        this.situation = situation;
        this.labels = labels;
        this.quotes = quotes;
        this.outlets = new Outlets(situation.articles());
        actors = situation.names().stream()
                .filter(n -> n.kind() != Situation.Name.Kind.PLACE)
                .map(Situation.Name::name)
                .collect(Collectors.toSet());
        for (Situation.Name name : situation.names())
            if (name.kind() != Situation.Name.Kind.PLACE)
                for (Situation.Name.Variant v : name.variants())
                    spellings.merge(v.text(), name.name(), (a, b) -> a.equals(b) ? a : v.text());
        if (!labels.canonical())
            for (Situation.Name name : situation.names())
                if (name.kind() == Situation.Name.Kind.ORGANISATION)
                    form(name, labels.language()).ifPresent(f -> own.put(name.name(), f));
        Map<String, String> canonical = new HashMap<>();
        for (Claim c : situation.claims())
            c.attribution()
                    .name()
                    .filter(n -> !actors.contains(n) && !spellings.containsKey(n))
                    .ifPresent(n -> c.attribution()
                            .speaker()
                            .map(spellings::get)
                            .ifPresent(name -> canonical.merge(n, name, (a, b) -> a.equals(b) ? a : n)));
        spellings.putAll(canonical);
    }

    /** The outlet that published the page; "page " and its address or path where no outlet is known. */
    String outlet(String page) {
        return known(page).orElseGet(() -> labels.text("page.unnamed", shortKey(page)));
    }

    /** Who published the words: the outlet that the passage is quoted from, else the page's own. */
    String outlet(Claim claim) {
        return quotes.passage(claim)
                .flatMap(Passage::outlet)
                .map(this::outletName)
                .orElseGet(() -> outlet(claim.evidence().page()));
    }

    /** What a link to the page is called: its outlet, else its address or path. */
    String page(String page) {
        return known(page).orElseGet(() -> shortKey(page));
    }

    /** What stands on a statement's way. */
    String label(Situation.Node node) {
        return switch (node.kind()) {
            case PAGE, REPOST -> Plain.text(page(node.label()));
            case SPEAKER, CARRIER, AGENCY, OUTLET ->
                Plain.text(Contacts.masked(shown(named(outletName(node.label())))));
        };
    }

    private Optional<String> known(String page) {
        return quotes.article(page).flatMap(Article::outlet).map(outlets::name).map(Contacts::masked);
    }

    /** The outlet's name for print. */
    String outletName(String outlet) {
        return Plain.text(Contacts.masked(outlets.name(outlet)));
    }

    static String shortKey(String page) {
        String plain = page.replaceFirst("^https?://(www\\.)?", "");
        return Contacts.masked(plain.length() > 60 ? plain.substring(0, 59) + "…" : plain);
    }

    /**
     * An actor's name in the report's language: as the files of names have it, else an organisation's as the pages of that language most
     * often write it.
     */
    String shown(String name) {
        String known = labels.name(name);
        return known.equals(name) ? own.getOrDefault(name, name) : known;
    }

    /** The form of an organisation's name that stands most often on pages of a language, of two alike the longer. */
    private static Optional<String> form(Situation.Name name, String language) {
        Map<String, Long> forms = name.variants().stream()
                .filter(v -> v.language().equals(language))
                .collect(Collectors.groupingBy(Situation.Name.Variant::text, Collectors.counting()));
        return forms.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(e -> e.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey);
    }

    /** The name that the report uses for the spelling {@code name}. */
    String named(String name) {
        return spellings.getOrDefault(name, name);
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
    Optional<String> speaker(Claim claim) {
        return joint(claim).or(() -> canonical(claim).map(this::shown));
    }

    /** As {@link #speaker}, by the name that reconciliation gave. */
    private Optional<String> canonical(Claim claim) {
        Optional<String> named = claim.attribution().name().filter(n -> Character.isUpperCase(n.codePointAt(0)));
        return named.or(claim.attribution()::speaker)
                .map(n -> n.equals(Attribution.UNNAMED) ? labels.text("voice.person") : named(n))
                .map(Contacts::masked)
                .map(Plain::text);
    }

    /** The states named in a claim's quote. */
    Set<String> states(Claim claim) {
        return situation.names().stream()
                .filter(n -> n.kind() == Situation.Name.Kind.STATE
                        && n.variants().stream()
                                .anyMatch(v -> v.page().equals(claim.evidence().page())
                                        && v.span().overlaps(claim.evidence().span())))
                .map(Situation.Name::name)
                .collect(Collectors.toSet());
    }

    /** Whether one speaker is named for both figures; two pages that name nobody are two voices. */
    boolean together(Situation.Point a, Situation.Point b) {
        Set<String> voices = a.claims().stream()
                .map(c -> speaker(c).orElseGet(() -> c.evidence().page()))
                .collect(Collectors.toSet());
        return b.claims().stream()
                .anyMatch(c ->
                        voices.contains(speaker(c).orElseGet(() -> c.evidence().page())));
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
                .map(e -> Plain.text(Contacts.masked(labels.list(List.of(shown(name.get()), shown(e.getValue()))))));
    }

    /** "Ministry of Health, via Steppe 24" or the outlet in its own voice. */
    Line said(List<? extends Claim> claims) {
        Claim first = claims.getFirst();
        String who = speaker(first).orElseGet(() -> ownVoice(claims));
        Set<String> via = new LinkedHashSet<>();
        for (Claim claim : claims)
            if (speaker(claim).equals(speaker(first)))
                for (String carrier : claim.attribution().via()) via.add(carrier(claim, carrier));
        Line told = speaker(first).isPresent() && foreign(first, who) ? new Line(wordless(first, who)) : Line.of(who);
        return via.isEmpty()
                ? told
                : told.and(new Inline.Aside(" " + labels.text("via", Contacts.masked(String.join(", ", via)))));
    }

    /** Whoever passed the words on; in quotation marks where a page of another language tells of it in words that are no name. */
    private String carrier(Claim claim, String carrier) {
        boolean words = Character.isLowerCase(carrier.codePointAt(0))
                && !quotes.language(claim).equals(labels.language());
        return words ? labels.text("quote.open") + carrier + labels.text("quote.close") : carrier;
    }

    /** Who carried the claim from its speaker to its page: "health ministry → Steppe 24 → Harbour Courier"; only the outlet where it names nobody. */
    List<String> chain(Claim claim) {
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
        Optional<Passage> passage = quotes.passage(claim);
        boolean quoted = passage.flatMap(Passage::outlet).isPresent();
        Optional<String> agency = passage.flatMap(Passage::agency)
                .or(() -> quoted
                        ? Optional.empty()
                        : quotes.article(claim.evidence().page()).flatMap(Article::agency));
        return agency.map(a -> Plain.text(Contacts.masked(a)))
                .filter(a -> !outlet.toLowerCase(Locale.ROOT).contains(a.toLowerCase(Locale.ROOT))
                        && !a.toLowerCase(Locale.ROOT).contains(outlet.toLowerCase(Locale.ROOT)))
                .map(a -> labels.text("with.agency", outlet, a))
                .orElse(outlet);
    }

    /** " — health ministry": who is quoted, else the outlet. */
    Line voice(Claim claim) {
        Optional<String> who = speaker(claim);
        return who.isPresent() && foreign(claim, who.get())
                ? Line.of(new Inline.Aside(" — ")).and(new Line(wordless(claim, who.get())))
                : Line.of(new Inline.Aside(" — " + who.orElseGet(() -> outlet(claim))));
    }

    /** The name of an office, a body or a holder of office that speaks and is not of the cast; empty for words that are no name. */
    Optional<String> name(Claim claim) {
        return claim.attribution()
                .name()
                .filter(n -> Character.isUpperCase(n.codePointAt(0)) && !actors.contains(named(n)))
                .flatMap(n -> speaker(claim))
                .filter(who -> !actors.contains(who) && !foreign(claim, who));
    }

    /** Whether a claim's speaker is only one of a kind: "authorities", whosever they are. */
    boolean nameless(Claim claim) {
        return claim.attribution().name().flatMap(labels::voice).isPresent();
    }

    /** A speaker who has no name of his own: what kind of speaker it is, with the page's words. */
    private List<Inline> wordless(Claim claim, String who) {
        Inline words = Quotes.words(who, quotes.language(claim), 80);
        return claim.attribution()
                .name()
                .flatMap(labels::voice)
                .<List<Inline>>map(kind -> List.of(new Inline.Text(kind + " ("), words, new Inline.Text(")")))
                .orElse(List.of(words));
    }

    /** Whether a speaker is told in a page's words that are no name, in another language than the report's. */
    private boolean foreign(Claim claim, String who) {
        if (quotes.language(claim).equals(labels.language())) return false;
        // Words of the page that no name stands for in this language either.
        if (!canonical(claim)
                .filter(who::equals)
                .filter(n -> !actors.contains(n))
                .isPresent()) return false;
        if (!claim.attribution().speaker().filter(who::equals).isPresent()) return false;
        return java.util.Arrays.stream(who.split(" "))
                .anyMatch(w -> w.length() >= WORD && Character.isLowerCase(w.codePointAt(0)));
    }

    /** "On the page: Harbour Courier.", with a link to each; nothing where {@code claims} is empty. */
    Line told(List<? extends Claim> claims) {
        List<String> pages =
                claims.stream().map(c -> c.evidence().page()).distinct().toList();
        if (pages.isEmpty()) return Line.of();
        Line line = Line.of(new Inline.Aside(labels.text(pages.size() == 1 ? "told.page" : "told.pages") + " "));
        for (int i = 0; i < pages.size(); i++)
            line = line.and(
                    new Inline.Text(i == 0 ? "" : labels.text("comma")),
                    new Inline.PageLink(page(pages.get(i)), pages.get(i)));
        return line.and(new Inline.Text("."));
    }
}
