package org.sitrep.web;

import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.img;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import java.util.stream.IntStream;

/** The first ten minutes, step by step. */
final class GuidePage {
    /** How many steps there are, each with a picture {@code guide/LANGUAGE/STEP.webp}. */
    static final int STEPS = 7;

    private GuidePage() {}

    /** Where a step's picture lies. */
    static String picture(String language, int step) {
        return "guide/" + language + "/" + step + ".webp";
    }

    static String write(Request request) {
        return Frame.page(
                request,
                request.text("nav.guide"),
                header(
                                h1(request.text("guide.title")),
                                p(request.text("guide.lead")).withClass("asof"))
                        .withClass("mast"),
                section(each(
                                IntStream.rangeClosed(1, STEPS).boxed().toList(),
                                i -> section(
                                        h2(i + ". " + request.text("guide." + i + ".title")),
                                        p(request.text("guide." + i)),
                                        img().withSrc("/assets/"
                                                        + picture(
                                                                request.words().language(), i))
                                                .withAlt(request.text(
                                                        "guide.picture", request.text("guide." + i + ".title")))
                                                .attr("width", "1100")
                                                .attr("height", "680")
                                                .attr("loading", "lazy"))))
                        .withClass("guide"));
    }
}
