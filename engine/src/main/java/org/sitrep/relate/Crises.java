package org.sitrep.relate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
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
    /** … and between two that share much: a crisis of which little was told for a season. */
    private static final int LATER = 4 * DAYS;
    /** How many neighbours in one bucket a page is compared with; keeps the work linear when thousands of pages share a name and a month. */
    public static final int NEIGHBOURS = 64;
    /** How pages stand in a bucket: the undated first, then by day. */
    private static final Comparator<Profile> ORDER =
            Comparator.comparing(Profile::from).thenComparing(Profile::page);

    private static final double ENOUGH = 4;
    /** Within so many days the same country and the same kind of count are enough. */
    private static final int CLOSE = 10;

    private static final double ENOUGH_CLOSE = 3.5;
    private static final double ENOUGH_LATER = 7;
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
        Grouping grouping = new Grouping(profiles);
        Map<String, List<Integer>> buckets = buckets(profiles);
        for (List<Integer> bucket : buckets.values()) link(profiles, bucket, grouping::first);
        grouping.settle();
        for (List<Integer> bucket : buckets.values()) link(profiles, bucket, grouping::second);
        return grouping.groups();
    }

    /** What becomes of two pages that stand near one another, by their places. */
    private interface Meeting {
        void of(int i, int j);
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
    private static void link(List<Profile> profiles, List<Integer> bucket, Meeting meeting) {
        bucket.sort(Comparator.comparing(profiles::get, ORDER));
        int dated = 0;
        while (dated < bucket.size() && !profiles.get(bucket.get(dated)).dated()) dated++;
        for (int i = 0; i < bucket.size(); i++) {
            int end = Math.min(i < dated ? dated : bucket.size(), i + NEIGHBOURS);
            for (int j = i + 1; j < end; j++) meeting.of(bucket.get(i), bucket.get(j));
        }
        for (int i = 0; i < Math.min(dated, NEIGHBOURS); i++)
            for (int j = dated; j < Math.min(bucket.size(), dated + NEIGHBOURS); j++)
                meeting.of(bucket.get(i), bucket.get(j));
    }

    /** The days on which a page may have come out that is on one crisis with this one, both ends inclusive, where both are dated. */
    public static Reach reach(Profile p) {
        return new Reach(p.from().toEpochDay() - LATER - Profile.LONGEST, p.to().toEpochDay() + LATER);
    }

    /** Day numbers. */
    public record Reach(long first, long last) {}

    /**
     * The crisis that {@code seed} belongs to.
     *
     * @param most how many pages may be found that lead on to others, and half as many as may be asked for their neighbours; where that
     *     is not enough, those are found that the fewest links part from {@code seed} and that share most
     */
    public static <V> Found<V> around(V seed, Neighbours<V> neighbours, int most) {
        return new Nearby<>(neighbours, most).crisis(seed);
    }

    /**
     * Pages of one crisis.
     *
     * @param pages by their keys
     * @param whole whether these are all its pages
     */
    public record Found<V>(List<V> pages, boolean whole) {}

    /** Where the pages are found that a page is compared with. */
    public interface Neighbours<V> {
        Profile profile(V page);

        /** Those that stand near it under one of its keys, as {@link #NEIGHBOURS} says. */
        Set<V> of(V page);
    }

    /**
     * Whether two pages may be of one crisis: a pure function of the two. The pages of a crisis hang together by such pairs; several crises
     * may hang together too, and are told apart when all their pages are there.
     */
    public static boolean together(Profile a, Profile b) {
        return Grouping.related(new Scene(a), new Scene(b));
    }

    /** Whether two pages share enough, for their distance in time, to be about one crisis. */
    static boolean enough(Scene a, Scene b) {
        if (!near(a, b)) return false;
        double shared = shared(a, b);
        if (!a.page().dated() || !b.page().dated()) return shared >= ENOUGH_UNDATED;
        long days = days(a.page(), b.page());
        return shared >= (days <= CLOSE ? ENOUGH_CLOSE : days <= DAYS ? ENOUGH : ENOUGH_LATER);
    }

    /** Whether two pages are near enough in time to be about one crisis, as far as their days are known. */
    static boolean near(Scene a, Scene b) {
        return !a.page().dated() || !b.page().dated() || days(a.page(), b.page()) <= LATER;
    }

    private static long days(Profile a, Profile b) {
        if (a.to().isBefore(b.from())) return ChronoUnit.DAYS.between(a.to(), b.from());
        return b.to().isBefore(a.from()) ? ChronoUnit.DAYS.between(b.to(), a.from()) : 0;
    }

    /** How much two pages share; where it plays weighs most, a telling number next, what is counted least. */
    static double shared(Scene one, Scene other) {
        Profile a = one.page();
        Profile b = other.page();
        boolean scene = common(one.main(), other.main()) > 0;
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
