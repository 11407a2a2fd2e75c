package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.details;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.s;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Relation.Kind;
import org.sitrep.report.Labels;
import org.sitrep.report.View;

/** One matter's figures over time: a chart with a row for each speaker, a table with every quote, and how they relate. */
final class HistoryPage {
    private final Request request;
    private final Situation situation;
    private final Situation.History history;
    private final View view;
    private final Labels labels;

    private HistoryPage(Request request, Situation situation, Situation.History history) {
        this.request = request;
        this.situation = situation;
        this.history = history;
        this.labels = request.words().labels();
        this.view = new View(situation, List.of(), labels);
    }

    /** The history in which the figure {@code claim} stands. */
    static Optional<Situation.History> of(Situation situation, String claim) {
        return situation.histories().stream()
                .filter(h ->
                        h.points().stream().anyMatch(p -> p.claims().stream().anyMatch(c -> c.id().equals(claim))))
                .findFirst();
    }

    static String write(Request request) {
        Crisis.Found found = request.claim("claim");
        String id = found.claim().id();
        Situation whole = request.now()
                .situationOf(found.claim().evidence().page())
                .orElseThrow(() -> Problem.unknown(request.text("problem.history", id)));
        Situation then = request.now().situation(whole.crisis(), request.asOf()).orElse(whole);
        Situation.History history =
                of(then, id).orElseThrow(() -> Problem.unknown(request.text("problem.history", id)));
        String title = title(history.matter(), request.words().labels());
        return Frame.page(
                request, title, request.once(then, () -> new HistoryPage(request, then, history).main(title)));
    }

    private static String title(Situation.Matter matter, Labels labels) {
        return Saying.capital(labels.id("measure", matter.measure()))
                + (matter.who().equals("people") ? "" : " · " + labels.id("who", matter.who()))
                + matter.place().map(x -> " · " + x).orElse("");
    }

    private DomContent main(String title) {
        Situation.Matter matter = history.matter();
        return each(
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(title),
                                matter.scope()
                                        .map(x -> (DomContent)
                                                p(request.words().quoted(x)).withClass("asof"))
                                        .orElse(text("")),
                                p(request.words()
                                                .count(
                                                        "figures",
                                                        history.points().size()))
                                        .withClass("tally"))
                        .withClass("mast"),
                chart(),
                section(points()).withClass("points"),
                relations());
    }

    private DomContent chart() {
        String drawn = new HistoryChart(history, view, request.words()).svg();
        return drawn.isEmpty()
                ? text("")
                : figure(div(rawHtml(drawn)).withClass("chart"), figcaption(request.text("history.legend")))
                        .withClass("drawn");
    }

    private DomContent points() {
        return table(
                caption(request.text("history.table")),
                thead(tr(each(
                        List.of("history.day", "history.value", "history.who", "history.words"),
                        k -> th(request.text(k)).attr("scope", "col")))),
                tbody(each(ordered(), this::row)));
    }

    /** By the day that a figure counts for or was first told on; those that nothing dates last. */
    private List<Situation.Point> ordered() {
        return history.points().stream()
                .sorted(Comparator.comparing(p -> view.from(p).orElse(LocalDate.MAX)))
                .toList();
    }

    private DomContent row(Situation.Point point) {
        String amount = labels.amount(point.amount());
        return tr(
                th(view.day(point).orElse(request.text("undated"))).attr("scope", "row"),
                Frame.cell(
                        request,
                        "history.value",
                        point.withdrawn() ? s(amount) : strong(amount),
                        each(view.marks(history, point), this::mark)),
                Frame.cell(request, "history.who", text(who(point.claims().getFirst()))),
                Frame.cell(
                        request,
                        "history.words",
                        ul(each(
                                point.claims(),
                                c -> li(
                                        a(request.words().quoted(view.quote(c)))
                                                .withHref(Request.to(c))
                                                .attr("dir", "auto"),
                                        span(" " + view.outlet(c)).withClass("aside"))))));
    }

    private DomContent mark(View.Mark mark) {
        return each(text(" "), span(mark.text()).withClass(mark.warns() ? "tag warn" : "tag"));
    }

    private String who(Claim claim) {
        return view.speaker(claim).orElseGet(() -> request.text("history.own", view.outlet(claim)));
    }

    /** What a reader must know of first; pairs of which nothing is to be said but that both can be true stand folded away. */
    private DomContent relations() {
        if (history.relations().isEmpty()) return text("");
        List<String> telling = told(r -> r.kind() != Kind.COMPATIBLE);
        List<String> compatible = told(r -> r.kind() == Kind.COMPATIBLE);
        return section(
                h2(request.text("history.relations")),
                ul(each(telling, l -> li(rawHtml(l)))),
                compatible.isEmpty()
                        ? text("")
                        : details(
                                summary(request.text("history.compatible", labels.number(compatible.size()))),
                                ul(each(compatible, l -> li(rawHtml(l))))));
    }

    /** One line for each pair; pages repeat one another, and so would lines that say the same. */
    private List<String> told(Predicate<Situation.Relation> which) {
        return history.relations().stream()
                .filter(which)
                .map(r -> each(
                                strong(request.text("relation." + r.kind().code())),
                                text(labels.text("colon") + amount(r.a()) + " – " + amount(r.b())),
                                span(" · " + labels.reason(r.why())).withClass("aside"))
                        .render())
                .distinct()
                .toList();
    }

    private String amount(int point) {
        return labels.amount(history.points().get(point).amount());
    }
}
