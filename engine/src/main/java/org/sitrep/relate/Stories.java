package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Arrays;
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
 * 1958, by chains of nearest neighbours), so that one page between two look-alike events does not make them one.
 */
public final class Stories {
    /** Average likeness of two groups that are one story. */
    private static final double ONE = 0.3;
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

    /** Average linkage of one group, cut where two groups are less alike than one story. */
    private void link(int[] pages, Map<String, String> out) {
        int n = pages.length;
        double[][] like = new double[n][n];
        for (int i = 0; i < n; i++) for (int j = 0; j < i; j++) like[i][j] = like[j][i] = like(pages[i], pages[j]);
        int[] size = new int[n];
        int[] story = new int[n];
        Arrays.fill(size, 1);
        for (int i = 0; i < n; i++) story[i] = i;
        int[] chain = new int[n + 1];
        int top = 0;
        for (int start = 0; start < n; ) {
            if (top == 0) {
                while (start < n && size[start] == 0) start++;
                if (start == n) break;
                chain[top++] = start;
            }
            int a = chain[top - 1];
            int b = nearest(like, size, a, top > 1 ? chain[top - 2] : -1);
            if (b < 0 || like[a][b] < ONE) {
                // Nothing joins it any more: averages only fall.
                out.putAll(done(pages, story, a));
                size[a] = 0;
                top--;
                continue;
            }
            if (top > 1 && b == chain[top - 2]) {
                top -= 2;
                merge(like, size, story, Math.min(a, b), Math.max(a, b));
            } else chain[top++] = b;
        }
    }

    /** The most alike of the living; of two alike the one the chain came from, else the first. */
    private static int nearest(double[][] like, int[] size, int a, int before) {
        int best = before >= 0 && size[before] > 0 ? before : -1;
        for (int i = 0; i < size.length; i++)
            if (i != a && size[i] > 0 && (best < 0 || like[a][i] > like[a][best])) best = i;
        return best;
    }

    private static void merge(double[][] like, int[] size, int[] story, int a, int b) {
        for (int i = 0; i < size.length; i++) {
            if (i == a || i == b || size[i] == 0) continue;
            like[a][i] = like[i][a] = (size[a] * like[a][i] + size[b] * like[b][i]) / (size[a] + size[b]);
        }
        size[a] += size[b];
        size[b] = 0;
        for (int i = 0; i < story.length; i++) if (story[i] == b) story[i] = a;
    }

    private Map<String, String> done(int[] pages, int[] story, int id) {
        Map<String, String> out = new TreeMap<>();
        String first = "";
        for (int i = 0; i < pages.length; i++) {
            if (story[i] != id) continue;
            String page = gists.get(pages[i]).page();
            if (first.isEmpty()) first = page;
            out.put(page, first);
        }
        return out;
    }
}
