package org.sitrep.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** Words for figures: what is counted, one figure with its speaker and day, and the ladder of a matter. */
final class Figures {
    private final View view;
    private final Labels labels;

    Figures(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** "Detained · country-wide · “for terrorism”": what is counted, with the pages' own restricting words in quotation marks. */
    Line title(Situation.Matter matter) {
        String measure = labels.id("measure", matter.measure());
        Line line = Line.of(
                new Inline.Strong(measure.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + measure.substring(1)));
        if (!matter.who().isEmpty() && !matter.who().equals("people"))
            line = line.and(aside(labels.id("who", matter.who())));
        if (matter.place().isPresent())
            line = line.and(aside(Masking.mask(Plain.text(matter.place().get()))));
        if (matter.scope().isPresent())
            line = line.and(
                    new Inline.Text(" · "),
                    view.words(Masking.mask(matter.scope().get()), "und", 80));
        if (matter.kind() == Claim.Counts.IN_PERIOD) line = line.and(aside(labels.text("counts.in_period")));
        return line;
    }

    /** The title as one text, for a heading. */
    String heading(Situation.Matter matter) {
        StringBuilder out = new StringBuilder();
        for (Inline part : title(matter).parts()) {
            switch (part) {
                case Inline.Strong s -> out.append(s.text());
                case Inline.Text t -> out.append(t.text());
                case Inline.Aside a -> out.append(a.text());
                case Inline.Words w ->
                    out.append(labels.text("quote.open")).append(w.text()).append(labels.text("quote.close"));
                case Inline.Number n -> out.append(n.text());
                case Inline.Cite c -> {}
                case Inline.Tag t -> out.append(t.text());
                case Inline.PageLink p -> out.append(p.text());
            }
        }
        return out.toString();
    }

    private Inline aside(String text) {
        return new Inline.Aside(" · " + text);
    }

    /** The figure's number, struck through where it was withdrawn, with a footnote to each quote. */
    Inline number(Situation.Point point) {
        return new Inline.Number(amount(point), point.claims(), point.withdrawn());
    }

    private String amount(Situation.Point point) {
        String amount = labels.amount(point.amount());
        return Standing.increment(point) ? labels.text("amount.increment", amount) : amount;
    }

    /** "almost 10,000 (interior ministry, 11 January 2022)". */
    Line figure(Situation.Point point) {
        return list(List.of(point));
    }

    /** Figures one after the other; those of one speaker on one day share what follows in brackets. */
    Line list(List<Situation.Point> points) {
        Line line = Line.of();
        for (int i = 0; i < points.size(); i++) {
            Situation.Point point = points.get(i);
            line = line.and(number(point));
            boolean last = i == points.size() - 1;
            boolean shared = !last
                    && view.said(point.claims())
                            .equals(view.said(points.get(i + 1).claims()))
                    && day(point).equals(day(points.get(i + 1)));
            line = shared ? line.and(new Inline.Text(", ")) : line.and(bracket(point));
            if (!last && !shared) line = line.and(new Inline.Text("; "));
        }
        return line;
    }

    private Line bracket(Situation.Point point) {
        String day = day(point).orElse(labels.text("undated.one"));
        return Line.of(new Inline.Text(" (")).and(view.said(point.claims())).and(new Inline.Text(", " + day + ")"));
    }

    /** The day it counts for, else the day of the first page that tells it. */
    private Optional<String> day(Situation.Point point) {
        return point.asOf()
                .map(labels::date)
                .or(() -> Standing.firstKnown(point).map(d -> labels.text("date.page", labels.day(d))));
    }

    Block.Ladder ladder(Situation.History history) {
        Standing standing = Standing.of(history, view);
        return new Block.Ladder(
                title(history.matter()),
                summary(standing),
                standing.dated().stream().map(p -> rung(history, p)).toList(),
                standing.undated().stream().map(p -> rung(history, p)).toList());
    }

    /** Lowest, highest, latest and latest official, each under its own name; a rule that would repeat the one before is left out. */
    List<Line> summary(Standing standing) {
        List<Line> lines = new ArrayList<>();
        Optional<Situation.Point> low = standing.lowest();
        Optional<Situation.Point> high = standing.highest();
        Optional<Situation.Point> latest = standing.latest();
        Optional<Situation.Point> official = standing.latestOfficial();
        if (low.isPresent() && high.isPresent() && !low.equals(high)) {
            lines.add(rule("rule.lowest", low.get()));
            lines.add(rule("rule.highest", high.get()));
        }
        if (latest.isPresent())
            lines.add(rule(latest.equals(official) ? "rule.latest_is_official" : "rule.latest", latest.get()));
        if (official.isPresent() && !official.equals(latest)) lines.add(rule("rule.official", official.get()));
        return lines;
    }

    private Line rule(String key, Situation.Point point) {
        return Line.of(new Inline.Aside(labels.text(key) + " "), number(point));
    }

    private Block.Rung rung(Situation.History history, Situation.Point point) {
        Line said = view.said(point.claims());
        for (Inline.Words words : ownWords(point)) said = said.and(new Inline.Text(" · "), words);
        if (history.matter().scope().isEmpty())
            for (Inline.Words words : restriction(point)) said = said.and(new Inline.Text(" · "), words);
        said = said.and(view.carried(point.claims())).and(tags(history, point));
        return new Block.Rung(Line.of(number(point)), point.amount(), day(point), said, point.withdrawn());
    }

    /** What the page calls the people counted, where those are words that nobody but a speaker should use. */
    private List<Inline.Words> ownWords(Situation.Point point) {
        return point.claims().stream()
                .filter(c -> LOADED.contains(c.who()))
                .flatMap(c -> c.whoText().stream()
                        .map(text -> new Inline.Words(Plain.text(Masking.mask(text)), view.language(c))))
                .distinct()
                .limit(2)
                .toList();
    }

    /** The page's restricting words ("for terrorism"). */
    private List<Inline.Words> restriction(Situation.Point point) {
        return point.claims().stream()
                .flatMap(c -> c.scopeText().stream()
                        .map(text -> new Inline.Words(View.clip(Plain.text(Masking.mask(text)), 80), view.language(c))))
                .distinct()
                .limit(1)
                .toList();
    }

    /** Groups whose name is always somebody's judgement. */
    private static final Set<String> LOADED = Set.of("fighters", "suspects");

    private Line tags(Situation.History history, Situation.Point point) {
        List<Inline> tags = new ArrayList<>();
        if (point.withdrawn()) tags.add(tag("tag.withdrawn", Tone.WARN));
        if (point.status() != Status.ASSERTED)
            tags.add(new Inline.Tag(labels.code("status", point.status()), Tone.WARN));
        for (Kind kind : kinds(history, point)) if (noted(kind, point)) tags.add(tag("tag." + kind.code(), tone(kind)));
        if (OtherScope.of(history).contains(history.points().indexOf(point)))
            tags.add(tag("tag.other_scope", Tone.PLAIN));
        else if (OtherScope.oneCase(history, point)) tags.add(tag("tag.one_case", Tone.PLAIN));
        if (damaged(point)) tags.add(tag("tag.damaged", Tone.WARN));
        point.claims().stream()
                .flatMap(c -> c.common().verified().stream())
                .distinct()
                .sorted()
                .forEach(v -> tags.add(new Inline.Tag(labels.code("judged", v), Tone.PLAIN)));
        Line line = Line.of();
        for (Inline tag : tags) line = line.and(new Inline.Text(" "), tag);
        return line;
    }

    private static final Set<Kind> NOTED = EnumSet.of(
            Kind.CONTRADICTION,
            Kind.CORRECTION_DOWN,
            Kind.CORRECTION_UP,
            Kind.INCREMENT_OF,
            Kind.SUBSET_OF,
            Kind.REPEATS_AFTER_RETRACTION);

    /** Only a figure that stands is contested. */
    private static boolean noted(Kind kind, Situation.Point point) {
        return NOTED.contains(kind) && (kind != Kind.CONTRADICTION || Standing.stands(point));
    }

    private static boolean damaged(Situation.Point point) {
        return point.claims().stream().allMatch(c -> !c.evidence().flags().isEmpty());
    }

    /** How the point relates to others: as the first of a directed relation, or as either of a contradiction. */
    private static Set<Kind> kinds(Situation.History history, Situation.Point point) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        int index = history.points().indexOf(point);
        for (Situation.Relation relation : history.relations()) {
            boolean later = relation.kind() == Kind.CORRECTION_DOWN || relation.kind() == Kind.CORRECTION_UP;
            if (relation.a() == index && !later
                    || relation.b() == index && (later || relation.kind() == Kind.CONTRADICTION)) {
                kinds.add(relation.kind());
            }
        }
        if (kinds.contains(Kind.SUBSET_OF)) kinds.remove(Kind.CONTRADICTION);
        return kinds;
    }

    private static Tone tone(Kind kind) {
        return kind == Kind.CONTRADICTION || kind == Kind.REPEATS_AFTER_RETRACTION ? Tone.WARN : Tone.PLAIN;
    }

    private Inline tag(String key, Tone tone) {
        return new Inline.Tag(labels.text(key), tone);
    }
}
