package org.sitrep.read;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.model.Span;

/**
 * Finds the calendar days that a text names, in the languages of the vocabulary: "Tue Jan 11, 2022", "le 6 janvier",
 * "2022-01-11", "11.01.2022", "2022年1月11日". Small on purpose: it dates pages, it does not read time expressions.
 */
final class Days {
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;
    private final Scan scan;
    private final Words words;
    private final Vocabulary vocabulary;
    private final boolean monthFirstRegion;

    /** @param tag the page's language tag, whose region may put the day first where others put the month */
    Days(Vocabulary vocabulary, Scan scan, String tag) {
        this.vocabulary = vocabulary;
        this.monthFirstRegion = !vocabulary.dayFirst(tag);
        this.scan = scan;
        this.words = scan.words();
    }

    /** The days named between two words, in text order, for a stretch of {@code language}. */
    List<Day> in(int from, int to, String language) {
        int digit = from;
        while (digit < to && !words.digits(digit)) digit++;
        if (digit == to) return List.of();
        List<Day> out = new ArrayList<>();
        for (int i = from; i < to; ) {
            Optional<Day> found = at(i, to, language);
            found.ifPresent(out::add);
            i = found.map(Day::to).orElse(i + 1);
        }
        return out;
    }

    private Optional<Day> at(int i, int limit, String language) {
        if (words.digits(i)) return digitsFirst(i, limit, language);
        if (!scan.any(i)) return Optional.empty();
        return value(i, limit, language, "months")
                .flatMap(month -> monthFirst(i, month.to(), number(month), limit, language));
    }

    private static int number(Phrases.Hit hit) {
        return Integer.parseInt(hit.sense().value());
    }

    /** A month or weekday name in {@code language}, in any language where that one has none of the kind. */
    private Optional<Phrases.Hit> value(int i, int limit, String language, String kind) {
        Optional<Phrases.Hit> other = Optional.empty();
        Optional<Phrases.Hit> own = Optional.empty();
        for (Phrases.Hit h : scan.at(i)) {
            if (h.to() > limit || !h.sense().kind().equals(kind)) continue;
            if (h.sense().language().equals(language)) own = Optional.of(h);
            else if (words.end(h.to() - 1) - words.start(i) > 3) other = Optional.of(h);
        }
        return own.isPresent() ? own : other;
    }

    private Optional<Day> digitsFirst(int i, int limit, String language) {
        int length = words.end(i) - words.start(i);
        Optional<Day> numeric =
                length == 4 ? yearFirst(i, limit) : length <= 2 ? numeric(i, limit, language) : Optional.empty();
        if (numeric.isPresent() || length > 2) return numeric.isPresent() ? numeric : packed(i);
        int next = skip(i + 1, limit, "day_endings");
        next = skip(next, limit, "date_glue");
        if (next >= limit || !close(i, next)) return Optional.empty();
        int afterDay = next;
        return value(next, limit, language, "months").flatMap(month -> {
            int after = skip(month.to(), limit, "date_glue");
            OptionalInt year =
                    after < limit && close(month.to() - 1, after) ? year(after, ends(after)) : OptionalInt.empty();
            return day(
                    i,
                    year.isPresent() ? after + 1 : month.to(),
                    year,
                    number(month),
                    words.number(i),
                    false,
                    language,
                    afterDay > i);
        });
    }

    /** "January 11th, 2022". */
    private Optional<Day> monthFirst(int i, int afterMonth, int month, int limit, String language) {
        int d = skip(afterMonth, limit, "date_glue");
        if (d >= limit || !close(afterMonth - 1, d) || !words.digits(d) || words.end(d) - words.start(d) > 2)
            return Optional.empty();
        int after = skip(d + 1, limit, "day_endings");
        OptionalInt year = after < limit && close(after - 1, after) ? year(after, ends(after)) : OptionalInt.empty();
        return day(i, year.isPresent() ? after + 1 : after, year, month, words.number(d), false, language, true);
    }

    /** "20220111" as addresses have it. */
    private Optional<Day> packed(int i) {
        if (words.end(i) - words.start(i) != 8) return Optional.empty();
        int all = words.number(i);
        return numbers(i, i + 1, all / 10000, all / 100 % 100, all % 100, false);
    }

    private Optional<Day> yearFirst(int i, int limit) {
        if (i + 2 >= limit || words.number(i) < EARLIEST || words.number(i) > LATEST) return Optional.empty();
        String a = words.gap(i);
        if (a.isEmpty() && i + 5 < words.size() + 1 && cjk(i, limit))
            return numbers(i, i + 6, words.number(i), words.number(i + 2), words.number(i + 4), false);
        boolean separators = (a.equals("-") || a.equals("/") || a.equals("."))
                && words.gap(i + 1).equals(a);
        return separators
                ? numbers(i, i + 3, words.number(i), words.number(i + 1), words.number(i + 2), false)
                : Optional.empty();
    }

    /** Year, month and day each followed by its character. */
    private boolean cjk(int i, int limit) {
        return i + 5 < limit
                && words.end(i + 1) - words.start(i + 1) == 1
                && words.digits(i + 2)
                && words.digits(i + 4)
                && scan.at(i + 1, limit, "year_marks").isPresent();
    }

