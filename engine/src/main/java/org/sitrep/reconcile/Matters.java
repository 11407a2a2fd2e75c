package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;

/** Sorts figures into matters: what may stand in one history. */
final class Matters {
    /** Numbers under this are too common to tell that two words for a group mean the same people. */
    private static final long TELLING = 10;
    /** Words for those who were not fighting: whether they are all the dead or some of them, only the numbers tell. */
    private static final Set<String> BYSTANDERS = Set.of("people", "civilians", "protesters");

    private final Map<String, Counted> byId = new HashMap<>();
    private final List<Counted> figures;

    private Matters(List<Counted> figures) {
        this.figures = figures;
        for (Counted c : figures) byId.put(c.figure().id(), c);
    }

    /** The figures by matter, in order of the matters' keys; inside a matter in the order given. */
    static Collection<List<Counted>> sort(List<Counted> figures) {
        Matters matters = new Matters(figures);
        matters.nameSides();
        return matters.collect();
    }

    /** Figures that are compared with nothing: words without a number that could be compared keep a matter of their own kind. */
    private Collection<List<Counted>> collect() {
        Disjoint<String> joined = new Disjoint<>();
        bridge(joined);
        Map<String, List<Counted>> out = new TreeMap<>();
        for (Counted c : figures) out.computeIfAbsent(joined.root(key(byId.get(c.figure().id()), joined)), k -> new ArrayList<>()).add(c);
        return out.values();
    }

    /** "26 people" is one side's count where other pages give the same 26 as fighters: the more telling word stands for all. */
    private void nameSides() {
        Map<String, String> sides = new HashMap<>();
        for (Counted c : figures)
            if (telling(c) && !BYSTANDERS.contains(c.group()) && c.group().equals("fighters")) sides.put(number(c), c.group());
        for (Counted c : figures)
            if (telling(c) && BYSTANDERS.contains(c.group()) && sides.containsKey(number(c))) byId.put(c.figure().id(), c.in(sides.get(number(c))));
    }

    /** One number given for "people" here and for "protesters" there is one count, so the two words name one matter in this place. */
    private void bridge(Disjoint<String> joined) {
        Map<String, String> first = new HashMap<>();
        for (Counted c : byId.values().stream().sorted(BY_ID).toList()) {
            if (!telling(c) || !BYSTANDERS.contains(c.group())) continue;
            String matter = key(c, joined);
            String other = first.putIfAbsent(number(c), matter);
            if (other != null) joined.join(other, matter);
        }
    }

    private static final java.util.Comparator<Counted> BY_ID = java.util.Comparator.comparing(c -> c.figure().id());

    private static String number(Counted c) {
        return c.measure().id() + "|" + c.place() + "|" + c.amount().key();
    }

    private static boolean telling(Counted c) {
        return c.amount().value().isPresent() && c.amount().value().getAsLong() >= TELLING && !rough(c.amount().qualifier());
    }

    private static boolean rough(Qualifier q) {
        return q == Qualifier.ABOUT || q == Qualifier.NEARLY;
    }

    /** The matter of a figure, after what the page says of its whole. */
    private String key(Counted c, Disjoint<String> joined) {
        Optional<Counted> whole = c.figure().partOf().map(byId::get);
        if (whole.isEmpty()) return partKey(c);
        Counted w = whole.get();
        // "Another 1,700, bringing the total to almost 10,000": both belong to the total's history, wherever the new ones were counted.
        if (increment(c.figure()) && w.measure().id().equals(c.measure().id())) return partKey(w);
        boolean sameKind = w.group().equals(c.group()) && w.place().equals(c.place());
        if (!sameKind) return partKey(c);
        // A stated part of one and the same group counts something narrower: it never joins the whole's ladder, only others like it.
        return w.measure().id().equals(c.measure().id()) ? narrower(c) : partKey(c);
    }

    private static String narrower(Counted c) {
        return c.matter() + "|part|" + c.figure().scopeText().orElse(c.amount().key());
    }

    static boolean increment(Claim.Figure f) {
        return f.increment() || f.counts() == Claim.Counts.INCREMENT;
    }

    private String partKey(Counted c) {
        Optional<Counted> held = heldBy(c);
        return held.map(Counted::matter).orElse(c.matter());
    }

    private Map<String, Counted> holders;

    /** "4,578 hurt or dead, of these 4,353 wounded": the whole stands in its largest part's history, so that the two can be told apart there. */
    private Optional<Counted> heldBy(Counted whole) {
        if (holders == null) holders = holders();
        return Optional.ofNullable(holders.get(whole.figure().id()));
    }

    private Map<String, Counted> holders() {
        Map<String, Counted> out = new HashMap<>();
        Set<String> seen = new HashSet<>();
        for (Counted part : figures) {
            Optional<Counted> whole = part.figure().partOf().map(byId::get);
            if (whole.isEmpty() || !seen.add(part.figure().id())) continue;
            Counted w = whole.get();
            boolean wider = part.measure().whole().filter(w.measure().id()::equals).isPresent();
            if (wider && w.place().equals(part.place())) out.merge(w.figure().id(), part, Matters::larger);
        }
        return out;
    }

    private static Counted larger(Counted a, Counted b) {
        int c = Long.compare(a.amount().value().orElse(0), b.amount().value().orElse(0));
        return c != 0 ? c > 0 ? a : b : BY_ID.compare(a, b) <= 0 ? a : b;
    }
}
