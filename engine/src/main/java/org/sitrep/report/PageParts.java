package org.sitrep.report;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** The parts of a report that speak of the pages: who published them, what they leave open, what was refused. */
final class PageParts {
    private static final int EXAMPLES = 4;
    private final View view;
    private final Labels labels;

    PageParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** Every page with its outlet and date, then each statement that several pages carry. */
    Section pages() {
        List<Block> blocks = new ArrayList<>();
        List<List<Line>> rows = view.situation.articles().stream()
                .sorted(Comparator.comparing(this::order).thenComparing(Article::page))
                .map(this::page)
                .toList();
        blocks.add(new Block.Table(
                labels.text("section.pages"),
                List.of(
                        labels.text("column.page"),
                        labels.text("column.published"),
                        labels.text("column.language"),
                        labels.text("column.origin")),
                rows));
        List<Line> unread = unread();
        if (!unread.isEmpty()) blocks.add(new Block.Items(unread));
        List<Line> shared = view.situation.origins().stream()
                .filter(o -> view.pages(o.claims()) > 1)
                .map(this::origin)
                .toList();
        if (!shared.isEmpty()) {
            blocks.add(new Block.Heading(labels.text("origins.shared")));
            blocks.add(new Block.Items(shared));
        }
        List<Line> damage = damage();
        if (!damage.isEmpty()) {
            blocks.add(new Block.Heading(labels.text("damage.title")));
            blocks.add(new Block.Items(damage));
        }
        return new Section("pages", labels.text("section.pages"), blocks);
    }

    /** How many pages no language pack reads, by language. */
    private List<Line> unread() {
        Map<String, Set<String>> pages = new TreeMap<>();
        for (Claim.Refused r : view.refused)
            r.language()
                    .ifPresent(l ->
                            pages.computeIfAbsent(l, k -> new LinkedHashSet<>()).add(r.page()));
        List<Line> lines = new ArrayList<>();
        pages.forEach((language, keys) ->
                lines.add(Line.of(labels.count("unread", keys.size()).replace("{1}", labels.languageName(language)))));
        return lines;
    }

    private String order(Article article) {
        // "Until 12 May" stands where 12 May does.
        return article.published().map(p -> p.date().text().replace("../", "")).orElse("~");
    }

    private List<Line> page(Article article) {
        Line title = Line.of(new Inline.PageLink(view.voices.page(article.page()), article.page()));
        if (article.title().isPresent())
            title = title.and(
                    new Inline.Aside(" "),
                    Quotes.words(Contacts.masked(article.title().get()), article.language(), 90));
        return List.of(
                title,
                Line.of(published(article)),
                Line.of(labels.id("language", article.language())),
                Line.of(standing(article)));
    }

    String published(Article article) {
        return article.published()
                .map(p -> labels.date(p.date())
                        + (p.from() == Published.From.INFERRED
                                ? " "
                                        + labels.text(
                                                "published.inferred",
                                                Plain.text(Contacts.masked(labels.reason(p.why()))))
                                : ""))
                .orElse(labels.text("undated.one"));
    }

    /** Why the page is no origin of its own, else the agency that it credits. */
    private String standing(Article article) {
        List<String> parts = new ArrayList<>();
        article.repost().ifPresent(r -> parts.add(labels.text("repost", labels.id("repost", r))));
        article.agency().ifPresent(a -> parts.add(labels.text("credits", Plain.text(Contacts.masked(a)))));
        Set<String> quoted = new LinkedHashSet<>();
        for (Passage p : article.passages())
            if (p.role() != Passage.Role.TEASER || view.told(article, p))
                p.outlet().ifPresent(o -> quoted.add(view.voices.outletName(o)));
        if (!quoted.isEmpty()) parts.add(labels.text("quotes", String.join(", ", quoted)));
        Set<String> carriers = new LinkedHashSet<>(view.carriers(article));
        carriers.removeAll(quoted);
        article.agency().ifPresent(a -> carriers.removeIf(a::equalsIgnoreCase));
        article.outlet().ifPresent(o -> carriers.removeIf(o::equalsIgnoreCase));
        if (!carriers.isEmpty())
            parts.add(labels.text("passes", Plain.text(Contacts.masked(String.join(", ", carriers)))));
        if (article.outlet().isEmpty()) parts.addFirst(labels.text("outlet.untold"));
        return parts.isEmpty() ? "–" : String.join(labels.text("semicolon"), parts);
    }

