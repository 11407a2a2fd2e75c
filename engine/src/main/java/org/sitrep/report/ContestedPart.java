package org.sitrep.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** Figures that do not simply agree or grow: what contradicts what, what was corrected or withdrawn, what must not be compared. */
final class ContestedPart {
    /** Growth, agreement, parts and what counts something else are no contest; the ladders show them. */
    static final Set<Kind> TOLD =
            EnumSet.of(Kind.CORRECTION_DOWN, Kind.CORRECTION_UP, Kind.RETRACTION_OF, Kind.REPEATS_AFTER_RETRACTION);

    /** Of two numbers each stands against the other; of more each says against which. */
    private static final int FEW = 2;
    /** So many lines on one matter are read; thousands would bury the others, and the JSON report has them all. */
    private static final int LINES = 100;

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
            List<Block> lines = told(history);
            if (lines.isEmpty()) continue;
            blocks.add(new Block.Heading(figures.heading(history)));
            blocks.addAll(lines);
        }
        if (blocks.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("contested.none"))));
        return new Section("contested", labels.text("section.contested"), blocks);
    }

    private List<Block> told(Situation.History history) {
        List<Block> blocks = new ArrayList<>();
        Set<Integer> sides = new TreeSet<>();
        List<Situation.Relation> apart = new ArrayList<>();
        Map<String, List<Situation.Relation>> groups = new LinkedHashMap<>();
        Set<Integer> odd = OtherScope.of(history);
        Set<Integer> parts = parts(history);
        for (Situation.Relation relation : history.relations()) {
            if (relation.kind() == Kind.CONTRADICTION) {
                if (!bothStand(history, relation, parts) || !Traits.comparable(history, relation, odd)) continue;
                sides.addAll(List.of(relation.a(), relation.b()));
                apart.add(relation);
            } else if (TOLD.contains(relation.kind()))
                groups.computeIfAbsent(key(history, relation), k -> new ArrayList<>())
                        .add(relation);
        }
        if (!sides.isEmpty()) blocks.addAll(sides(history, sides, apart));
        List<Supplier<Line>> lines = new ArrayList<>();
        groups.values().forEach(group -> lines.add(() -> line(history, group)));
        history.checks().forEach(check -> lines.add(() -> check(history, check)));
        if (!lines.isEmpty()) blocks.add(items(lines, Supplier::get));
        return blocks;
    }

    /** The figures one under the other, each once; of many, each with those before it that it stands against. */
    private List<Block> sides(Situation.History history, Set<Integer> sides, List<Situation.Relation> apart) {
        Map<String, List<Situation.Point>> amounts = amounts(history, sides);
        boolean few = amounts.size() <= FEW;
        Map<String, Set<Integer>> against = new LinkedHashMap<>();
        for (Situation.Relation r : apart) {
            Situation.Point second = history.points().get(Math.max(r.a(), r.b()));
            against.computeIfAbsent(key(second), k -> new TreeSet<>()).add(Math.min(r.a(), r.b()));
        }
        Block lines = items(amounts.entrySet(), entry -> {
            Line line = figures.merged(entry.getValue());
            Set<String> others = new LinkedHashSet<>();
            if (!few)
                for (Situation.Point p : points(history, against.getOrDefault(entry.getKey(), Set.of())))
                    others.add(labels.amount(p.amount()));
            return others.isEmpty()
                    ? line
                    : line.and(new Inline.Aside(
                            labels.text("relation.against") + String.join(labels.text("comma"), others)));
        });
        return List.of(new Block.Paragraph(Line.of(labels.text("relation.contradiction"))), lines);
    }

    private static String key(Situation.Point point) {
        return point.amount().key() + point.amount().qualifier();
    }

    private static Map<String, List<Situation.Point>> amounts(Situation.History history, Set<Integer> which) {
        Map<String, List<Situation.Point>> amounts = new LinkedHashMap<>();
        for (Situation.Point p : points(history, which))
            amounts.computeIfAbsent(key(p), k -> new ArrayList<>()).add(p);
        return amounts;
    }

    private <T> Block items(Collection<T> all, Function<T, Line> line) {
        List<Line> shown = new ArrayList<>(all.stream().limit(LINES).map(line).toList());
        if (all.size() > LINES) shown.add(Line.of(labels.count("contested.more", all.size() - LINES)));
        return new Block.Items(shown);
    }

    /** "Headline and text differ: 20 (…); 12 (…) – headline and text exclude each other." */
    private Line check(Situation.History history, Situation.Check check) {
        return Line.of(labels.code("check", check.kind()) + " ")
                .and(figures.merged(points(history, new TreeSet<>(check.points()))))
                .and(new Inline.Aside(" – " + labels.reason(check.why()) + "."));
    }

    /** A number that its own side gave up contradicts nobody any more, nor does one that is part of another. */
    private static boolean bothStand(Situation.History history, Situation.Relation relation, Set<Integer> parts) {
        return !parts.contains(relation.a())
                && !parts.contains(relation.b())
                && Standing.stands(history.points().get(relation.a()))
                && Standing.stands(history.points().get(relation.b()));
    }

    private static Set<Integer> parts(Situation.History history) {
        Set<Integer> out = new HashSet<>();
        for (Situation.Relation r : history.relations()) if (r.kind() == Kind.SUBSET_OF) out.add(r.a());
        out.addAll(history.range().aside());
        return out;
    }

    /**
     * Relations of one kind with one second figure are told in one sentence: many figures corrected to one. What takes a number back, or
     * repeats it, does so with every mention of the number.
     */
    private static String key(Situation.History history, Situation.Relation relation) {
        boolean every = relation.kind() == Kind.RETRACTION_OF || relation.kind() == Kind.REPEATS_AFTER_RETRACTION;
        return relation.kind() + "|"
                + (every ? history.points().get(relation.b()).amount().key() : relation.b());
    }

    private Line line(Situation.History history, List<Situation.Relation> group) {
        Set<Integer> first = new TreeSet<>();
        Set<Integer> second = new TreeSet<>();
        for (Situation.Relation relation : group) {
            first.add(relation.a());
            second.add(relation.b());
        }
        Kind kind = group.getFirst().kind();
        Line line = Line.of(labels.text("relation." + kind.code()) + " ").and(figures.merged(points(history, first)));
        if (kind != Kind.REPEATS_AFTER_RETRACTION) {
            line = line.and(new Inline.Text(labels.text("relation." + kind.code() + ".joint")))
                    .and(figures.merged(points(history, second)));
        }
        return line.and(new Inline.Aside(reasons(group)));
    }

    /** " – added to reach this total." */
    private String reasons(List<Situation.Relation> group) {
        List<String> reasons = group.stream()
                .map(r -> labels.reason(r.why()))
                .filter(w -> !w.isEmpty())
                .distinct()
                .toList();
        return reasons.isEmpty() ? "." : " – " + String.join(labels.text("semicolon"), reasons) + ".";
    }

    private static List<Situation.Point> points(Situation.History history, Set<Integer> indexes) {
        return indexes.stream().map(history.points()::get).toList();
    }
}
