package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation.Check;
import org.sitrep.model.Situation.Check.Kind;
import org.sitrep.model.Status;

/** What does not add up in one history. Sums are made to be compared and thrown away: none is ever shown. */
final class Checks {
    private static final long SAME_COUNT = 4;

    private final List<Rung> rungs;
    private final Map<String, List<Claim.Figure>> parts;
    private final Set<Check> out = new LinkedHashSet<>();

    private Checks(List<Rung> rungs, Map<String, List<Claim.Figure>> parts) {
        this.rungs = rungs;
        this.parts = parts;
    }

    /**
     * Everything that does not add up, by the points concerned.
     *
     * @param rungs of one history, in order
     * @param parts by a figure's id, what its page counts among it
     */
    static List<Check> of(List<Rung> rungs, Map<String, List<Claim.Figure>> parts) {
        Checks checks = new Checks(rungs, parts);
        for (int i = 0; i < rungs.size(); i++) {
            checks.sum(i);
            if (rungs.get(i).increment()) checks.increment(i);
        }
        checks.pages();
        return checks.out.stream()
                .sorted(Comparator.comparing((Check c) -> c.points().getFirst())
                        .thenComparing(c -> c.points().getLast())
                        .thenComparing(Check::kind))
                .toList();
    }

    private void add(Kind kind, List<Integer> points, String why) {
        out.add(new Check(kind, points, why));
    }

    /** Groups may overlap (women, civilians), so only parts of one kind of people are added: one restriction or place each. */
    private void sum(int i) {
        for (Counted c : rungs.get(i).figures()) {
            Map<String, Long> sums = new HashMap<>();
            Set<String> counted = new HashSet<>();
            for (Claim.Figure part : parts.getOrDefault(c.figure().id(), List.of())) {
                boolean known = part.amount().value().isPresent() && part.status() == c.status();
                String what = part.who() + "|" + part.scopeText().orElse("") + "|" + part.place();
                if (known
                        && part.measure().equals(c.figure().measure())
                        && counted.add(what + part.amount().key()))
                    sums.merge(part.who(), part.amount().value().getAsLong(), Long::sum);
            }
            Optional<Interval> whole = rungs.get(i).interval();
            boolean exceed = whole.isPresent()
                    && sums.values().stream().anyMatch(s -> s > whole.get().high());
            if (exceed) add(Kind.PARTS_EXCEED, List.of(i), "the parts that the page gives exceed their whole");
        }
    }

    /** "1,700 more" with 8,000 before and 10,000 after: does any earlier total lead to the later one? */
    private void increment(int i) {
        Rung more = rungs.get(i);
        Optional<Integer> after = after(more);
        if (after.isEmpty() || more.interval().isEmpty()) return;
        List<Integer> before = before(after.get());
        Interval to = rungs.get(after.get()).interval().orElseThrow();
        Interval by = more.interval().get();
        boolean closes = before.stream()
                .map(b -> rungs.get(b).interval().orElseThrow())
                .anyMatch(from -> from.near() + by.near() >= to.low() && from.low() + by.low() <= to.high());
        if (!before.isEmpty() && !closes)
            add(
                    Kind.INCREMENT_OPEN,
                    List.of(before.getLast(), i, after.get()),
                    "no total given before leads with it to the total after");
    }

    /** The total on the increment's own page. */
    private Optional<Integer> after(Rung more) {
        for (int i = 0; i < rungs.size(); i++)
            if (total(rungs.get(i), more)
                    && rungs.get(i).sharesPage(more)
                    && rungs.get(i).day().equals(more.day())) return Optional.of(i);
        return Optional.empty();
    }

    /** The totals of earlier days. */
    private List<Integer> before(int after) {
        List<Integer> out = new ArrayList<>();
        for (int i = 0; i < rungs.size(); i++) {
            boolean earlier = rungs.get(i).day().isPresent()
                    && rungs.get(after).day().isPresent()
                    && rungs.get(i).day().get().isBefore(rungs.get(after).day().get());
            if (earlier && total(rungs.get(i), rungs.get(after))) out.add(i);
        }
        return out;
    }

    private static boolean total(Rung t, Rung other) {
        return !t.increment()
                && t.status() == Status.ASSERTED
                && t.amount().value().isPresent()
                && t.first().figure().measure().equals(other.first().figure().measure());
    }

    /** Headline against text, and an older number that a live page has left standing beside the newer one. */
    private void pages() {
        Map<String, Set<Integer>> byPage = new TreeMap<>();
        for (int i = 0; i < rungs.size(); i++)
            if (rungs.get(i).status() == Status.ASSERTED && !rungs.get(i).increment())
                for (Counted c : rungs.get(i).figures())
                    byPage.computeIfAbsent(c.page(), k -> new java.util.TreeSet<>())
                            .add(i);
        byPage.forEach((page, points) -> {
            for (int a : points) for (int b : points) if (a < b) pair(page, a, b);
        });
    }

    private void pair(String page, int a, int b) {
        Rung x = rungs.get(a);
        Rung y = rungs.get(b);
        boolean one = x.first().measure().behaviour() == Measure.Behaviour.CUMULATIVE
                && whole(x)
                && whole(y)
                && x.interval().isPresent()
                && y.interval().isPresent();
        if (!one) return;
        Interval p = x.interval().get();
        Interval q = y.interval().get();
        if (!p.readsBelow(q) && !q.readsBelow(p) || otherCount(p, q) || otherCount(q, p)) return;
        boolean oneDay = x.day().equals(y.day());
        boolean oneVoice = x.oneText(y);
        Set<Passage.Role> here = roles(x, page);
        Set<Passage.Role> there = roles(y, page);
        boolean headline = here.equals(Set.of(Passage.Role.HEADLINE)) != there.equals(Set.of(Passage.Role.HEADLINE));
        // The text may give the headline's number for another day or with another speaker.
        boolean repeated = headline && (inText(x, page) && inText(y, page));
        if (repeated) return;
        // Both can be true, so neither stands there for want of care.
        if (p.meets(q)) return;
        if (headline) add(Kind.HEADLINE_DIFFERS, List.of(a, b), "headline and text exclude each other");
        else if (!headline && oneDay && oneVoice && !x.oneBreath(y) && !teased(here) && !teased(there))
            add(Kind.STALE_ON_PAGE, List.of(a, b), "one page gives both as the number of that day");
    }

    /** Whether a page gives a number outside its headline. */
    private boolean inText(Rung number, String page) {
        return rungs.stream()
                .filter(r -> r.amount().key().equals(number.amount().key()))
                .flatMap(r -> roles(r, page).stream())
                .anyMatch(role -> role != Passage.Role.HEADLINE);
    }

    /** A zero, or so small a number that it must count something narrower. */
    private static boolean otherCount(Interval p, Interval q) {
        return p.near() < q.low() / SAME_COUNT;
    }

    private static boolean whole(Rung r) {
        Claim.Figure f = r.first().figure();
        return f.partOf().isEmpty() && f.scopeText().isEmpty() && f.counts() == Claim.Counts.TOTAL_TO_DATE;
    }

    private static boolean teased(Set<Passage.Role> roles) {
        return roles.contains(Passage.Role.TEASER);
    }

    private static Set<Passage.Role> roles(Rung r, String page) {
        return r.figures().stream()
                .filter(c -> c.page().equals(page))
                .map(c -> c.figure().evidence().role())
                .collect(Collectors.toSet());
    }
}
