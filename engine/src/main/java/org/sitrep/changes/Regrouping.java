package org.sitrep.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Code;

/**
 * Groups of pages, stories or crises, that became one or came apart between two states. Groups are derived from the pages known at each
 * state and from nothing else, so that what happened between any two states can be told at any later time.
 *
 * @param what what happened
 * @param before ids of the groups that were, ascending; each had pages that are still there
 * @param after ids of the groups that are, ascending
 * @param because the pages of {@code after} that were in no group before, ascending; empty where other versions of pages did it
 */
public record Regrouping(What what, List<String> before, List<String> after, List<String> because) {
    public Regrouping {
        before = List.copyOf(before);
        after = List.copyOf(after);
        because = List.copyOf(because);
    }

    /** What happened to groups. */
    public enum What implements Code {
        /** Several became one. */
        MERGED,
        /** One came apart. */
        SPLIT,
        /** Pages went from one group to another that also was there, or several groups became several others. */
        REGROUPED
    }

    /**
     * What happened, by the smallest id before. Groups that only grew, lost pages or took another id are not in it: an id is the smallest
     * key of a group's pages.
     *
     * @param before by page key the id of its group
     * @param after the same, later
     */
    public static List<Regrouping> between(Map<String, String> before, Map<String, String> after) {
        Map<String, Set<String>> to = new TreeMap<>();
        Map<String, Set<String>> from = new TreeMap<>();
        before.forEach((page, was) -> Optional.ofNullable(after.get(page)).ifPresent(is -> {
            to.computeIfAbsent(was, k -> new TreeSet<>()).add(is);
            from.computeIfAbsent(is, k -> new TreeSet<>()).add(was);
        }));
        List<Regrouping> out = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        for (String id : to.keySet()) {
            Set<String> olds = new TreeSet<>();
            Set<String> news = new TreeSet<>();
            tied(id, to, from, olds, news);
            if (!done.addAll(olds) || olds.size() == 1 && news.size() == 1) continue;
            What what = news.size() == 1 ? What.MERGED : olds.size() == 1 ? What.SPLIT : What.REGROUPED;
            out.add(new Regrouping(what, List.copyOf(olds), List.copyOf(news), fresh(before, after, news)));
        }
        return out;
    }

    /** All groups that share pages with a group, directly or through others. */
    private static void tied(
            String old,
            Map<String, Set<String>> to,
            Map<String, Set<String>> from,
            Set<String> olds,
            Set<String> news) {
        List<String> open = new ArrayList<>(List.of(old));
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (!olds.add(at)) continue;
            for (String is : to.getOrDefault(at, Set.of()))
                if (news.add(is)) open.addAll(from.getOrDefault(is, Set.of()));
        }
    }

    private static List<String> fresh(Map<String, String> before, Map<String, String> after, Set<String> groups) {
        return after.entrySet().stream()
                .filter(e -> groups.contains(e.getValue()) && !before.containsKey(e.getKey()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
