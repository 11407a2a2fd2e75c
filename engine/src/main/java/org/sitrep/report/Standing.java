package org.sitrep.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/**
 * The figures of one matter that still stand, and the named rules that pick from them. No rule makes a number: each picks one that
 * some page states.
 */
record Standing(List<Situation.Point> dated, List<Situation.Point> undated, View view) {
    static Standing of(Situation.History history, View view) {
        return new Standing(
                history.points().stream().filter(Standing::isDated).toList(),
                history.points().stream().filter(p -> !isDated(p)).toList(),
                view);
    }

    /** Whether the day it counts for and the day of some page that carries it are both known. */
    static boolean isDated(Situation.Point point) {
        return point.asOf().isPresent()
                && point.claims().stream().anyMatch(c -> c.common().knownOn().isPresent());
    }

    /** Whether it was neither withdrawn nor denied, and is said of what has happened. */
    static boolean stands(Situation.Point point) {
        return point.status() == Status.ASSERTED && !point.withdrawn();
    }

    private List<Situation.Point> choices() {
        return dated.stream().filter(p -> stands(p) && !increment(p)).toList();
    }

    static boolean increment(Situation.Point point) {
        return point.claims().stream().allMatch(Claim.Figure::increment);
    }

    /** The last by day; on one day the last by value. */
    Optional<Situation.Point> latest() {
        return choices().stream().reduce((a, b) -> b);
    }

    /** The last that a state, an organisation or an office-holder acting in public is named for. */
    Optional<Situation.Point> latestOfficial() {
        return choices().stream()
                .filter(p -> p.claims().stream().anyMatch(c -> view.speaker(c).filter(view::actor).isPresent()))
                .reduce((a, b) -> b);
    }

    Optional<Situation.Point> lowest() {
        return choices().stream().filter(p -> low(p.amount()) >= 0).min(Comparator.comparingLong(p -> low(p.amount())));
    }

    Optional<Situation.Point> highest() {
        return choices().stream().filter(p -> low(p.amount()) >= 0).max(Comparator.comparingLong(p -> high(p.amount())));
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
