package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The figures to read first: of each measure the number for the whole crisis, where it came from, and how far those that stand differ. */
final class Heads {
    private static final int MOST = 6;
    private final View view;
    private final Labels labels;
    private final Figures figures;
    private final Set<Situation.Point> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Line> lines = new ArrayList<>();
    private final List<Line> news = new ArrayList<>();

    Heads(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
        for (Situation.History history : Precedence.of(view).heads()) {
            if (lines.size() == MOST) break;
            head(history).ifPresent(lines::add);
        }
    }

    /** One line for each head figure, then what was withdrawn. */
    List<Line> lines() {
        List<Line> all = new ArrayList<>(lines);
        for (Situation.History history : view.histories()) withdrawn(history).ifPresent(all::add);
        return all;
    }

    /** Whether the figure stands in one of the lines. */
    boolean shows(Situation.Point point) {
        return shown.contains(point);
    }

    /** "New head figures: Detained, at least 12,000; Killed, 225.": those of the last day, each told in full in its line. */
    Optional<Line> news() {
        if (news.isEmpty()) return Optional.empty();
        Line line = Line.of(labels.text("changes.heads"));
        String joint = "";
        for (Line figure : news) {
            line = line.and(new Inline.Text(joint)).and(figure);
            joint = labels.text("semicolon");
        }
        return Optional.of(line.and(new Inline.Text(".")));
    }

    private Optional<Line> head(Situation.History history) {
        Standing standing = view.standing(history);
        Optional<Situation.Point> latest = standing.latest().or(standing::higherUndated);
        if (latest.isEmpty()) return Optional.empty();
        Situation.Point point = latest.get();
        List<Situation.Point> same = standing.alike(point);
        shown.addAll(same);
        Line line = figures.title(history)
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.merged(same));
        if (fresh(point)) {
            news.add(figures.title(history).and(new Inline.Text(labels.text("comma")), figures.number(point)));
            line = line.and(new Inline.Text(" "), new Inline.Tag(labels.text("tag.new"), Tone.PLAIN));
        }
        line = line.and(rose(standing, point)).and(range(standing, point));
        Optional<Situation.Point> undated = standing.higherUndated().filter(p -> p != point);
        if (undated.isPresent()) line = line.and(told("highlight.undated", undated.get()));
        return Optional.of(line.and(new Inline.Text(".")));
    }

    /** Whether the pages of the last day brought it. */
    private boolean fresh(Situation.Point point) {
        List<LocalDate> days = view.days();
        return days.size() > 1
                && Standing.firstKnown(point).filter(days.getLast()::equals).isPresent();
    }

    /** "; up from 2,316 (6 February 2023)", with who gave it where that was another. */
    private Line rose(Standing standing, Situation.Point point) {
        Optional<Situation.Point> first =
                standing.first().filter(p -> Standing.day(p).isBefore(Standing.day(point)));
        if (first.isEmpty() || standing.growth().before(point).isEmpty()) return Line.of();
        if (!view.voices.together(first.get(), point)) {
            shown.add(first.get());
            return Line.of(new Inline.Text(labels.text("highlight.rose") + " ")).and(figures.figure(first.get()));
        }
        return told("highlight.rose", first.get())
                .and(new Inline.Text(
                        figures.day(first.get()).map(d -> " (" + d + ")").orElse("")));
    }

    /** "; the figures that stand reach from 20 to 28"; only the other end where the line has one already. */
    private Line range(Standing standing, Situation.Point point) {
        Situation.Point low = standing.lowest().orElse(point);
        Situation.Point high = standing.highest().orElse(point);
        boolean lowest = alike(low, point);
        boolean highest = alike(high, point);
        if (lowest && highest || !standing.rivals(low, high)) return Line.of();
        if (highest) return told("highlight.lowest", low);
        if (lowest) return told("highlight.highest", high);
        return told("highlight.range", low).and(new Inline.Text(labels.text("highlight.to")), figures.number(high));
    }

    private static boolean alike(Situation.Point a, Situation.Point b) {
        return a.amount().key().equals(b.amount().key());
    }

    private Line told(String key, Situation.Point point) {
        shown.add(point);
        return Line.of(new Inline.Text(labels.text(key) + " "), figures.number(point));
    }

    /** "; taken back by the Health Ministry": who did, with the words in which it is told. */
    private Line takenBack(Situation.History history) {
        List<Claim> denials = new ArrayList<>();
        for (Situation.Relation r : history.relations())
            if (r.kind() == Kind.RETRACTION_OF)
                for (Claim c : history.points().get(r.a()).claims()) if (!denials.contains(c)) denials.add(c);
        return denials.isEmpty()
                ? Line.of()
                : Line.of(new Inline.Text(labels.text("highlight.taken_back") + " "))
                        .and(view.voices.said(denials))
                        .and(new Inline.Cite(denials));
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
                .and(figures.title(history))
                .and(new Inline.Text(", "), figures.number(gone.getFirst()))
                .and(takenBack(history));
        return Optional.of(
                repeats.isEmpty()
                        ? line.and(new Inline.Text("."))
                        : line.and(
                                new Inline.Text("; " + labels.count("highlight.repeated", view.pages(repeats))),
                                new Inline.Cite(repeats),
                                new Inline.Text(".")));
    }
}
