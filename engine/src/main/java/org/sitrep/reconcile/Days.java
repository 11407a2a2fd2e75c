package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

/**
 * What was known on each day on which a page was published: the latest figure by each speaker on each matter. A page of which only the
 * latest day is known that it can be of counts from the first such day on or after it. A silence of a week is filled day by day, so that a
 * reader finds the day asked for; a longer one is left out.
 */
final class Days {
    /** The longest silence that is filled, in days. */
    private static final int SILENCE = 7;

    private final List<Counted> known = new ArrayList<>();
    private final List<Situation.Day> out = new ArrayList<>();

    private Days() {}

    /**
     * One line for each day, in order; figures that became known on no day that is told are in none.
     *
     * @param knownBy the day by which a claim was known at the latest
     */
    static List<Situation.Day> of(List<Counted> figures, Function<Claim, Optional<LocalDate>> knownBy) {
        TreeMap<LocalDate, List<Counted>> added = new TreeMap<>();
        for (Counted c : figures) c.known().ifPresent(d -> added.put(d, new ArrayList<>()));
        for (Counted c : figures)
            knownBy.apply(c.figure())
                    .map(added::ceilingEntry)
                    .ifPresent(day -> day.getValue().add(c));
        Days days = new Days();
        added.forEach(days::add);
        return days.out;
    }

    private void add(LocalDate day, List<Counted> news) {
        if (!out.isEmpty()) fill(out.getLast(), day);
        known.addAll(news);
        out.add(new Situation.Day(day, latest()));
    }

    private void fill(Situation.Day last, LocalDate next) {
        if (last.asOf().plusDays(SILENCE).isBefore(next)) return;
        for (LocalDate d = last.asOf().plusDays(1); d.isBefore(next); d = d.plusDays(1))
            out.add(new Situation.Day(d, last.figures()));
    }

    /** The matters are those of the pages known so far, so that a day stays what it was. */
    private List<Claim.Figure> latest() {
        Map<String, List<Counted>> latest = new TreeMap<>();
        int number = 0;
        for (List<Counted> matter : Matters.sort(known)) {
            String key = Integer.toString(number++);
            for (Counted c : matter) if (standing(c.status())) keep(latest, key, c);
        }
        return latest.values().stream()
                .flatMap(List::stream)
                .map(Counted::figure)
                .sorted(Crisis.ORDER)
                .toList();
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

    private static void keep(Map<String, List<Counted>> latest, String matter, Counted c) {
        Claim.Figure f = c.figure();
        // "Several hundred" is no newer word on 2,500.
        boolean vague = c.amount().qualifier().vague();
        String key = String.join(
                "|",
                matter,
                f.scopeText().orElse(""),
                f.counts().code(),
                Boolean.toString(f.partOf().isPresent()),
                c.status().code(),
                Boolean.toString(vague),
                // Where nothing tells the day of one of a speaker's numbers, nothing tells which is the newer.
                Boolean.toString(c.known().isPresent() || c.day().isPresent()),
                c.voice());
        List<Counted> old = latest.getOrDefault(key, List.of());
        int order = old.isEmpty() ? 1 : newer(c, old.get(0));
        if (order > 0) latest.put(key, List.of(c));
        else if (order == 0)
            latest.put(key, Stream.concat(old.stream(), Stream.of(c)).toList());
    }
}