    private Line origin(Situation.Origin origin) {
        List<? extends Claim> own = own(origin);
        Claim first = own.getFirst();
        Line line = Line.of(new Inline.Strong(origin.speaker()
                .map(view.voices::named)
                .map(view.voices::shown)
                .map(Contacts::masked)
                .orElseGet(() -> view.voices.outlet(first))));
        line = line.and(
                new Inline.Text(labels.text("colon")),
                view.quotes.clause(first),
                new Inline.Cite(first, origin.claims()));
        List<Inline> pages = new ArrayList<>();
        pages.add(new Inline.Aside(" · " + labels.count("pages", view.pages(origin.claims())) + labels.text("colon")));
        String separator = "";
        for (String page : origin.claims().stream()
                .map(c -> c.evidence().page())
                .distinct()
                .toList()) {
            pages.add(new Inline.Text(separator));
            pages.add(new Inline.PageLink(view.voices.page(page), page));
            separator = ", ";
        }
        line = line.and(new Line(pages));
        Optional<String> way = way(origin);
        if (way.isPresent()) line = line.and(new Inline.Aside(" · " + way.get()));
        List<String> reasons = new ArrayList<>(origin.links().stream()
                .map(l -> labels.reason(l.restsOn()))
                .filter(r -> !r.isEmpty())
                .distinct()
                .toList());
        int unnamed = view.pages(origin.claims())
                - view.pages(origin.claims().stream()
                        .filter(c -> view.voices.speaker(c).isPresent())
                        .toList());
        if (origin.speaker().isPresent() && unnamed > 0) reasons.add(labels.count("origins.unnamed", unnamed));
        return reasons.isEmpty()
                ? line
                : line.and(new Inline.Aside(" – " + String.join(labels.text("semicolon"), reasons)));
    }

    /** The claims that name the speaker of a statement: nobody's words are put into a mouth. All of them where none does. */
    private List<Claim> own(Situation.Origin origin) {
        List<Claim> named = origin.claims().stream()
                .filter(c -> view.voices.speaker(c).isPresent())
                .toList();
        Optional<String> speaker = origin.speaker().map(view.voices::named).map(view.voices::shown);
        List<Claim> voice = named.stream()
                .filter(c -> view.voices.speaker(c).equals(speaker))
                .toList();
        return !voice.isEmpty() ? voice : !named.isEmpty() ? named : origin.claims();
    }

    /** "health ministry → Steppe 24 → Meridian": who handed a statement on to which page, where anybody did. */
    private Optional<String> way(Situation.Origin origin) {
        Map<Situation.Node, Situation.Node> before = new HashMap<>();
        Map<Situation.Node, Set<String>> pages = new LinkedHashMap<>();
        for (Situation.Handed h : origin.chain()) {
            boolean page = h.to().kind() == Situation.Node.Kind.PAGE || h.to().kind() == Situation.Node.Kind.REPOST;
            if (!page) before.putIfAbsent(h.to(), h.from());
            else if (h.from().kind() != Situation.Node.Kind.SPEAKER)
                pages.computeIfAbsent(h.from(), k -> new TreeSet<>()).add(view.voices.page(h.to().label()));
        }
        List<String> ways = new ArrayList<>();
        pages.forEach((last, to) ->
                ways.add(stops(last, before) + " → " + Plain.text(String.join(labels.text("comma"), to))));
        return ways.isEmpty() ? Optional.empty() : Optional.of(String.join(labels.text("semicolon"), ways));
    }

    /** The names from the speaker to {@code last}; nobody stands in it twice. */
    private String stops(Situation.Node last, Map<Situation.Node, Situation.Node> before) {
        Deque<String> names = new ArrayDeque<>();
        for (Situation.Node n = last; n != null && names.size() <= before.size(); n = before.get(n))
            names.addFirst(view.voices.label(n));
        return String.join(" → ", names);
    }

