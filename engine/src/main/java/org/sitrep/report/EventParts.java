package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The parts of a report that speak of what happened: the overview, the operation, the timeline. */
final class EventParts {
    private final View view;
    private final Labels labels;

    EventParts(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** One thing that happened: the claims of every page that tells it. */
    private record Happening(String type, Optional<Edtf> date, List<Claim.Event> claims) {
        Claim.Event first() {
            return View.best(claims);
        }
    }

    /** Events told of this crisis, those of one type, day and actor as one. */
    private List<Happening> happenings() {
        Map<String, List<Claim.Event>> groups = new LinkedHashMap<>();
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Event e) || e.common().background()) continue;
            String key = String.join(
                    "|",
                    e.type(),
                    e.date().map(Edtf::text).orElse("?"),
                    e.status().code(),
                    actor(e).orElse(""),
                    oneOf(e));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(e);
        }
        return groups.values().stream()
                .map(c -> new Happening(c.getFirst().type(), c.getFirst().date(), c))
                .toList();
    }

    /** Deeds done to one person or office each: two that meet different ones on one page are two. */
    private static final Set<String> SINGLE = Set.of("dismissal", "appointment", "resignation");

    private static String oneOf(Claim.Event e) {
        return SINGLE.contains(e.type())
                ? e.evidence().page() + "|" + e.target().orElse("")
                : "";
    }

    private Optional<String> actor(Claim.Event event) {
        return event.actor().filter(view::actor);
    }

    private Line line(Happening happening) {
        Claim.Event first = happening.first();
        Line line = Line.of(new Inline.Strong(labels.id("event", happening.type())));
        Optional<String> who = actor(first)
                .filter(w -> first.place().filter(p -> p.label().equals(w)).isEmpty());
        if (who.isPresent()) line = line.and(new Inline.Text(", " + Masking.mask(who.get())));
        if (first.place().isPresent())
            line = line.and(new Inline.Text(
                    ", " + Plain.text(first.place().map(Place::label).get())));
        if (first.status() != Status.ASSERTED)
            line = line.and(new Inline.Text(" "), new Inline.Tag(labels.code("status", first.status()), Tone.WARN));
        line = line.and(new Inline.Text(labels.text("colon")), view.quoted(first), new Inline.Cite(happening.claims()));
        return line.and(speaker(first));
    }

    private Line speaker(Claim claim) {
        return view.speaker(claim)
                .map(s -> Line.of(new Inline.Aside(" — " + s)))
                .orElse(Line.of(new Inline.Aside(" — " + view.outlet(claim))));
    }

    /** Events that no page told before {@code day}. */
    List<Line> knownFirst(LocalDate day) {
        return happenings().stream()
                .filter(h -> h.claims().stream()
                        .flatMap(c -> c.common().knownOn().stream())
                        .min(LocalDate::compareTo)
                        .filter(day::equals)
                        .isPresent())
                .map(this::line)
                .toList();
    }

    /** Events by day; those whose day the pages leave open come last, in a group of their own. */
    Section timeline() {
        Map<LocalDate, List<Line>> days = new TreeMap<>();
        List<Line> undated = new ArrayList<>();
        for (Happening happening : happenings()) {
            Optional<LocalDate> day = happening.date().flatMap(Edtf::first);
            if (day.isPresent())
                days.computeIfAbsent(day.get(), d -> new ArrayList<>()).add(line(happening));
            else undated.add(line(happening));
        }
        List<Block.Day> all = new ArrayList<>();
        days.forEach((day, lines) -> all.add(new Block.Day(Optional.of(day), labels.day(day), lines)));
        if (!undated.isEmpty()) all.add(new Block.Day(Optional.empty(), labels.text("undated.group"), undated));
        Block block = all.isEmpty() ? new Block.Paragraph(Line.of(labels.text("timeline.none"))) : new Block.Days(all);
        return new Section("timeline", labels.text("section.timeline"), List.of(block));
    }

    /** Causes, loaded words with who uses them, appeals and assessments. */
    Section overview() {
        List<Block> blocks = new ArrayList<>();
        for (String about : List.of("cause", "label", "appeal", "assessment")) {
            List<Line> lines = statements(about);
            if (lines.isEmpty()) continue;
            blocks.add(new Block.Heading(labels.text("overview." + about)));
            blocks.add(new Block.Items(lines));
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("overview.none"))));
        return new Section("overview", labels.text("section.overview"), blocks);
    }

    private List<Line> statements(String about) {
        Map<String, List<Claim.Statement>> groups = new LinkedHashMap<>();
        for (Claim claim : view.situation.claims()) {
            if (!(claim instanceof Claim.Statement s)
                    || !s.about().equals(about)
                    || s.common().background()) continue;
            String what =
                    s.labelText().map(t -> t.toLowerCase(java.util.Locale.ROOT)).orElse(s.id());
            groups.computeIfAbsent(view.speaker(s).orElse("") + "|" + what, k -> new ArrayList<>())
                    .add(s);
        }
        return groups.values().stream().map(this::statement).toList();
    }

    private Line statement(List<Claim.Statement> claims) {
        Claim.Statement first = claims.getFirst();
        Inline words = first.labelText()
                .<Inline>map(t -> view.words(Masking.mask(t), view.language(first), 80))
                .orElseGet(() -> view.quoted(first));
        return Line.of(words, new Inline.Cite(claims)).and(speaker(first));
    }

    /** The life of each operation: its steps, who takes part, and what it was sent to do. */
    Section operations() {
        List<Block> blocks = new ArrayList<>();
        for (Situation.Operation operation : view.situation.operations()) {
            if (view.situation.operations().size() > 1)
                blocks.add(new Block.Heading(Plain.text(Masking.mask(operation.name()))));
            blocks.add(new Block.Paragraph(head(operation)));
            if (!operation.steps().isEmpty()) blocks.add(steps(operation));
            if (!operation.contributors().isEmpty()) {
                blocks.add(new Block.Heading(labels.text("operation.contributors")));
                blocks.add(new Block.Items(operation.contributors().stream()
                        .map(c -> contributor(c, operation))
                        .toList()));
            }
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("operation.none"))));
        return new Section("operation", labels.text("section.operation"), blocks);
    }

    private Line head(Situation.Operation operation) {
        Line line = Line.of(
                new Inline.Strong(Plain.text(Masking.mask(operation.name()))),
                new Inline.Text(labels.text("colon")),
                new Inline.Tag(labels.code("phase", operation.phase()), Tone.PLAIN));
        boolean ended = operation.phase() == Situation.Phase.ENDED;
        return ended
                ? line
                : line.and(new Inline.Text(" "), new Inline.Aside(labels.text("operation.end_not_reported")));
    }

    private Block steps(Situation.Operation operation) {
        List<List<Line>> rows = operation.steps().stream()
                .sorted(Comparator.comparing((Situation.Step s) -> s.date().orElse(LocalDate.MAX)))
                .map(this::step)
                .toList();
        return new Block.Table(
                labels.text("operation.steps"),
                List.of(labels.text("column.step"), labels.text("column.date"), labels.text("column.words")),
                rows);
    }

    private List<Line> step(Situation.Step step) {
        Line name = Line.of(labels.id("event", step.step()));
        if (step.planned())
            name = name.and(new Inline.Text(" "), new Inline.Tag(labels.text("status.planned"), Tone.PLAIN));
        Line words = Line.of();
        if (!step.claims().isEmpty()) {
            Claim first = View.best(step.claims());
            words = Line.of(view.quoted(first), new Inline.Cite(step.claims())).and(speaker(first));
        }
        return List.of(name, Line.of(step.date().map(labels::day).orElse(labels.text("undated.one"))), words);
    }

    /** Whether a figure is of this contributor alone: the strength of a force of five states is nobody's own. */
    private static boolean own(Claim.Figure f, Situation.Operation operation) {
        return f.contributor().isPresent()
                && operation.contributors().stream()
                                .filter(c -> c.claims().contains(f))
                                .count()
                        == 1;
    }

    private Line contributor(Situation.Contributor contributor, Situation.Operation operation) {
        Line line = Line.of(new Inline.Strong(Plain.text(Masking.mask(contributor.who()))));
        List<Claim.Figure> figures = contributor.claims().stream()
                .flatMap(c -> c instanceof Claim.Figure f && own(f, operation)
                        ? java.util.stream.Stream.of(f)
                        : java.util.stream.Stream.empty())
                .toList();
        if (figures.isEmpty()) return line.and(new Inline.Cite(contributor.claims()));
        Map<String, List<Claim.Figure>> amounts = new LinkedHashMap<>();
        for (Claim.Figure f : figures)
            amounts.computeIfAbsent(labels.amount(f.amount()), k -> new ArrayList<>())
                    .add(f);
        String separator = labels.text("colon");
        for (Map.Entry<String, List<Claim.Figure>> amount : amounts.entrySet()) {
            line = line.and(new Inline.Text(separator), new Inline.Number(amount.getKey(), amount.getValue(), false));
            separator = "; ";
        }
        List<Claim> others = contributor.claims().stream()
                .filter(c -> !(c instanceof Claim.Figure f && figures.contains(f)))
                .toList();
        return others.isEmpty() ? line : line.and(new Inline.Text(" "), new Inline.Cite(others));
    }
}
