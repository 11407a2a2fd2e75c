package org.sitrep.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** Words for figures: what is counted, one figure with its speaker and day, and the ladder of a matter. */
final class Figures {
    private final View view;
    private final Labels labels;
    /** How many histories would be headed alike; those of parts stand under their wholes. */
    private final Map<Line, Integer> titles = new HashMap<>();

    /** More numbers than this in one line nobody reads to its end. */
    private static final int IN_A_LINE = 24;

    Figures(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** "Detained · country-wide · “for terrorism”": what is counted, with the pages' own restricting words in quotation marks. */
    Line title(Situation.History history) {
        Line line = title(history.matter(), whose(history));
        if (titles.isEmpty())
            for (Situation.History h : view.situation.histories())
                if (!Precedence.parts(h)) titles.merge(title(h.matter(), whose(h)), 1, Integer::sum);
        return titles.getOrDefault(line, 0) > 1
                ? only(history).map(w -> line.and(new Inline.Text(" · "), w)).orElse(line)
                : line;
    }

    /** People who serve a state, and not always the one in which they are counted. */
    private static final Set<String> SERVING = Set.of("soldiers", "security_forces", "peacekeepers", "officials");

    /** The only other state that the quotes of a history of soldiers name: whose they are. */
    private Optional<String> whose(Situation.History history) {
        if (!SERVING.contains(history.matter().who())) return Optional.empty();
        Set<String> states = history.points().stream()
                .flatMap(p -> p.claims().stream())
                .flatMap(c -> view.voices.states(c).stream())
                .collect(Collectors.toSet());
        history.matter().place().ifPresent(states::remove);
        return states.size() == 1 ? states.stream().findFirst() : Optional.empty();
    }

    /** "Detained · country-wide": what a matter counts. */
    Line title(Situation.Matter matter) {
        return title(matter, Optional.empty());
    }

    private Line title(Situation.Matter matter, Optional<String> whose) {
        Line line = Line.of(new Inline.Strong(Plain.capital(labels.id("measure", matter.measure()))));
        if (!matter.who().isEmpty() && !matter.who().equals("people"))
            line = line.and(aside(labels.id("who", matter.who())
                    + whose.map(s -> " (" + labels.place(Contacts.masked(Plain.text(s))) + ")")
                            .orElse("")));
        if (matter.place().isPresent())
            line = line.and(
                    aside(labels.place(Contacts.masked(Plain.text(matter.place().get())))));
        if (matter.scope().isPresent())
            line = line.and(
                    new Inline.Text(" · "),
                    Quotes.words(Contacts.masked(matter.scope().get()), "und", 80));
        boolean always = view.situation.histories().stream()
                .map(Situation.History::matter)
                .noneMatch(m -> m.measure().equals(matter.measure()) && m.kind() != Claim.Counts.IN_PERIOD);
        if (matter.kind() == Claim.Counts.IN_PERIOD && !always) line = line.and(aside(labels.text("counts.in_period")));
        return line;
    }

    /** Where two matters would be headed alike: the words of a page that restrict this one, else who tells it. */
    private Optional<Inline> only(Situation.History history) {
        return history.points().stream()
                .flatMap(p -> Stream.concat(restriction(p).stream(), ownWords(p).stream()))
                .<Inline>map(w -> w)
                .findFirst()
                .or(() -> Optional.of(new Inline.Text(labels.text(
                        "title.told",
                        view.voices.outlet(history.points().getFirst().claims().getFirst())))));
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

    String amount(Situation.Point point) {
        String amount = labels.amount(point.amount());
        return Standing.increment(point) ? labels.text("amount.increment", amount) : amount;
    }

    /** What kind of saying a figure is that nobody asserts: "planned"; of people dead or hurt, "forecast". */
    static Inline status(Labels labels, Situation.Point point) {
        boolean forecast = point.status() == Status.PLANNED
                && labels.measures("misfortunes").contains(measure(point));
        return new Inline.Tag(
                forecast ? labels.text("status.forecast") : labels.code("status", point.status()), Tone.WARN);
    }

    private static String measure(Situation.Point point) {
        return point.claims().getFirst().measure();
    }

    /** Its mark behind a figure in running text; an earlier value says so by its day. */
    private Line mark(Situation.Point point) {
        return point.status() == Status.ASSERTED || point.status() == Status.SUPERSEDED
                ? Line.of()
                : Line.of(new Inline.Text(" "), status(labels, point));
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
                    && view.voices
                            .said(point.claims())
                            .equals(view.voices.said(points.get(i + 1).claims()))
                    && point.status() == points.get(i + 1).status()
                    && day(point).equals(day(points.get(i + 1)));
            line = line.and(mark(point));
            line = shared ? line.and(new Inline.Text(", ")) : line.and(bracket(point));
            if (!last && !shared) line = line.and(new Inline.Text(labels.text("semicolon")));
        }
        return line;
    }

    /** Figures with those of one amount as one: the first speaker, and how many more say it. */
    Line merged(List<Situation.Point> points) {
        Map<String, List<Situation.Point>> amounts = new LinkedHashMap<>();
        for (Situation.Point p : points)
            amounts.computeIfAbsent(amount(p) + "|" + p.status().code(), k -> new ArrayList<>())
                    .add(p);
        List<Inline> parts = new ArrayList<>();
        for (List<Situation.Point> same :
                amounts.values().stream().limit(IN_A_LINE).toList()) {
            if (!parts.isEmpty()) parts.add(new Inline.Text(labels.text("semicolon")));
            parts.add(all(same));
            parts.addAll(bracket(same).parts());
            parts.addAll(mark(same.getFirst()).parts());
        }
        if (amounts.size() > IN_A_LINE)
            parts.add(new Inline.Text(
                    labels.text("semicolon") + labels.count("figures.others.more", amounts.size() - IN_A_LINE)));
        return new Line(parts);
    }

    Inline all(List<Situation.Point> same) {
        List<Claim.Figure> claims =
                same.stream().flatMap(p -> p.claims().stream()).distinct().toList();
        return new Inline.Number(amount(same.getFirst()), claims, same.stream().allMatch(Situation.Point::withdrawn));
    }

    private Line bracket(List<Situation.Point> same) {
        if (same.size() == 1) return bracket(same.getFirst());
        Situation.Point first = same.getFirst();
        return Line.of(new Inline.Text(" ("))
                .and(view.voices.said(first.claims()))
                .and(new Inline.Text(labels.text("comma") + day(first).orElse(labels.text("undated.one"))
                        + labels.count("figures.more", same.size() - 1) + ")"));
    }

    private Line bracket(Situation.Point point) {
        String day = day(point).orElse(labels.text("undated.one"));
        return Line.of(new Inline.Text(" ("))
                .and(view.voices.said(point.claims()))
                .and(new Inline.Text(labels.text("comma") + day + ")"));
    }

    /** The day it counts for, else the day of the first page that tells it; a number given as the earlier one is older than its page. */
    Optional<String> day(Situation.Point point) {
        String told = point.status() == Status.SUPERSEDED ? "date.before" : "date.page";
        return point.asOf()
                .map(labels::date)
                .or(() -> Standing.firstKnown(point).map(d -> labels.text(told, labels.day(d))));
    }

    /** Groups whose name is always somebody's judgement. */
    private static final Set<String> LOADED = Set.of("fighters", "suspects");

    /** What the page calls the people counted, where those are words that nobody but a speaker should use. */
    List<Inline.Words> ownWords(Situation.Point point) {
        return point.claims().stream()
                .filter(c -> LOADED.contains(c.who()))
                .flatMap(c -> c.whoText().stream()
                        .map(text -> new Inline.Words(Plain.text(Contacts.masked(text)), view.quotes.language(c))))
                .distinct()
                .limit(2)
                .toList();
    }

    /** The page's restricting words ("for terrorism"). */
    List<Inline.Words> restriction(Situation.Point point) {
        return point.claims().stream()
                .flatMap(c -> c.scopeText().stream()
                        .map(text -> new Inline.Words(
                                Quotes.clip(Plain.text(Contacts.masked(text)), 80), view.quotes.language(c))))
                .distinct()
                .limit(1)
                .toList();
    }
}
