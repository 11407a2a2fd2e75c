package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The life of each operation: how far it is, its steps, who takes part, and what it was sent to do. */
final class OperationParts {
    private static final String TASK = "task";
    private static final String END = "withdrawal_end";
    private final View view;
    private final Labels labels;
    private final Figures figures;

    OperationParts(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
    }

    Section operations() {
        List<Block> blocks = new ArrayList<>();
        for (Situation.Operation operation : view.situation.operations()) {
            if (view.situation.operations().size() > 1) blocks.add(new Block.Heading(name(operation)));
            blocks.add(new Block.Paragraph(head(operation)));
            phases(operation).ifPresent(blocks::add);
            steps(operation).ifPresent(blocks::add);
            items("operation.contributors", contributors(operation)).forEach(blocks::add);
            items("operation.tasks", tasks(operation)).forEach(blocks::add);
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("operation.none"))));
        return new Section("operation", labels.text("section.operation"), blocks);
    }

    private List<Block> items(String heading, List<Line> lines) {
        return lines.isEmpty() ? List.of() : List.of(new Block.Heading(labels.text(heading)), new Block.Items(lines));
    }

    /** "ECOWAS operation in Mali" in the report's language. */
    String name(Situation.Operation operation) {
        return Plain.text(Contacts.masked(labels.operation(operation)));
    }

    private Line head(Situation.Operation operation) {
        Line line = Line.of(
                new Inline.Strong(name(operation)),
                new Inline.Text(labels.text("colon")),
                new Inline.Tag(labels.code("phase", operation.phase()), Tone.PLAIN));
        if (operation.phase() == Situation.Phase.ENDED) return line;
        List<Claim> ends = ends(operation);
        String aside = ends.isEmpty() ? "operation.end_not_reported" : "operation.end_disputed";
        Line told = line.and(new Inline.Text(" "), new Inline.Aside(labels.text(aside)));
        return ends.isEmpty() ? told : told.and(new Inline.Cite(ends));
    }

    /** The claims that tell its end, whether or not it is agreed. */
    static List<Claim> ends(Situation.Operation operation) {
        return operation.steps().stream()
                .filter(s -> !s.planned() && s.step().equals(END))
                .flatMap(s -> s.claims().stream())
                .toList();
    }

    /** "Asked for: 5 January. Declared complete, which is its leaders' word: 11 January." */
    private Optional<Block> phases(Situation.Operation operation) {
        if (operation.phases().isEmpty()) return Optional.empty();
        String told =
                operation.phases().stream().map(this::reached).collect(Collectors.joining(labels.text("semicolon")));
        return Optional.of(new Block.Paragraph(
                Line.of(new Inline.Text(labels.text("operation.phases") + " "), new Inline.Text(told + "."))));
    }

    private String reached(Situation.Reached reached) {
        String phase = labels.code("phase", reached.phase());
        String told = reached.since()
                .map(d -> labels.text("operation.on", phase, labels.day(d)))
                .orElse(phase);
        return reached.declared() ? told + " (" + labels.text("operation.declared") + ")" : told;
    }

    /** The steps but for tasks, which stand in a list of their own, and for plans of what has since been reported. */
    private Optional<Block> steps(Situation.Operation operation) {
        Predicate<Situation.Step> shown = s -> !s.step().equals(TASK) && !(s.planned() && done(operation, s));
        List<List<Line>> rows =
                operation.steps().stream().filter(shown).map(this::step).toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Block.Table(
                        labels.text("operation.steps"),
                        List.of(labels.text("column.step"), labels.text("column.date"), labels.text("column.words")),
                        rows));
    }

    private static boolean done(Situation.Operation operation, Situation.Step planned) {
        return operation.steps().stream().anyMatch(s -> !s.planned() && s.step().equals(planned.step()));
    }

    private List<Line> step(Situation.Step step) {
        Line name = Line.of(Plain.capital(labels.id("event", step.step())));
        Optional<String> by = step.by().map(view.voices::named).filter(view.voices::actor);
        if (by.isPresent())
            name = name.and(
                    new Inline.Aside(labels.text("comma") + Plain.text(Contacts.masked(view.voices.shown(by.get())))));
        if (step.planned())
            name = name.and(new Inline.Text(" "), new Inline.Tag(labels.text("status.planned"), Tone.PLAIN));
        Claim first = best(step);
        Line words = Line.of(view.quotes.quoted(first), new Inline.Cite(first, step.claims()))
                .and(view.voices.voice(first));
        return List.of(name, Line.of(step.date().map(labels::day).orElse(labels.text("operation.no_day"))), words);
    }

    /** The words to show: of those that name the step's day, where some do. */
    private Claim best(Situation.Step step) {
        List<Claim> dated = step.claims().stream()
                .filter(c -> step.date().isPresent() && date(c).equals(step.date()))
                .toList();
        return view.quotes.best(dated.isEmpty() ? step.claims() : dated);
    }

    private static Optional<LocalDate> date(Claim claim) {
        return switch (claim) {
            case Claim.Event e -> e.date().flatMap(d -> d.day());
            case Claim.Commitment c -> c.due().flatMap(d -> d.last());
            case Claim.Figure f -> Optional.empty();
            case Claim.Statement s -> Optional.empty();
        };
    }

    /** What it was sent to do, each in its own words; what was planned and what is reported told apart. */
    private List<Line> tasks(Situation.Operation operation) {
        Map<String, List<Claim>> tasks = new LinkedHashMap<>();
        Map<String, Boolean> planned = new LinkedHashMap<>();
        for (Situation.Step step : operation.steps()) {
            if (!step.step().equals(TASK)) continue;
            for (Claim c : step.claims()) {
                String words = view.quotes.quote(c).toLowerCase(java.util.Locale.ROOT);
                tasks.computeIfAbsent(words, k -> new ArrayList<>()).add(c);
                planned.merge(words, step.planned(), Boolean::logicalAnd);
            }
        }
        List<Line> lines = new ArrayList<>();
        tasks.forEach((words, claims) -> {
            Claim first = view.quotes.best(claims);
            Line line = Line.of(view.quotes.quoted(first), new Inline.Cite(first, claims))
                    .and(view.voices.voice(first));
            if (planned.getOrDefault(words, false))
                line = line.and(new Inline.Text(" "), new Inline.Tag(labels.text("status.planned"), Tone.PLAIN));
            lines.add(line.and(view.carried(claims)));
        });
        return lines;
    }

    /** Those with a strength of their own, each with who says so; then the others in one line. */
    private List<Line> contributors(Situation.Operation operation) {
        List<Line> lines = new ArrayList<>();
        List<String> others = new ArrayList<>();
        List<Claim> shown = new ArrayList<>();
        for (Situation.Contributor c : operation.contributors()) {
            List<Situation.Point> own = view.contingent(c.who());
            String who = Plain.text(Contacts.masked(c.who()));
            if (own.isEmpty()) {
                others.add(view.voices.shown(who));
                if (c.claims().stream().noneMatch(shown::contains)) shown.add(widest(c, operation));
            } else
                lines.add(Line.of(new Inline.Strong(view.voices.shown(who)), new Inline.Text(labels.text("colon")))
                        .and(figures.list(own)));
        }
        if (!others.isEmpty())
            lines.add(Line.of(
                    new Inline.Strong(labels.list(others)),
                    new Inline.Text(labels.text("colon") + labels.text("operation.no_strength")),
                    new Inline.Cite(shown)));
        return lines;
    }

    /** The claim that names most contributors at once, this one among them. */
    private static Claim widest(Situation.Contributor contributor, Situation.Operation operation) {
        return contributor.claims().stream()
                .max(Comparator.comparingLong((Claim c) -> operation.contributors().stream()
                                .filter(o -> o.claims().contains(c))
                                .count())
                        .thenComparing(Claim::id))
                .orElseThrow();
    }
}
