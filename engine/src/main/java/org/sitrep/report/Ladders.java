package org.sitrep.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;

/** The ladder of a matter: each figure on its day with who says it, what it includes and how it stands to the others. */
final class Ladders {
    private final View view;
    private final Labels labels;
    private final Figures figures;
    private final Badges badges;
    /** Numbers up to this are common to things that have nothing to do with one another. */
    private static final long SMALL = 9;

    Ladders(View view, Figures figures) {
        this.view = view;
        this.labels = view.labels;
        this.figures = figures;
        this.badges = new Badges(view);
    }

    Block.Ladder ladder(Situation.History history) {
        Standing standing = view.standing(history);
        Map<Situation.Point, List<Situation.Point>> echoes = echoes(standing);
        Set<Situation.Point> echoed = Collections.newSetFromMap(new IdentityHashMap<>());
        echoes.values().forEach(echoed::addAll);
        List<Block.Rung> dated = rungs(history, standing.dated(), echoes);
        List<Block.Rung> undated = rungs(
                history,
                standing.undated().stream().filter(p -> !echoed.contains(p)).toList(),
                echoes);
        // Of one figure there is nothing to pick.
        List<Line> summary = new ArrayList<>(dated.size() + undated.size() > 1 ? summary(standing) : List.of());
        oneSpeaker(history).ifPresent(summary::add);
        return new Block.Ladder(figures.title(history), summary, dated, undated);
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
                                    figures.amount(p),
                                    p.status().code(),
                                    Boolean.toString(p.withdrawn()),
                                    p.claims().getFirst().scopeText().orElse("")),
                            k -> new ArrayList<>())
                    .add(p);
        return same.values().stream().map(s -> rung(history, s, echoes)).toList();
    }

    /**
     * Undated figures that only say again what a dated one says: they stand with the first dated one of their value. Of a small or round
     * number that holds only where both carry one statement: one child and one child are two children.
     */
    private Map<Situation.Point, List<Situation.Point>> echoes(Standing standing) {
        Map<Object, Situation.Point> dated = new HashMap<>();
        for (Situation.Point d : standing.dated()) if (Standing.stands(d)) dated.putIfAbsent(said(d), d);
        Map<Situation.Point, List<Situation.Point>> out = new IdentityHashMap<>();
        for (Situation.Point p : standing.undated()) {
            Situation.Point d = Standing.stands(p) ? dated.get(said(p)) : null;
            if (d != null && (telling(p) || shared(p, d)))
                out.computeIfAbsent(d, k -> new ArrayList<>()).add(p);
        }
        return out;
    }

    private static boolean telling(Situation.Point p) {
        long v = p.amount().value().orElse(0);
        return v > SMALL && v % 10 != 0;
    }

    /** Whether a claim of one and a claim of the other carry one statement. */
    private boolean shared(Situation.Point p, Situation.Point q) {
        Set<Optional<Situation.Origin>> origins =
                p.claims().stream().map(view::origin).collect(Collectors.toSet());
        origins.remove(Optional.<Situation.Origin>empty());
        return q.claims().stream().map(view::origin).anyMatch(origins::contains);
    }

    private static Object said(Situation.Point p) {
        Claim.Figure first = p.claims().getFirst();
        return List.of(p.amount(), Standing.increment(p), first.who(), first.counts());
    }

    /**
     * What stands, in rules each under its own name: where the count began if it has grown, lowest and highest of what no later day has
     * outgrown, latest and latest official; a rule that would repeat the one before is left out.
     */
    List<Line> summary(Standing standing) {
        List<Line> lines = new ArrayList<>();
        Optional<Situation.Point> low = standing.lowest();
        Optional<Situation.Point> high = standing.highest();
        Optional<Situation.Point> latest = standing.latest();
        Optional<Situation.Point> official = standing.latestOfficial();
        if (latest.isPresent() && standing.growth().before(latest.get()).isPresent())
            standing.first().ifPresent(p -> lines.add(rule("rule.first", p)));
        if (low.isPresent() && high.isPresent() && standing.rivals(low.get(), high.get())) {
            lines.add(rule("rule.lowest", low.get()));
            lines.add(rule("rule.highest", high.get()));
        }
        if (latest.isPresent())
            lines.add(rule(latest.equals(official) ? "rule.latest_is_official" : "rule.latest", latest.get()));
        if (official.isPresent() && !official.equals(latest)) lines.add(rule("rule.official", official.get()));
        if (latest.isPresent()) standing.higherUndated().ifPresent(p -> lines.add(rule("rule.undated", p)));
        standing.laterDamaged().ifPresent(p -> lines.add(rule("rule.damaged", p)));
        return lines;
    }

    /** "All 6 statements on this come from one speaker": pages differ, and nobody counted but one. */
    private Optional<Line> oneSpeaker(Situation.History history) {
        Set<Situation.Origin> origins = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Situation.Point p : history.points())
            for (Claim.Figure c : p.claims()) view.origin(c).ifPresent(origins::add);
        Set<Optional<String>> speakers =
                origins.stream().map(Situation.Origin::speaker).collect(Collectors.toSet());
        if (origins.size() < 2 || speakers.size() > 1) return Optional.empty();
        return speakers.iterator()
                .next()
                .map(s -> Line.of(new Inline.Aside(labels.text(
                        "origins.one_speaker", labels.number(origins.size()), Plain.text(Contacts.masked(s))))));
    }

    private Line rule(String key, Situation.Point point) {
        return Line.of(new Inline.Aside(labels.text(key) + " "), figures.number(point));
    }

    private Block.Rung rung(
            Situation.History history, List<Situation.Point> same, Map<Situation.Point, List<Situation.Point>> echoes) {
        Situation.Point first = same.getFirst();
        List<Claim.Figure> claims =
                same.stream().flatMap(p -> p.claims().stream()).toList();
        Line said = voices(same);
        Set<Inline.Words> words = new LinkedHashSet<>();
        for (Situation.Point p : same) {
            words.addAll(figures.ownWords(p));
            if (history.matter().scope().isEmpty()) words.addAll(figures.restriction(p));
        }
        for (Inline.Words w : words) said = said.and(new Inline.Text(" · "), w);
        said = said.and(including(history, claims)).and(whose(claims)).and(view.carried(claims));
        List<Claim.Figure> again = same.stream()
                .flatMap(p -> echoes.getOrDefault(p, List.of()).stream())
                .flatMap(p -> p.claims().stream())
                .toList();
        said = said.and(echo(again)).and(badges.of(history, same));
        boolean gone = first.withdrawn() || first.status() == Status.DENIED || first.status() == Status.RETRACTED;
        Situation.Point dated =
                same.stream().filter(p -> p.asOf().isPresent()).findFirst().orElse(first);
        return new Block.Rung(Line.of(figures.all(same)), first.amount(), figures.day(dated), said, gone);
    }

    /** " · including 16 security forces": parts that a history of their own counts; in the page's words where no other tell what they are. */
    Line including(Situation.History history, List<Claim.Figure> claims) {
        Map<String, Line> told = new LinkedHashMap<>();
        for (Situation.Point p : view.parts(claims)) {
            Claim.Figure f = p.claims().getFirst();
            boolean other = !history.points().contains(p)
                    && f.measure().equals(history.matter().measure());
            String kind = kind(history, f);
            Line part = Line.of(figures.number(p));
            if (other)
                told.putIfAbsent(
                        figures.amount(p) + kind,
                        kind.isEmpty() && view.quotes.tells(f)
                                ? part.and(new Inline.Text(" "), view.quotes.onward(f))
                                : part.and(new Inline.Aside(kind)));
        }
        Line line = Line.of();
        for (Line part : told.values())
            line = line.parts().isEmpty()
                    ? Line.of(new Inline.Aside(" · " + labels.text("figures.including") + " "))
                            .and(part)
                    : line.and(new Inline.Text(labels.text("comma"))).and(part);
        return line;
    }

    /** " security forces (in the capital)": what a part is, as far as it is not said of the whole. */
    private String kind(Situation.History history, Claim.Figure f) {
        boolean one = Standing.high(f.amount()) == 1;
        boolean same = f.who().equals(history.matter().who());
        String who = same || f.who().isEmpty() || f.who().equals("people")
                ? ""
                : " " + labels.id(one ? "who.one" : "who", f.who());
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
                .filter(c -> view.voices.speaker(c).isEmpty())
                .flatMap(c -> view.quotes.beside(c).stream())
                .findFirst()
                .map(w -> Line.of(new Inline.Text(" · "), w))
                .orElse(Line.of());
    }

    /** "Health Ministry; state television via Meridian": each voice once. */
    private Line voices(List<Situation.Point> same) {
        Set<Line> voices = new LinkedHashSet<>();
        List<Claim.Figure> nobody = new ArrayList<>();
        for (Situation.Point p : same)
            if (view.voices.speaker(p.claims().getFirst()).isPresent()) voices.add(view.voices.said(p.claims()));
            else nobody.addAll(p.claims());
        if (!nobody.isEmpty()) voices.add(view.voices.said(nobody));
        List<Inline> parts = new ArrayList<>();
        for (Line voice : voices) {
            if (!parts.isEmpty()) parts.add(new Inline.Text(labels.text("semicolon")));
            parts.addAll(voice.parts());
        }
        return new Line(parts);
    }

    /** " · also, undated: health ministry; Harvest Daily": whoever says it without a day. */
    private Line echo(List<Claim.Figure> claims) {
        if (claims.isEmpty()) return Line.of();
        Map<String, List<Claim.Figure>> voices = new LinkedHashMap<>();
        for (Claim.Figure c : claims)
            voices.computeIfAbsent(view.voices.speaker(c).orElse(""), k -> new ArrayList<>())
                    .add(c);
        Line line = Line.of(new Inline.Aside(" · " + labels.text("figures.echo") + " "));
        String joint = "";
        for (List<Claim.Figure> voice : voices.values()) {
            line = line.and(new Inline.Text(joint)).and(view.voices.said(voice));
            joint = labels.text("semicolon");
        }
        return line.and(new Inline.Cite(claims));
    }
}
