package org.sitrep.relate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sitrep.language.Fold;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Published;
import org.sitrep.model.Status;
import org.sitrep.model.TimeExpression;

/**
 * Tells when a page was published that gives a weekday and no date, from the dated pages of its crisis: "the quake struck on Monday" is
 * of the Monday on which they say that it struck. Only an event that happens once, or a count given with it, tells its day; the weekday
 * must stand where the story begins; and a page that knows more than any other knew by then was written later. Where anything speaks
 * against it, the page stays undated.
 */
public final class SharedDays {
    /** The story's own weekday stands in one of its first sentences. */
    static final int OPENING = 4;
    /** Small counts are too common to tell that two pages speak of one event. */
    private static final long TELLING = 10;

    private static final int WEEK = 7;

    private final Packs packs;
    private final Set<String> once;
    private final Function<Article, List<TimeExpression>> times;

    /**
     * What the dated pages tell.
     *
     * @param days by what an event is known again, the days that it is given
     * @param most by day of publication and measure, the highest count
     * @param due by what is promised, the days due
     */
    private record Dated(
            Map<String, Set<LocalDate>> days, Map<LocalDate, Map<String, Long>> most, Map<String, Set<LocalDate>> due) {
        Dated() {
            this(new HashMap<>(), new HashMap<>(), new HashMap<>());
        }
    }

    /**
     * @param once ids of events that no crisis has twice
     * @param times every time expression of an article
     */
    public SharedDays(Packs packs, Set<String> once, Function<Article, List<TimeExpression>> times) {
        this.packs = packs;
        this.once = once;
        this.times = times;
    }

    /** The day of each page of a crisis that has none of its own and that the others tell, by page. */
    public Map<String, Published> of(List<Claim.Claims> crisis) {
        List<Weekdays> asking = asking(crisis, p -> !dated(p));
        if (asking.isEmpty()) return Map.of();
        Dated others = others(crisis);
        Map<String, Published> out = new HashMap<>();
        for (Weekdays p : asking)
            day(p, others).ifPresent(d -> out.put(p.page().article().page(), d));
        return out;
    }

    /**
     * The day that a weekday means on each page that was published, as it says itself, in some month or year: the one of its weekday
     * and of that month on which dated pages of its crisis say that the same event happened. The page's own day stays unknown; it may
     * be any later one.
     *
     * @return by page, for those of its weekdays that have one such day
     */
    public Map<String, Map<DayOfWeek, LocalDate>> weekdays(List<Claim.Claims> crisis) {
        List<Weekdays> asking =
                asking(crisis, p -> !dated(p) && p.article().published().isPresent());
        if (asking.isEmpty()) return Map.of();
        Dated others = others(crisis);
        Map<String, Map<DayOfWeek, LocalDate>> out = new HashMap<>();
        for (Weekdays p : asking) {
            Map<DayOfWeek, LocalDate> days = weekdays(p, others);
            if (!days.isEmpty()) out.put(p.page().article().page(), days);
        }
        return out;
    }

    private Map<DayOfWeek, LocalDate> weekdays(Weekdays p, Dated others) {
        Map<DayOfWeek, LocalDate> out = new EnumMap<>(DayOfWeek.class);
        Edtf own = p.page().article().published().orElseThrow().date();
        for (DayOfWeek weekday : DayOfWeek.values()) {
            List<Weekdays.Named> named =
                    p.named().stream().filter(n -> n.day() == weekday).toList();
            Set<LocalDate> days = new TreeSet<>();
            for (Weekdays.Named n : named) days.addAll(events(p.said().get(n.at()), weekday, others));
            days.removeIf(d -> !inside(d, own));
            // "Last Monday" beside "Monday": which of them the others tell is open.
            boolean one = named.stream()
                            .filter(n -> !n.clock())
                            .map(n -> Fold.form(n.words()))
                            .distinct()
                            .count()
                    <= 1;
            if (one && days.size() == 1) days.forEach(d -> out.put(weekday, d));
        }
        // A page that tells what came a week later may name that week's day.
        out.values().removeIf(d -> tellsLater(p.page(), d.plusDays(WEEK - 1)));
        return out;
    }

    private List<Weekdays> asking(List<Claim.Claims> crisis, Predicate<Claim.Claims> open) {
        return crisis.stream()
                .filter(open)
                .flatMap(p -> Weekdays.of(p, packs, times).stream())
                .toList();
    }

    private Dated others(List<Claim.Claims> crisis) {
        Dated others = new Dated();
        for (Claim.Claims p : crisis) if (dated(p)) learn(p, others);
        return others;
    }

    private static boolean dated(Claim.Claims p) {
        return p.article().published().flatMap(x -> x.date().day()).isPresent();
    }

    private void learn(Claim.Claims p, Dated others) {
        LocalDate known = p.article().published().flatMap(x -> x.date().day()).orElseThrow();
        for (Claim c : p.claims())
            if (c instanceof Claim.Commitment x)
                x.due()
                        .flatMap(Edtf::day)
                        .ifPresent(d -> others.due()
                                .computeIfAbsent(x.what(), k -> new TreeSet<>())
                                .add(d));
        for (Claim c : p.claims())
            if (c instanceof Claim.Figure f && counts(f))
                others.most().computeIfAbsent(known, k -> new HashMap<>()).merge(f.measure(), number(f), Math::max);
        for (Weekdays.Said s : Weekdays.sentences(p, packs))
            for (Claim c : s.claims())
                if (c instanceof Claim.Event e && happened(e))
                    e.date()
                            .flatMap(Edtf::day)
                            .ifPresent(d -> keys(e, s)
                                    .forEach(k -> others.days()
                                            .computeIfAbsent(k, x -> new TreeSet<>())
                                            .add(d)));
    }

