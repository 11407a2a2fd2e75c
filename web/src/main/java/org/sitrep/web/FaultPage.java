package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.p;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.Optional;

/** What is shown instead of a page that cannot be. */
final class FaultPage {
    private FaultPage() {}

    static String write(Request request, int status, String detail, Optional<String> field) {
        String title = request.text(
                switch (status) {
                    case 400 -> "fault.value";
                    case 404 -> "fault.unknown";
                    case 503 -> "fault.later";
                    default -> "fault.other";
                });
        return Frame.page(
                request,
                title,
                header(
                                p(Integer.toString(status)).withClass("kicker"),
                                h1(title),
                                p(detail).withClass("asof"),
                                field.map(f -> (DomContent) p(request.text("fault.field", f)))
                                        .orElse(text("")))
                        .withClass("mast fault"),
                p(a(request.text("fault.home")).withHref("/")));
    }
}
