package org.sitrep.read;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published;

/**
 * Infers when an undated page was published from the days it names: only where weekdays, "last Thursday" or the day of the
 * page's own event agree, and always with the reason in words. Nothing that agrees, no date.
 */
final class Inference {
    private static final int SHARED = 4;
    private static final int OPENING = 15;
    private static final int SENTENCE = 25;
    private static final int EARLIEST = 1980;
    /** Days looked at: more tell of a list, not of a story. */
    private static final int MOST = 100;

    private final Scan scan;
    private final Words words;
    private final Days days;
    private final String language;
    private final List<Layout.Piece> pieces;
    private final List<Layout.Piece> story = new ArrayList<>();
    private final List<Day> told = new ArrayList<>();
    private final List<Day> everywhere = new ArrayList<>();
    private final Set<Integer> years = new HashSet<>();
    private final OptionalInt toldYear;
    private int latestYear;

    Inference(Scan scan, Days days, String language, List<Layout.Piece> pieces, Optional<Edtf> given) {
        this.scan = scan;
        this.words = scan.words();
        this.days = days;
        this.language = language;
        this.pieces = pieces;
        collect();
        this.toldYear = given.isPresent() && given.get().text().length() == 4
                ? OptionalInt.of(Integer.parseInt(given.get().text()))
                : OptionalInt.empty();
        given.flatMap(Edtf::first).ifPresent(d -> years.add(d.getYear()));
        given.flatMap(Edtf::first).ifPresent(d -> latestYear = Math.max(latestYear, d.getYear()));
    }

    private void collect() {
        for (Layout.Piece p : pieces) {
            boolean main = p.role() == Role.BODY || p.role() == Role.QUOTED;
            if (main) story.add(p);
            for (Day d : days.in(p.from(), p.to(), language)) {
                if (p.role() != Role.COMMENT && everywhere.size() < MOST) everywhere.add(d);
                if (main && told.size() < MOST) told.add(d);
                d.date().filter(x -> d.agrees()).ifPresent(x -> years.add(x.getYear()));
            }
            if (main)
                for (int i = p.from(); i < p.to(); i++)
                    if (words.year(i)) latestYear = Math.max(latestYear, words.number(i));
        }
    }

