package org.sitrep.web;

import static j2html.TagCreator.button;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.span;
import static j2html.TagCreator.text;

import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Standing;
import org.sitrep.model.Claim;

/** What a person decides on a claim, beside the words it was read from. */
final class JudgeForm {
    private JudgeForm() {}

    /** The name of who judges, and why. */
    static DomContent who(Request request) {
        return each(List.of(field(request, "by", by(request), true), field(request, "note", "", true)), f -> f);
    }

    static DomContent of(Request request, Claim claim, boolean rejected) {
        return of(request, claim, rejected, "");
    }

    /** @param then the page to go on with; empty: the claim */
    static DomContent of(Request request, Claim claim, boolean rejected, String then) {
        boolean figure = claim instanceof Claim.Figure;
        return Frame.change(request, "/judge")
                .with(
                        input().withType("hidden").withName("id").withValue(claim.id()),
                        input().withType("hidden")
                                .withName("page")
                                .withValue(claim.evidence().page()),
                        input().withType("hidden").withName("then").withValue(then),
                        fieldset(
                                legend(request.text("judge.title")),
                                field(request, "by", by(request), true),
                                field(request, "note", "", true),
                                figure ? field(request, "value", "", false) : text(""),
                                div(
                                                decide(request, "accepted"),
                                                rejected ? text("") : decide(request, "rejected"),
                                                figure ? decide(request, "corrected") : text(""))
                                        .withClass("buttons")))
                .withClass("judge");
    }

    /** The visitor's name; where the server knows none, the one under which this browser judged last. */
    static String by(Request request) {
        return Login.visitor(request.context())
                .map(Visitor::name)
                .or(() -> Guard.value(request.context(), "by"))
                .orElse("");
    }

    /** Who judges: the visitor whom the server knows, else the name in the form. */
    static String judge(Request request) {
        return Login.visitor(request.context()).map(Visitor::name).orElseGet(() -> request.needed("by"));
    }

    static DomContent field(Request request, String name, String value, boolean required) {
        var input = input().withType("text")
                .withName(name)
                .withValue(value)
                .attr("maxlength", "500")
                .attr("autocomplete", "off");
        if (!request.text("judge." + name + ".hint").isEmpty())
            input.withPlaceholder(request.text("judge." + name + ".hint"));
        return label(span(request.text("judge." + name)), required ? input.attr("required") : input);
    }

    private static DomContent decide(Request request, String decision) {
        return button(request.text("judge." + decision))
                .withType("submit")
                .withName("decision")
                .withValue(decision);
    }

    /** Records the decision and shows the claim again. */
    static void record(Request request, Events events) {
        Crisis.Found found = request.claim("id");
        Entry.Decision decision = decision(request);
        Optional<String> value = request.given("value").filter(v -> decision == Entry.Decision.CORRECTED);
        if (decision == Entry.Decision.CORRECTED
                && (value.flatMap(Standing::amount).isEmpty() || !(found.claim() instanceof Claim.Figure)))
            throw Problem.badValue("value", request.text("problem.value"));
        String by = judge(request);
        long entry = request.room()
                .judge(found, decision, value, by, request.needed("note"))
                .sequence();
        events.changed(entry);
        Guard.remember(request.context(), "by", by);
        String next = request.given("then").filter(ReviewPage.PATH::equals).isPresent()
                ? Request.to(ReviewPage.PATH, "crisis", found.claim().evidence().page())
                : Request.to(found.claim());
        request.context().redirect(next, HttpStatus.SEE_OTHER);
    }

    private static Entry.Decision decision(Request request) {
        String name = request.needed("decision").toUpperCase(Locale.ROOT);
        for (Entry.Decision d : Entry.Decision.values()) if (d.name().equals(name)) return d;
        throw Problem.badValue("decision", request.text("problem.decision", name));
    }
}
