package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sets of hashes that meet in buckets of a few minimum hashes (Broder 1997), so that no page is compared with all others: two sets
 * meet the likelier the more they have in common.
 */
final class Sketches {
    private static final int HASHES = 48;
    /** Two hashes to a bucket: of two sets that share a third of their members 93 in 100 meet in one of the 24 buckets. */
    private static final int BAND = 2;
    /** A bucket of more sets than this holds a formula that everybody prints (a copyright line), not a text. */
    private static final int CROWD = 200;

    private final List<long[]> least = new ArrayList<>();

    /** Takes what two sets that meet are, by the order in which they were added; a pair may come several times. */
    interface Pair {
        void of(int a, int b);
    }

    /** Adds a set; its number is how many came before it. */
    void add(long[] members) {
        long[] out = new long[HASHES];
        Arrays.fill(out, Long.MAX_VALUE);
        for (long member : members)
            for (int i = 0; i < HASHES; i++) out[i] = Math.min(out[i], mix(member ^ (i * 0x9E3779B97F4A7C15L)));
        least.add(out);
    }

    /** Band after band, because the buckets of all at once are larger than the pages. */
    void meet(Pair sink) {
        for (int band = 0; band < HASHES / BAND; band++) {
            Map<Long, List<Integer>> buckets = new HashMap<>();
            for (int i = 0; i < least.size(); i++)
                buckets.computeIfAbsent(bucket(least.get(i), band), k -> new ArrayList<>(1))
                        .add(i);
            for (List<Integer> bucket : buckets.values()) {
                if (bucket.size() < 2 || bucket.size() > CROWD) continue;
                for (int i = 0; i < bucket.size(); i++)
                    for (int j = i + 1; j < bucket.size(); j++) sink.of(bucket.get(i), bucket.get(j));
            }
        }
    }

    private static long bucket(long[] least, int band) {
        long h = band;
        for (int i = 0; i < BAND; i++) h = mix(h * 31 + least[band * BAND + i]);
        return h;
    }

    /** The finaliser of SplitMix64: spreads every bit over all. */
    static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
