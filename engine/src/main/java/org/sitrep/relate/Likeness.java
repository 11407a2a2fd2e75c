package org.sitrep.relate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How alike two of some pages are, from 0 to 1: the cosine of the angle between their words, less where their numbers are others. Words
 * stand for themselves as numbers here, in ascending order on each page, so that comparing two pages is one walk along both.
 */
final class Likeness {
    /** So much less alike are two pages that tell many numbers and have none in common. */
    private static final double APART = 0.4;
    /** Two reports on one event round, drop and add numbers; more in common than this says no more. */
    private static final double COMMON = 0.2;
    /** A page of fewer numbers may have left out those that would tell. */
    private static final int TELLING = 4;

    private final Map<String, Integer> ids = new HashMap<>();
    private final int[][] words;
    private final double[][] weights;
    private final int[][] numbers;

    /** Of pages that are named by their places in the list. */
    Likeness(List<Gist> gists) {
        words = new int[gists.size()][];
        weights = new double[gists.size()][];
        numbers = new int[gists.size()][];
        for (int i = 0; i < gists.size(); i++) add(i, gists.get(i));
    }

    private void add(int page, Gist gist) {
        Map<Integer, Double> byId = new HashMap<>();
        gist.weights().forEach((word, weight) -> byId.put(id(word), weight));
        words[page] =
                byId.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        weights[page] = Arrays.stream(words[page])
                .mapToDouble(id -> byId.getOrDefault(id, 0.0))
                .toArray();
        numbers[page] = gist.numbers().stream().mapToInt(this::id).sorted().toArray();
    }

    private int id(String word) {
        return ids.computeIfAbsent(word, w -> ids.size());
    }

    /** Of two pages. */
    double of(int i, int j) {
        return words(i, j) * (1 - APART * strange(numbers[i], numbers[j]));
    }

    private double words(int i, int j) {
        int[] a = words[i];
        int[] b = words[j];
        double sum = 0;
        for (int x = 0, y = 0; x < a.length && y < b.length; ) {
            if (a[x] == b[y]) sum += weights[i][x++] * weights[j][y++];
            else if (a[x] < b[y]) x++;
            else y++;
        }
        return sum;
    }

    /**
     * From 0, nothing is known against it, to 1, both tell many numbers and none in common. Two quakes of one island, two elections of one
     * country share their words: how strong, how many, on which day and in which year is what they differ in.
     */
    private static double strange(int[] a, int[] b) {
        if (a.length == 0 || b.length == 0) return 0;
        double common = shared(a, b) / Math.sqrt((double) a.length * b.length);
        double known = Math.min(1, Math.min(a.length, b.length) / (double) TELLING);
        return known * (1 - Math.min(1, common / COMMON));
    }

    private static int shared(int[] a, int[] b) {
        int shared = 0;
        for (int x = 0, y = 0; x < a.length && y < b.length; ) {
            if (a[x] == b[y]) {
                shared++;
                x++;
                y++;
            } else if (a[x] < b[y]) x++;
            else y++;
        }
        return shared;
    }
}
