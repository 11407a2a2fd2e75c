package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;

/**
 * Sorts pages of one language into stories: one event and what is written of it. How alike two pages are is a function of the two;
 * pages meet in buckets of their heaviest words. What hangs together loosely is then parted by average linkage (Sokal and Michener
 * 1958, by chains of nearest neighbours), and where two groups are each far more alike within than to one another, so that neither one
 * page between two look-alike events nor their common words make them one.
 */
public final class Stories {
    /** Average likeness under which two groups are never one story. */
    private static final double ONE = 0.22;
    /**
     * Two groups are two stories if their likeness to one another is less than this share of that within them: how alike pages of one
     * story are depends on how they are written, so that no one number tells the two bombings of a week from one bombing told twice.
     */
    private static final double APART = 0.65;
    /** Pages of a group that show how alike pages of its story are. */
    private static final int TOLD = 4;
    /** Likeness under which two pages are not compared further. */
    private static final double LOOSE = 0.12;

    private static final double TIGHTER = 0.04;
    /** A looser group of more pages is parted by a tighter bond before it is linked; bounds the square of its size. */
    private static final int LARGEST = 2000;

    private static final int BUCKETS = 40;
    /** A word that more pages than this have among their heaviest says nothing of the event. */
    private static final int CROWD = 250;

    private final List<Gist> gists;
    private final Map<Long, Double> likeness = new HashMap<>();

    private Stories(List<Gist> gists) {
        this.gists = gists;
    }

    /** By page key, the story's id: the smallest key of its pages. The order of {@code articles} does not matter. */
    public static Map<String, String> sort(List<Article> articles, Packs packs) {
        Gist.Reader reader = new Gist.Reader(packs);
        Stories stories = new Stories(articles.stream()
                .sorted(Comparator.comparing(Article::page))
                .map(reader::read)
                .toList());
        stories.compare();
        int[] all = new int[stories.gists.size()];
        for (int i = 0; i < all.length; i++) all[i] = i;
        Map<String, String> out = new TreeMap<>();
        stories.part(all, LOOSE, out);
        return out;
    }

