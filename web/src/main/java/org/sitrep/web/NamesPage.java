package org.sitrep.web;

import static j2html.TagCreator.button;
import static j2html.TagCreator.caption;
import static j2html.TagCreator.datalist;
import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.fieldset;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.header;
import static j2html.TagCreator.input;
import static j2html.TagCreator.label;
import static j2html.TagCreator.legend;
import static j2html.TagCreator.option;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.javalin.http.HttpStatus;
import j2html.tags.DomContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.ledger.Entry;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.report.View;

/** Who is who: states, organisations and office-holders with the spellings that stand for them. */
final class NamesPage {
    private NamesPage() {}

    static String write(Request request) {
        Situation whole = SituationPage.wanted(request);
        Situation situation =
                request.now().situation(whole.crisis(), request.asOf()).orElse(whole);
        List<Situation.Name> names = situation.names().stream()
                .filter(n -> n.kind() != Situation.Name.Kind.PLACE)
                .sorted(Comparator.comparing(Situation.Name::kind))
                .toList();
        View view = new View(situation, List.of(), request.words().labels());
        return Frame.page(
                request,
                request.text("tool.names"),
                header(
                                p(SituationPage.link(request, situation)).withClass("kicker"),
                                h1(request.text("tool.names")),
                                p(request.text("names.explained")).withClass("asof"))
                        .withClass("mast"),
                table(
                        caption(request.text("tool.names")),
                        thead(tr(each(
                                List.of("names.name", "names.kind", "names.spellings", "names.pages"),
                                k -> th(request.text(k)).attr("scope", "col")))),
                        tbody(each(names, n -> row(request, view, n)))),
                joining(request, situation, names));
    }

    /** A form on which spellings are said to be one name, or different ones, in this crisis. */
    private static DomContent joining(Request request, Situation situation, List<Situation.Name> names) {
        List<String> spellings = names.stream()
                .flatMap(n -> n.variants().stream())
                .map(Situation.Name.Variant::text)
                .distinct()
                .sorted()
                .toList();
        return Frame.change(request, "/names")
                .with(
                        input().withType("hidden").withName("crisis").withValue(situation.crisis()),
                        datalist(each(spellings, s -> option().withValue(s))).withId("spellings"),
                        fieldset(
                                legend(request.text("names.judge")),
                                spelling(request, "first"),
                                spelling(request, "second"),
                                JudgeForm.field(request, "by", JudgeForm.by(request), true),
                                JudgeForm.field(request, "note", "", true),
                                div(decide(request, "joined"), decide(request, "parted"))
                                        .withClass("buttons")))
                .withClass("judge");
    }

    private static DomContent spelling(Request request, String name) {
        return label(
                span(request.text("names." + name)),
                input().withType("text")
                        .withName(name)
                        .attr("list", "spellings")
                        .attr("required")
                        .attr("maxlength", "200"));
    }

    static DomContent decide(Request request, String decision) {
        return button(request.text("names." + decision))
                .withType("submit")
                .withName("decision")
                .withValue(decision);
    }

    /** Records that two spellings are one name, or different ones, and shows the names again. */
    static void record(Request request, Events events) {
        Situation situation = SituationPage.wanted(request);
        List<String> forms = Stream.of("first", "second")
                .map(field -> meant(request, situation, request.needed(field)))
                .toList();
        Optional<String> scope = Optional.of(situation.crisis());
        String by = JudgeForm.judge(request);
        String note = request.needed("note");
        String decision = request.needed("decision");
        Entry.Judgement judgement = switch (decision) {
            case "joined" -> new Entry.NamesJoined(scope, forms, by, note);
            case "parted" -> new Entry.NamesParted(scope, forms, by, note);
            default -> throw Problem.badValue("decision", request.text("problem.decision", decision));
        };
        events.changed(request.room().append(judgement).sequence());
        String next = request.given("then").filter(ReviewPage.PATH::equals).orElse("/names");
        request.context().redirect(Request.to(next, "crisis", situation.crisis()), HttpStatus.SEE_OTHER);
    }

    /** The spelling that is meant; an actor may be told by the name under which the table shows it in the reader's language. */
    private static String meant(Request request, Situation situation, String told) {
        View view = new View(situation, List.of(), request.words().labels());
        return situation.names().stream()
                .map(Situation.Name::name)
                .filter(name -> view.name(name).equals(told))
                .findFirst()
                .orElse(told);
    }

    private static DomContent row(Request request, View view, Situation.Name name) {
        String spellings = name.variants().stream()
                .map(Situation.Name.Variant::text)
                .map(Contacts::masked)
                .distinct()
                .collect(Collectors.joining(" · "));
        long pages = name.variants().stream()
                .map(Situation.Name.Variant::page)
                .distinct()
                .count();
        return tr(
                th(view.name(name.name())).attr("scope", "row"),
                Frame.cell(request, "names.kind", text(request.words().labels().code("kind", name.kind()))),
                Frame.cell(request, "names.spellings", text(spellings)).attr("dir", "auto"),
                Frame.cell(request, "names.pages", text(request.words().labels().number(pages))));
    }
}
