package org.sitrep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** What the pages tell of other crises, other states and other years: by itself, so that nobody takes it for this one's. */
final class ElsewherePart {
    private final View view;
    private final Labels labels;
    private final Figures figures;

    ElsewherePart(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
    }

    /** The section; empty where the pages tell of nothing else. */
    Optional<Section> elsewhere() {
        Map<Object, List<Claim.Figure>> counts = new LinkedHashMap<>();
        Map<Object, List<Claim.Event>> events = new LinkedHashMap<>();
        for (Claim c : view.situation.elsewhere())
            switch (c) {
                case Claim.Figure f ->
                    counts.computeIfAbsent(key(f), k -> new ArrayList<>()).add(f);
                case Claim.Event e -> {
                    if (!e.denied())
                        events.computeIfAbsent(key(e), k -> new ArrayList<>()).add(e);
                }
                case Claim.Commitment x -> {}
                case Claim.Statement s -> {}
            }
        List<Line> lines = new ArrayList<>();
        counts.values().forEach(same -> lines.add(count(same)));
        events.values().forEach(same -> lines.add(event(same)));
        if (lines.isEmpty()) return Optional.empty();
        return Optional.of(new Section(
                "elsewhere",
                labels.text("section.elsewhere"),
                List.of(new Block.Paragraph(Line.of(labels.text("elsewhere.what"))), new Block.Items(lines))));
    }

    private record Count(String measure, String who, Amount amount, String place, Optional<Edtf> day) {}

    private static Object key(Claim.Figure f) {
        return new Count(
                f.measure(), f.who(), f.amount(), f.place().map(Place::label).orElse(""), f.asOf());
    }

    private record Happened(String type, String place, String day, String page) {}

    private static Object key(Claim.Event e) {
        return new Happened(
                e.type(),
                e.place().map(Place::label).orElse(""),
                e.date().map(Edtf::text).orElse(""),
                e.date().isPresent() ? "" : e.evidence().page());
    }

    /** "**Killed** · Port Town: 17,000 (page a, 17 August 1999): “…”". */
    private Line count(List<Claim.Figure> same) {
        Claim.Figure first = same.getFirst();
        Situation.Point point =
                new Situation.Point(first.amount(), named(first), Optional.empty(), first.status(), false, same);
        Situation.Matter matter = new Situation.Matter(
                first.measure(), first.who(), first.place().map(Place::label), Optional.empty(), first.counts());
        return figures.title(matter)
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.figure(point))
                .and(new Inline.Text(labels.text("colon")), view.quotes.clause(first));
    }

    /** The day that the page names; the day of telling says nothing of when it happened. */
    private static Optional<Edtf> named(Claim.Figure f) {
        return f.asOf().filter(d -> !d.day().equals(f.common().knownOn()));
    }

    /** "**Clash**, Port Town, 17 August 1999: “…” — page a". */
    private Line event(List<Claim.Event> same) {
        Claim.Event first = view.quotes.best(same);
        List<String> head = new ArrayList<>();
        first.place().map(Place::label).ifPresent(p -> head.add(labels.place(Plain.text(Contacts.masked(p)))));
        first.date().map(labels::date).ifPresent(head::add);
        StringBuilder where = new StringBuilder();
        for (String part : head) where.append(labels.text("comma")).append(part);
        return Line.of(new Inline.Strong(Plain.capital(labels.id("event", first.type()))), new Inline.Text(where + ""))
                .and(new Inline.Text(labels.text("colon")), view.quotes.quoted(first), new Inline.Cite(first, same))
                .and(view.voices.voice(first));
    }
}
