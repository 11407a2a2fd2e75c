package org.sitrep.relate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Claim;

/** Sorts pages into crises: two pages belong together by what the two share, and a crisis is whatever hangs together. */
public final class Crises {
    /** Days that may lie between two pages on one crisis; a longer one holds together by the pages between. */
    private static final int DAYS = 31;
    /** How many neighbours in one bucket a page is compared with; keeps the work linear when thousands of pages share a name and a month. */
    public static final int NEIGHBOURS = 64;
    /** How pages stand in a bucket: the undated first, then by day. */
    private static final Comparator<Profile> ORDER =
            Comparator.comparing(Profile::from).thenComparing(Profile::page);

    private static final double ENOUGH = 4;
    /** Within so many days the same country and the same kind of count are enough. */
    private static final int CLOSE = 10;

    private static final double ENOUGH_CLOSE = 3.5;
    /** Two pages that nothing dates need more in common. */
    private static final double ENOUGH_UNDATED = 5;

    private final NameTable names;

    public Crises(NameTable names) {
        this.names = names;
    }

    /** The pages of each crisis by its id, its smallest page key; pages in order of their keys. */
    public Map<String, List<Claim.Claims>> sort(List<Claim.Claims> pages) {
        List<Claim.Claims> ordered = pages.stream()
                .sorted(Comparator.comparing(p -> p.article().page()))
                .toList();
        List<Profile> profiles = ordered.stream().map(p -> Profile.of(p, names)).toList();
        Map<String, List<Claim.Claims>> out = new TreeMap<>();
        for (List<Integer> members : components(profiles))
            out.put(
                    profiles.get(members.getFirst()).page(),
                    members.stream().map(ordered::get).toList());
        return out;
    }

    /** The pages of each crisis, by their places in the list, which is in order of the pages' keys; so are the crises and the places. */
    public static List<List<Integer>> components(List<Profile> profiles) {
        int[] parent = new int[profiles.size()];
        for (int i = 0; i < parent.length; i++) parent[i] = i;
        for (List<Integer> bucket : buckets(profiles).values()) link(profiles, bucket, parent);
        Map<Integer, List<Integer>> out = new TreeMap<>();
        for (int i = 0; i < parent.length; i++)
            out.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(i);
        return List.copyOf(out.values());
    }

    private static Map<String, List<Integer>> buckets(List<Profile> profiles) {
        Map<String, List<Integer>> out = new TreeMap<>();
        for (int i = 0; i < profiles.size(); i++)
            for (String key : keys(profiles.get(i)))
                out.computeIfAbsent(key, k -> new ArrayList<>()).add(i);
        return out;
    }

    /** Names alone, in order of day inside a bucket, so that neighbours are the pages nearest in time. */
    public static Set<String> keys(Profile p) {
        Set<String> out = new TreeSet<>();
        p.mainStates().forEach(s -> out.add("state:" + s));
        p.places().forEach(s -> out.add("place:" + s));
        p.words().forEach(s -> out.add("word:" + s));
        p.figures().forEach(s -> out.add("figure:" + s));
        p.actors().stream().filter(a -> a.startsWith("person:")).forEach(out::add);
        return out;
    }

    /**
     * Compares each dated page with the next ones in time, each undated one with the next of its kind, and the first of either kind with
     * one another. Two pages far apart in a crowded bucket meet in a smaller one or through those between them.
     */
    private static void link(List<Profile> profiles, List<Integer> bucket, int[] parent) {
        bucket.sort(Comparator.comparing(profiles::get, ORDER));
        int dated = 0;
        while (dated < bucket.size() && !profiles.get(bucket.get(dated)).dated()) dated++;
        for (int i = 0; i < bucket.size(); i++) {
            int end = Math.min(i < dated ? dated : bucket.size(), i + NEIGHBOURS);
            for (int j = i + 1; j < end; j++) join(profiles, bucket.get(i), bucket.get(j), parent);
        }
        for (int i = 0; i < Math.min(dated, NEIGHBOURS); i++)
            for (int j = dated; j < Math.min(bucket.size(), dated + NEIGHBOURS); j++)
                join(profiles, bucket.get(i), bucket.get(j), parent);
    }

    private static void join(List<Profile> profiles, int i, int j, int[] parent) {
        int a = root(parent, i);
        int b = root(parent, j);
        if (a != b && together(profiles.get(i), profiles.get(j))) parent[Math.max(a, b)] = Math.min(a, b);
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    /** The days on which a page may have come out that is on one crisis with this one, both ends inclusive, where both are dated. */
    public static Reach reach(Profile p) {
        return new Reach(p.from().toEpochDay() - DAYS - Profile.LONGEST, p.to().toEpochDay() + DAYS);
    }

    /** Day numbers. */
    public record Reach(long first, long last) {}

    /** The pages of the crisis that {@code seed} belongs to, whatever order its members are found in. */
    public static <V> Set<V> component(V seed, Neighbours<V> neighbours) {
        Set<V> found = new LinkedHashSet<>(List.of(seed));
        Deque<V> open = new ArrayDeque<>(List.of(seed));
        while (!open.isEmpty()) {
            Profile here = neighbours.profile(open.peek());
            for (V other : neighbours.of(open.remove()))
                if (!found.contains(other) && together(here, neighbours.profile(other))) {
                    found.add(other);
                    open.add(other);
                }
        }
        return found;
    }

    /** Where the pages are found that a page is compared with. */
    public interface Neighbours<V> {
        Profile profile(V page);

        /** Those that stand near it under one of its keys, as {@link #NEIGHBOURS} says. */
        Set<V> of(V page);
    }

    /** Whether two pages are about one crisis: a pure function of the two. */
    public static boolean together(Profile a, Profile b) {
        boolean dated = a.dated() && b.dated();
        if (!dated) return shared(a, b) >= ENOUGH_UNDATED;
        long days = days(a, b);
        return days <= DAYS && shared(a, b) >= (days <= CLOSE ? ENOUGH_CLOSE : ENOUGH);
    }

    private static long days(Profile a, Profile b) {
        if (a.to().isBefore(b.from())) return ChronoUnit.DAYS.between(a.to(), b.from());
        return b.to().isBefore(a.from()) ? ChronoUnit.DAYS.between(b.to(), a.from()) : 0;
    }

    /** How much two pages share; where it plays weighs most, a telling number next, what is counted least. */
    static double shared(Profile a, Profile b) {
        boolean scene = common(a.mainStates(), b.mainStates()) > 0;
        double states = Math.min(1, 0.5 * common(a.states().keySet(), b.states().keySet()));
        double places = Math.min(3, 2.0 * common(a.places(), b.places()));
        double actors = Math.min(3, 1.5 * common(a.actors(), b.actors()));
        // Pages that play in different countries share names of ministers and capitals without being about one thing.
        boolean elsewhere = !scene && !a.states().isEmpty() && !b.states().isEmpty();
        double words = Math.min(elsewhere ? 1 : 4, common(a.words(), b.words()));
        double figures = Math.min(4, 2.0 * common(a.figures(), b.figures()));
        double kinds = Math.min(1.5, 0.5 * common(a.kinds(), b.kinds()));
        return (scene ? 2.5 : 0) + states + Math.max(places, words) + actors + figures + kinds;
    }

    private static int common(Set<String> a, Set<String> b) {
        Set<String> small = a.size() < b.size() ? a : b;
        Set<String> large = small == a ? b : a;
        int n = 0;
        for (String x : small) if (large.contains(x)) n++;
        return n;
    }
}
