package org.sitrep.peers;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Counts as TempEval-3 does: a time is found where it overlaps a gold one, which is taken once; its value counts where both
 * are the same. F1 in percent.
 */
final class Score {
    private int gold;
    private int found;
    private int strict;
    private int relaxed;
    private int value;

    /** Adds one page. */
    void add(List<Finder.Time> wanted, List<Finder.Time> got) {
        gold += wanted.size();
        found += got.size();
        Set<Integer> used = new HashSet<>();
        for (Finder.Time g : wanted) {
            int best = best(g, got, used);
            if (best < 0) continue;
            used.add(best);
            relaxed++;
            Finder.Time f = got.get(best);
            if (f.start() == g.start() && f.end() == g.end()) strict++;
            if (f.value().equals(g.value())) value++;
        }
    }

    private static int best(Finder.Time g, List<Finder.Time> got, Set<Integer> used) {
        int best = -1;
        for (int k = 0; k < got.size(); k++) {
            Finder.Time f = got.get(k);
            if (used.contains(k)) continue;
            if (f.start() == g.start() && f.end() == g.end()) return k;
            if (best < 0 && f.start() < g.end() && g.start() < f.end()) best = k;
        }
        return best;
    }

    private double f1(int right) {
        return gold + found == 0 ? 0 : 200.0 * right / (gold + found);
    }

    double strict() {
        return f1(strict);
    }

    double relaxed() {
        return f1(relaxed);
    }

    double value() {
        return f1(value);
    }
}
