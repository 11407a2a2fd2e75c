package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;

/** Sorts figures into matters: what may stand in one history. */
final class Matters {
    /** The group of those of whom no page says more. */
    private static final String EVERYBODY = "people";
    /** Numbers under this are too common to tell that two words for a group mean the same people. */
    private static final long TELLING = 10;
    /** Numbers nearer to each other than a tenth may be one count. */
    private static final long NEARLY = 10;
    /** Words for those who were not fighting: whether they are all the dead or some of them, only the numbers tell. */
    private static final Set<String> BYSTANDERS = Set.of(EVERYBODY, "civilians", "protesters");

    private static final Comparator<Counted> BY_ID =
            Comparator.comparing(c -> c.figure().id());

    private final Map<String, Counted> byId = new TreeMap<>();
    private final Map<String, Counted> largestPart = new HashMap<>();
    private final List<Counted> figures;

    private Matters(List<Counted> figures) {
        this.figures = figures;
        for (Counted c : figures) byId.put(c.figure().id(), c);
        nameTowns();
        nameSides();
        for (Counted part : byId.values())
            whole(part)
                    .filter(w -> holds(w, part))
                    .ifPresent(w -> largestPart.merge(w.figure().id(), part, Matters::larger));
    }

    /** The figures by matter, in order of the matters' keys; inside a matter in the order given. */
    static Collection<List<Counted>> sort(List<Counted> figures) {
        return new Matters(figures).collect();
    }

    private Collection<List<Counted>> collect() {
        Disjoint<String> joined = bridge();
        Map<String, List<Counted>> out = new TreeMap<>();
        for (Counted c : figures)
            out.computeIfAbsent(
                            joined.root(key(
                                    Objects.requireNonNull(byId.get(c.figure().id())))),
                            k -> new ArrayList<>())
                    .add(c);
        return out.values();
    }

    private Optional<Counted> whole(Counted c) {
        return c.figure().partOf().map(byId::get);
    }

    /** Whether the whole counts a wider measure in the same place: the dead and hurt together, of whom the hurt are a part. */
    private static boolean holds(Counted whole, Counted part) {
        return part.measure().whole().filter(whole.measure().id()::equals).isPresent()
                && whole.place().equals(part.place());
    }

    private static Counted larger(Counted a, Counted b) {
        int c = Long.compare(a.amount().value().orElse(0), b.amount().value().orElse(0));
        return c != 0 ? c > 0 ? a : b : BY_ID.compare(a, b) <= 0 ? a : b;
    }

    /**
     * "17 dead" on a page that names no place beside the number are the 17 that other pages count in one town: the narrower place
     * stands for both, unless more pages give that number for the whole country in so many words, or one page gives both, or the
     * country's own count is nearly the same and the town has no other: then what happened there is all that is counted.
     */
    private void nameTowns() {
        Map<String, List<Counted>> numbers = new TreeMap<>();
        for (Counted c : figures)
            if (telling(c) && !Counted.round(c.amount()))
                numbers.computeIfAbsent(c.measure().id() + "|" + c.amount().key(), k -> new ArrayList<>())
                        .add(c);
        for (List<Counted> same : numbers.values()) {
            Map<String, Counted> towns = new TreeMap<>();
            for (Counted c : same) if (!c.wide() && c.located()) towns.putIfAbsent(c.place(), c);
            if (towns.size() != 1) continue;
            Set<String> there = pages(same, c -> !c.wide() && c.located());
            Set<String> wide = pages(same, c -> c.wide() && c.located());
            if (wide.size() > there.size() || !Collections.disjoint(wide, there)) continue;
            Counted town = towns.values().iterator().next();
            if (nearlyTheCountrys(town)) continue;
            for (Counted c : same) if (c.wide()) byId.put(c.figure().id(), c.at(town));
        }
    }

    private boolean nearlyTheCountrys(Counted town) {
        long n = town.amount().value().orElse(0);
        List<Counted> others = figures.stream()
                .filter(c ->
                        telling(c) && c.measure().id().equals(town.measure().id()))
                .filter(c -> c.amount().value().orElse(0) != n)
                .toList();
        return others.stream().noneMatch(c -> c.place().equals(town.place()))
                && others.stream()
                        .filter(Counted::wide)
                        .anyMatch(c -> NEARLY * Math.abs(c.amount().value().orElse(0) - n) < n);
    }

    private static Set<String> pages(List<Counted> all, Predicate<Counted> which) {
        return all.stream().filter(which).map(Counted::page).collect(Collectors.toSet());
    }

    /** "16 dead" are the police's where other pages give the same 16 as policemen: the more telling word stands for all. */
    private void nameSides() {
        Map<String, String> sides = new HashMap<>();
        for (Counted c : byId.values())
            if (telling(c) && !BYSTANDERS.contains(c.group()))
                sides.merge(number(c), c.group(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        for (Counted c : List.copyOf(byId.values()))
            if (telling(c) && BYSTANDERS.contains(c.group()) && sides.containsKey(number(c)))
                byId.put(c.figure().id(), c.in(Objects.requireNonNull(sides.get(number(c)))));
    }

    /** One number given for "people" here and for "protesters" there is one count, so the two words name one matter in this place. */
    private Disjoint<String> bridge() {
        Disjoint<String> joined = new Disjoint<>();
        Map<String, String> first = new HashMap<>();
        for (Counted c : byId.values()) {
            if (!telling(c) || !BYSTANDERS.contains(c.group())) continue;
            String matter = key(c);
            String other = first.putIfAbsent(number(c), matter);
            if (other != null) joined.join(other, matter);
        }
        return joined;
    }

    private static String number(Counted c) {
        return c.measure().id() + "|" + c.place() + "|" + c.amount().key();
    }

    private static boolean telling(Counted c) {
        Qualifier q = c.amount().qualifier();
        return c.amount().value().isPresent()
                && c.amount().value().getAsLong() >= TELLING
                && q != Qualifier.ABOUT
                && q != Qualifier.NEARLY;
    }

    /** The matter of a figure, after what the page says of its whole. */
    private String key(Counted c) {
        Optional<Counted> whole = whole(c);
        if (whole.isEmpty()) return own(c);
        Counted w = whole.get();
        boolean sameMeasure = w.measure().id().equals(c.measure().id());
        // "Another 1,700, bringing the total to almost 10,000": both belong to the total's history, wherever the new
        // ones were counted.
        if (increment(c.figure()) && sameMeasure) return own(w);
        // A stated part of one and the same group counts something narrower: it never joins the whole's ladder, only
        // others like it. "Two of the bodies" of 13 officers are officers'.
        boolean narrower = sameMeasure
                && (w.group().equals(c.group()) || c.group().equals(EVERYBODY))
                && w.place().equals(c.place());
        return narrower
                ? w.matter() + "|part|"
                        + c.figure().scopeText().orElse(c.amount().key())
                : own(c);
    }

    /** "4,578 hurt or dead, of these 4,353 wounded": the whole stands in its largest part's history, so that the two can be told apart there. */
    private String own(Counted c) {
        return largestPart.getOrDefault(c.figure().id(), c).matter();
    }

    static boolean increment(Claim.Figure f) {
        return f.increment() || f.counts() == Claim.Counts.INCREMENT;
    }
}
