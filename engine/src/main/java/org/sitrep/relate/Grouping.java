package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Pages that tell clearly where they play hold a crisis together. Every other page hangs on the one that it shares most with: a page on
 * three countries at once would else make one crisis of what happens in each. Every two pages that may belong together are to meet
 * twice: in {@link #first}, then, after {@link #settle}, in {@link #second}; in which order does not matter.
 */
final class Grouping {
    /** Places of the memory of pairs; a power of two. */
    private static final int REMEMBERED = 1 << 18;

    private final List<Scene> scenes;
    private final int[] parent;
    /** By page that is not clear, the place of the page that it hangs on; -1 where it has none. */
    private final int[] anchor;

    private final double[] most;
    /** Pages that hang on a clear one. */
    private boolean[] settled = {};
    /** Pairs that were compared, packed; a later one may take an earlier one's place. */
    private final long[] compared;

    private final List<int[]> loose = new ArrayList<>();

    Grouping(List<Profile> profiles) {
        this.scenes = profiles.stream().map(Scene::new).toList();
        int n = profiles.size();
        this.parent = new int[n];
        this.anchor = new int[n];
        this.most = new double[n];
        this.compared = new long[n < 1000 ? 1 << 12 : REMEMBERED];
        for (int i = 0; i < n; i++) parent[i] = i;
        Arrays.fill(anchor, -1);
        Arrays.fill(compared, -1);
    }

    /** Whether two pages may belong to one crisis by what the two share: a pure function of the two. */
    static boolean related(Scene a, Scene b) {
        boolean fit = a.clear() == b.clear() ? a.clear() ? a.plays(b) : a.kin(b) : true;
        return fit && Crises.enough(a, b);
    }

    /** Two pages of which one at least is clear. */
    void first(int i, int j) {
        Scene a = scenes.get(i);
        Scene b = scenes.get(j);
        if (a.clear() && b.clear()) {
            if (root(i) != root(j) && related(a, b)) join(i, j);
        } else if ((a.clear() || b.clear()) && fresh(i, j)) hang(a.clear() ? j : i, a.clear() ? i : j);
    }

    /** All pages have met. */
    void settle() {
        settled = new boolean[anchor.length];
        for (int i = 0; i < anchor.length; i++)
            settled[i] = anchor[i] >= 0 || scenes.get(i).clear();
    }

    /** Two pages that are not clear, of which one at least hangs on no clear one: it hangs on the other, or the two stand together. */
    void second(int i, int j) {
        if (settled[i] && settled[j] || scenes.get(i).clear() || scenes.get(j).clear() || !fresh(i, j)) return;
        if (!related(scenes.get(i), scenes.get(j))) return;
        if (settled[i] || settled[j]) hang(settled[i] ? j : i, settled[i] ? i : j);
        else loose.add(new int[] {i, j});
    }

    private boolean fresh(int i, int j) {
        long pair = (long) Math.min(i, j) << Integer.SIZE | Math.max(i, j);
        int at = (int) (Sketches.mix(pair) & compared.length - 1);
        boolean fresh = compared[at] != pair;
        compared[at] = pair;
        return fresh;
    }

    private void hang(int page, int to) {
        if (!Crises.near(scenes.get(page), scenes.get(to))) return;
        double shared = Crises.shared(scenes.get(page), scenes.get(to));
        boolean more = anchor[page] < 0 || shared > most[page] || shared == most[page] && to < anchor[page];
        if (!more || !related(scenes.get(page), scenes.get(to))) return;
        anchor[page] = to;
        most[page] = shared;
    }

    private void join(int i, int j) {
        int a = root(i);
        int b = root(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(int i) {
        int at = i;
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    }

    /** The groups by the smallest of their places, in ascending order; so are the places in each. */
    List<List<Integer>> groups() {
        for (int[] pair : loose) if (anchor[pair[0]] < 0 && anchor[pair[1]] < 0) join(pair[0], pair[1]);
        Map<Integer, List<Integer>> byRoot = new TreeMap<>();
        for (int i = 0; i < parent.length; i++)
            byRoot.computeIfAbsent(home(i), k -> new ArrayList<>()).add(i);
        return byRoot.values().stream()
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
    }

    private int home(int i) {
        int at = i;
        while (anchor[at] >= 0) at = anchor[at];
        return root(at);
    }
}
