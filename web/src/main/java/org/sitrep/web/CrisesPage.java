package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Situation;
import org.sitrep.report.View;

/** The crises that a ledger's pages tell of. */
final class CrisesPage {
    private CrisesPage() {}

    static String write(Request request) {
        List<Situation> situations = request.now().situations(Optional.empty());
        DomContent list = situations.isEmpty()
                ? p(
                        span(request.text("crises.none") + " "),
                        a(request.text("nav.add")).withHref("/add"))
                : ul(each(situations, s -> crisis(request, s))).withClass("crises");
        return Frame.page(
                request,
                request.text("nav.crises"),
                header(
                                p(request.desk().name()).withClass("kicker"),
                                h1(request.text("nav.crises")),
                                p(request.words()
                                                .count(
                                                        "pages",
                                                        request.now().read().size()))
                                        .withClass("asof"))
                        .withClass("mast"),
                list);
    }

    private static DomContent crisis(Request request, Situation s) {
        List<LocalDate> days = new View(s, List.of(), request.words().labels()).days();
        String span = days.isEmpty()
                ? request.text("undated")
                : request.words().labels().day(days.getFirst())
                        + (days.size() == 1
                                ? ""
                                : " – " + request.words().labels().day(days.getLast()));
        return li(
                SituationPage.link(request, s),
                span(request.words().count("pages", s.articles().size()) + " · " + span)
                        .withClass("aside"));
    }
}