    private static boolean happened(Claim.Event e) {
        return e.status() == Status.ASSERTED && !e.common().background();
    }

    private static boolean counts(Claim.Figure f) {
        return f.status() == Status.ASSERTED && !f.common().background() && number(f) >= TELLING;
    }

    private static long number(Claim.Figure f) {
        return f.amount().value().orElse(0);
    }

    /** By what an event is known again: that it happened, where it happens once; else also by a count in its sentence. */
    private List<String> keys(Claim.Event e, Weekdays.Said s) {
        List<String> out = new ArrayList<>();
        if (once.contains(e.type())) out.add(e.type());
        for (Claim c : s.claims())
            if (c instanceof Claim.Figure f && counts(f) && f.amount().value().orElse(0) % TELLING != 0)
                out.add(e.type() + "|" + f.measure() + "|" + f.amount().key());
        return out;
    }

    /** By the first weekday of the story that is not the day of a promise. */
    private Optional<Published> day(Weekdays p, Dated others) {
        for (Weekdays.Named own : p.named()) {
            if (own.at() >= OPENING) return Optional.empty();
            if (p.said().get(own.at()).claims().stream().anyMatch(c -> c instanceof Claim.Commitment)) continue;
            Optional<Published> day = day(p, own, others);
            LocalDate found = day.flatMap(d -> d.date().day()).orElse(LocalDate.MIN);
            // "As Tuesday's deadline nears" is told before that Tuesday.
            boolean promised = p.page().claims().stream()
                    .anyMatch(c -> c instanceof Claim.Commitment x
                            && others.due().getOrDefault(x.what(), Set.of()).contains(found));
            if (!promised) return day;
        }
        return Optional.empty();
    }

    private Optional<Published> day(Weekdays p, Weekdays.Named own, Dated others) {
        Map<LocalDate, Weekdays.Named> found = new TreeMap<>();
        for (Weekdays.Named n : p.named()) {
            Optional<LocalDate> event = event(p.said().get(n.at()), n.day(), others);
            if (event.isEmpty()) continue;
            boolean its = n.day() == own.day();
            // "Last Thursday" in a story of a Thursday may be that very day or the one before.
            if (its && !Fold.form(n.words()).equals(Fold.form(own.words()))) return Optional.empty();
            LocalDate day = its ? event.get() : event.get().with(TemporalAdjusters.next(own.day()));
            if (its && !knowsNoMore(p.page(), day, others)) return Optional.empty();
            found.putIfAbsent(day, n);
        }
        if (found.size() != 1) return Optional.empty();
        LocalDate day = found.keySet().iterator().next();
        String why = "other pages of the crisis date what it tells of \""
                + found.values().iterator().next().words() + "\", and its own day is \"" + own.words() + "\"";
        return fits(p.page(), day)
                ? Optional.of(new Published(Edtf.of(day), Published.From.INFERRED, why))
                : Optional.empty();
    }

    /** The one day, of that weekday, that dated pages give an event of the sentence. */
    private Optional<LocalDate> event(Weekdays.Said s, DayOfWeek weekday, Dated others) {
        Set<LocalDate> out = events(s, weekday, others);
        return out.size() == 1 ? Optional.of(out.iterator().next()) : Optional.empty();
    }

    private Set<LocalDate> events(Weekdays.Said s, DayOfWeek weekday, Dated others) {
        Set<LocalDate> out = new TreeSet<>();
        for (Claim c : s.claims())
            if (c instanceof Claim.Event e && happened(e) && e.date().isEmpty())
                for (String key : keys(e, s))
                    for (LocalDate d : others.days().getOrDefault(key, Set.of()))
                        if (d.getDayOfWeek() == weekday) out.add(d);
        return out;
    }

    /** "Monday's quake" is told all week: a page is of that Monday only where others knew as much by the next day. */
    private boolean knowsNoMore(Claim.Claims p, LocalDate day, Dated others) {
        boolean compared = false;
        for (Claim c : p.claims()) {
            if (!(c instanceof Claim.Figure f) || !counts(f)) continue;
            long known = others.most().entrySet().stream()
                    .filter(m -> !m.getKey().isAfter(day.plusDays(1)))
                    .mapToLong(m -> m.getValue().getOrDefault(f.measure(), 0L))
                    .max()
                    .orElse(0);
            if (known > 0 && number(f) > known) return false;
            compared |= known > 0;
        }
        return compared;
    }

    /** Whether the page's own vague date allows the day, and it tells of nothing later as past. */
    private static boolean fits(Claim.Claims p, LocalDate day) {
        Optional<Edtf> given = p.article().published().map(Published::date);
        return (given.isEmpty() || inside(day, given.get())) && !tellsLater(p, day);
    }

    private static boolean inside(LocalDate day, Edtf vague) {
        return !vague.first().filter(day::isBefore).isPresent()
                && !vague.last().filter(day::isAfter).isPresent();
    }

    /** Whether it tells of something after that day as past. */
    private static boolean tellsLater(Claim.Claims p, LocalDate day) {
        return p.claims().stream()
                .anyMatch(c -> c instanceof Claim.Event e
                        && happened(e)
                        && e.date().flatMap(Edtf::first).filter(day::isBefore).isPresent());
    }
}
