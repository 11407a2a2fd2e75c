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
    private static final double ONE = 0.2;
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
        GistReader reader = new GistReader(packs);
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
        Likeness alike = new Likeness(gists);
        for (List<Integer> bucket : buckets.values()) {
            if (bucket.size() > CROWD) continue;
            for (int i = 0; i < bucket.size(); i++)
                for (int j = i + 1; j < bucket.size(); j++)
                    likeness.computeIfAbsent(
                            pair(bucket.get(i), bucket.get(j)), k -> alike.of((int) (k >> 32), (int) (long) k));
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
        Linkage[] groups = new Linkage[n];
        for (int i = 0; i < n; i++) groups[i] = Linkage.of(gists.get(pages[i]));
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
    private static int nearest(double[][] like, Linkage[] groups, int a, int before) {
        int best = before >= 0 && groups[before] != GONE ? before : -1;
        for (int i = 0; i < groups.length; i++)
            if (i != a && groups[i] != GONE && (best < 0 || like[a][i] > like[a][best])) best = i;
        return best;
    }

    private static void merge(double[][] like, Linkage[] groups, int a, int b) {
        int m = groups[a].size();
        int n = groups[b].size();
        double between = like[a][b];
        for (int i = 0; i < groups.length; i++)
            if (i != a && i != b && groups[i] != GONE)
                like[a][i] = like[i][a] = (m * like[a][i] + n * like[b][i]) / (m + n);
        groups[a] = Linkage.of(groups[a], groups[b], between);
        groups[b] = GONE;
    }

    /** In the place of a group that was joined to another. */
    private static final Linkage GONE = Linkage.of(new Gist("", Map.of(), List.of()));
}