    /** Damage by page and kind, with the characters that gave it away, each named once. */
    private List<Line> damage() {
        List<Line> lines = new ArrayList<>();
        for (Article article : view.situation.articles()) {
            Map<String, Map<String, Inline>> kinds = new TreeMap<>();
            for (Passage passage : article.passages()) {
                if (passage.flags().isEmpty()) continue;
                String flags = String.join(
                        ", ",
                        passage.flags().stream()
                                .sorted()
                                .map(f -> labels.code("flag", f))
                                .toList());
                Map<String, Inline> words = kinds.computeIfAbsent(flags, k -> new LinkedHashMap<>());
                for (Span span : passage.flagEvidence()) {
                    String found = span.of(view.quotes.text(article));
                    words.putIfAbsent(found, Quotes.words(found, passage.language(), 80));
                }
            }
            kinds.forEach((flags, words) -> lines.add(damage(article, flags, words)));
        }
        return lines;
    }

    private Line damage(Article article, String flags, Map<String, Inline> words) {
        Line line = Line.of(
                new Inline.PageLink(view.voices.page(article.page()), article.page()),
                new Inline.Text(labels.text("colon") + flags));
        for (Inline found : words.values()) line = line.and(new Inline.Text(" · "), found);
        return line;
    }

    /** What the pages say nobody knows, and what they simply do not tell. */
    Section unknown() {
        List<Line> lines = new ArrayList<>();
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Statement s)
                    || !s.about().equals("unknown_figure")
                    || s.common().background()) continue;
            lines.add(Line.of(
                    view.quotes.quoted(s),
                    new Inline.Cite(List.of(s)),
                    new Inline.Aside(" — " + view.voices.speaker(s).orElseGet(() -> view.voices.outlet(s)))));
        }
        for (Situation.Operation o : view.situation.operations())
            if (o.phase() != Situation.Phase.ENDED)
                lines.add(Line.of(labels.text(
                        OperationParts.ends(o).isEmpty() ? "unknown.end" : "unknown.agreed_end",
                        Plain.text(Contacts.masked(labels.operation(o))))));
        PromiseParts promises = new PromiseParts(view);
        for (Situation.CommitmentHistory c : view.situation.commitments())
            if (c.untold()) lines.add(Line.of(labels.text("unknown.promise", promises.quoted(c))));
        for (Article a : view.situation.articles())
            if (a.published().isEmpty())
                lines.add(Line.of(
                        new Inline.Text(labels.text("unknown.date") + " "),
                        new Inline.PageLink(view.voices.page(a.page()), a.page())));
        Block block =
                lines.isEmpty() ? new Block.Paragraph(Line.of(labels.text("unknown.none"))) : new Block.Items(lines);
        return new Section("unknown", labels.text("section.unknown"), List.of(block));
    }

    /** What became no claim, by reason, with a few examples of each. */
    Section refused() {
        Map<String, List<Claim.Refused>> reasons = new TreeMap<>();
        List<Claim.Refused> ordered = view.refused.stream()
                .filter(r -> r.language().isEmpty())
                .sorted(Comparator.comparing(Claim.Refused::page).thenComparing(Claim.Refused::span))
                .toList();
        for (Claim.Refused r : ordered)
            reasons.computeIfAbsent(r.reason(), k -> new ArrayList<>()).add(r);
        List<Line> lines = new ArrayList<>();
        reasons.forEach((reason, all) -> {
            Line line = Line.of(
                    new Inline.Strong(labels.id("refused", reason)),
                    new Inline.Text(" (" + labels.number(all.size()) + ")" + labels.text("colon")));
            String separator = "";
            for (Claim.Refused r : all.subList(0, Math.min(EXAMPLES, all.size()))) {
                line = line.and(new Inline.Text(separator), Quotes.words(Contacts.masked(r.quote()), "und", 40));
                separator = " · ";
            }
            lines.add(all.size() > EXAMPLES ? line.and(new Inline.Text(" · …")) : line);
        });
        Block block =
                lines.isEmpty() ? new Block.Paragraph(Line.of(labels.text("refused.none"))) : new Block.Items(lines);
        return new Section("refused", labels.text("section.refused"), List.of(block));
    }
}
