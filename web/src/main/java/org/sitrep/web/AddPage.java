package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.button;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;
import static j2html.TagCreator.textarea;
import static j2html.TagCreator.ul;

import io.javalin.http.UploadedFile;
import j2html.tags.DomContent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.model.Page;

/** Adds pages by dropping files or pasting text, and says what became of each. */
final class AddPage {
    private final Request request;
    private final List<Ledger.Addition> additions = new ArrayList<>();
    private final List<Acquired.Unreadable> faults = new ArrayList<>();

    private AddPage(Request request) {
        this.request = request;
    }

    static String write(Request request) {
        return new AddPage(request).page(text(""));
    }

    /** Adds what the form carries and shows what became of it. */
    static String receive(Request request, Events events) {
        AddPage page = new AddPage(request);
        page.read();
        List<Ledger.Outcome> outcomes =
                page.additions.isEmpty() ? List.of() : request.room().add(page.additions);
        Snapshot after = request.room().now();
        if (!outcomes.isEmpty()) events.changed(after.sequence());
        return page.page(page.results(outcomes, after));
    }

    private void read() {
        Inputs inputs = new Inputs(acquired -> {
            switch (acquired) {
                case Acquired.Arrived arrived -> additions.add(new Ledger.Addition(arrived.page(), arrived.original()));
                case Acquired.Unreadable fault -> faults.add(fault);
            }
        });
        for (UploadedFile file : request.context().uploadedFiles("files")) {
            if (file.size() == 0 && file.filename().isEmpty()) continue;
            try (InputStream in = file.content()) {
                inputs.read(in, file.filename());
            } catch (IOException e) {
                faults.add(new Acquired.Unreadable(file.filename(), "cannot be read (" + e + ")", "send it again"));
            }
        }
        request.given("text").ifPresent(text -> {
            String name = request.given("name").orElse("pasted-" + Integer.toHexString(text.hashCode()));
            inputs.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), name + ".txt");
        });
    }

    private String page(DomContent results) {
        return Frame.page(
                request,
                request.text("nav.add"),
                header(
                                h1(request.text("nav.add")),
                                p(request.text("add.explained")).withClass("asof"))
                        .withClass("mast"),
                results,
                Frame.change(request, "/add")
                        .withEnctype("multipart/form-data")
                        .withClass("drop")
                        .withId("drop")
                        .with(
                                label(
                                        span(request.text("add.files")),
                                        input().withType("file")
                                                .withName("files")
                                                .attr("multiple")),
                                p(request.text("add.or")).withClass("aside"),
                                label(
                                        span(request.text("add.name")),
                                        input().withType("text")
                                                .withName("name")
                                                .attr("maxlength", "200")
                                                .withPlaceholder(request.text("add.name.hint"))),
                                label(
                                        span(request.text("add.text")),
                                        textarea().withName("text").attr("rows", "10")),
                                button(request.text("add.go")).withType("submit")));
    }

    private DomContent results(List<Ledger.Outcome> outcomes, Snapshot after) {
        List<DomContent> lines = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++)
            lines.add(li(outcome(additions.get(i).page(), outcomes.get(i), after)));
        for (Acquired.Unreadable fault : faults)
            lines.add(li(span(fault.toString()).withClass("warn")));
        if (lines.isEmpty()) lines.add(li(request.text("add.nothing")));
        return section(h2(request.text("add.results")), ul(each(lines, x -> x)))
                .withClass("results")
                .attr("role", "status");
    }

    private DomContent outcome(Page page, Ledger.Outcome outcome, Snapshot after) {
        Optional<org.sitrep.model.Claim.Claims> read = after.page(page.key());
        String what = request.text("add." + outcome.name().toLowerCase(java.util.Locale.ROOT));
        String yield = read.map(r -> request.words().count("claims", r.claims().size()) + ", "
                        + request.words().count("refused", r.refused().size()))
                .orElse("");
        return span(
                a(page.key()).withHref(Request.to("/page", "key", page.key())),
                span(" · " + what + " · " + yield).withClass("aside"),
                after.situationOf(page.key())
                        .map(s -> (DomContent) span(span(" → "), SituationPage.link(request, s)))
                        .orElse(text("")));
    }
}
