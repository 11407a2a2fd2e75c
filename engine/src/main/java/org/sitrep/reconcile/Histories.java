package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/** Makes each matter's history: its points in order, and how they relate. */
final class Histories {
    /** A point is compared with so many before it; a ladder longer than that would hide its relations, not show them. */
    private static final int COMPARED = 64;

    private final Comparison comparison;
    private final Crisis crisis;
    private final Set<String> officials;
    private final Map<String, List<Claim.Figure>> parts = new HashMap<>();

    /** @param officials speakers, as claims name them, that are official */
    Histories(Crisis crisis, Life life, Set<String> officials) {
        this.crisis = crisis;
        this.officials = officials;
        for (Claim c : crisis.claims())
            if (c instanceof Claim.Figure f)
                f.partOf()
                        .ifPresent(w ->
                                parts.computeIfAbsent(w, k -> new ArrayList<>()).add(f));
        this.comparison =
                new Comparison(days(crisis, life.changes("arrival")), days(crisis, life.changes("departure")));
    }

    private static NavigableSet<LocalDate> days(Crisis crisis, Set<String> types) {
        NavigableSet<LocalDate> out = new TreeSet<>();
        for (Claim c : crisis.claims())
            if (c instanceof Claim.Event e && e.status() == Status.ASSERTED && types.contains(e.type()))
                e.date().flatMap(Edtf::day).ifPresent(out::add);
        return out;
    }

    /** The histories of matters, largest first, then by what they count. */
    List<Situation.History> of(Collection<List<Counted>> matters) {
        return matters.stream()
                .map(this::history)
                .sorted(Comparator.comparing((Situation.History h) -> h.matter().measure())
                        .thenComparing(h -> h.matter().who())
                        .thenComparing(h -> h.matter().place().orElse(""))
                        .thenComparing(h -> h.points().get(0).claims().get(0).id()))
                .toList();
    }

    private Situation.History history(List<Counted> matter) {
        List<Rung> rungs = Rung.of(matter);
        Map<Rung, Integer> index = new IdentityHashMap<>();
        for (int i = 0; i < rungs.size(); i++) index.put(rungs.get(i), i);
        List<Comparison.Verdict> verdicts = new ArrayList<>(Retractions.of(rungs));
        Set<Rung> parts = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Rung r : rungs) if (part(r)) parts.add(r);
        Set<Long> settled = new HashSet<>();
        for (Comparison.Verdict v : verdicts)
            settled.add(pair(Objects.requireNonNull(index.get(v.from())), Objects.requireNonNull(index.get(v.to()))));
        for (int j = 1; j < rungs.size(); j++)
            for (int i = Math.max(0, j - COMPARED); i < j; i++)
                if (!settled.contains(pair(i, j)))
                    compared(rungs.get(i), rungs.get(j), parts)
                            .map(v -> rounds(v, rungs) ? apart(v, "it rounds another number of its page") : v)
                            .ifPresent(verdicts::add);
        List<Situation.Relation> relations = verdicts.stream()
                .map(v -> new Situation.Relation(
                        Objects.requireNonNull(index.get(v.from())),
                        Objects.requireNonNull(index.get(v.to())),
                        v.kind(),
                        v.why()))
                .sorted(Comparator.comparingInt(Situation.Relation::a)
                        .thenComparingInt(Situation.Relation::b)
                        .thenComparing(Situation.Relation::kind))
                .toList();
        return new Situation.History(
                matter(matter),
                rungs.stream().map(Rung::point).toList(),
                relations,
                Ranges.of(rungs, relations, officials, this::part),
                Checks.of(rungs, this.parts));
    }

    /** "67 of them badly" excludes no count of all the injured; only what is said of two wholes, or of two parts, can. */
    private Optional<Comparison.Verdict> compared(Rung x, Rung y, Set<Rung> parts) {
        Optional<Comparison.Verdict> told = comparison.of(x, y);
        boolean unlike = parts.contains(x) != parts.contains(y);
        return told.filter(v -> unlike && v.kind() == Situation.Relation.Kind.CONTRADICTION)
                .map(v -> apart(v, "one is counted among another number"))
                .or(() -> told);
    }

    private static Comparison.Verdict apart(Comparison.Verdict v, String why) {
        return new Comparison.Verdict(v.from(), v.to(), Situation.Relation.Kind.DIFFERENT_SCOPE, why);
    }

    /** "More than 4,500", which contradicts the 4,353 hurt, rounds the 4,578 dead and hurt that its page gives too. */
    private static boolean rounds(Comparison.Verdict v, List<Rung> rungs) {
        if (v.kind() != Situation.Relation.Kind.CONTRADICTION || !v.from().sharesPage(v.to())) return false;
        Rung hedged = exact(v.from()) ? v.to() : v.from();
        Rung number = hedged == v.from() ? v.to() : v.from();
        if (exact(hedged) || !exact(number)) return false;
        return rungs.stream()
                .anyMatch(r -> r != number
                        && exact(r)
                        && r.sharesPage(hedged)
                        && !r.interval()
                                .orElseThrow()
                                .readsBelow(hedged.interval().orElseThrow())
                        && !hedged.interval()
                                .orElseThrow()
                                .readsBelow(r.interval().orElseThrow()));
    }

    private static boolean exact(Rung r) {
        return r.amount().value().isPresent() && r.amount().qualifier() == Qualifier.EXACT;
    }

    /** "67 of them badly" is a part; "4,353 hurt" of so many dead and hurt, and 19 policemen, or nine in one town, of so many dead are whole in their own history. */
    private boolean part(Rung r) {
        return r.figures().stream()
                .allMatch(c -> c.figure()
                        .partOf()
                        .flatMap(crisis::figure)
                        .filter(w -> w.measure().equals(c.measure().id())
                                ? c.measure().group(w.who()).equals(c.group())
                                        && crisis.counted(w, c.measure())
                                                .place()
                                                .equals(c.place())
                                : !c.measure().whole().equals(Optional.of(w.measure())))
                        .isPresent());
    }

    private static long pair(int i, int j) {
        return (long) Math.min(i, j) << 32 | Math.max(i, j);
    }

    /** The words most of its figures use. */
    private static Situation.Matter matter(List<Counted> figures) {
        String place = most(figures.stream().map(Counted::place).toList());
        return new Situation.Matter(
                most(figures.stream().map(c -> c.measure().id()).toList()),
                most(figures.stream().map(Counted::group).toList()),
                figures.stream()
                        .filter(c -> c.place().equals(place))
                        .map(c -> c.label())
                        .filter(l -> !l.isEmpty())
                        .min(Comparator.naturalOrder()),
                scope(figures),
                Claim.Counts.valueOf(most(
                        figures.stream().map(c -> c.figure().counts().name()).toList())));
    }

    private static Optional<String> scope(List<Counted> figures) {
        List<String> scopes = figures.stream()
                .map(c -> c.figure().scopeText().orElse(""))
                .distinct()
                .toList();
        return scopes.size() == 1 && !scopes.get(0).isEmpty() ? Optional.of(scopes.get(0)) : Optional.empty();
    }

    private static String most(List<String> values) {
        Map<String, Integer> count = new TreeMap<>();
        values.forEach(v -> count.merge(v, 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .orElseThrow()
                .getKey();
    }
}
