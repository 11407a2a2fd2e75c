package org.sitrep.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Edtf;
import org.sitrep.model.Published;

/**
 * Entries of a live page: parts of the story that each carry a machine-readable moment of their own, whatever a reader sees in its
 * place ("14:10", "two hours ago").
 */
final class LiveEntries {
    /** Fewer moments are those of the page: published, updated. */
    private static final int ENTRIES = 3;
    /** Words from which on a block tells something. */
    private static final int TELLS = 6;

    private final MainText main;
    private final Tree tree;
    private final List<Tree.Time> times;
    /** By element, the distinct moments under it. */
    private final Map<Integer, Set<String>> under = new HashMap<>();
    /** By block, the number of its entry from 1; 0 outside all. */
    private final int[] entries;

    private final List<Published> days = new ArrayList<>();

    LiveEntries(MainText main, Tree tree) {
        this.main = main;
        this.tree = tree;
        this.entries = new int[tree.blocks().size()];
        Set<String> distinct = new HashSet<>();
        this.times = main.times().stream()
                .filter(t -> t.rank() != Tree.Time.UPDATED
                        && main.inside(t.owner())
                        && Stamps.day(t.value()).isPresent())
                .filter(t -> distinct.add(t.value()))
                .toList();
        if (times.size() < ENTRIES) return;
        for (Tree.Time t : times)
            for (int e = t.owner(); e >= 0 && main.inside(e); e = tree.parent(e))
                under.computeIfAbsent(e, k -> new HashSet<>()).add(t.value());
        within();
        if (!carries()) following();
        if (!carries()) {
            Arrays.fill(entries, 0);
            days.clear();
        }
    }

    /** Each moment holds for the largest element around it that holds no other. */
    private void within() {
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Tree.Time t : times) {
            int e = t.owner();
            if (moments(e) > 1) continue;
            while (tree.parent(e) >= 0 && moments(tree.parent(e)) == 1) e = tree.parent(e);
            numbers.put(e, add(t));
        }
        for (int b = 0; b < entries.length; b++)
            for (int e = tree.blocks().get(b).owner(); e >= 0 && entries[b] == 0; e = tree.parent(e))
                entries[b] = numbers.getOrDefault(e, 0);
    }

    /** Each moment holds up to the next. */
    private void following() {
        Arrays.fill(entries, 0);
        days.clear();
        for (int i = 0; i < times.size(); i++) {
            int number = add(times.get(i));
            int end = i + 1 < times.size() ? times.get(i + 1).block() : entries.length;
            for (int b = times.get(i).block(); b < end; b++)
                if (main.inside(tree.blocks().get(b).owner())) entries[b] = number;
        }
    }

    private int add(Tree.Time t) {
        LocalDate day = Stamps.day(t.value()).orElseThrow();
        days.add(
                new Published(Edtf.of(day), Published.From.META, "the entry's own time element \"" + t.value() + "\""));
        return days.size();
    }

    private int moments(int e) {
        return under.getOrDefault(e, Set.of()).size();
    }

    /** Whether several entries tell something, and together most of what the story tells. */
    private boolean carries() {
        Set<Integer> telling = new HashSet<>();
        int in = 0;
        int all = 0;
        for (int b = 0; b < entries.length; b++) {
            Tree.Block block = tree.blocks().get(b);
            if (!main.inside(block.owner()) || block.words() < TELLS || block.mostlyLinks()) continue;
            all += block.words();
            if (entries[b] == 0) continue;
            in += block.words();
            telling.add(entries[b]);
        }
        return telling.size() >= ENTRIES && in * 2 > all;
    }

    /** The number of the entry that block {@code b} belongs to; 0 for none. */
    int of(int b) {
        return entries[b];
    }

    /** When entry {@code number} was published. */
    Optional<Published> published(int number) {
        return number == 0 ? Optional.empty() : Optional.of(days.get(number - 1));
    }
}
