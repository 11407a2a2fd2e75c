package org.sitrep.report;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** Figures that do not simply agree or grow: what contradicts what, what was corrected or withdrawn, what must not be compared. */
final class ContestedPart {
    /** Growth and agreement are no contest; the ladders show them. */
    static final Set<Kind> TOLD = EnumSet.complementOf(EnumSet.of(Kind.GROWTH, Kind.COMPATIBLE));
    private final View view;
    private final Labels labels;
    private final Figures figures;

    ContestedPart(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
    }

    Section contested() {
        List<Block> blocks = new ArrayList<>();
        for (Situation.History history : view.histories()) {
            List<Line> lines = lines(history);
            if (lines.isEmpty()) continue;
            blocks.add(new Block.Paragraph(figures.title(history.matter())));
            blocks.add(new Block.Items(lines));
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("contested.none"))));
        return new Section("contested", labels.text("section.contested"), blocks);
    }

    private List<Line> lines(Situation.History history) {
        List<Line> lines = new ArrayList<>();
        Set<Integer> sides = new TreeSet<>();
        List<Situation.Relation> apart = new ArrayList<>();
        Map<String, List<Situation.Relation>> groups = new LinkedHashMap<>();
        for (Situation.Relation relation : history.relations()) {
            if (relation.kind() == Kind.CONTRADICTION) {
                if (!bothStand(history, relation)) continue;
                sides.addAll(List.of(relation.a(), relation.b()));
                apart.add(relation);
            } else if (TOLD.contains(relation.kind())) groups.computeIfAbsent(key(history, relation), k -> new ArrayList<>()).add(relation);
        }
        if (!sides.isEmpty()) lines.add(Line.of(labels.text("relation.contradiction") + " ").and(figures.list(points(history, sides))).and(new Inline.Aside(reasons(apart))));
        groups.values().forEach(group -> lines.add(line(history, group)));
        return lines;
    }

    /** A number that its own side gave up contradicts nobody any more. */
    private static boolean bothStand(Situation.History history, Situation.Relation relation) {
        return Standing.stands(history.points().get(relation.a())) && Standing.stands(history.points().get(relation.b()));
    }

    /**
     * Relations of one kind with one second figure are told in one sentence: many figures corrected to one. What takes a number back,
     * or repeats it, does so with every mention of the number.
     */
    private static String key(Situation.History history, Situation.Relation relation) {
        boolean every = relation.kind() == Kind.RETRACTION_OF || relation.kind() == Kind.REPEATS_AFTER_RETRACTION;
        return relation.kind() + "|" + (every ? history.points().get(relation.b()).amount().key() : relation.b());
    }

    private Line line(Situation.History history, List<Situation.Relation> group) {
        Set<Integer> first = new TreeSet<>();
        Set<Integer> second = new TreeSet<>();
        for (Situation.Relation relation : group) {
            first.add(relation.a());
            second.add(relation.b());
        }
        Kind kind = group.getFirst().kind();
        Line line = Line.of(labels.text("relation." + kind.code()) + " ").and(figures.list(points(history, first)));
        if (kind != Kind.REPEATS_AFTER_RETRACTION) {
            line = line.and(new Inline.Text(labels.text("relation." + kind.code() + ".joint"))).and(figures.list(points(history, second)));
        }
        return line.and(new Inline.Aside(reasons(group)));
    }

    /** " – added to reach this total." */
    private String reasons(List<Situation.Relation> group) {
        List<String> reasons = group.stream().map(r -> labels.reason(r.why())).filter(w -> !w.isEmpty()).distinct().toList();
        return reasons.isEmpty() ? "." : " – " + String.join("; ", reasons) + ".";
    }

    private static List<Situation.Point> points(Situation.History history, Set<Integer> indexes) {
        return indexes.stream().map(history.points()::get).toList();
    }
}
