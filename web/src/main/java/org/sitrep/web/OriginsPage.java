package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.report.View;

/** Whose statements the pages carry: each origin with the way its words took from the speaker to every page. */
final class OriginsPage {
    private final Request request;
    private final Situation situation;
    private final View view;

    private OriginsPage(Request request, Situation situation) {
        this.request = request;
        this.situation = situation;
        this.view = new View(situation, List.of(), request.words().labels());
    }

    static String write(Request request) {
        Situation whole = SituationPage.wanted(request);
        Situation then = request.now().situation(whole.crisis(), request.asOf()).orElse(whole);
        return Frame.page(
                request, request.text("tool.origins"), request.once(then, () -> new OriginsPage(request, then).main()));
    }

    private DomContent main() {
        List<Situation.Origin> shared = situation.origins().stream()
                .filter(o -> pages(o) > 1)
                .sorted(Comparator.comparingLong(OriginsPage::pages).reversed().thenComparing(Situation.Origin::id))
                .toList();
        return each(
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(request.text("tool.origins")),
                                p(request.text("origins.explained")).withClass("asof"))
                        .withClass("mast"),
                shared.isEmpty()
                        ? p(request.text("origins.none"))
                        : p(request.text("origins.legend")).withClass("origin-legend aside"),
                each(shared, this::origin));
    }

    private static long pages(Situation.Origin origin) {
        return origin.claims().stream().map(c -> c.evidence().page()).distinct().count();
    }

    private DomContent origin(Situation.Origin origin) {
        Claim first = origin.claims().getFirst();
        Map<String, Claim> byPage = new LinkedHashMap<>();
        for (Claim c : origin.claims()) byPage.putIfAbsent(c.evidence().page(), c);
        String what = Saying.what(first, request.words());
        return article(
                        h2(what),
                        p(request.text(
                                        "origins.count",
                                        request.words().count("pages", byPage.size()),
                                        view.speaker(first).orElseGet(() -> view.outlet(first))))
                                .withClass("aside"),
                        div(rawHtml(new OriginGraph(origin, view, request.words()).svg(what)))
                                .withClass("chart"),
                        reasons(origin),
                        details(
                                summary(request.text("origins.text")),
                                ol(each(byPage.values(), this::way)).withClass("ways")))
                .withClass("origin");
    }

    /** The chain from the speaker to one page. */
    private DomContent way(Claim claim) {
        List<String> chain = view.chain(claim);
        return li(
                each(
                        chain.subList(0, chain.size() - 1),
                        link -> each(strong(link), span(" → ").withClass("arrow"))),
                a(chain.getLast()).withHref(Request.to(claim)),
                span(" " + request.words().quoted(view.quote(claim)))
                        .withClass("aside")
                        .attr("dir", "auto"));
    }

    private DomContent reasons(Situation.Origin origin) {
        String reasons = String.join(
                request.words().labels().text("semicolon"),
                origin.links().stream()
                        .map(l -> request.words().labels().reason(l.restsOn()))
                        .filter(r -> !r.isEmpty())
                        .distinct()
                        .toList());
        return reasons.isEmpty()
                ? text("")
                : p(request.text("origins.why", reasons)).withClass("aside");
    }
}
