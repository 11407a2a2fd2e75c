package org.sitrep.relate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;

/**
 * Pages that carry one text: reprints, excerpts and reposts, found by what their runs of words have in common. Candidates meet in
 * buckets of a few minimum hashes (Broder 1997), so that no page is compared with all others; whether two are copies is then decided
 * by the two alone.
 */
public final class Copies {
    private static final int RUN = 4;
    private static final int HASHES = 48;
    /** Two hashes to a bucket: of two pages that share a third of their runs 93 in 100 meet in one of the 24 buckets. */
    private static final int BAND = 2;
    /** A bucket of more pages than this holds a formula that everybody prints (a copyright line), not a text. */
    private static final int CROWD = 200;
    /** Share of the shorter page's runs that must stand in the longer one. */
    private static final double CONTAINED = 0.5;

    private static final int SHORTEST = 12;

    private final List<Sheet> sheets = new ArrayList<>();

    /** Sorted distinct hashes of a page's runs of words, and the least of each of the hash functions. */
    private record Sheet(String page, long[] runs, long[] least) {}

    /** One page's text stands in another's, by the share of the shorter one's runs. */
    public record Copy(String page, String other, double share) {}

    private Copies(List<Article> articles) {
        for (Article a : articles) {
            long[] runs = runs(a);
            if (runs.length >= SHORTEST) sheets.add(new Sheet(a.page(), runs, least(runs)));
        }
        sheets.sort(Comparator.comparing(Sheet::page));
    }

    /** Every pair of pages of which one repeats the other's text, in order of their keys; which came first is not told here. */
    public static List<Copy> among(List<Article> articles) {
        return new Copies(articles).pairs();
    }

    /** By page key, the page whose text it repeats: the one published first; an undated page never is, where the other has a day. */
    public static Map<String, String> originals(List<Article> articles) {
        Map<String, Article> byKey = new HashMap<>();
        for (Article a : articles) byKey.put(a.page(), a);
        Comparator<Article> first = Comparator.comparing((Article a) ->
                        a.published().flatMap(p -> p.date().first()).orElse(LocalDate.MAX))
                .thenComparing(Article::page);
        Map<String, String> out = new TreeMap<>();
        for (Copy c : among(articles)) {
            Article a = Objects.requireNonNull(byKey.get(c.page()));
            Article b = Objects.requireNonNull(byKey.get(c.other()));
            Article original = first.compare(a, b) <= 0 ? a : b;
            String copy = original == a ? b.page() : a.page();
            out.merge(
                    copy,
                    original.page(),
                    (x, y) -> first.compare(Objects.requireNonNull(byKey.get(x)), Objects.requireNonNull(byKey.get(y)))
                                    <= 0
                            ? x
                            : y);
        }
        return out;
    }

    private List<Copy> pairs() {
        Map<String, Copy> out = new TreeMap<>();
        for (int band = 0; band < HASHES / BAND; band++) pairs(band, out);
        return List.copyOf(out.values());
    }

    /** Pairs that meet in one band: band after band, because the buckets of all at once are larger than the pages. */
    private void pairs(int band, Map<String, Copy> out) {
        Map<Long, List<Integer>> buckets = new HashMap<>();
        for (int i = 0; i < sheets.size(); i++)
            buckets.computeIfAbsent(bucket(sheets.get(i), band), k -> new ArrayList<>(1))
                    .add(i);
        for (List<Integer> bucket : buckets.values()) {
            if (bucket.size() < 2 || bucket.size() > CROWD) continue;
            for (int i = 0; i < bucket.size(); i++)
                for (int j = i + 1; j < bucket.size(); j++)
                    pair(sheets.get(bucket.get(i)), sheets.get(bucket.get(j)), out);
        }
    }

    private static void pair(Sheet a, Sheet b, Map<String, Copy> out) {
        String key = a.page() + "\u001f" + b.page();
        if (a.page().equals(b.page()) || out.containsKey(key)) return;
        double share = (double) common(a.runs(), b.runs()) / Math.min(a.runs().length, b.runs().length);
        if (share >= CONTAINED) out.put(key, new Copy(a.page(), b.page(), share));
    }

    private static int common(long[] a, long[] b) {
        int i = 0;
        int j = 0;
        int n = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                n++;
                i++;
                j++;
            } else if (a[i] < b[j]) i++;
            else j++;
        }
        return n;
    }

    private static long bucket(Sheet s, int band) {
        long h = band;
        for (int i = 0; i < BAND; i++) h = mix(h * 31 + s.least()[band * BAND + i]);
        return h;
    }

    private static long[] runs(Article a) {
        List<Long> out = new ArrayList<>();
        for (Passage p : a.passages()) {
            if (p.role() == Passage.Role.CHROME || p.role() == Passage.Role.COMMENT || p.role() == Passage.Role.TEASER)
                continue;
            List<NameTable.Word> words = NameTable.words(p.span().of(a.text()));
            for (int i = 0; i + RUN <= words.size(); i++) {
                long h = 0;
                for (int k = 0; k < RUN; k++)
                    h = mix(h * 31 + words.get(i + k).folded().hashCode());
                out.add(h);
            }
        }
        return out.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }

    private static long[] least(long[] runs) {
        long[] out = new long[HASHES];
        Arrays.fill(out, Long.MAX_VALUE);
        for (long run : runs)
            for (int i = 0; i < HASHES; i++) out[i] = Math.min(out[i], mix(run ^ (i * 0x9E3779B97F4A7C15L)));
        return out;
    }

    /** The finaliser of SplitMix64: spreads every bit over all. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
