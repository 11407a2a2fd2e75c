package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.model.Article;
import org.sitrep.model.Code;
import org.sitrep.model.Passage;

/**
 * Pages that carry one text: reprints, excerpts, reposts and translations. Texts of one language are compared by their runs of words,
 * those of two by what translators leave as it is ({@link Anchors}). Whether two pages are copies is decided by the two alone.
 */
public final class Copies {
    private static final int RUN = 4;
    /** Share of the shorter page's runs that must stand in the longer one. */
    private static final double CONTAINED = 0.5;
    /** Share of the longer page's runs from which on the two are the same text but for small changes. */
    private static final double SAME = 0.8;

    private static final int SHORTEST = 12;
    /**
     * What a page and its translation have in common of what both hold, in order. Translations of one network's pages have .51 to .70,
     * independent reports of one event up to .45.
     */
    private static final double TRANSLATED = 0.52;
    /** Anchors that say less than this could stand in two pages by chance. */
    private static final double ANCHORED = 14;
    /** Days from a page to its translation. */
    private static final int DAYS = 31;

    private Copies() {}

    /** How one page carries another's text. */
    public enum Kind implements Code {
        /** Word for word but for small changes. */
        SAME_TEXT,
        /** One holds half of the other or more, and much besides or much less. */
        PART,
        /** In another language. */
        TRANSLATION
    }

    /**
     * One page's text stands in another's; which came first is not told here.
     *
     * @param share of the shorter page's runs of words, or of what both pages' anchors weigh
     */
    public record Copy(String page, String other, double share, Kind kind) {}

    /** Sorted distinct hashes of a page's runs of words, of 32 bits: they are held for all pages at once. */
    private record Sheet(String page, int[] runs) {
        static Sheet of(String page, long[] runs) {
            return new Sheet(
                    page,
                    Arrays.stream(runs)
                            .mapToInt(h -> (int) (h >>> Integer.SIZE))
                            .sorted()
                            .distinct()
                            .toArray());
        }
    }

    /** Every pair of pages of which one repeats the other's text, in order of their keys. */
    public static List<Copy> among(List<Article> articles, NameTable names) {
        Map<String, Copy> out = new TreeMap<>();
        List<Article> ordered =
                articles.stream().sorted(Comparator.comparing(Article::page)).toList();
        repeated(ordered, out);
        translated(ordered, names, out);
        return List.copyOf(out.values());
    }

    private static void repeated(List<Article> articles, Map<String, Copy> out) {
        List<Sheet> sheets = new ArrayList<>();
        Sketches sketches = new Sketches();
        for (Article a : articles) {
            long[] runs = runs(a);
            if (runs.length < SHORTEST) continue;
            sheets.add(Sheet.of(a.page(), runs));
            sketches.add(runs);
        }
        sketches.meet((i, j) -> pair(sheets.get(i), sheets.get(j), out));
    }

    private static void pair(Sheet a, Sheet b, Map<String, Copy> out) {
        String key = a.page() + "\u001f" + b.page();
        if (a.page().equals(b.page()) || out.containsKey(key)) return;
        double common = common(a.runs(), b.runs());
        double share = common / Math.min(a.runs().length, b.runs().length);
        boolean same = common >= SAME * Math.max(a.runs().length, b.runs().length);
        if (share >= CONTAINED) out.put(key, new Copy(a.page(), b.page(), share, same ? Kind.SAME_TEXT : Kind.PART));
    }

    private static void translated(List<Article> articles, NameTable names, Map<String, Copy> out) {
        // In one language the words tell it, and better.
        if (articles.stream().map(Article::language).distinct().count() < 2) return;
        List<Anchors> all = new ArrayList<>();
        Sketches sketches = new Sketches();
        for (Article a : articles) {
            Anchors anchors = Anchors.of(a, names);
            if (anchors.weight() < ANCHORED) continue;
            all.add(anchors);
            sketches.add(anchors.marks());
        }
        sketches.meet((i, j) -> pair(all.get(i), all.get(j), out));
    }

    private static void pair(Anchors a, Anchors b, Map<String, Copy> out) {
        String key = a.page() + "\u001f" + b.page();
        if (a.language().equals(b.language()) || a.page().equals(b.page()) || out.containsKey(key)) return;
        boolean far = a.dated() && b.dated() && Math.abs(a.day() - b.day()) > DAYS;
        if (far || !a.mayShare(b, TRANSLATED)) return;
        double share = 2 * a.common(b) / (a.weight() + b.weight());
        if (share >= TRANSLATED) out.put(key, new Copy(a.page(), b.page(), share, Kind.TRANSLATION));
    }

    private static int common(int[] a, int[] b) {
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

    private static long[] runs(Article a) {
        List<Long> out = new ArrayList<>();
        for (Passage p : a.passages()) {
            if (p.role() == Passage.Role.CHROME || p.role() == Passage.Role.COMMENT || p.role() == Passage.Role.TEASER)
                continue;
            List<NameTable.Word> words = NameTable.words(p.span().of(a.text()));
            for (int i = 0; i + RUN <= words.size(); i++) {
                long h = 0;
                for (int k = 0; k < RUN; k++)
                    h = Sketches.mix(h * 31 + words.get(i + k).folded().hashCode());
                out.add(h);
            }
        }
        return out.stream().mapToLong(Long::longValue).sorted().distinct().toArray();
    }
}
