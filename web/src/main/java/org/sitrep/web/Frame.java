package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.button;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.form;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.script;
import static j2html.TagCreator.span;
import static j2html.TagCreator.td;
import static j2html.TagCreator.title;

import j2html.tags.DomContent;
import j2html.tags.specialized.ATag;
import j2html.tags.specialized.FormTag;
import j2html.tags.specialized.TdTag;
import java.util.List;
import java.util.Map;

/** What stands around every page. */
final class Frame {
    private Frame() {}

    /** A whole page; {@code parts} stand in its main element. */
    static String page(Request request, String name, DomContent... parts) {
        Words words = request.words();
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                meta().withName("robots").withContent("noindex"),
                                title(name + " – Sitrep"),
                                link().withRel("icon").withHref("/assets/icon.svg"),
                                link().withRel("stylesheet").withHref("/assets/report.css"),
                                link().withRel("stylesheet").withHref("/assets/site.css"),
                                script().withSrc("/assets/site.js").attr("defer")),
                        body(
                                a(words.text("skip")).withHref("#main").withClass("skip"),
                                top(request),
                                main(parts).withId("main").withClass("site"),
                                footer(
                                                p(words.text("footer")),
                                                languages(request),
                                                p(a(words.text("api.title")).withHref(ApiPage.PATH)),
                                                Login.leaving(request))
                                        .withClass("site-foot")))
                .withLang(words.language()));
    }

    private static DomContent top(Request request) {
        Words words = request.words();
        return header(
                        a("Sitrep").withHref("/").withClass("brand"),
                        nav(each(List.of("crises", "add", "judgements", "search", "guide"), key -> place(request, key)))
                                .attr("aria-label", words.text("nav")),
                        form(
                                        label(
                                                span(words.text("nav.search")).withClass("unseen"),
                                                input().withType("search")
                                                        .withName("q")
                                                        .withPlaceholder(words.text("search.hint"))),
                                        button(words.text("search.go")).withType("submit"))
                                .withAction("/search")
                                .withMethod("get")
                                .withClass("find")
                                .attr("role", "search"))
                .withClass("site-top");
    }

    private static ATag place(Request request, String key) {
        ATag link = a(request.text("nav." + key)).withHref("/" + key);
        return request.context().path().equals("/" + key) ? link.attr("aria-current", "page") : link;
    }

    private static DomContent languages(Request request) {
        return p(each(
                        Words.languages().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .toList(),
                        e -> span(
                                a(e.getValue())
                                        .withHref(request.with("lang", e.getKey()))
                                        .attr("hreflang", e.getKey())
                                        .withLang(e.getKey()),
                                span(" "))))
                .withClass("languages");
    }

    /** A table's cell that says, on a narrow screen, the head of its column. */
    static TdTag cell(Request request, String head, DomContent... parts) {
        return td(parts).attr("data-head", request.text(head));
    }

    /** A form that changes something; it carries this browser's token. */
    static FormTag change(Request request, String action) {
        return form(input().withType("hidden").withName("token").withValue(request.token()))
                .withAction(action)
                .withMethod("post");
    }
}
