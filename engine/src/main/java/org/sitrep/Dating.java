package org.sitrep;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.extract.Extractor;
import org.sitrep.extract.times.Reckoning;
import org.sitrep.model.Claim;
import org.sitrep.model.Published;
import org.sitrep.read.Reader;
import org.sitrep.relate.ComingDays;
import org.sitrep.relate.SharedDays;

/** Reads undated pages anew with what the dated pages of their crisis tell of their days. Safe for use by several threads. */
final class Dating {
    private final Reader reader;
    private final Extractor extractor;
    private final SharedDays shared;
    private final ComingDays coming;

    Dating(Reader reader, Extractor extractor, SharedDays shared, ComingDays coming) {
        this.reader = reader;
        this.extractor = extractor;
        this.shared = shared;
        this.coming = coming;
    }

    /** Whether no day of publication is known. */
    static boolean undated(Claim.Claims p) {
        return p.article().published().flatMap(x -> x.date().day()).isEmpty();
    }

    /** Whether a crisis has undated pages, and dated ones of a single year that may tell something of them. */
    static boolean open(List<Claim.Claims> crisis) {
        return crisis.stream().anyMatch(Dating::undated) && year(crisis).isPresent();
    }

    /** The pages of a crisis in its year, each with the days of its own weekdays: its own day is not guessed. */
    List<Claim.Claims> own(List<Claim.Claims> crisis) {
        List<Claim.Claims> all = inYear(crisis);
        return dated(all, Map.of(), shared.weekdays(all));
    }

    /**
     * As {@link #own}, and a page is dated where another dates the same event on the weekday that it names, or has the last day that it
     * can be of where what it tells was still to come.
     */
    List<Claim.Claims> compared(List<Claim.Claims> crisis) {
        List<Claim.Claims> all = inYear(crisis);
        return atLatest(dated(all, shared.of(all), shared.weekdays(all)));
    }

    /** Its claims stay what they are: no day of theirs rests on a last day. */
    private List<Claim.Claims> atLatest(List<Claim.Claims> crisis) {
        Map<String, Published> days = coming.of(crisis);
        return crisis.stream()
                .map(p -> Optional.ofNullable(days.get(p.article().page()))
                        .map(day -> new Claim.Claims(p.article().dated(day), p.claims(), p.refused()))
                        .orElse(p))
                .toList();
    }

    private List<Claim.Claims> dated(
            List<Claim.Claims> crisis, Map<String, Published> days, Map<String, Map<DayOfWeek, LocalDate>> weekdays) {
        return crisis.stream()
                .map(p -> {
                    String page = p.article().page();
                    Optional<Published> day = Optional.ofNullable(days.get(page));
                    if (day.isPresent()) return extractor.extract(p.article().dated(day.get()));
                    return Optional.ofNullable(weekdays.get(page))
                            .map(told -> extractor.extract(p.article(), Reckoning.of(told)))
                            .orElse(p);
                })
                .toList();
    }

    private List<Claim.Claims> inYear(List<Claim.Claims> crisis) {
        OptionalInt year = year(crisis);
        if (year.isEmpty()) return crisis;
        return crisis.stream()
                .map(p -> p.article().published().isPresent()
                        ? p
                        : extractor.extract(reader.inYear(p.article(), year.getAsInt()), Reckoning.of(year)))
                .toList();
    }

    /** The one year in which the dated pages of a crisis were published. */
    private static OptionalInt year(List<Claim.Claims> crisis) {
        int[] years = crisis.stream()
                .flatMap(p -> p.article().published().flatMap(x -> x.date().first()).stream())
                .mapToInt(LocalDate::getYear)
                .distinct()
                .toArray();
        return years.length == 1 ? OptionalInt.of(years[0]) : OptionalInt.empty();
    }
}
