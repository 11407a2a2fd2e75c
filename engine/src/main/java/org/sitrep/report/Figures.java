package org.sitrep.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** Words for figures: what is counted, one figure with its speaker and day, and the ladder of a matter. */
final class Figures {
    private final View view;
    private final Labels labels;
    /** How many histories would be headed alike. */
    private final Map<Line, Integer> titles = new HashMap<>();

    /** More numbers than this in one line nobody reads to its end. */
    private static final int IN_A_LINE = 24;

    Figures(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** "Detained · country-wide · “for terrorism”": what is counted, with the pages' own restricting words in quotation marks. */
    Line title(Situation.History history) {
        Line line = title(history.matter());
        if (titles.isEmpty())
            for (Situation.History h : view.situation.histories()) titles.merge(title(h.matter()), 1, Integer::sum);
        return titles.getOrDefault(line, 0) > 1
                ? only(history).map(w -> line.and(new Inline.Text(" · "), w)).orElse(line)
                : line;
    }

    private Line title(Situation.Matter matter) {
        Line line = Line.of(new Inline.Strong(Plain.capital(labels.id("measure", matter.measure()))));
        if (!matter.who().isEmpty() && !matter.who().equals("people"))
            line = line.and(aside(labels.id("who", matter.who())));
        if (matter.place().isPresent())
            line = line.and(
                    aside(labels.place(Contacts.masked(Plain.text(matter.place().get())))));
        if (matter.scope().isPresent())
            line = line.and(
                    new Inline.Text(" · "),
                    view.words(Contacts.masked(matter.scope().get()), "und", 80));
        if (matter.kind() == Claim.Counts.IN_PERIOD) line = line.and(aside(labels.text("counts.in_period")));
        return line;
    }

    /** Where two matters would be headed alike: the words of a page that restrict this one. */
    private Optional<Inline> only(Situation.History history) {
        return history.points().stream()
                .flatMap(p -> Stream.concat(restriction(p).stream(), ownWords(p).stream()))
                .<Inline>map(w -> w)
                .findFirst();
    }

    /** The title as one text, for a heading. */
    String heading(Situation.History history) {
        StringBuilder out = new StringBuilder();
        for (Inline part : title(history).parts()) {
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
            if (!last && !shared) line = line.and(new Inline.Text(labels.text("semicolon")));
        }
        return line;
    }

    /** Figures with those of one amount as one: the first speaker, and how many more say it. */
    Line merged(List<Situation.Point> points) {
        Map<String, List<Situation.Point>> amounts = new LinkedHashMap<>();
        for (Situation.Point p : points)
            amounts.computeIfAbsent(amount(p), k -> new ArrayList<>()).add(p);
        List<Inline> parts = new ArrayList<>();
        for (List<Situation.Point> same :
                amounts.values().stream().limit(IN_A_LINE).toList()) {
            if (!parts.isEmpty()) parts.add(new Inline.Text(labels.text("semicolon")));
            parts.add(all(same));
            parts.addAll(bracket(same).parts());
        }
        if (amounts.size() > IN_A_LINE)
            parts.add(new Inline.Text(
                    labels.text("semicolon") + labels.count("figures.others.more", amounts.size() - IN_A_LINE)));
        return new Line(parts);
    }

    private Inline all(List<Situation.Point> same) {
        List<Claim.Figure> claims =
                same.stream().flatMap(p -> p.claims().stream()).distinct().toList();
        return new Inline.Number(amount(same.getFirst()), claims, same.stream().allMatch(Situation.Point::withdrawn));
    }

    private Line bracket(List<Situation.Point> same) {
        if (same.size() == 1) return bracket(same.getFirst());
        Situation.Point first = same.getFirst();
        return Line.of(new Inline.Text(" ("))
                .and(view.said(first.claims()))
                .and(new Inline.Text(labels.text("comma") + day(first).orElse(labels.text("undated.one"))
                        + labels.count("figures.more", same.size() - 1) + ")"));
    }

    private Line bracket(Situation.Point point) {
        String day = day(point).orElse(labels.text("undated.one"));
        return Line.of(new Inline.Text(" ("))
                .and(view.said(point.claims()))
                .and(new Inline.Text(labels.text("comma") + day + ")"));
    }

    /** The day it counts for, else the day of the first page that tells it; a number given as the earlier one is older than its page. */
    private Optional<String> day(Situation.Point point) {
        String told = point.status() == Status.SUPERSEDED ? "date.before" : "date.page";
        return point.asOf()
                .map(labels::date)
                .or(() -> Standing.firstKnown(point).map(d -> labels.text(told, labels.day(d))));
    }

    Block.Ladder ladder(Situation.History history) {
        Standing standing = Standing.of(history, view);
        Map<Situation.Point, List<Situation.Point>> echoes = echoes(standing);
        Set<Situation.Point> echoed = Collections.newSetFromMap(new IdentityHashMap<>());
        echoes.values().forEach(echoed::addAll);
        return new Block.Ladder(
                title(history),
                summary(standing),
                rungs(history, standing.dated(), echoes),
                rungs(
                        history,
                        standing.undated().stream()
                                .filter(p -> !echoed.contains(p))
                                .toList(),
                        echoes));
    }

    /** One rung for each number of a day, whoever says it. */
    private List<Block.Rung> rungs(
            Situation.History history,
            List<Situation.Point> points,
            Map<Situation.Point, List<Situation.Point>> echoes) {
        Map<String, List<Situation.Point>> same = new LinkedHashMap<>();
        for (Situation.Point p : points)
            same.computeIfAbsent(
                            String.join(
                                    "|",
                                    Standing.day(p).toString(),
                                    amount(p),
                                    p.status().code(),
                                    Boolean.toString(p.withdrawn()),
                                    p.claims().getFirst().scopeText().orElse("")),
                            k -> new ArrayList<>())
                    .add(p);
        return same.values().stream().map(s -> rung(history, s, echoes)).toList();
    }

    /** Undated figures that only say again what a dated one says: they stand with the first dated one of their value. */
    private static Map<Situation.Point, List<Situation.Point>> echoes(Standing standing) {
        Map<Object, Situation.Point> dated = new HashMap<>();
        for (Situation.Point d : standing.dated()) if (Standing.stands(d)) dated.putIfAbsent(said(d), d);
        Map<Situation.Point, List<Situation.Point>> out = new IdentityHashMap<>();
        for (Situation.Point p : standing.undated()) {
            Situation.Point d = Standing.stands(p) ? dated.get(said(p)) : null;
            if (d != null) out.computeIfAbsent(d, k -> new ArrayList<>()).add(p);
        }
        return out;
    }

    private static Object said(Situation.Point p) {
        return Map.entry(p.amount(), Standing.increment(p));
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
        standing.laterDamaged().ifPresent(p -> lines.add(rule("rule.damaged", p)));
        return lines;
    }

    private Line rule(String key, Situation.Point point) {
        return Line.of(new Inline.Aside(labels.text(key) + " "), number(point));
    }

    private Block.Rung rung(
            Situation.History history, List<Situation.Point> same, Map<Situation.Point, List<Situation.Point>> echoes) {
        Situation.Point first = same.getFirst();
        List<Claim.Figure> claims =
                same.stream().flatMap(p -> p.claims().stream()).toList();
        Line said = voices(same);
        Set<Inline.Words> words = new LinkedHashSet<>();
        for (Situation.Point p : same) {
            words.addAll(ownWords(p));
            if (history.matter().scope().isEmpty()) words.addAll(restriction(p));
        }
        for (Inline.Words w : words) said = said.and(new Inline.Text(" · "), w);
        said = said.and(including(history, claims)).and(whose(claims)).and(view.carried(claims));
        List<Claim.Figure> again = same.stream()
                .flatMap(p -> echoes.getOrDefault(p, List.of()).stream())
                .flatMap(p -> p.claims().stream())
                .toList();
        said = said.and(echo(again)).and(tags(history, same));
        boolean gone = first.withdrawn() || first.status() == Status.DENIED || first.status() == Status.RETRACTED;
        Situation.Point dated =
                same.stream().filter(p -> p.asOf().isPresent()).findFirst().orElse(first);
        return new Block.Rung(Line.of(all(same)), first.amount(), day(dated), said, gone);
    }

    /** " · including 16 security forces": parts that a history of their own counts. */
    private Line including(Situation.History history, List<Claim.Figure> claims) {
        Set<Line> told = new LinkedHashSet<>();
        for (Situation.Point p : view.parts(claims)) {
            Claim.Figure f = p.claims().getFirst();
            boolean other = !history.points().contains(p)
                    && f.measure().equals(history.matter().measure());
            if (other) told.add(Line.of(number(p)).and(new Inline.Aside(kind(history, f))));
        }
        Line line = Line.of();
        for (Line part : told)
            line = line.parts().isEmpty()
                    ? Line.of(new Inline.Aside(" · " + labels.text("figures.including") + " "))
                            .and(part)
                    : line.and(new Inline.Text(labels.text("comma"))).and(part);
        return line;
    }

    /** " security forces (in the capital)": what a part is, as far as it is not said of the whole. */
    private String kind(Situation.History history, Claim.Figure f) {
        String who = f.who().isEmpty() || f.who().equals("people") ? "" : " " + labels.id("who", f.who());
        String where = f.place()
                .map(Place::label)
                .filter(p -> !history.matter().place().equals(Optional.of(p)) && !view.scene(p))
                .map(p -> " (" + labels.place(Plain.text(Contacts.masked(p))) + ")")
                .orElse("");
        return who
                + where
                + f.scopeText()
                        .map(s -> " (" + Plain.text(Contacts.masked(s)) + ")")
                        .orElse("");
    }

    /** " · “General X, commander of the force of 900”": whose people a number without a speaker counts. */
    private Line whose(List<Claim.Figure> claims) {
        return claims.stream()
                .filter(c -> view.speaker(c).isEmpty())
                .flatMap(c -> view.beside(c).stream())
                .findFirst()
                .map(w -> Line.of(new Inline.Text(" · "), w))
                .orElse(Line.of());
    }

    /** "Health Ministry; state television via Meridian": each voice once. */
    private Line voices(List<Situation.Point> same) {
        Set<Line> voices = new LinkedHashSet<>();
        List<Claim.Figure> nobody = new ArrayList<>();
        for (Situation.Point p : same)
            if (view.speaker(p.claims().getFirst()).isPresent()) voices.add(view.said(p.claims()));
            else nobody.addAll(p.claims());
        if (!nobody.isEmpty()) voices.add(view.said(nobody));
        List<Inline> parts = new ArrayList<>();
        for (Line voice : voices) {
            if (!parts.isEmpty()) parts.add(new Inline.Text(labels.text("semicolon")));
            parts.addAll(voice.parts());
        }
        return new Line(parts);
    }

    /** " · undated on another page: Harvest Daily". */
    private Line echo(List<Claim.Figure> claims) {
        if (claims.isEmpty()) return Line.of();
        String outlets = claims.stream().map(view::outlet).distinct().collect(Collectors.joining(labels.text("comma")));
        return Line.of(new Inline.Aside(" · " + labels.text("figures.echo") + " " + outlets), new Inline.Cite(claims));
    }

    /** What the page calls the people counted, where those are words that nobody but a speaker should use. */
    private List<Inline.Words> ownWords(Situation.Point point) {
        return point.claims().stream()
                .filter(c -> LOADED.contains(c.who()))
                .flatMap(c -> c.whoText().stream()
                        .map(text -> new Inline.Words(Plain.text(Contacts.masked(text)), view.language(c))))
                .distinct()
                .limit(2)
                .toList();
    }

    /** The page's restricting words ("for terrorism"). */
    private List<Inline.Words> restriction(Situation.Point point) {
        return point.claims().stream()
                .flatMap(c -> c.scopeText().stream()
                        .map(text ->
                                new Inline.Words(View.clip(Plain.text(Contacts.masked(text)), 80), view.language(c))))
                .distinct()
                .limit(1)
                .toList();
    }

    /** Groups whose name is always somebody's judgement. */
    private static final Set<String> LOADED = Set.of("fighters", "suspects");

    private Line tags(Situation.History history, List<Situation.Point> same) {
        Set<Inline> tags = new LinkedHashSet<>();
        for (Situation.Point p : same) tags(history, p, tags);
        if (same.stream().allMatch(Standing::damaged)) tags.add(tag("tag.damaged", Tone.WARN));
        Line line = Line.of();
        for (Inline tag : tags) line = line.and(new Inline.Text(" "), tag);
        return line;
    }

    private void tags(Situation.History history, Situation.Point point, Set<Inline> tags) {
        Traits traits = view.traits(history);
        boolean other = traits.otherScope(point);
        if (point.withdrawn()) tags.add(tag("tag.withdrawn", Tone.WARN));
        if (point.status() != Status.ASSERTED)
            tags.add(new Inline.Tag(labels.code("status", point.status()), Tone.WARN));
        for (Kind kind : traits.kinds(point))
            if (noted(kind, point) && !(other && kind == Kind.CONTRADICTION))
                tags.add(tag("tag." + kind.code(), tone(kind)));
        if (tags.isEmpty() && !other && grew(history, point)) tags.add(tag("tag.growth", Tone.PLAIN));
        if (other) tags.add(tag("tag.other_scope", Tone.PLAIN));
        else if (OtherScope.oneCase(history, point)) tags.add(tag("tag.one_case", Tone.PLAIN));
        view.contributor(point)
                .ifPresent(c -> tags.add(
                        new Inline.Tag(labels.text("tag.contingent", labels.place(Contacts.masked(c))), Tone.PLAIN)));
        point.claims().stream()
                .flatMap(c -> c.common().verified().stream())
                .distinct()
                .sorted()
                .forEach(v -> tags.add(new Inline.Tag(labels.code("judged", v), Tone.PLAIN)));
    }

    /** Whether it continues a count that a lower number of an earlier day opens. */
    private static boolean grew(Situation.History history, Situation.Point point) {
        int index = history.points().indexOf(point);
        boolean known = history.points().subList(0, Math.max(0, index)).stream()
                .anyMatch(p -> Standing.stands(p) && p.amount().equals(point.amount()));
        return !known
                && Standing.stands(point)
                && history.relations().stream().anyMatch(r -> r.kind() == Kind.GROWTH && r.b() == index);
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

    /**
     * Whether a contradiction may be told: a number without a day may stand for any moment, so it contradicts at most another one
     * without.
     *
     * @param odd the points that {@link OtherScope} names
     */
    static boolean comparable(Situation.History history, Situation.Relation relation, Set<Integer> odd) {
        boolean alike = !odd.contains(relation.a()) && !odd.contains(relation.b());
        return relation.kind() != Kind.CONTRADICTION
                || alike
                        && Standing.isDated(history.points().get(relation.a()))
                                == Standing.isDated(history.points().get(relation.b()));
    }

    private static Tone tone(Kind kind) {
        return kind == Kind.CONTRADICTION || kind == Kind.REPEATS_AFTER_RETRACTION ? Tone.WARN : Tone.PLAIN;
    }

    private Inline tag(String key, Tone tone) {
        return new Inline.Tag(labels.text(key), tone);
    }
}
