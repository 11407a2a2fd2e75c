package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Best;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.model.Status;

/** Picks points of a history by named rules; no rule makes a number. */
final class Ranges {
    private final List<Rung> rungs;
    private final Set<Integer> aside;
    private final Set<String> officials;

    private Ranges(List<Rung> rungs, Set<Integer> aside, Set<String> officials) {
        this.rungs = rungs;
        this.aside = aside;
        this.officials = officials;
    }

    /**
     * The range of a history.
     *
     * @param rungs in order
     * @param relations between them
     * @param officials speakers, as claims name them, that are official
     * @param part whether a page counts it among another number
     */
    static Situation.Range of(
            List<Rung> rungs, List<Situation.Relation> relations, Set<String> officials, Predicate<Rung> part) {
        return new Ranges(rungs, aside(rungs, relations, part), officials).range();
    }

    /** Parts, single cases among tolls, one contributor's people, and what is set apart from most of the history as the narrower count. */
    private static Set<Integer> aside(List<Rung> rungs, List<Situation.Relation> relations, Predicate<Rung> part) {
        Map<Integer, Integer> apart = new HashMap<>();
        Set<Integer> out = new TreeSet<>();
        boolean toll = rungs.stream().anyMatch(r -> number(r) > 1);
        boolean whole = rungs.stream().anyMatch(r -> !contingent(r));
        for (int i = 0; i < rungs.size(); i++) {
            Rung r = rungs.get(i);
            if (part.test(r) || toll && number(r) == 1 || whole && contingent(r)) out.add(i);
        }
        for (Situation.Relation r : relations) {
            if (r.kind() == Kind.CORRECTION_DOWN) corrected(rungs, rungs.get(r.a()), rungs.get(r.b()), out);
            if (r.kind() == Kind.SUBSET_OF) out.add(r.a());
            // A page that rounds its own number gives no other end of a range.
            if (r.why().equals(Comparison.ROUNDS) && exact(rungs.get(r.b()))) out.add(r.a());
            if (replaced(rungs, r)) continue;
            if (r.why().equals(Comparison.BESIDE) || r.why().equals(Comparison.OTHER_DAY)) out.add(smaller(rungs, r));
            if (r.kind() == Kind.DIFFERENT_SCOPE) apart.merge(smaller(rungs, r), 1, Integer::sum);
        }
        out.addAll(odd(rungs, relations));
        apart.forEach((point, times) -> {
            if (rungs.size() > 2 && 2 * times > rungs.size() - 1) out.add(point);
        });
        return out;
    }

    /** Of two numbers that cannot be one count the one that stands alone with its size, else that of fewer pages, else the smaller. */
    private static Set<Integer> odd(List<Rung> rungs, List<Situation.Relation> relations) {
        List<Situation.Relation> apart = relations.stream()
                .filter(r -> r.why().equals(Comparison.FAR_APART) && !replaced(rungs, r))
                .toList();
        Map<Integer, Integer> times = new HashMap<>();
        for (Situation.Relation r : apart) {
            times.merge(r.a(), 1, Integer::sum);
            times.merge(r.b(), 1, Integer::sum);
        }
        Set<Integer> out = new TreeSet<>();
        for (Situation.Relation r : apart) {
            int more = Integer.compare(times.getOrDefault(r.a(), 0), times.getOrDefault(r.b(), 0));
            int carried = Integer.compare(pages(rungs.get(r.b())), pages(rungs.get(r.a())));
            int odd = more != 0 ? more : carried;
            out.add(odd == 0 ? smaller(rungs, r) : odd > 0 ? r.a() : r.b());
        }
        return out;
    }

    private static int pages(Rung r) {
        return (int) r.figures().stream().map(Counted::page).distinct().count();
    }

    private static int smaller(List<Rung> rungs, Situation.Relation r) {
        return near(rungs.get(r.a())) <= near(rungs.get(r.b())) ? r.a() : r.b();
    }

    /** A lower number beside one that was taken back stands in its stead. */
    private static boolean replaced(List<Rung> rungs, Situation.Relation r) {
        int larger = smaller(rungs, r) == r.a() ? r.b() : r.a();
        return rungs.get(larger).withdrawn();
    }

    private static long near(Rung r) {
        return r.interval().map(Interval::near).orElse(0L);
    }

    private static boolean exact(Rung r) {
        return r.amount().qualifier() == Qualifier.EXACT;
    }

    /** A number that somebody lowered stands no more, whoever else had said it before. */
    private static void corrected(List<Rung> rungs, Rung from, Rung to, Set<Integer> out) {
        for (int i = 0; i < rungs.size(); i++) {
            Rung r = rungs.get(i);
            boolean before = r.known().isPresent()
                    && to.known().filter(d -> !r.known().get().isAfter(d)).isPresent();
            if (before && r.amount().key().equals(from.amount().key())) out.add(i);
        }
    }

    /** "100 Westlanders" among counts of the whole force. */
    private static boolean contingent(Rung r) {
        return r.first().figure().contributor().isPresent();
    }

    private static long number(Rung r) {
        return r.amount().value().orElse(r.amount().low().orElse(0));
    }

    private static long high(Rung r) {
        return r.amount().value().orElse(r.amount().high().orElse(number(r)));
    }

    private Situation.Range range() {
        Map<String, Integer> last = new TreeMap<>();
        Optional<Integer> latest = Optional.empty();
        Optional<Integer> official = Optional.empty();
        for (int i = 0; i < rungs.size(); i++) {
            if (!stands(i)) continue;
            last.put(rungs.get(i).first().voice(), i);
            latest = Optional.of(i);
            if (official(rungs.get(i))) official = Optional.of(i);
        }
        if (latest.isEmpty())
            return new Situation.Range(OptionalInt.empty(), OptionalInt.empty(), Map.of(), Set.copyOf(aside));
        int lowest = last.values().stream()
                .min(Comparator.comparingLong((Integer i) -> number(rungs.get(i)))
                        .thenComparing(i -> i))
                .orElseThrow();
        int highest = last.values().stream()
                .max(Comparator.comparingLong((Integer i) -> high(rungs.get(i))).thenComparing(i -> i))
                .orElseThrow();
        Map<Best, Integer> best = new EnumMap<>(Best.class);
        best.put(Best.LATEST, latest.get());
        official.ifPresent(i -> best.put(Best.LATEST_OFFICIAL, i));
        best.put(Best.MOST_CONSERVATIVE, lowest);
        best.put(Best.HIGHEST, highest);
        return new Situation.Range(OptionalInt.of(lowest), OptionalInt.of(highest), best, Set.copyOf(aside));
    }

    /** A number with a day, said of what has happened, of the whole and not taken back. */
    private boolean stands(int i) {
        Rung r = rungs.get(i);
        boolean number = r.amount().value().isPresent() || r.amount().low().isPresent();
        Optional<LocalDate> known = r.known();
        return number
                && known.isPresent()
                && r.status() == Status.ASSERTED
                && !r.withdrawn()
                && !r.increment()
                && !aside.contains(i);
    }

    private boolean official(Rung r) {
        return r.figures().stream()
                .map(c -> c.figure().attribution())
                .anyMatch(
                        a -> a.name().or(a::speaker).filter(officials::contains).isPresent());
    }
}
