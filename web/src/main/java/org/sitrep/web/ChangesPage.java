package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.aside;
import static j2html.TagCreator.button;
import static j2html.TagCreator.details;
import static j2html.TagCreator.each;
import static j2html.TagCreator.form;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.summary;
import static j2html.TagCreator.text;
import static j2html.TagCreator.time;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.changes.Change;
import org.sitrep.desk.Cause;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;

/** What a crisis's report says now that it did not say before, and which page or judgement brought it. */
final class ChangesPage {
    /** Additions that are told one by one. */
    private static final int BATCHES = 8;
    /** Changes in the box on the situation's page. */
    private static final int SHORT = 5;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT);

    private final Request request;
    private final Situation situation;
    private final Crisis crisis;

    private ChangesPage(Request request) {
        this.request = request;
        this.situation = SituationPage.wanted(request);
        this.crisis = request.now().crisisOf(situation.crisis()).orElseThrow();
    }

    static String write(Request request) {
        return new ChangesPage(request).write();
    }

    private String write() {
        Optional<Long> since = since(request);
        String id = situation.crisis();
        return Frame.page(
                request,
                request.text("tool.changes"),
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(request.text("tool.changes")),
                                p(request.text("changes.explained")).withClass("asof"),
                                chooser(),
                                p(
                                                a("Atom")
                                                        .withHref(Request.to(Api.ROOT + "/changes.atom", "crisis", id)),
                                                text(" · "),
                                                a("JSON Feed")
                                                        .withHref(Request.to(Api.ROOT + "/changes.json", "crisis", id)))
                                        .withClass("aside"))
                        .withClass("mast"),
                since.isPresent() ? one(since.get()) : each(Batch.of(request.now(), crisis, BATCHES), this::batch));
    }

    private DomContent chooser() {
        return form(
                        input().withType("hidden").withName("crisis").withValue(situation.crisis()),
                        label(
                                span(request.text("changes.since") + " "),
                                input().withType("text")
                                        .withName("since")
                                        .withValue(request.given("since").orElse(""))
                                        .withPlaceholder(request.text("changes.since.hint"))),
                        button(request.text("asof.go")).withType("submit"))
                .withAction("/changes")
                .withMethod("get")
                .withClass("days-form");
    }

    /** The entry after which changes are asked for: its number, or a day before which it was the last. */
    static Optional<Long> since(Request request) {
        return request.given("since").map(text -> {
            if (text.chars().allMatch(c -> c >= '0' && c <= '9') && text.length() < 18) return Long.parseLong(text);
            try {
                LocalDate day = LocalDate.parse(text);
                return request.room().reading((Ledger l) -> l.lastBefore(day));
            } catch (DateTimeParseException e) {
                throw Problem.badValue("since", request.text("problem.since", text));
            }
        });
    }

    private DomContent one(long since) {
        long last = request.now().sequence();
        if (since > last)
            throw Problem.badValue(
                    "since", request.text("problem.since.later", Long.toString(since), Long.toString(last)));
        return section(h2(request.text("changes.after", Long.toString(since))), list(since, last));
    }

    private DomContent batch(Batch batch) {
        var when = h2(time(when(batch.at())).attr("datetime", batch.at().toString()));
        DomContent changes = list(batch.before(), batch.last());
        if (Past.known(request.now(), crisis, batch.before())) return section(when, changes);
        // Whoever never saw a report before needs no list of all that is in it.
        return section(
                when, p(request.text("changes.first")), details(summary(request.text("changes.first.list")), changes));
    }

    private static String when(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }

    private DomContent list(long from, long to) {
        List<Change> changes = Past.changes(request.now(), crisis, from, to);
        if (changes.isEmpty()) return p(request.text("changes.none"));
        List<Recorded> entries = entries(request.now(), from, to);
        return ul(each(changes, c -> change(request, c, Cause.of(c, entries)))).withClass("changes");
    }

    /** Entries after {@code from} up to {@code to}; of very many the last. */
    static List<Recorded> entries(Snapshot now, long from, long to) {
        long first = Math.max(from, to - 5_000);
        return now.entries(first, (int) (to - first));
    }

    private static DomContent change(Request request, Change change, List<Cause> causes) {
        return li(
                        strong(ChangeSaying.kind(change, request.words())).withClass("kind"),
                        span(" " + ChangeSaying.what(change, request.words())).attr("dir", "auto"),
                        ul(each(ChangeSaying.because(change), c -> li(quote(request, c))))
                                .withClass("because"),
                        each(
                                causes,
                                c -> p(ChangeSaying.cause(c, request.words())).withClass("aside")))
                .withClass("change " + change.what().code());
    }

    private static DomContent quote(Request request, Claim claim) {
        return a(request.words().quoted(Contacts.masked(claim.evidence().quote())))
                .withHref(Request.to(claim))
                .attr("dir", "auto");
    }

    /** What the last addition changed, in short; nothing where the crisis came with it. */
    static DomContent box(Request request, Situation situation) {
        Crisis crisis = request.now().crisisOf(situation.crisis()).orElseThrow();
        Optional<Batch> last = Batch.of(request.now(), crisis, 1).stream().findFirst();
        if (last.isEmpty() || last.get().before() == 0) return text("");
        List<Change> changes = Past.changes(
                request.now(), crisis, last.get().before(), request.now().sequence());
        boolean began =
                changes.stream().flatMap(c -> c.before().stream()).findAny().isEmpty()
                        && Past.changes(request.now(), crisis, 0, last.get().before())
                                .isEmpty();
        if (changes.isEmpty() || began) return text("");
        List<Recorded> entries =
                entries(request.now(), last.get().before(), request.now().sequence());
        return aside(
                        h2(request.text("changes.box")),
                        p(when(last.get().at())).withClass("aside"),
                        ul(each(changes.stream().limit(SHORT).toList(), c -> change(request, c, Cause.of(c, entries))))
                                .withClass("changes"),
                        p(a(request.text("changes.all", request.words().count("changes", changes.size())))
                                .withHref(Request.to("/changes", "crisis", situation.crisis()))))
                .withClass("changed")
                .withId("changed");
    }
}
