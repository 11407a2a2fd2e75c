package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/**
 * One point of a history while it is compared: one amount for one day by one speaker, and every figure that states it.
 *
 * @param figures in order of their pages
 */
record Rung(List<Counted> figures, boolean withdrawn) {
    /** Characters between two numbers of a list: a comma and a word for "and". */
    private static final int LISTED = 6;

    /** By day, the undated last, then by the lowest number meant, then by speaker and page. */
    static final Comparator<Rung> ORDER = Comparator.comparing(
                    (Rung r) -> r.day().orElse(LocalDate.MAX))
            .thenComparing(r -> r.status() == Status.SUPERSEDED ? 0 : 1)
            .thenComparing(r -> r.interval().map(Interval::low).orElse(0L))
            .thenComparing(r -> r.amount().qualifier())
            .thenComparing(r -> r.first().voice())
            .thenComparing(r -> r.first().figure().id());

    /** The rungs of one matter, in order. */
    static List<Rung> of(List<Counted> matter) {
        Map<String, List<Counted>> groups = new TreeMap<>();
        for (Counted c : matter)
            groups.computeIfAbsent(key(c), k -> new ArrayList<>()).add(c);
        Set<String> denied = new TreeSet<>();
        for (Counted c : matter)
            if (takesBack(c.status())) denied.add(c.amount().key());
        List<Rung> out = new ArrayList<>();
        for (List<Counted> g : groups.values()) {
            g.sort(Comparator.comparing(Counted::page)
                    .thenComparing(c -> c.figure().evidence().span())
                    .thenComparing(c -> c.figure().id()));
            Counted c = g.get(0);
            out.add(new Rung(List.copyOf(g), denied.contains(c.amount().key()) && !takesBack(c.status())));
        }
        out.sort(ORDER);
        return out;
    }

    private static String key(Counted c) {
        Claim.Figure f = c.figure();
        return String.join(
                "|",
                c.amount().key(),
                c.amount().qualifier().code(),
                c.day().map(LocalDate::toString).orElse(""),
                c.speaker().named() ? c.voice() : "",
                f.status().code(),
                f.counts().code(),
                Boolean.toString(f.increment()),
                f.scopeText().orElse(""),
                f.contributor().orElse(""),
                f.period().map(Edtf::text).orElse(""),
                f.measure());
    }

    static boolean takesBack(Status status) {
        return status == Status.DENIED || status == Status.RETRACTED;
    }

    Counted first() {
        return figures.get(0);
    }

    Amount amount() {
        return first().amount();
    }

    Optional<Interval> interval() {
        return Interval.of(amount());
    }

    Optional<LocalDate> day() {
        return first().day();
    }

    Status status() {
        return first().status();
    }

    Actor speaker() {
        return first().speaker();
    }

    boolean increment() {
        return Matters.increment(first().figure());
    }

    /** Whether one page states both. */
    boolean sharesPage(Rung other) {
        int i = 0;
        int j = 0;
        while (i < figures.size() && j < other.figures.size()) {
            int order = figures.get(i).page().compareTo(other.figures.get(j).page());
            if (order == 0) return true;
            if (order < 0) i++;
            else j++;
        }
        return false;
    }

    /** Whether one voice gives both on one page: a speaker, or the page itself, whoever else says either number. */
    boolean oneText(Rung other) {
        boolean pages = !speaker().named() && !other.speaker().named();
        return (pages || first().voice().equals(other.first().voice())) && sharesPage(other);
    }

    /** Whether one voice gives both in one paragraph. */
    boolean oneBreath(Rung other) {
        int from = 0;
        for (Counted c : figures) {
            // Both are in order of their pages.
            while (from < other.figures.size() && other.figures.get(from).page().compareTo(c.page()) < 0) from++;
            for (int i = from;
                    i < other.figures.size() && other.figures.get(i).page().equals(c.page());
                    i++) if (c.oneBreath(other.figures.get(i))) return true;
        }
        return false;
    }

    /** Whether a page lists both one behind the other: "2,500 of ours, tens of thousands of theirs and 16,000 builders". */
    boolean listedWith(Rung other) {
        for (Counted c : figures)
            for (Counted d : other.figures) {
                if (!c.page().equals(d.page()) || c.paragraph() != d.paragraph()) continue;
                int gap = Math.max(
                        c.figure().evidence().span().start()
                                - d.figure().evidence().span().end(),
                        d.figure().evidence().span().start()
                                - c.figure().evidence().span().end());
                if (gap >= 0 && gap <= LISTED) return true;
            }
        return false;
    }

    /** Whether a page says that these people are among those. */
    boolean partOf(Rung other) {
        Set<String> wholes = new HashSet<>();
        for (Counted c : figures) c.figure().partOf().ifPresent(wholes::add);
        if (wholes.isEmpty()) return false;
        for (Counted d : other.figures) if (wholes.contains(d.figure().id())) return true;
        return false;
    }

    /** The first day on which a page said so. */
    Optional<LocalDate> known() {
        return figures.stream().map(Counted::known).flatMap(Optional::stream).min(Comparator.naturalOrder());
    }

    Situation.Point point() {
        Optional<Edtf> asOf = first().figure().asOf();
        Optional<String> speaker =
                first().speaker().named() ? Optional.of(first().speaker().label()) : Optional.empty();
        return new Situation.Point(
                amount(),
                asOf,
                speaker,
                status(),
                withdrawn,
                figures.stream().map(Counted::figure).toList());
    }
}
