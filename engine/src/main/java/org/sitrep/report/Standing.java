package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/**
 * The figures of one matter that still stand, and the named rules that pick from them. No rule makes a number: each picks one that
 * some page states.
 *
 * @param dated by the day counted
 * @param aside figures of another scope, of one contingent, parts and single cases: no rule picks them
 */
record Standing(
        Situation.History history,
        List<Situation.Point> dated,
        List<Situation.Point> undated,
        Set<Situation.Point> aside,
        Growth growth,
        View view) {
    /** A number so many times smaller than one that already stood counts something else: two of a crowd, no rival of its number. */
    private static final int APART = 20;

    static Standing of(Situation.History history, View view) {
        // By identity: the points of a history differ, and to compare them is to compare all their claims.
        Set<Situation.Point> aside = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int i : OtherScope.of(history)) aside.add(history.points().get(i));
        for (int i : history.range().aside()) aside.add(history.points().get(i));
        for (Situation.Point p : history.points())
            if (OtherScope.oneCase(history, p) || view.contributor(p).isPresent()) aside.add(p);
        for (Situation.Relation r : history.relations())
            if (r.kind() == Situation.Relation.Kind.SUBSET_OF)
                aside.add(history.points().get(r.a()));
        List<Situation.Point> dated = history.points().stream()
                .filter(Standing::isDated)
                .sorted(Comparator.comparing(Standing::day))
                .toList();
        aside.addAll(small(history, dated, aside));
        if (aside.size() == history.points().size()) aside.clear();
        List<Situation.Point> whole = dated.stream()
                .filter(p -> stands(p) && !increment(p) && !aside.contains(p))
                .toList();
        return new Standing(
                history,
                dated,
                history.points().stream().filter(p -> !isDated(p)).toList(),
                aside,
                Growth.of(history, whole),
                view);
    }

    /** Numbers far below one of the same day or an earlier one; numbers without a day far below any. */
    private static List<Situation.Point> small(
            Situation.History history, List<Situation.Point> dated, Set<Situation.Point> aside) {
        List<Situation.Point> out = new ArrayList<>();
        TreeMap<LocalDate, Long> most = new TreeMap<>();
        for (Situation.Point p : dated)
            if (stands(p) && !aside.contains(p)) most.merge(day(p), low(p.amount()), Math::max);
        long high = -1;
        for (var entry : most.entrySet()) {
            high = Math.max(high, entry.getValue());
            entry.setValue(high);
        }
        for (Situation.Point p : history.points()) {
            long low = low(p.amount());
            long stood = isDated(p)
                    ? Optional.ofNullable(most.floorEntry(day(p)))
                            .map(Map.Entry::getValue)
                            .orElse(-1L)
                    : high;
            if (low >= 0 && high(p.amount()) * APART < stood) out.add(p);
        }
        return out;
    }

    /** Whether its day is known: the one that it counts for, or that of some page that carries it. */
    static boolean isDated(Situation.Point point) {
        return point.asOf().flatMap(Edtf::last).isPresent() || firstKnown(point).isPresent();
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
        List<Situation.Point> risen =
                choices().stream().filter(p -> !growth.fallen(p)).toList();
        return last(risen.stream().filter(p -> !damaged(p)).toList()).or(() -> last(risen));
    }

    /** The figures that say the same for the same day as {@code point}: one with an official speaker first, of those one with a name. */
    List<Situation.Point> alike(Situation.Point point) {
        List<Situation.Point> out = new ArrayList<>(List.of(point));
        for (Situation.Point p : dated)
            if (p != point && stands(p) && p.amount().equals(point.amount()) && day(p).equals(day(point))) out.add(p);
        out.sort(Comparator.comparing((Situation.Point p) -> p.claims().stream().noneMatch(this::office))
                .thenComparing(p -> p.claims().stream().allMatch(view.voices::nameless)));
        return out;
    }

    /** A number that only damaged text gives, for a later day than the latest on sound text: shown beside it, with its flag. */
    Optional<Situation.Point> laterDamaged() {
        Optional<Situation.Point> sound = latest();
        return last(choices())
                .filter(p -> damaged(p)
                        && sound.filter(s -> !damaged(s) && !s.amount().equals(p.amount()))
                                .isPresent());
    }

    /** Whether an office or its holder says it, and not "the country". */
    private boolean office(Claim claim) {
        return view.voices.official(claim)
                && view.voices
                        .speaker(claim)
                        .filter(s -> view.situation.scene().places().contains(s))
                        .isEmpty();
    }

    private static Optional<Situation.Point> last(List<Situation.Point> points) {
        return points.stream().reduce((a, b) -> low(b.amount()) < 0 && low(a.amount()) >= 0 || earlier(b, a) ? a : b);
    }

    /** Whether {@code b} is the number of {@code a} for the same day, told by no page so late as those that tell {@code a}. */
    private static boolean earlier(Situation.Point b, Situation.Point a) {
        return day(a).equals(day(b))
                && low(a.amount()) == low(b.amount())
                && high(a.amount()) == high(b.amount())
                && lastKnown(b).isBefore(lastKnown(a));
    }

    private static LocalDate lastKnown(Situation.Point point) {
        return point.claims().stream()
                .flatMap(c -> c.common().knownOn().stream())
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
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

    /** What no later day has outgrown. */
    private List<Situation.Point> open() {
        return choices().stream().filter(p -> !growth.outgrown(p)).toList();
    }

    /**
     * Where the count began, if it has grown since: the highest number of the pages that told of it first. What a later page tells of an
     * earlier day may be that day's own count.
     */
    Optional<Situation.Point> first() {
        Optional<Situation.Point> latest = latest();
        return choices().stream()
                .filter(p -> latest.filter(l -> !apart(p, l)).isPresent())
                .filter(p -> growth.outgrown(p)
                        && low(p.amount()) >= 0
                        && firstKnown(p).isPresent())
                .min(Comparator.comparing((Situation.Point p) -> firstKnown(p).orElse(LocalDate.MAX))
                        .thenComparingLong(p -> -low(p.amount())));
    }

    /** The highest number without a day, where it is above all that have one. */
    Optional<Situation.Point> higherUndated() {
        long most = choices().stream().mapToLong(p -> floor(p.amount())).max().orElse(-1);
        return undated.stream()
                .filter(p -> stands(p) && !increment(p) && !aside.contains(p) && low(p.amount()) > most)
                .filter(p -> !p.amount().qualifier().openBelow())
                .max(Comparator.comparingLong(p -> low(p.amount())));
    }

    /** The highest number that an amount has for certain: of "tens of thousands", ten thousand. */
    private static long floor(Amount amount) {
        long number = high(amount);
        return number >= 0 ? number : amount.qualifier().least().orElse(-1);
    }

    /** Whether two numbers exclude each other, so that a reader must know both: what can be true together is no range. */
    boolean rivals(Situation.Point low, Situation.Point high) {
        if (low.amount().key().equals(high.amount().key()) || rounds(low, high)) return false;
        return history.relations().stream()
                .filter(r -> r.kind() == Situation.Relation.Kind.CONTRADICTION)
                .anyMatch(r -> {
                    Situation.Point a = history.points().get(r.a());
                    Situation.Point b = history.points().get(r.b());
                    return a == low && b == high || a == high && b == low;
                });
    }

    /** Whether {@code low} only rounds {@code high}: "more than 4,500" and 4,578 are no range. */
    static boolean rounds(Situation.Point low, Situation.Point high) {
        Qualifier hedge = low.amount().qualifier();
        boolean hedged = hedge.openAbove() || hedge.rough();
        return hedged && 10 * high(high.amount()) <= 11 * low(low.amount());
    }

    /** The lowest of what each speaker said last; where that was outgrown, the lowest that was not. */
    Optional<Situation.Point> lowest() {
        return ranged(history.range().lowest())
                .or(() -> open().stream()
                        .filter(p -> low(p.amount()) >= 0)
                        .min(Comparator.comparingLong(p -> low(p.amount()))));
    }

    /** The highest of the same. */
    Optional<Situation.Point> highest() {
        return ranged(history.range().highest())
                .or(() -> open().stream()
                        .filter(p -> low(p.amount()) >= 0)
                        .max(Comparator.comparingLong(p -> high(p.amount()))));
    }

    private Optional<Situation.Point> ranged(OptionalInt index) {
        if (index.isEmpty()) return Optional.empty();
        Situation.Point point = history.points().get(index.getAsInt());
        return Optional.of(point).filter(p -> !growth.outgrown(p) && !aside.contains(p));
    }

    /** Whether one of two is so small beside the other that both cannot count the same. */
    static boolean apart(Situation.Point a, Situation.Point b) {
        return low(a.amount()) >= 0
                && low(b.amount()) >= 0
                && (high(a.amount()) * APART < low(b.amount()) || high(b.amount()) * APART < low(a.amount()));
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
