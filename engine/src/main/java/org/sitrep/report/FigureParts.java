package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/** The parts of a report that speak of figures: what changed, and the key figures. */
final class FigureParts {
    private static final int KEY = 8;
    /** So many pages are named one by one. */
    private static final int NAMED = 12;

    private final View view;
    private final Labels labels;
    private final Figures figures;
    private final Ladders ladders;

    FigureParts(View view) {
        this.view = view;
        this.labels = view.labels;
        this.figures = new Figures(view);
        this.ladders = new Ladders(view, figures);
    }

    /** What the pages of the last day brought that no earlier page had. */
    Section changes(Heads heads) {
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
        heads.news().ifPresent(lines::add);
        for (Situation.History history : view.histories())
            if (!nameless(history)) change(history, last, heads).ifPresent(lines::add);
        lines.addAll(new EventParts(view).knownFirst(last));
        if (lines.isEmpty()) lines.add(Line.of(labels.text("changes.nothing")));
        blocks.add(new Block.Items(lines));
        dayless().ifPresent(l -> blocks.add(new Block.Paragraph(l)));
        return new Section("changes", labels.text("section.changes"), blocks);
    }

    /** "Not compared, for want of a day: …": the pages that may be newer than the newest day, for all that is known of them. */
    private Optional<Line> dayless() {
        List<String> pages = view.situation.articles().stream()
                .filter(a -> a.published().flatMap(p -> p.date().day()).isEmpty())
                .map(a -> view.voices.page(a.page()))
                .distinct()
                .toList();
        if (pages.isEmpty()) return Optional.empty();
        String named = String.join(labels.text("comma"), pages.subList(0, Math.min(NAMED, pages.size())));
        return Optional.of(Line.of(new Inline.Aside(
                labels.text("changes.dayless", Plain.text(pages.size() > NAMED ? named + " …" : named)))));
    }

