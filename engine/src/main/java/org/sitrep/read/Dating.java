package org.sitrep.read;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Passage.Role;
import org.sitrep.model.Published;

/** Dates a flattened page and its passages: given, address, datelines in the text, else {@link Inference}; else unknown. */
final class Dating {
    private static final int OPENING = 12;
    private static final int NEAR = 60;
    private static final int FAR = 150;
    private final Scan scan;
    private final Words words;
    private final Days days;
    private final String language;
    private final List<Layout.Piece> pieces;
    private final Inference inference;
    private final Optional<Published> page;
    private final Optional<LocalDate> day;
    private final int[] paragraphsBefore;
    private final Optional<Edtf> updated;

    Dating(Scan scan, Days days, String language, List<Layout.Piece> pieces, Page page) {
        this.scan = scan;
        this.words = scan.words();
        this.days = days;
        this.language = language;
        this.pieces = pieces;
        this.paragraphsBefore = new int[pieces.size() + 1];
        for (int i = 0; i < pieces.size(); i++) {
            Layout.Piece p = pieces.get(i);
            paragraphsBefore[i + 1] =
                    paragraphsBefore[i] + (p.role() == Role.BODY && p.to() - p.from() >= OPENING ? 1 : 0);
        }
        this.inference = new Inference(scan, days, language, pieces, page.published());
        Optional<Stamp> stamp = stamped("updated");
        this.updated = stamp.map(s -> Edtf.of(s.date()));
        this.page = published(page);
        this.day = this.page.flatMap(p -> p.date().day());
    }

    private record Stamp(LocalDate date, String quote) {}

    /** When the page was published. */
    Optional<Published> page() {
        return page;
    }

    /** When it says it was last updated. */
    Optional<Edtf> updated() {
        return updated;
    }

    private Optional<Published> published(Page page) {
        Optional<Edtf> given = page.published();
        if (given.isPresent() && given.get().day().isPresent())
            return given.map(d -> new Published(d, Published.From.GIVEN, "given with the page"));
        Optional<Published> found = page.address()
                .flatMap(Addresses::day)
                .map(d -> new Published(Edtf.of(d), Published.From.URL, "the address holds this day"))
                .or(() -> stamped("published").map(s -> text(s, "stamped as published: ")))
                .or(() -> dateline())
                .or(() -> opening())
                .or(inference::infer)
                .or(() -> stamped("updated").map(s -> text(s, "no other date than that of an update: ")));
        if (given.isEmpty()) return found;
        Optional<Published> refined = found.filter(p -> inside(p.date(), given.get()))
                .map(p -> new Published(
                        p.date(), p.from(), "given as " + given.get().text() + "; " + p.why()));
        return refined.or(() -> given.map(d -> new Published(d, Published.From.GIVEN, "given with the page")));
    }

    private static boolean inside(Edtf day, Edtf span) {
        Optional<LocalDate> d = day.day();
        return d.isPresent()
                && !d.get().isBefore(span.first().orElse(LocalDate.MIN))
                && !d.get().isAfter(span.last().orElse(LocalDate.MAX));
    }

    private static Published text(Stamp s, String how) {
        return new Published(Edtf.of(s.date()), Published.From.TEXT, how + "\"" + s.quote() + "\"");
    }

    /** A day beside a word such as "Published"; only in short lines around the story. */
    private Optional<Stamp> stamped(String kind) {
        for (Layout.Piece p : pieces) {
            if (p.dateline().isEmpty()) continue;
            for (Phrases.Hit h : scan.hits(p.from(), p.to())) {
                if (!h.sense().kind().equals(kind)) continue;
                Optional<Day> day = days.in(h.to(), Math.min(p.to(), h.to() + 8), language).stream()
                        .findFirst()
                        .or(p::dateline);
                Optional<LocalDate> date = day.flatMap(inference::resolve);
                if (date.isPresent()) return date.map(d -> new Stamp(d, p.span().of(scan.text())));
            }
        }
        return Optional.empty();
    }

    /** The line that is little else than a full date and stands nearest to the headline. */
    private Optional<Published> dateline() {
        int head = head();
        int best = -1;
        for (int i = 0; i < pieces.size(); i++) {
            Layout.Piece p = pieces.get(i);
            if (p.dateline().isEmpty()
                    || changed(p)
                    || p.dateline().flatMap(inference::resolve).isEmpty()) continue;
            if (best < 0 || distance(i, head) < distance(best, head)) best = i;
        }
        if (best < 0 || distance(best, head) > FAR) return Optional.empty();
        Layout.Piece p = pieces.get(best);
        return p.dateline()
                .flatMap(inference::resolve)
                .map(d -> text(new Stamp(d, p.span().of(scan.text())), "dateline: "));
    }

