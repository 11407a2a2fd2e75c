package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/** What was known on each day on which a page was published: the latest figure by each speaker on each matter. */
final class Days {
    private Days() {}

    /** One line for each day on which something became known, in order; figures without such a day are in none. */
    static List<Situation.Day> of(List<Counted> figures) {
        Map<LocalDate, List<Counted>> added = new TreeMap<>();
        for (Counted c : figures)
            c.known()
                    .ifPresent(d ->
                            added.computeIfAbsent(d, k -> new ArrayList<>()).add(c));
        Map<String, List<Counted>> latest = new TreeMap<>();
        List<Situation.Day> out = new ArrayList<>();
        added.forEach((day, news) -> {
            for (Counted c : news) if (standing(c.status())) keep(latest, c);
            List<Claim.Figure> all = latest.values().stream()
                    .flatMap(List::stream)
                    .map(Counted::figure)
                    .sorted(Crisis.ORDER)
                    .toList();
            out.add(new Situation.Day(day, all));
        });
        return out;
    }

    /** What is given as an earlier number, taken back or only expected is no latest figure. */
    private static boolean standing(Status status) {
        return status == Status.ASSERTED || status == Status.PLANNED;
    }

    /** On one day of publication only stated days tell which of a speaker's numbers is the newer. */
    private static int newer(Counted c, Counted old) {
        boolean comparable = c.stated() == old.stated() || !c.known().equals(old.known());
        return comparable ? c.day().orElse(LocalDate.MIN).compareTo(old.day().orElse(LocalDate.MIN)) : 0;
    }

    /** The matter without any bridge that later pages could build, so that a day stays what it was. */
    private static void keep(Map<String, List<Counted>> latest, Counted c) {
        String key = c.matter() + "|" + c.figure().scopeText().orElse("") + "|"
                + c.figure().counts() + "|" + c.figure().partOf().isPresent() + "|" + c.status() + "|" + c.voice();
        List<Counted> old = latest.getOrDefault(key, List.of());
        int order = old.isEmpty() ? 1 : newer(c, old.get(0));
        if (order > 0) latest.put(key, List.of(c));
        else if (order == 0)
            latest.put(
                    key,
                    java.util.stream.Stream.concat(old.stream(), java.util.stream.Stream.of(c))
                            .toList());
    }
}
