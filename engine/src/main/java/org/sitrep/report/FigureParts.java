package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** The parts of a report that speak of figures: what changed, key figures, highlights. */
final class FigureParts {
    private static final int KEY = 8;
    private final View view;
    private final Labels labels;
    private final Figures figures;

    FigureParts(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
    }

    /** What the pages of the last day brought that no earlier page had. */
    Section changes() {
        List<LocalDate> days = view.days();
        List<Block> blocks = new ArrayList<>();
        if (days.size() < 2) {
            blocks.add(new Block.Paragraph(Line.of(labels.text("changes.none"))));
            return new Section("changes", labels.text("section.changes"), blocks);
        }
        LocalDate last = days.getLast();
        blocks.add(new Block.Paragraph(
                Line.of(labels.text("changes.since", labels.day(last), labels.day(days.get(days.size() - 2))))));
        List<Line> lines = new ArrayList<>();
        for (Situation.History history : view.histories()) change(history, last).ifPresent(lines::add);
        lines.addAll(new EventParts(view).knownFirst(last));
        if (lines.isEmpty()) lines.add(Line.of(labels.text("changes.nothing")));
        blocks.add(new Block.Items(lines));
        return new Section("changes", labels.text("section.changes"), blocks);
    }

    private Optional<Line> change(Situation.History history, LocalDate day) {
        List<Situation.Point> fresh = history.points().stream()
                .filter(p -> Standing.firstKnown(p).filter(day::equals).isPresent())
                .toList();
        if (fresh.isEmpty()) return Optional.empty();
        Line line = figures.title(history.matter()).and(new Inline.Text(labels.text("colon")));
        line = line.and(figures.list(fresh));
        boolean apart = fresh.stream()
                .allMatch(p -> OtherScope.of(history).contains(history.points().indexOf(p)));
        if (apart) return Optional.of(line.and(new Inline.Text(labels.text("changes.other_scope"))));
        Optional<Situation.Point> before = Standing.of(history, view).dated().stream()
                .filter(p -> Standing.stands(p)
                        && Standing.firstKnown(p).filter(d -> d.isBefore(day)).isPresent())
                .reduce((a, b) -> Standing.low(b.amount()) < 0 && Standing.low(a.amount()) >= 0 ? a : b);
        return Optional.of(
                before.isEmpty()
                        ? line.and(new Inline.Text(labels.text("changes.new")))
                        : line.and(new Inline.Text(labels.text("changes.before") + " "), figures.number(before.get())));
    }

    /** A ladder for each of the most widely carried matters, and one line for each of the others. */
    Section key() {
        List<Block> blocks = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (Situation.History history : view.histories()) {
            if (blocks.size() < KEY && history.points().size() > 1) blocks.add(figures.ladder(history));
            else others.add(oneLine(history));
        }
        if (blocks.isEmpty() && others.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("figures.none"))));
        if (!others.isEmpty()) {
            blocks.add(new Block.Heading(labels.text("figures.others")));
            blocks.add(new Block.Items(others));
        }
        return new Section("figures", labels.text("section.figures"), blocks);
    }

    private Line oneLine(Situation.History history) {
        return figures.title(history.matter())
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.list(history.points()));
    }

    /** The few sentences to read first. */
    List<Line> highlights() {
        List<Line> lines = new ArrayList<>();
        for (Situation.History history : view.histories()) {
            if (lines.size() == 4) break;
            if (history.points().size() > 1) highlight(history).ifPresent(lines::add);
        }
        for (Situation.History history : view.histories()) withdrawn(history).ifPresent(lines::add);
        return lines;
    }

    private Optional<Line> highlight(Situation.History history) {
        Standing standing = Standing.of(history, view);
        Optional<Situation.Point> latest = standing.latest();
        if (latest.isEmpty()) return Optional.empty();
        Line line = figures.title(history.matter())
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.figure(latest.get()));
        Situation.Point low = standing.lowest().orElse(latest.get());
        Situation.Point high = standing.highest().orElse(latest.get());
        boolean range = !low.equals(high) && !low.amount().equals(high.amount());
        if (!range) return Optional.of(line.and(new Inline.Text(".")));
        return Optional.of(line.and(new Inline.Text(labels.text("highlight.range") + " "))
                .and(
                        figures.number(low),
                        new Inline.Text(labels.text("highlight.to")),
                        figures.number(high),
                        new Inline.Text(".")));
    }

    private Optional<Line> withdrawn(Situation.History history) {
        List<Situation.Point> gone =
                history.points().stream().filter(Situation.Point::withdrawn).toList();
        if (gone.isEmpty()) return Optional.empty();
        List<Claim> repeats = new ArrayList<>();
        for (Situation.Relation r : history.relations())
            if (r.kind() == Kind.REPEATS_AFTER_RETRACTION)
                repeats.addAll(history.points().get(r.a()).claims());
        Line line = Line.of(new Inline.Strong(labels.text("highlight.withdrawn")), new Inline.Text(" "))
                .and(figures.title(history.matter()))
                .and(new Inline.Text(", "), figures.number(gone.getFirst()));
        return Optional.of(
                repeats.isEmpty()
                        ? line.and(new Inline.Text("."))
                        : line.and(
                                new Inline.Text("; " + labels.count("highlight.repeated", view.pages(repeats))),
                                new Inline.Cite(repeats),
                                new Inline.Text(".")));
    }
}
