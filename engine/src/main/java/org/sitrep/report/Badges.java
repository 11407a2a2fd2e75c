package org.sitrep.report;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Inline.Tone;

/** The marks of a ladder's figures: how each stands to the others, and what kind of saying it is. */
final class Badges {
    private final View view;
    private final Labels labels;

    Badges(View view) {
        this.view = view;
        this.labels = view.labels;
    }

    /** The marks of figures that share a rung, each with a space before it. */
    Line of(Situation.History history, List<Situation.Point> same) {
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
        if (point.status() != Status.ASSERTED) tags.add(status(point));
        for (Kind kind : traits.kinds(point))
            if (noted(kind, point) && !(other && kind == Kind.CONTRADICTION))
                tags.add(new Inline.Tag(labels.text("tag." + kind.code(), whole(history, point, kind)), tone(kind)));
        if (tags.isEmpty() && !other) grew(history, point).ifPresent(tags::add);
        if (OtherScope.oneCase(history, point)) tags.add(tag("tag.one_case", Tone.PLAIN));
        else if (!traits.kinds(point).contains(Kind.SUBSET_OF))
            traits.note(point).ifPresent(n -> tags.add(apart(n)));
        view.contributor(point)
                .ifPresent(c -> tags.add(
                        new Inline.Tag(labels.text("tag.contingent", labels.place(Contacts.masked(c))), Tone.PLAIN)));
        point.claims().stream()
                .flatMap(c -> c.common().verified().stream())
                .distinct()
                .sorted()
                .forEach(v -> tags.add(new Inline.Tag(labels.code("judged", v), Tone.PLAIN)));
    }

    /** The number that a part or an increase belongs to: the largest, where pages give several. */
    private String whole(Situation.History history, Situation.Point point, Kind kind) {
        return history.relations().stream()
                .filter(r -> r.kind() == kind && history.points().get(r.a()) == point)
                .map(r -> history.points().get(r.b()).amount())
                .max(Comparator.comparingLong(Standing::high))
                .map(labels::amount)
                .orElse("");
    }

    /** "another count than 2,600: one paragraph gives both". */
    private Inline apart(Traits.Note note) {
        String than = labels.amount(note.than().amount());
        return new Inline.Tag(labels.text("tag.other_scope", than, labels.reason(note.why())), Tone.PLAIN);
    }

    /** What kind of saying it is that is no assertion: "planned", "forecast". */
    private Inline status(Situation.Point point) {
        return Figures.status(labels, point);
    }

    /** "grew from 240": the number of an earlier day from which the count rose to this one, whoever gave it; said once for each amount. */
    private Optional<Inline> grew(Situation.History history, Situation.Point point) {
        if (!Standing.stands(point)) return Optional.empty();
        Standing standing = view.standing(history);
        boolean known = standing.dated().stream()
                .takeWhile(p -> p != point)
                .anyMatch(p -> Standing.stands(p) && p.amount().equals(point.amount()));
        return known
                ? Optional.empty()
                : standing.growth()
                        .before(point)
                        .map(p -> new Inline.Tag(
                                labels.text(
                                        view.voices.together(p, point) ? "tag.growth" : "tag.growth.across",
                                        labels.amount(p.amount())),
                                Tone.PLAIN));
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

    private static Tone tone(Kind kind) {
        return kind == Kind.CONTRADICTION || kind == Kind.REPEATS_AFTER_RETRACTION ? Tone.WARN : Tone.PLAIN;
    }

    private Inline tag(String key, Tone tone) {
        return new Inline.Tag(labels.text(key), tone);
    }
}
