package org.sitrep.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.Block.Section;
import org.sitrep.report.Inline.Line;

/**
 * A report before it is written in one form or another.
 *
 * @param asOf the day up to which pages were read, in words
 * @param tally how many pages, origins and languages it rests on
 */
public record Report(String title, String asOf, Line tally, List<Section> sections, View view) {
    /** Where what the pages tell of other crises stands: behind all that they tell of this one. */
    private static final int BEHIND_TIMELINE = 8;

    /** The report on {@code view}'s situation, its parts in the order of humanitarian situation reports. */
    static Report of(View view) {
        Heads heads = new Heads(view);
        FigureParts figures = new FigureParts(view);
        EventParts events = new EventParts(view);
        PromiseParts promises = new PromiseParts(view);
        PageParts pages = new PageParts(view);
        List<Section> sections = new ArrayList<>(List.of(
                figures.changes(heads),
                highlights(view, heads, promises),
                figures.key(),
                events.overview(),
                new OperationParts(view).operations(),
                new ContestedPart(view).contested(),
                promises.commitments(),
                events.timeline(),
                new NameParts(view).names(),
                pages.pages(),
                pages.unknown(),
                pages.refused()));
        new ElsewherePart(view).elsewhere().ifPresent(s -> sections.add(BEHIND_TIMELINE, s));
        return new Report(
                Plain.text(Contacts.masked(view.labels.title(view.situation))),
                asOf(view),
                tally(view),
                List.copyOf(sections),
                view);
    }

    private static Section highlights(View view, Heads heads, PromiseParts promises) {
        Labels labels = view.labels;
        List<Line> lines = new ArrayList<>(heads.lines());
        for (Situation.Operation operation : view.situation.operations()) {
            lines.add(Line.of(
                    new Inline.Strong(Plain.text(Contacts.masked(labels.operation(operation)))),
                    new Inline.Text(labels.text("colon")),
                    new Inline.Tag(labels.code("phase", operation.phase()), Inline.Tone.PLAIN)));
        }
        lines.addAll(promises.highlight());
        if (lines.isEmpty()) lines.add(Line.of(labels.text("highlight.none")));
        return new Section("highlights", labels.text("section.highlights"), List.of(new Block.Items(lines)));
    }

    private static String asOf(View view) {
        Labels labels = view.labels;
        Optional<String> chosen = view.situation.asOf().map(labels::day);
        if (chosen.isPresent()) return labels.text("asof.chosen", chosen.get());
        List<LocalDate> days = view.days();
        if (days.isEmpty()) return labels.text("asof.unknown");
        Optional<Edtf> later = later(view, days.getLast());
        return later.isEmpty()
                ? labels.text("asof.newest", labels.day(days.getLast()))
                : labels.text("asof.later", labels.day(days.getLast()), labels.date(later.get()));
    }

    /** The month or year of a page that tells no day and is of a later time than every day told. */
    private static Optional<Edtf> later(View view, LocalDate newest) {
        return view.situation.articles().stream()
                .flatMap(a -> a.published().stream())
                .map(Published::date)
                .filter(d ->
                        d.day().isEmpty() && d.first().filter(newest::isBefore).isPresent())
                .max(Comparator.comparing(Edtf::text));
    }

    /** Agencies and outlets whose own words some page carries; a page that only passes on others counts for them. */
    private static int outlets(List<Article> articles) {
        return (int) articles.stream().flatMap(Report::carried).distinct().count();
    }

    private static Stream<String> carried(Article article) {
        if (article.repost().isEmpty())
            return Stream.of(article.agency().or(article::outlet).orElse(article.page()));
        List<String> quoted = article.passages().stream()
                .filter(p -> p.role() == Passage.Role.QUOTED || p.role() == Passage.Role.BODY)
                .flatMap(p -> p.agency().or(p::outlet).stream())
                .toList();
        return quoted.isEmpty() ? article.agency().or(article::outlet).stream() : quoted.stream();
    }

    private static Line tally(View view) {
        Labels labels = view.labels;
        List<Article> articles = view.situation.articles();
        int languages =
                (int) articles.stream().map(Article::language).distinct().count();
        int reposts =
                (int) articles.stream().filter(a -> a.repost().isPresent()).count();
        int undated =
                (int) articles.stream().filter(a -> a.published().isEmpty()).count();
        List<String> parts = new ArrayList<>();
        parts.add(labels.count("pages", articles.size()));
        parts.add(labels.count("languages", languages));
        parts.add(labels.count("outlets", outlets(articles)));
        if (reposts > 0) parts.add(labels.count("reposts", reposts));
        if (undated > 0) parts.add(labels.count("undated.pages", undated));
        if (view.situation.part()) parts.add(labels.text("part"));
        return Line.of(String.join(" · ", parts));
    }
}
