package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** The crises that a ledger's pages tell of. */
final class CrisesPage {
    private CrisesPage() {}

    private static final int PAGE = 50;

    static String write(Request request) {
        List<Line> all = request.now().lines();
        int from = Math.min(request.number("offset", 0, 0, Integer.MAX_VALUE), all.size());
        List<Line> lines = all.subList(from, Math.min(from + PAGE, all.size()));
        return Frame.page(
                request,
                request.text("nav.crises"),
                header(
                                p(request.room().name()).withClass("kicker"),
                                h1(request.text("nav.crises")),
                                p(request.words()
                                                .count(
                                                        "pages",
                                                        request.now().versions().size()))
                                        .withClass("asof"))
                        .withClass("mast"),
                request.now().complete()
                        ? text("")
                        : p(request.text("crises.sorting")).withClass("notice"),
                all.isEmpty()
                        ? none(request)
                        : ul(each(lines, l -> line(request, l))).withClass("crises"),
                from + lines.size() < all.size()
                        ? p(a(request.text("crises.more"))
                                .withHref(Request.to("/crises", "offset", Integer.toString(from + lines.size()))))
                        : text(""));
    }

    private static DomContent none(Request request) {
        return p(
                span(request.text(request.now().versions().isEmpty() ? "crises.empty" : "crises.none") + " "),
                a(request.text("nav.add")).withHref("/add"));
    }

    private static DomContent line(Request request, Line line) {
        return li(
                a(line.title(request.words().labels())).withHref(Request.to("/situation", "crisis", line.crisis())),
                span(request.words().count("pages", line.pages().size()) + " · "
                                + request.words().count("claims", line.claims()) + " · " + days(request, line))
                        .withClass("aside"));
    }

    private static String days(Request request, Line line) {
        String first = line.first().map(request.words().labels()::day).orElse(request.text("undated"));
        return line.last()
                .filter(l -> !line.first().equals(Optional.of(l)))
                .map(l -> first + " – " + request.words().labels().day(l))
                .orElse(first);
    }
}