    private void compare() {
        Map<String, List<Integer>> buckets = new TreeMap<>();
        for (int i = 0; i < gists.size(); i++) {
            int page = i;
            gists.get(i).weights().entrySet().stream()
                    .sorted(Map.Entry.<String, Double>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(BUCKETS)
                    .forEach(e -> buckets.computeIfAbsent(e.getKey(), k -> new ArrayList<>())
                            .add(page));
        }
        for (List<Integer> bucket : buckets.values()) {
            if (bucket.size() > CROWD) continue;
            for (int i = 0; i < bucket.size(); i++)
                for (int j = i + 1; j < bucket.size(); j++)
                    likeness.computeIfAbsent(
                            pair(bucket.get(i), bucket.get(j)),
                            k -> gists.get((int) (k >> 32)).like(gists.get((int) (long) k)));
        }
    }

    private static long pair(int i, int j) {
        return (long) Math.min(i, j) << 32 | Math.max(i, j);
    }

    private double like(int i, int j) {
        return likeness.getOrDefault(pair(i, j), 0.0);
    }

    /** Links each group of pages that hang together by {@code bond}. */
    private void part(int[] pages, double bond, Map<String, String> out) {
        for (int[] group : groups(pages, bond)) {
            if (group.length > LARGEST && bond + TIGHTER < 1) part(group, bond + TIGHTER, out);
            else link(group, out);
        }
    }

    private List<int[]> groups(int[] pages, double bond) {
        Map<Integer, Integer> place = new HashMap<>();
        int[] parent = new int[pages.length];
        for (int i = 0; i < pages.length; i++) {
            place.put(pages[i], i);
            parent[i] = i;
        }
        likeness.forEach((pair, like) -> {
            Integer i = place.get((int) (pair >> 32));
            Integer j = place.get((int) (long) pair);
            if (i == null || j == null || like < bond) return;
            int a = root(parent, i);
            int b = root(parent, j);
            parent[Math.max(a, b)] = Math.min(a, b);
        });
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < pages.length; i++)
            groups.computeIfAbsent(root(parent, i), k -> new ArrayList<>()).add(pages[i]);
        return groups.values().stream()
                .map(g -> g.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    private static int root(int[] parent, int i) {
        int at = i;
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    /** Average linkage of one group, cut where two groups are less alike than one story can be, then where they are two. */
    private void link(int[] pages, Map<String, String> out) {
        int n = pages.length;
        double[][] like = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) like[i][j] = like[j][i] = like(pages[i], pages[j]);
        Group[] groups = new Group[n];
        for (int i = 0; i < n; i++)
            groups[i] = new Group.Page(gists.get(pages[i]).page());
        int[] chain = new int[n + 1];
        int top = 0;
        for (int start = 0; start < n; ) {
            if (top == 0) {
                while (start < n && groups[start] == GONE) start++;
                if (start == n) break;
                chain[top++] = start;
            }
            int a = chain[top - 1];
            int b = nearest(like, groups, a, top > 1 ? chain[top - 2] : -1);
            if (b < 0 || like[a][b] < ONE) {
                // Nothing joins it any more: averages only fall.
                groups[a].stories(out);
                groups[a] = GONE;
                top--;
                continue;
            }
            if (top > 1 && b == chain[top - 2]) {
                top -= 2;
                merge(like, groups, Math.min(a, b), Math.max(a, b));
            } else chain[top++] = b;
        }
    }

    /** The most alike of the living; of two alike the one the chain came from, else the first. */
    private static int nearest(double[][] like, Group[] groups, int a, int before) {
        int best = before >= 0 && groups[before] != GONE ? before : -1;
        for (int i = 0; i < groups.length; i++)
            if (i != a && groups[i] != GONE && (best < 0 || like[a][i] > like[a][best])) best = i;
        return best;
    }

    private static void merge(double[][] like, Group[] groups, int a, int b) {
        int m = groups[a].size();
        int n = groups[b].size();
        double between = like[a][b];
        for (int i = 0; i < groups.length; i++)
            if (i != a && i != b && groups[i] != GONE)
                like[a][i] = like[i][a] = (m * like[a][i] + n * like[b][i]) / (m + n);
        groups[a] = Group.Pair.of(groups[a], groups[b], between);
        groups[b] = GONE;
    }

    /** In the place of a group that was joined to another. */
    private static final Group GONE = new Group.Page("");

    /** What average linkage joined. */
    private sealed interface Group {
        /** Pages in it. */
        int size();

        /** Likeness of all pairs of its pages, summed. */
        double sum();

        /** Its smallest page key. */
        String first();

        void under(String story, Map<String, String> out);

        /** Adds the stories in it: two where it is two, else one. */
        default void stories(Map<String, String> out) {
            if (this instanceof Pair p && p.two()) {
                p.a.stories(out);
                p.b.stories(out);
            } else under(first(), out);
        }

        /** Average likeness of two of its pages. */
        default double inner() {
            return 2 * sum() / ((double) size() * (size() - 1));
        }

        record Page(String first) implements Group {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double sum() {
                return 0;
            }

            @Override
            public void under(String story, Map<String, String> out) {
                out.put(first, story);
            }
        }

        /** @param between average likeness of a page of the one to a page of the other */
        record Pair(Group a, Group b, double between, int size, double sum, String first) implements Group {
            static Pair of(Group a, Group b, double between) {
                double sum = a.sum() + b.sum() + between * a.size() * b.size();
                String first = a.first().compareTo(b.first()) < 0 ? a.first() : b.first();
                return new Pair(a, b, between, a.size() + b.size(), sum, first);
            }

            /** Two look-alikes: each is told often enough to show how alike its own pages are, and they are clearly less so to the other's. */
            boolean two() {
                return Math.min(a.size(), b.size()) >= TOLD && between < APART * Math.sqrt(a.inner() * b.inner());
            }

            @Override
            public void under(String story, Map<String, String> out) {
                a.under(story, out);
                b.under(story, out);
            }
        }
    }
}
