package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.record.Contacts;

/** Finds claims by the words of their quotes, the names of public actors, and places. */
final class SearchPage {
    private static final int MOST = 100;

    private SearchPage() {}

    static String write(Request request) {
        Optional<String> query = request.given("q");
        List<Search.Hit> found = query.map(q -> Search.find(request.now(), q, request.words(), MOST))
                .orElse(List.of());
        return Frame.page(
                request,
                request.text("nav.search"),
                header(
                                h1(request.text("nav.search")),
                                form(
                                                label(
                                                        span(request.text("search.words")),
                                                        input().withType("search")
                                                                .withName("q")
                                                                .withValue(query.orElse(""))),
                                                button(request.text("search.go"))
                                                        .withType("submit"))
                                        .withAction("/search")
                                        .withMethod("get")
                                        .withClass("big-find"),
                                p(request.text("search.explained")).withClass("aside"))
                        .withClass("mast"),
                query.isEmpty()
                        ? text("")
                        : p(request.words().count("claims", found.size())).withClass("tally"),
                query.isPresent() && found.isEmpty() ? p(request.text("search.nothing")) : text(""),
                ol(each(found, c -> hit(request, c))).withClass("hits"));
    }

    private static DomContent hit(Request request, Search.Hit hit) {
        Claim claim = hit.claim();
        return li(
                a(Saying.what(claim, request.words())).withHref(Request.to(claim)),
                span(request.words().quoted(Contacts.masked(claim.evidence().quote())))
                        .withClass("quote")
                        .attr("dir", "auto"),
                span(Contacts.masked(hit.outlet()) + " · "
                                + hit.day().map(request.words().labels()::date).orElse(request.text("undated")))
                        .withClass("aside"));
    }
}