    /** Whether the line's first day is that of an update. */
    private boolean changed(Layout.Piece p) {
        Optional<Phrases.Hit> hit = scan.first(p.from(), p.to(), "updated");
        return hit.isPresent() && hit.get().from() < p.dateline().orElseThrow().to();
    }

    /** Index of the headline, else of the first paragraph. */
    private int head() {
        int first = -1;
        for (int i = 0; i < pieces.size(); i++) {
            if (pieces.get(i).role() == Role.HEADLINE) return i;
            if (first < 0 && pieces.get(i).role() == Role.BODY) first = i;
        }
        return Math.max(first, 0);
    }

    /** Datelines stand under the headline, or over it, or behind the story; a dateline inside the story is an entry's. */
    private int distance(int i, int head) {
        int paragraphs = Math.abs(paragraphsBefore[i] - paragraphsBefore[head]);
        int between = Math.abs(i - head) - paragraphs;
        return i >= head ? paragraphs * 3 + between : paragraphs * 100 + between * 3;
    }

    /** "MOSCOW, Jan 6 (TASS)" or "LONDRES, 13 janvier -" at the start of the story. */
    private Optional<Published> opening() {
        for (Layout.Piece p : pieces) {
            if (p.role() != Role.BODY && p.role() != Role.QUOTED) continue;
            for (Day d : days.in(p.from(), Math.min(p.to(), p.from() + OPENING), language)) {
                if (d.from() - p.from() > 6 || !places(p.from(), d.from()) || !set(d)) continue;
                return inference
                        .resolve(d)
                        .map(x -> text(new Stamp(x, scan.span(p.from(), d.to()).of(scan.text())), "dateline: "));
            }
            return Optional.empty();
        }
        return Optional.empty();
    }

    private boolean places(int from, int to) {
        for (int i = from; i < to; i++) if (!words.capital(i) && words.end(i) - words.start(i) > 3) return false;
        return true;
    }

    /** Whether the day is set off from the sentence behind it. */
    private boolean set(Day d) {
        String after = words.gap(d.to() - 1).strip();
        boolean mark = !after.isEmpty() && ":-–—([.".indexOf(after.charAt(0)) >= 0;
        return mark || scan.at(d.to(), words.size(), "agencies").isPresent();
    }

    /** A passage's own day: that of a teaser, of a dated entry; empty where it has the page's. */
    Optional<Published> passage(Role role, int from, int to, Optional<Day> entry) {
        if (entry.isPresent())
            return entry.flatMap(this::near)
                    .map(d -> new Published(
                            Edtf.of(d),
                            Published.From.TEXT,
                            "the entry's own dateline \"" + entry.get().span().of(scan.text()) + "\""));
        if (role != Role.TEASER) return Optional.empty();
        Optional<Published> own = Optional.empty();
        for (Day d : days.in(from, to, language)) {
            Optional<LocalDate> date = near(d);
            boolean newer = date.isPresent()
                    && (own.isEmpty() || own.get().date().first().get().isBefore(date.get()));
            if (newer)
                own = Optional.of(new Published(
                        Edtf.of(date.get()),
                        Published.From.INFERRED,
                        "the teaser tells of \"" + d.span().of(scan.text()) + "\""));
        }
        return own.or(() -> weekday(from, to));
    }

    /** The day in the page's own time: its year named, or told by the weekday or by nearness to the page's day. */
    private Optional<LocalDate> near(Day d) {
        if (day().isEmpty()) return inference.resolve(d);
        if (d.date().isPresent())
            return d.date().filter(x -> Math.abs(ChronoUnit.DAYS.between(day().get(), x)) <= NEAR);
        LocalDate base = day().get();
        if (d.weekday().isPresent()) return d.nearYear(base.getYear());
        return java.util.stream.IntStream.of(base.getYear(), base.getYear() - 1, base.getYear() + 1)
                .mapToObj(d::in)
                .flatMap(Optional::stream)
                .filter(x -> Math.abs(ChronoUnit.DAYS.between(base, x)) <= NEAR)
                .findFirst();
    }

    private Optional<LocalDate> day() {
        return day;
    }

    /** A weekday alone looks back from the page's day. */
    private Optional<Published> weekday(int from, int to) {
        if (day().isEmpty()) return Optional.empty();
        for (int i = from; i < to; i++) {
            Optional<DayOfWeek> found = inference.weekday(i, to);
            if (found.isEmpty()) continue;
            LocalDate date = day().get().with(TemporalAdjusters.previousOrSame(found.get()));
            return Optional.of(new Published(
                    Edtf.of(date),
                    Published.From.INFERRED,
                    "\"" + words.text().substring(words.start(i), words.end(i)) + "\" looks back from the page's day"));
        }
        return Optional.empty();
    }
}
