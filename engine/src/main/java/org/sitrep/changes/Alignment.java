package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sentences of two versions of a page side by side: those that stand in both in the same order, and what lies between them. */
final class Alignment {
    /** Share of the words of two sentences that makes the one an edit of the other (Dice's coefficient). */
    private static final double EDITED = 0.5;
    /** Sentences between two common ones beyond which no edits are sought: a page rewritten whole. */
    private static final int GAP = 200;

    /** Places of a sentence in the two versions; {@code same} where its words are. */
    record Matched(Optional<Integer> before, Optional<Integer> after, boolean same) {}

    private final List<String> before;
    private final List<String> after;
    private final List<Matched> out = new ArrayList<>();
    private final Set<String> moved;

    Alignment(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        this.moved = new HashSet<>(before);
        moved.retainAll(after);
    }

    List<Matched> matched() {
        int i = 0;
        int j = 0;
        for (int[] pair : common()) {
            gap(i, pair[0], j, pair[1]);
            out.add(new Matched(Optional.of(pair[0]), Optional.of(pair[1]), true));
            i = pair[0] + 1;
            j = pair[1] + 1;
        }
        gap(i, before.size(), j, after.size());
        return out;
    }

    /** The longest ascending row of sentences that stand once in each version (patience matching: Cohen's diff). */
    private List<int[]> common() {
        Map<String, Integer> places = once(after);
        Map<String, Integer> mine = once(before);
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Integer j = places.get(before.get(i));
            if (j != null && mine.containsKey(before.get(i))) pairs.add(new int[] {i, j});
        }
        return ascending(pairs);
    }

    private static Map<String, Integer> once(List<String> sentences) {
        Map<String, Integer> out = new HashMap<>();
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < sentences.size(); i++)
            if (out.put(sentences.get(i), i) != null) twice.add(sentences.get(i));
        out.keySet().removeAll(twice);
        return out;
    }

    private static List<int[]> ascending(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int k = 0; k < pairs.size(); k++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (pairs.get(tails[middle])[1] < pairs.get(k)[1]) low = middle + 1;
                else high = middle;
            }
            previous[k] = low == 0 ? -1 : tails[low - 1];
            tails[low] = k;
            length = Math.max(length, low + 1);
        }
        List<int[]> out = new ArrayList<>();
        for (int k = length == 0 ? -1 : tails[length - 1]; k >= 0; k = previous[k]) out.addFirst(pairs.get(k));
        return out;
    }

    /** Each removed sentence goes with the likest of the added ones. */
    private void gap(int i, int toI, int j, int toJ) {
        List<Integer> added = Stream.iterate(j, x -> x < toJ, x -> x + 1)
                .filter(x -> !moved.contains(after.get(x)))
                .collect(Collectors.toCollection(ArrayList::new));
        boolean small = toI - i <= GAP && toJ - j <= GAP;
        for (int x = i; x < toI; x++) {
            String was = before.get(x);
            if (moved.contains(was)) continue;
            Optional<Integer> edit = small ? likest(was, added) : Optional.empty();
            edit.ifPresent(added::remove);
            out.add(new Matched(Optional.of(x), edit, false));
        }
        for (int x : added) out.add(new Matched(Optional.empty(), Optional.of(x), false));
    }

    private Optional<Integer> likest(String was, List<Integer> added) {
        Optional<Integer> best = Optional.empty();
        double most = EDITED;
        for (int x : added) {
            double like = like(was, after.get(x));
            if (like < most || best.isPresent() && like == most) continue;
            most = like;
            best = Optional.of(x);
        }
        return best;
    }

    private static double like(String a, String b) {
        Set<String> x = units(a);
        Set<String> y = units(b);
        int all = x.size() + y.size();
        x.retainAll(y);
        return all == 0 ? 0 : 2.0 * x.size() / all;
    }

    /** Words; pairs of characters where a script has no spaces. */
    private static Set<String> units(String sentence) {
        Set<String> out = new HashSet<>();
        for (String word : sentence.split(" ")) {
            out.add(word);
            if (word.codePoints().anyMatch(Character::isIdeographic))
                for (int i = 0; i + 2 <= word.length(); i++) out.add(word.substring(i, i + 2));
        }
        return out;
    }
}
