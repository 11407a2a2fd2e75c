package org.sitrep.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Situation;
import org.sitrep.report.Labels;

/**
 * What a list says of one crisis.
 *
 * @param crisis its id
 * @param pages keys of its pages, in order
 * @param first the first and the last day on which one of its pages was published
 */
record Line(
        String crisis,
        String title,
        Situation.Scene scene,
        List<String> pages,
        int claims,
        Optional<LocalDate> first,
        Optional<LocalDate> last) {
    /** Most pages first. */
    static final Comparator<Line> ORDER =
            Comparator.comparingInt((Line l) -> -l.pages().size()).thenComparing(Line::crisis);

    /** Of a crisis of which something can be known. */
    static Optional<Line> of(Crisis crisis) {
        return crisis.situation(Optional.empty()).map(Line::of);
    }

    private static Line of(Situation s) {
        List<LocalDate> days = s.articles().stream()
                .flatMap(a -> a.published().flatMap(p -> p.date().first()).stream())
                .sorted()
                .toList();
        return new Line(
                s.crisis(),
                s.title(),
                s.scene(),
                s.articles().stream().map(Article::page).toList(),
                s.claims().size(),
                days.stream().findFirst(),
                days.isEmpty() ? Optional.empty() : Optional.of(days.getLast()));
    }

    /** Its title in a language. */
    String title(Labels labels) {
        return labels.title(scene, title);
    }
}