    /** The year of a day that names none, as far as the page supports one. */
    Optional<LocalDate> resolve(Day day) {
        if (day.date().isPresent()) return day.date();
        List<Integer> known =
                new ArrayList<>(years.stream().filter(y -> y >= EARLIEST).toList());
        if (day.weekday().isPresent()) {
            if (known.isEmpty() && latestYear > 0) known.add(latestYear);
            return known.stream()
                    .sorted((a, b) -> b - a)
                    .map(day::nearYear)
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (known.size() != 1) return Optional.empty();
        Optional<DayOfWeek> lead = leadWeekday();
        Optional<LocalDate> found = day.in(known.getFirst());
        return lead.isEmpty() || found.isEmpty() || found.get().getDayOfWeek() == lead.get() ? found : Optional.empty();
    }

    /** The day that the story supports best. */
    Optional<Published> infer() {
        return weekdayNamed().or(this::lastWeekday).or(this::lastWeek).or(this::ownEvent);
    }

    /** "Saturday 15 January" in the story, its year known from the page: the latest that is not announced. */
    private Optional<Published> weekdayNamed() {
        Optional<Day> best = Optional.empty();
        for (Day d : told) {
            if (d.weekday().isEmpty() || !d.agrees() || ahead(d) || resolve(d).isEmpty()) continue;
            if (best.isEmpty() || resolve(d).get().isAfter(resolve(best.get()).get())) best = Optional.of(d);
        }
        if (best.isEmpty() || later(resolve(best.get()).get())) return Optional.empty();
        return best.map(d -> inferred(
                resolve(d).get(), "the story tells of \"" + quote(d) + "\", and the weekday agrees with that year"));
    }

    /** Whether the story names a later full day as past: then the page is not of the earlier one. */
    private boolean later(LocalDate date) {
        for (Day d : told) if (d.date().isPresent() && d.date().get().isAfter(date) && !ahead(d)) return true;
        return latestYear > date.getYear() + 1;
    }

    /** The story's news day is a weekday, "last" that weekday is a day dated elsewhere on the page: a week lies between. */
    private Optional<Published> lastWeekday() {
        Optional<DayOfWeek> lead = leadWeekday();
        if (lead.isEmpty()) return Optional.empty();
        for (Layout.Piece p : story)
            for (int i = p.from(); i < p.to(); i++) {
                Optional<DayOfWeek> past = lastMarked(i, p);
                if (past.isEmpty()) continue;
                for (Day d : everywhere) {
                    if (d.date().isEmpty()
                            || d.date().get().getDayOfWeek() != past.get()
                            || shared(sentence(p, i), around(d)) < SHARED - 1) continue;
                    LocalDate date = d.date().get().with(TemporalAdjusters.next(lead.get()));
                    return Optional.of(inferred(
                            date,
                            "\"" + scan.span(i, i + 1).of(scan.text()) + "\" of last week is "
                                    + d.date().get() + " (\"" + quote(d) + "\"), and the story's own day is the "
                                    + name(lead.get()) + " after it"));
                }
            }
        return Optional.empty();
    }

    /** The story's news day is a weekday, and it speaks of last week and of a day: the weekday of the week after that day. */
    private Optional<Published> lastWeek() {
        Optional<DayOfWeek> lead = leadWeekday();
        boolean spoken = story.stream()
                .anyMatch(p -> scan.first(p.from(), p.to(), "last_week").isPresent());
        Optional<Day> latest = latest();
        if (lead.isEmpty() || !spoken || latest.isEmpty() || inOpening(latest.get())) return Optional.empty();
        LocalDate before = located(latest.get()).orElseThrow();
        LocalDate monday = before.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        LocalDate date = monday.with(TemporalAdjusters.nextOrSame(lead.get()));
        return Optional.of(inferred(
                date,
                "\"" + quote(latest.get()) + "\" lies in what the story calls last week, and its own day is the "
                        + name(lead.get()) + " of the week after"));
    }

    private boolean inOpening(Day day) {
        Layout.Piece p = opening();
        return p.from() <= day.from() && day.to() <= p.to();
    }

    /** The latest day of the story that is not announced, its year known. */
    private Optional<Day> latest() {
        Optional<Day> best = Optional.empty();
        for (Day d : told) {
            Optional<LocalDate> date = d.agrees() && !ahead(d) ? located(d) : Optional.empty();
            if (date.isPresent()
                    && (best.isEmpty() || date.get().isAfter(located(best.get()).orElseThrow()))) best = Optional.of(d);
        }
        return best;
    }

    /** A full day, or a day of the year that the crisis's other pages told. */
    private Optional<LocalDate> located(Day d) {
        return d.date().isPresent() ? d.date() : toldYear.isPresent() ? d.in(toldYear.getAsInt()) : Optional.empty();
    }

    /** Whether a day without a year is told as past in two paragraphs: the story's news, not an aside or an announcement. */
    private boolean repeated(Day day) {
        long paragraphs = story.stream()
                .filter(p -> told.stream()
                        .anyMatch(d -> p.from() <= d.from()
                                && d.to() <= p.to()
                                && d.month() == day.month()
                                && d.day() == day.day()))
                .count();
        return paragraphs > 1;
    }

    /** The weekday at word {@code i}, where "last" stands beside it. */
    private Optional<DayOfWeek> lastMarked(int i, Layout.Piece p) {
        Optional<DayOfWeek> day = weekday(i, p.to());
        if (day.isEmpty()) return day;
        boolean before = i > p.from() && scan.at(i - 1, i, "last").isPresent()
                || i > p.from() + 1
                        && scan.at(i - 2, i, "last").map(Phrases.Hit::to).orElse(0) == i;
        boolean after = i + 1 < p.to() && scan.at(i + 1, p.to(), "last").isPresent();
        return before || after ? day : Optional.empty();
    }

    /** The latest full day of the story, where its sentence tells what the story opens with, or the opening names its weekday. */
    private Optional<Published> ownEvent() {
        Optional<Day> best = latest();
        if (best.isEmpty()) return Optional.empty();
        LocalDate date = located(best.get()).orElseThrow();
        if (latestYear > date.getYear()) return Optional.empty();
        if (leadWeekday().isPresent()) {
            if (leadWeekday().get() != date.getDayOfWeek()) return Optional.empty();
            return Optional.of(inferred(
                    date,
                    "the latest day the story names is \"" + quote(best.get()) + "\", a "
                            + name(leadWeekday().get()) + " as in its opening"));
        }
        boolean alone = best.get().year().isEmpty() && inOpening(best.get());
        boolean own = !alone && shared(lead(), around(best.get())) >= SHARED
                || best.get().year().isEmpty() && repeated(best.get());
        return own
                ? Optional.of(inferred(
                        date,
                        "the latest day the story names, \"" + quote(best.get())
                                + "\", is that of the event it opens with"))
                : Optional.empty();
    }

    /** A weekday of the first two paragraphs that stands for the story's own day. */
    Optional<DayOfWeek> leadWeekday() {
        if (story.isEmpty()) return Optional.empty();
        int start = story.indexOf(opening());
        for (Layout.Piece p : story.subList(start, Math.min(story.size(), start + 2)))
            for (int i = p.from(); i < p.to() && i < p.from() + 60; i++) {
                Optional<DayOfWeek> day = weekday(i, p.to());
                if (day.isPresent() && lastMarked(i, p).isEmpty() && !ahead(i)) return day;
            }
        return Optional.empty();
    }

    /** The weekday named at word {@code i} in the page's language. */
    Optional<DayOfWeek> weekday(int i, int limit) {
        for (Phrases.Hit h : scan.at(i))
            if (h.to() <= limit
                    && h.sense().kind().equals("weekdays")
                    && h.sense().language().equals(language)
                    && words.end(h.to() - 1) - words.start(i) > 3)
                return Optional.of(DayOfWeek.of(Integer.parseInt(h.sense().value())));
        return Optional.empty();
    }

    private boolean ahead(Day day) {
        return ahead(day.from());
    }

    /** Whether one of the three words before, or a verb before it in its sentence, says that the day is still to come. */
    private boolean ahead(int word) {
        for (int i = Math.max(0, word - 3); i < word; i++)
            if (scan.at(i, word, "next").isPresent()) return true;
        for (int i = word - 1; i >= Math.max(0, word - SENTENCE) && !stop(i); i--)
            if (scan.at(i, word, "ahead").isPresent()) return true;
        return false;
    }

    /** The first paragraph of the story that is no heading. */
    private Layout.Piece opening() {
        return story.stream()
                .filter(p -> p.to() - p.from() >= OPENING && p.role() != Role.HEADLINE)
                .findFirst()
                .orElse(story.getFirst());
    }

    private Set<String> lead() {
        Layout.Piece p = opening();
        return content(p.from(), Math.min(p.to(), p.from() + 60));
    }

    /** Whether a sentence ends behind word {@code i}. */
    private boolean stop(int i) {
        String gap = words.gap(i);
        return gap.indexOf('\n') >= 0 || gap.startsWith(". ") || gap.startsWith("? ") || gap.startsWith("! ");
    }

    private Set<String> around(Day day) {
        for (Layout.Piece p : pieces)
            if (p.from() <= day.from() && day.to() <= p.to())
                return content(Math.max(p.from(), day.from() - 40), Math.min(p.to(), day.to() + 40));
        return Set.of();
    }

    private Set<String> sentence(Layout.Piece p, int word) {
        return content(Math.max(p.from(), word - 40), Math.min(p.to(), word + 40));
    }

    private Set<String> content(int from, int to) {
        Set<String> out = new HashSet<>();
        for (int i = from; i < to; i++)
            if (words.end(i) - words.start(i) >= 5 && !words.digits(i)) out.add(words.form(i));
        return out;
    }

    private static int shared(Set<String> a, Set<String> b) {
        int out = 0;
        for (String w : a) if (b.contains(w)) out++;
        return out;
    }

    private String quote(Day d) {
        return d.span().of(scan.text());
    }

    private static String name(DayOfWeek day) {
        return day.name().charAt(0) + day.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    private static Published inferred(LocalDate date, String why) {
        return new Published(Edtf.of(date), Published.From.INFERRED, why);
    }
}
