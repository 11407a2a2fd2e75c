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
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.textarea;
import static j2html.TagCreator.ul;

import io.javalin.http.HttpStatus;
import io.javalin.http.UploadedFile;
import io.javalin.http.sse.SseClient;
import j2html.tags.DomContent;
import j2html.tags.specialized.LiTag;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.sitrep.model.Claim;
import org.sitrep.record.Contacts;

/** Adds pages by dropping files, pasting text or giving addresses, and says what became of each while it happens. */
final class AddPage {
    /** What is done by then is shown at once; of the rest the page tells as it comes. */
    private static final long SOON = 2_500;
    /** Between two looks at an addition under way, in milliseconds. */
    private static final long LOOK = 200;

    private static final int MOST_ADDRESSES = 50;

    private final Request request;

    private AddPage(Request request) {
        this.request = request;
    }

    /** The form, and what became of the addition that {@code job} names. */
    static String write(Request request, Additions additions) {
        AddPage page = new AddPage(request);
        return page.page(request.given("job")
                .map(id -> page.progress(
                        id, additions.find(id).orElseThrow(() -> Problem.unknown(request.text("problem.job", id)))))
                .orElse(text("")));
    }

    /** Begins to add what the form carries, and shows what became of it; what takes longer is told on a page of its own. */
    static void receive(Request request, Additions additions) {
        AddPage page = new AddPage(request);
        List<Addition.Input> inputs = page.inputs();
        if (inputs.isEmpty()) {
            request.context().html(page.page(p(request.text("add.nothing")).withClass("notice")));
            return;
        }
        String id = additions.start(inputs);
        Addition addition = additions.find(id).orElseThrow();
        if (addition.done(SOON)) {
            AddPage after = new AddPage(request.again());
            request.context().html(after.page(after.progress(id, addition)));
        } else {
            request.context().redirect(Request.to("/add", "job", id), HttpStatus.SEE_OTHER);
        }
    }

    /** Tells a browser of each step of an addition as it comes (server-sent events), until it is done. */
    static void follow(Request request, Additions additions, SseClient client) {
        Optional<Addition> addition = request.given("job").flatMap(additions::find);
        int told = request.number("from", 0, 0, Integer.MAX_VALUE);
        client.keepAlive();
        Thread.ofVirtual().start(() -> {
            addition.ifPresent(a -> tell(request, a, told, client));
            client.sendEvent("done", "");
            client.close();
        });
    }

    private static void tell(Request request, Addition addition, int from, SseClient client) {
        int told = from;
        boolean done = false;
        while (!done && !client.terminated()) {
            done = addition.done(LOOK);
            List<Addition.Step> steps = addition.steps();
            if (told == steps.size()) continue;
            AddPage page = new AddPage(request.again());
            for (; told < steps.size(); told++)
                client.sendEvent("step", page.step(steps.get(told)).render());
        }
    }

    private List<Addition.Input> inputs() {
        List<Addition.Input> inputs = new ArrayList<>();
        for (UploadedFile file : request.context().uploadedFiles("files")) {
            if (file.size() == 0 && file.filename().isEmpty()) continue;
            try (InputStream in = file.content()) {
                inputs.add(new Addition.Input.Bytes(file.filename(), in.readAllBytes()));
            } catch (IOException e) {
                throw Problem.badValue("files", file.filename() + ": " + e.getMessage());
            }
        }
        request.given("text").ifPresent(text -> {
            String name = request.given("name").orElse("pasted-" + Integer.toHexString(text.hashCode()));
            inputs.add(new Addition.Input.Bytes(name + ".txt", text.getBytes(StandardCharsets.UTF_8)));
        });
        List<String> addresses = request.given("address").stream()
                .flatMap(a -> Stream.of(a.split("\\s+")))
                .toList();
        if (addresses.size() > MOST_ADDRESSES)
            throw Problem.badValue("address", request.text("problem.addresses", Integer.toString(MOST_ADDRESSES)));
        addresses.forEach(a -> inputs.add(new Addition.Input.Address(a)));
        return inputs;
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
                                        textarea().withName("text").attr("rows", "7")),
                                p(request.text("add.or.address")).withClass("aside"),
                                label(
                                        span(request.text("add.address")),
                                        textarea()
                                                .withName("address")
                                                .attr("rows", "2")
                                                .attr("inputmode", "url")
                                                .withPlaceholder("https://…")),
                                button(request.text("add.go")).withType("submit")));
    }

    private DomContent progress(String id, Addition addition) {
        List<Addition.Step> steps = addition.steps();
        boolean done = addition.done();
        var list = ul(each(steps, this::step)).withId("progress");
        if (!done) list.attr("data-job", id).attr("data-from", Integer.toString(steps.size()));
        return section(
                        h2(request.text("add.results")),
                        list.attr("aria-live", "polite"),
                        p(
                                        span(request.text(done ? "add.done" : "add.under"))
                                                .withId("state"),
                                        done
                                                ? text("")
                                                : span(
                                                        text(" "),
                                                        a(request.text("add.look"))
                                                                .withHref(Request.to("/add", "job", id))))
                                .withClass("aside")
                                .attr("data-done", request.text("add.done")))
                .withClass("results");
    }

    private DomContent step(Addition.Step step) {
        return switch (step) {
            case Addition.Step.Asking s ->
                li(request.text("add.asking", Contacts.masked(s.address()))).withClass("asking");
            case Addition.Step.Unchanged s -> li(request.text("add.same", Contacts.masked(s.address())));
            case Addition.Step.Refused s ->
                li(
                                strong(request.text("add.refused") + " "),
                                span(Contacts.masked(s.fault().toString())))
                        .withClass("warn");
            case Addition.Step.Kept s -> kept(s);
        };
    }

    private LiTag kept(Addition.Step.Kept kept) {
        String what = request.text("add." + kept.outcome().name().toLowerCase(Locale.ROOT));
        Optional<Claim.Claims> read = request.now().page(kept.page());
        String yield = read.map(
                        r -> " · " + request.words().count("claims", r.claims().size()) + ", "
                                + request.words().count("refused", r.refused().size()))
                .orElse("");
        return li(
                strong(what + " "),
                a(Contacts.masked(kept.page())).withHref(Request.to("/page", "key", kept.page())),
                span(yield).withClass("aside"),
                request.now()
                        .situationOf(kept.page())
                        .map(s -> (DomContent) span(span(" → "), SituationPage.link(request, s)))
                        .orElse(text("")));
    }
}