    private Optional<Day> numeric(int i, int limit, String language) {
        if (i + 2 >= limit) return Optional.empty();
        String a = words.gap(i).strip();
        if (!(a.equals(".") || a.equals("/") || a.equals("-"))
                || !words.gap(i + 1).strip().equals(a)) return Optional.empty();
        if (words.gap(i).length() > 3 || words.gap(i + 1).length() > 3) return Optional.empty();
        int first = words.number(i);
        int second = words.number(i + 1);
        OptionalInt year = year(
                i + 2,
                !clock(i + 2) && words.end(i) - words.start(i) == 2 && words.end(i + 1) - words.start(i + 1) == 2);
        if (year.isEmpty()) return Optional.empty();
        boolean both = first <= 12 && second <= 12 && first != second;
        boolean monthFirst =
                second > 12 || both && !a.equals(".") && monthFirstRegion && vocabulary.monthFirst(language);
        Optional<Day> out = numbers(
                i,
                i + 3,
                year.getAsInt(),
                monthFirst ? first : second,
                monthFirst ? second : first,
                both && a.equals("/"));
        return out.flatMap(d -> day(i, i + 3, d.year(), d.month(), d.day(), d.swapped(), language, true));
    }

    private Optional<Day> numbers(int from, int to, int year, int month, int day, boolean swapped) {
        if (year < EARLIEST || year > LATEST || month < 1 || month > 12 || day < 1 || day > 31) return Optional.empty();
        Day out = new Day(
                scan.span(from, to), from, to, OptionalInt.of(year), month, day, Optional.empty(), clock(to), swapped);
        return out.date().map(d -> out);
    }

    private Optional<Day> day(
            int from, int to, OptionalInt year, int month, int day, boolean swapped, String language, boolean ok) {
        if (!ok || day < 1 || day > 31) return Optional.empty();
        Optional<Phrases.Hit> before = weekdayBefore(from, language);
        int start = before.map(Phrases.Hit::from).orElse(from);
        Optional<DayOfWeek> weekday = before.map(h -> DayOfWeek.of(number(h)));
        Day out = new Day(scan.span(start, to), start, to, year, month, day, weekday, clock(to), swapped);
        return out.in(2000).map(d -> out);
    }

    private Optional<Phrases.Hit> weekdayBefore(int i, String language) {
        for (int back = 1; back <= 3 && i - back >= 0; back++) {
            if (words.start(i) - words.end(i - back) > 12) return Optional.empty();
            Optional<Phrases.Hit> hit = value(i - back, i, language, "weekdays");
            if (hit.isPresent()) return hit.get().to() == i || between(hit.get().to(), i) ? hit : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether only glue ("le", "the") stands between two words. */
    private boolean between(int from, int to) {
        for (int k = from; k < to; k++) if (scan.at(k, to, "date_glue").isEmpty()) return false;
        return true;
    }

    private OptionalInt year(int i) {
        int n = words.number(i);
        return words.end(i) - words.start(i) == 4 && n >= EARLIEST && n <= LATEST
                ? OptionalInt.of(n)
                : OptionalInt.empty();
    }

    /** A year of four digits, or of two where {@code closed} says that nothing goes on counting behind it. */
    private OptionalInt year(int i, boolean closed) {
        OptionalInt full = year(i);
        int n = words.number(i);
        if (full.isPresent() || !closed || n < 0 || words.end(i) - words.start(i) != 2) return full;
        return OptionalInt.of(n < 50 ? 2000 + n : 1900 + n);
    }

    /** Whether a dash, a closing mark or the end of the line follows word {@code i}, as in "3 JAN 90 --". */
    private boolean ends(int i) {
        String after = words.gap(i);
        String rest = after.strip();
        return after.indexOf('\n') >= 0
                || rest.isEmpty() && i + 1 == words.size()
                || rest.startsWith("-")
                || rest.startsWith("–")
                || rest.startsWith(")");
    }

    /** Whether a clock time stands at word {@code i}: digits, a colon or an hour letter, digits. */
    private boolean clock(int i) {
        for (int k = i; k < Math.min(i + 3, words.size()); k++) {
            if (!words.digits(k) || words.end(k) - words.start(k) > 2) continue;
            return k + 1 < words.size()
                            && (words.gap(k).equals(":")
                                    || words.form(k + 1).equals("h")
                                            && words.gap(k).isEmpty())
                    || k + 1 < words.size() && words.gap(k).equals(".") && words.digits(k + 1) && k > i;
        }
        return false;
    }

    private int skip(int i, int limit, String kind) {
        int at = i;
        for (Optional<Phrases.Hit> hit = at < limit ? scan.at(at, limit, kind) : Optional.empty();
                hit.isPresent();
                hit = at < limit ? scan.at(at, limit, kind) : Optional.empty())
            at = hit.get().to();
        return at;
    }

    /** Whether nothing but a few marks of one line stand between two words. */
    private boolean close(int left, int right) {
        Span gap = new Span(words.end(left), Math.max(words.end(left), words.start(right)));
        return gap.length() <= 6
                && gap.of(scan.text()).indexOf('\n') < 0
                && gap.of(scan.text()).indexOf(')') < 0;
    }
}
