package org.sitrep.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.sitrep.relate.Crises;
import org.sitrep.relate.Profile;

/** Going through buckets by day links what {@link Crises} links that holds all pages at once. */
class BucketTest {
    private static Profile page(SplittableRandom random, int i) {
        LocalDate from = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(1_500));
        boolean dated = random.nextInt(8) > 0;
        Set<String> words = new TreeSet<>();
        for (int w = 0; w < 5; w++) words.add("w" + random.nextInt(300));
        return new Profile(
                "page-" + i,
                Map.of("S" + random.nextInt(40), 2),
                Set.of("P" + random.nextInt(150)),
                Set.of(),
                words,
                Set.of(),
                Set.of("killed"),
                dated ? from : LocalDate.MIN,
                dated ? from.plusDays(random.nextInt(3)) : LocalDate.MAX);
    }

    @RepeatedTest(20)
    void theSamePagesHangTogether(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        List<Profile> pages = new ArrayList<>();
        for (int i = 0; i < 900; i++) pages.add(page(random, i));
        pages.sort(Comparator.comparing(Profile::page));
        List<List<String>> expected = Crises.components(pages).stream()
                .map(c -> c.stream().map(i -> pages.get(i).page()).toList())
                .toList();
        assertThat(components(pages).equals(expected)).as("the same crises").isTrue();
        assertThat(expected).hasSizeBetween(20, 880);
    }

    private static List<List<String>> components(List<Profile> pages) {
        Map<Node, Integer> places = new HashMap<>();
        int[] root = new int[pages.size()];
        for (int i = 0; i < root.length; i++) places.put(Node.of(pages.get(i).page()), root[i] = i);
        Map<String, List<Profile>> buckets = new TreeMap<>();
        for (Profile p : pages)
            for (String key : Crises.keys(p))
                buckets.computeIfAbsent(key, k -> new ArrayList<>()).add(p);
        for (List<Profile> all : buckets.values()) {
            all.sort(Comparator.comparing(Profile::from));
            Bucket bucket = new Bucket(0);
            int[] edges = {0};
            for (Profile p : all) bucket.add(p.from().toEpochDay(), p, e -> join(root, places, e, edges));
            bucket.close(e -> join(root, places, e, edges));
            assertThat(edges[0]).isLessThan(all.size());
        }
        Map<Integer, List<String>> out = new TreeMap<>();
        for (int i = 0; i < root.length; i++)
            out.computeIfAbsent(top(root, i), k -> new ArrayList<>())
                    .add(pages.get(i).page());
        return List.copyOf(out.values());
    }

    private static void join(int[] root, Map<Node, Integer> places, Edge e, int[] edges) {
        edges[0]++;
        int a = top(root, places.get(e.at()));
        int b = top(root, places.get(e.other()));
        root[Math.max(a, b)] = Math.min(a, b);
    }

    private static int top(int[] root, int i) {
        return root[i] == i ? i : top(root, root[i]);
    }

    @Test
    void pagesOutOfOrderAreRefused() {
        Bucket bucket = new Bucket(0);
        Profile page = page(new SplittableRandom(1), 1);
        bucket.add(10, page, e -> {});
        assertThatThrownBy(() -> bucket.add(9, page, e -> {})).hasMessageContaining("batch mode");
    }
}