    private Optional<Line> change(Situation.History history, LocalDate day, Heads heads) {
        List<Situation.Point> fresh = history.points().stream()
                .filter(p -> Standing.firstKnown(p).filter(day::equals).isPresent()
                        && p.status() != Status.SUPERSEDED
                        && !heads.shows(p)
                        && !part(history, p)
                        && !dayless(history, p))
                .toList();
        if (fresh.isEmpty()) return Optional.empty();
        Line line = figures.title(history)
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.merged(fresh))
                .and(new Inline.Text(". "))
                .and(why(history, fresh));
        List<Claim.Figure> claims = fresh.stream()
                .flatMap(p -> p.claims().stream())
                .filter(c -> view.voices.speaker(c).isPresent())
                .toList();
        return Optional.of(line.and(view.voices.told(claims)));
    }

    /** Whether a page without a day tells the same, so that nobody knows whether it is new. */
    private boolean dayless(Situation.History history, Situation.Point point) {
        return history.points().stream()
                .anyMatch(p -> p != point
                        && !Standing.isDated(p)
                        && p.amount().equals(point.amount())
                        && p.claims().stream()
                                .anyMatch(c -> c.common().knownOn().isEmpty()));
    }

    /** Whether a new figure is told with the whole that it is part of, or beside which it counts something narrower. */
    private boolean part(Situation.History history, Situation.Point point) {
        return view.traits(history).aside(point)
                && Standing.stands(point)
                && history.range().aside().size() < history.points().size();
    }

    /** How the new figures relate to what stood before, with the number before. */
    private Line why(Situation.History history, List<Situation.Point> fresh) {
        Traits traits = view.traits(history);
        if (fresh.stream().noneMatch(Standing::stands)) return Line.of();
        if (fresh.stream().allMatch(traits::otherScope)) return Line.of(labels.text("changes.different_scope") + " ");
        LocalDate day = Standing.firstKnown(fresh.getFirst()).orElse(LocalDate.MIN);
        Standing standing = view.standing(history);
        Optional<Situation.Point> before = standing.dated().stream()
                .filter(p -> Standing.stands(p)
                        && !standing.aside().contains(p)
                        && Standing.firstKnown(p).filter(d -> d.isBefore(day)).isPresent())
                .reduce((a, b) -> Standing.low(b.amount()) < 0 && Standing.low(a.amount()) >= 0 ? a : b);
        if (before.isEmpty())
            return Line.of(labels.text(standing.undated().isEmpty() ? "changes.new" : "changes.new.dated") + " ");
        return Line.of(
                        new Inline.Text(how(history, fresh, before.get()) + labels.text("changes.before") + " "),
                        figures.number(before.get()))
                .and(between(standing, before.get(), fresh.getLast()))
                .and(new Inline.Text(". "));
    }

    /** "; without a day: 18": the highest number between the last one before and the new one, of a page that tells no day. */
    private Line between(Standing standing, Situation.Point before, Situation.Point now) {
        return standing.undated().stream()
                .filter(p -> Standing.stands(p) && !standing.aside().contains(p))
                .filter(p -> Standing.low(p.amount()) > Standing.high(before.amount())
                        && Standing.high(p.amount()) < Standing.low(now.amount()))
                .max(Comparator.comparingLong(p -> Standing.low(p.amount())))
                .map(p -> Line.of(new Inline.Text(labels.text("changes.between") + " "), figures.number(p)))
                .orElse(Line.of());
    }

    /** "The count grew. ": told where it is true of every new figure. */
    private String how(Situation.History history, List<Situation.Point> fresh, Situation.Point before) {
        Set<String> kinds = new TreeSet<>();
        for (Situation.Point p : fresh) {
            Set<Situation.Point> now = Collections.newSetFromMap(new IdentityHashMap<>());
            now.add(p);
            kinds.add(history.relations().stream()
                    .filter(r -> joins(history, r, now, before))
                    .map(Situation.Relation::kind)
                    .min(Comparator.comparingInt(WEIGHT::indexOf))
                    .map(k -> labels.text("changes." + k.code()) + " ")
                    .orElse(""));
        }
        return kinds.size() == 1 ? kinds.iterator().next() : "";
    }

    private static boolean joins(
            Situation.History history, Situation.Relation r, Set<Situation.Point> fresh, Situation.Point before) {
        Situation.Point a = history.points().get(r.a());
        Situation.Point b = history.points().get(r.b());
        return WEIGHT.contains(r.kind()) && (fresh.contains(a) && b == before || fresh.contains(b) && a == before);
    }

    /** No group of people in particular. */
    private static final Set<String> PEOPLE = Set.of("", "people");

    /** What a reader must know first of a new figure. */
    private static final List<Kind> WEIGHT = List.of(
            Kind.RETRACTION_OF,
            Kind.REPEATS_AFTER_RETRACTION,
            Kind.CORRECTION_DOWN,
            Kind.CORRECTION_UP,
            Kind.CONTRADICTION,
            Kind.GROWTH,
            Kind.COMPATIBLE);

    /** A ladder for each of the most widely carried matters, and one line for each of the others. */
    Section key() {
        List<Block> blocks = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        List<Situation.History> wide = view.histories().stream()
                .filter(h -> h.points().size() > 1 && !nameless(h))
                .sorted(Precedence.of(view).widest())
                .limit(KEY)
                .toList();
        Set<String> shown = wide.stream()
                .flatMap(h -> h.points().stream())
                .flatMap(p -> p.claims().stream())
                .map(Claim::id)
                .collect(Collectors.toSet());
        for (Situation.History history : view.histories()) {
            if (wide.contains(history)) blocks.add(ladders.ladder(history));
            else if (!partsOf(shown, history) && !nameless(history)) others.add(oneLine(history));
        }
        if (blocks.isEmpty() && others.isEmpty()) blocks.add(new Block.Paragraph(Line.of(labels.text("figures.none"))));
        if (!others.isEmpty()) {
            blocks.add(new Block.Heading(labels.text("figures.others")));
            blocks.add(new Block.Items(others));
        }
        return new Section("figures", labels.text("section.figures"), blocks);
    }

    /**
     * Whether a history is of parts that stand beside their whole: "44 deaths, 26 of them …" says 26 of what only there, and so does what
     * a page tells of some of the same people.
     */
    private boolean nameless(Situation.History history) {
        boolean wordless = PEOPLE.contains(history.matter().who())
                && history.matter().scope().isEmpty();
        return (wordless || Precedence.parts(history)) && partsOf(ids(history), history);
    }

    /** Ids of the figures of every other history. */
    private Set<String> ids(Situation.History but) {
        return view.histories().stream()
                .filter(h -> h != but)
                .flatMap(h -> h.points().stream())
                .flatMap(p -> p.claims().stream())
                .map(Claim::id)
                .collect(Collectors.toSet());
    }

    /** Whether every figure of a history stands under its whole in a ladder already. */
    private boolean partsOf(Set<String> shown, Situation.History history) {
        return history.points().stream()
                .flatMap(p -> p.claims().stream())
                .allMatch(c -> c.partOf()
                        .filter(shown::contains)
                        .filter(w -> view.measure(w).equals(Optional.of(c.measure())))
                        .isPresent());
    }

    /** A matter that no ladder shows; a single figure with the words in which it is told. */
    private Line oneLine(Situation.History history) {
        Line line = figures.title(history)
                .and(new Inline.Text(labels.text("colon")))
                .and(figures.merged(history.points()));
        if (history.points().size() > 1) return line;
        Claim.Figure claim = history.points().getFirst().claims().getFirst();
        return line.and(ladders.including(history, history.points().getFirst().claims()))
                .and(
                        new Inline.Text(labels.text("colon")),
                        view.quotes
                                .beside(claim)
                                .filter(w -> view.voices.speaker(claim).isEmpty())
                                .orElseGet(() -> view.quotes.clause(claim)));
    }
}
