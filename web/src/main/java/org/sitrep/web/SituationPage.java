package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.select;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.export.Export;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.report.Links;
import org.sitrep.report.Reports;
import org.sitrep.report.View;

/** The report on one crisis, as of any day, every number a link to the place where it was read. */
final class SituationPage {
    private final Request request;
    private final Situation whole;
    private final Optional<LocalDate> asOf;

    private SituationPage(Request request, Situation whole) {
        this.request = request;
        this.whole = whole;
        this.asOf = request.asOf();
    }

    static String write(Request request) {
        return new SituationPage(request, wanted(request)).write();
    }

    /** The situation that the request names, of all days. */
    static Situation wanted(Request request) {
        String crisis = request.needed("crisis");
        return request.now()
                .situation(crisis, Optional.empty())
                .orElseThrow(() -> Problem.unknown(request.text("problem.crisis", crisis)));
    }

    /** The situation's title, leading to its page. */
    static DomContent link(Request request, Situation situation) {
        return a(request.words().labels().title(situation))
                .withHref(Request.to("/situation", "crisis", situation.crisis()));
    }

    private String write() {
        Optional<Situation> then = request.now().situation(whole.crisis(), asOf);
        if (then.isEmpty()) {
            return Frame.page(
                    request,
                    request.words().labels().title(whole),
                    header(h1(request.words().labels().title(whole)), p(request.text("asof.nothing")))
                            .withClass("mast"),
                    days());
        }
        String title = request.words().labels().title(then.get());
        return Frame.page(request, title, request.once(whole, () -> report(then.get())));
    }

    private DomContent report(Situation then) {
        Reports.Fragment report = new Reports()
                .fragment(then, request.now().refused(then), request.words().locale(), links(asOf));
        return each(
                header(
                                p(request.text("kicker")).withClass("kicker"),
                                h1(report.title()),
                                p(report.asOf()).withClass("asof"),
                                p(rawHtml(report.tally())).withClass("tally"),
                                days(),
                                p(strong(request.text("caution"))).withClass("caution"),
                                tools())
                        .withClass("mast"),
                asOf.isPresent() ? text("") : ChangesPage.box(request, whole),
                div(
                                rawHtml(report.contents()),
                                div(rawHtml(report.sections()))
                                        .withClass("sections")
                                        .withId("report"))
                        .withClass("frame"));
    }

    /** Where a number opens: its sentence in its article. */
    static Links links(Optional<LocalDate> asOf) {
        String day = asOf.map(LocalDate::toString).orElse("");
        return new Links() {
            @Override
            public Optional<String> claim(Claim claim) {
                return Optional.of(Request.to(claim));
            }

            @Override
            public Optional<String> page(String key) {
                return Optional.of(Request.to("/page", "key", key));
            }

            @Override
            public Optional<String> history(Claim claim) {
                return Optional.of(Request.history(claim, day));
            }
        };
    }

    private DomContent days() {
        List<LocalDate> days =
                new ArrayList<>(new View(whole, List.of(), request.words().labels()).days());
        asOf.filter(d -> !days.contains(d)).ifPresent(days::add);
        days.sort(null);
        return form(
                        input().withType("hidden").withName("crisis").withValue(whole.crisis()),
                        label(
                                span(request.text("asof.label") + " "),
                                select(option(request.text("asof.all")).withValue(""), each(days, this::day))
                                        .withName("as-of")),
                        button(request.text("asof.go")).withType("submit"))
                .withAction("/situation")
                .withMethod("get")
                .withClass("days-form")
                .withId("days");
    }

    private DomContent day(LocalDate day) {
        var option = option(request.words().labels().day(day)).withValue(day.toString());
        return asOf.filter(day::equals).isPresent() ? option.attr("selected") : option;
    }

    private DomContent tools() {
        String day = asOf.map(LocalDate::toString).orElse("");
        Stream<DomContent> views = Stream.of("changes", "map", "origins", "names", "review")
                .map(key -> li(a(request.text("tool." + key))
                        .withHref(Request.to("/" + key, "crisis", whole.crisis(), "as-of", day))));
        Stream<DomContent> exports = Stream.of(Export.values())
                .map(form -> form.name().toLowerCase(Locale.ROOT))
                .map(form -> li(a(request.text("export." + form))
                        .withHref(Request.to("/export", "crisis", whole.crisis(), "as-of", day, "form", form))));
        return div(
                ul(each(views)).withClass("tools"),
                details(summary(request.text("export")), ul(each(exports)).withClass("tools"))
                        .withClass("exports"));
    }
}
