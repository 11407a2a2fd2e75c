package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Recorded;
import org.sitrep.record.Contacts;

/** The audit trail: every entry of the ledger, newest first, and a way to undo a judgement. */
final class JudgementsPage {
    private static final int MOST = 500;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private JudgementsPage() {}

    static String write(Request request) {
        List<Recorded> entries = latest(request).reversed();
        return Frame.page(
                request,
                request.text("nav.judgements"),
                header(
                                h1(request.text("nav.judgements")),
                                p(request.text("judgements.explained")).withClass("asof"))
                        .withClass("mast"),
                table(
                        caption(request.text("nav.judgements")),
                        thead(tr(each(
                                List.of(
                                        "judgements.entry",
                                        "judgements.when",
                                        "judgements.what",
                                        "judgements.who",
                                        "judgements.undo"),
                                k -> th(request.text(k)).attr("scope", "col")))),
                        tbody(each(entries, r -> row(request, r)))));
    }

    private static List<Recorded> latest(Request request) {
        return request.now().entries(Math.max(0, request.now().sequence() - MOST), MOST);
    }

    private static DomContent row(Request request, Recorded recorded) {
        return tr(
                        th(Long.toString(recorded.sequence())).attr("scope", "row"),
                        Frame.cell(
                                request,
                                "judgements.when",
                                text(TIME.format(recorded.at().atOffset(ZoneOffset.UTC)))),
                        Frame.cell(request, "judgements.what", what(request, recorded.entry())),
                        Frame.cell(request, "judgements.who", text(who(recorded.entry()))),
                        undo(request, recorded))
                .withId("entry-" + recorded.sequence());
    }

    private static DomContent what(Request request, Entry entry) {
        return switch (entry) {
            case Entry.PageAdded e ->
                span(
                        span(request.text("entry.page_added") + " "),
                        a(e.key()).withHref(Request.to("/page", "key", e.key())));
            case Entry.PageTakenDown e -> text(request.text("entry.page_taken_down") + " " + e.key());
            case Entry.ClaimJudged e ->
                span(
                        text(request.text("verified." + e.decision().name().toLowerCase(Locale.ROOT)) + " "),
                        span(request.words().quoted(Contacts.masked(e.anchor().quote())))
                                .attr("dir", "auto"),
                        text(e.correction().map(c -> " → " + c).orElse("")),
                        span(" " + e.why()).withClass("aside"));
            case Entry.JudgementUndone e ->
                span(
                        a(request.text("entry.undone", Long.toString(e.undone())))
                                .withHref("#entry-" + e.undone()),
                        span(" " + e.why()).withClass("aside"));
            case Entry.ClaimsMatched e ->
                span(
                        text(request.text("entry.matched") + " "),
                        span(request.words().quoted(Contacts.masked(e.anchor().quote())) + " = "
                                        + request.words()
                                                .quoted(Contacts.masked(
                                                        e.other().quote())))
                                .attr("dir", "auto"),
                        span(" " + e.why()).withClass("aside"));
            case Entry.OutletAssigned e ->
                text(request.text(
                                "entry.outlet",
                                e.outlet(),
                                request.text("outlet." + e.kind().name().toLowerCase(Locale.ROOT)))
                        + " " + e.why());
            case Entry.NamesJoined e -> text(request.text("entry.joined", String.join(" = ", e.forms())));
            case Entry.NamesParted e -> text(request.text("entry.parted", String.join(" ≠ ", e.forms())));
        };
    }

    private static String who(Entry entry) {
        return switch (entry) {
            case Entry.Judgement j -> j.by();
            case Entry.PageTakenDown t -> t.by();
            case Entry.PageAdded p -> "–";
        };
    }

    private static DomContent undo(Request request, Recorded recorded) {
        if (!(recorded.entry() instanceof Entry.Judgement)) return td();
        return td(undo(request, recorded.sequence()));
    }

    /** A button that undoes the judgement of an entry. */
    static DomContent undo(Request request, long entry) {
        return Frame.change(request, "/undo")
                .with(
                        input().withType("hidden").withName("entry").withValue(Long.toString(entry)),
                        input().withType("hidden")
                                .withName("by")
                                .withValue(JudgeForm.by(request).isEmpty() ? "–" : JudgeForm.by(request)),
                        button(request.text("judgements.undo"))
                                .withType("submit")
                                .withClass("quiet"));
    }

    /** Undoes the judgement that the form names. */
    static void undo(Request request, Events events) {
        String wanted = request.needed("entry");
        long entry = request.now()
                .judgement(wanted)
                .orElseThrow(() -> Problem.unknown(request.text("problem.entry", wanted)))
                .sequence();
        Entry.JudgementUndone undone = new Entry.JudgementUndone(
                entry, JudgeForm.judge(request), request.given("note").orElse(request.text("judgements.undo")));
        events.changed(request.room().append(undone).sequence());
        request.context().redirect("/judgements", HttpStatus.SEE_OTHER);
    }
}
