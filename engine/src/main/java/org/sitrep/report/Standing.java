package org.sitrep.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/**
 * The figures of one matter that still stand, and the named rules that pick from them. No rule makes a number: each picks one that
 * some page states.
 *
 * @param aside figures of another scope, of one contingent, and single cases: no rule picks them
 */
record Standing(
        Situation.History history,
        List<Situation.Point> dated,
        List<Situation.Point> undated,
        Set<Situation.Point> aside,
        View view) {
    static Standing of(Situation.History history, View view) {
        // By identity: the points of a history differ, and to compare them is to compare all their claims.
        Set<Situation.Point> aside = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i : OtherScope.of(history)) aside.add(history.points().get(i));
        for (Situation.Point p : history.points())
            if (OtherScope.oneCase(history, p) || view.contributor(p).isPresent()) aside.add(p);
        return new Standing(
                history,
                history.points().stream()
                        .filter(Standing::isDated)
                        .sorted(Comparator.comparing(Standing::day))
                        .toList(),
                history.points().stream().filter(p -> !isDated(p)).toList(),
                aside.size() == history.points().size() ? Set.of() : aside,
                view);
    }

    /** Whether the day of some page that carries it is known. */
    static boolean isDated(Situation.Point point) {
        return firstKnown(point).isPresent();
    }

    /** The day on which the first page that carries it was published. */
    static Optional<LocalDate> firstKnown(Situation.Point point) {
        return point.claims().stream()
                .flatMap(c -> c.common().knownOn().stream())
                .min(LocalDate::compareTo);
    }

    /** The day it counts for; where its page leaves that open, the day on which it was first told. */
    static LocalDate day(Situation.Point point) {
        return point.asOf().flatMap(Edtf::last).or(() -> firstKnown(point)).orElse(LocalDate.MAX);
    }

    /** Whether it was neither withdrawn nor denied, and is said of what has happened. */
    static boolean stands(Situation.Point point) {
        return point.status() == Status.ASSERTED && !point.withdrawn();
    }

    private List<Situation.Point> choices() {
        return dated.stream()
                .filter(p -> stands(p) && !increment(p) && !aside.contains(p))
                .toList();
    }

    static boolean increment(Situation.Point point) {
        return point.claims().stream().allMatch(Claim.Figure::increment);
    }

    /**
     * The last number by day, on one day the last by value; a word such as "dozens" only where there is no number, and what stands on
     * damaged text only where nothing stands on sound text.
     */
    Optional<Situation.Point> latest() {
        return last(choices().stream().filter(p -> !damaged(p)).toList()).or(() -> last(choices()));
    }

    /** A number that only damaged text gives, for a later day than the latest on sound text: shown beside it, with its flag. */
    Optional<Situation.Point> laterDamaged() {
        Optional<Situation.Point> sound = latest();
        return last(choices())
                .filter(p -> damaged(p)
                        && sound.filter(s -> !damaged(s) && !s.amount().equals(p.amount()))
                                .isPresent());
    }

    private static Optional<Situation.Point> last(List<Situation.Point> points) {
        return points.stream().reduce((a, b) -> low(b.amount()) < 0 && low(a.amount()) >= 0 ? a : b);
    }

    /** Whether nothing but damaged text carries it. */
    static boolean damaged(Situation.Point point) {
        return point.claims().stream().allMatch(c -> !c.evidence().flags().isEmpty());
    }

    /** The last that a state, an organisation or an office-holder acting in public is named for. */
    Optional<Situation.Point> latestOfficial() {
        List<Situation.Point> official = choices().stream()
                .filter(p -> p.claims().stream().anyMatch(c -> view.voices.official(c)))
                .toList();
        return last(official.stream().filter(p -> !damaged(p)).toList()).or(() -> last(official));
    }

    /** The lowest of what each speaker said last. */
    Optional<Situation.Point> lowest() {
        return point(history.range().lowest());
    }

    /** The highest of the same. */
    Optional<Situation.Point> highest() {
        return point(history.range().highest());
    }

    private Optional<Situation.Point> point(OptionalInt index) {
        return index.isPresent() ? Optional.of(history.points().get(index.getAsInt())) : Optional.empty();
    }

    /** The number itself or a range's lower end; -1 for a word. */
    static long low(Amount amount) {
        return amount.value().orElse(amount.low().orElse(-1));
    }

    /** The number itself or a range's upper end; -1 for a word. */
    static long high(Amount amount) {
        return amount.value().orElse(amount.high().orElse(amount.low().orElse(-1)));
    }
}
