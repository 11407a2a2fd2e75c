package org.sitrep.web;

import static j2html.TagCreator.a;
import static j2html.TagCreator.article;
import static j2html.TagCreator.aside;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iframe;
import static j2html.TagCreator.li;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;
import static j2html.TagCreator.span;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.record.Contacts;
import org.sitrep.report.View;

/** An article with everything read from it marked where it stands; beside it the claim that was asked for. */
final class ArticlePage {
    private static final Situation.Scene NOWHERE = new Situation.Scene(List.of(), Optional.empty(), Optional.empty());

    private final Request request;
    private final Claim.Claims page;
    private final Optional<Claim> chosen;
    private final boolean look;

    private ArticlePage(Request request, Claim.Claims page, Optional<Claim> chosen) {
        this.request = request;
        this.page = page;
        this.chosen = chosen;
        this.look = request.given("look").isPresent();
    }

    /** The article of the page that {@code key} names. */
    static String write(Request request) {
        String key = request.needed("key");
        Claim.Claims page =
                request.now().page(key).orElseThrow(() -> Problem.unknown(request.text("problem.page", key)));
        return new ArticlePage(request, page, Optional.empty()).write();
    }

    /** The article in which the claim {@code id} stands, at that claim. */
    static String claim(Request request) {
        Crisis.Found read = request.claim("id");
        String id = read.claim().id();
        Claim.Claims page = request.now().page(read.claim().evidence().page()).orElse(read.page());
        Optional<Claim> judged =
                page.claims().stream().filter(c -> c.id().equals(id)).findFirst();
        return new ArticlePage(request, page, Optional.of(judged.orElse(read.claim()))).write();
    }

    private String write() {
        Article article = page.article();
        String outlet = article.outlet().map(Contacts::masked).orElse(Contacts.masked(article.page()));
        return Frame.page(
                request,
                outlet,
                header(p(request.text("kind.page")).withClass("kicker"), h1(outlet), facts())
                        .withClass("mast"),
                div(text(), look ? raw() : each(), chosen.map(this::panel).orElseGet(this::listing))
                        .withClass(look ? "reading beside" : "reading"));
    }

    private DomContent facts() {
        Article article = page.article();
        List<DomContent> facts = new ArrayList<>();
        article.address()
                .filter(x -> x.startsWith("https://") || x.startsWith("http://"))
                .ifPresent(x -> facts.add(
                        a(x).withHref(x).withRel("noreferrer nofollow").withClass("address")));
        facts.add(span(article.published().map(this::published).orElse(request.text("undated"))));
        facts.add(span(request.words().labels().languageName(article.language())));
        article.agency().ifPresent(x -> facts.add(span(request.words().labels().text("credits", Contacts.masked(x)))));
        article.repost()
                .ifPresent(x -> facts.add(span(request.words()
                        .labels()
                        .text("repost", request.words().labels().id("repost", x)))));
        request.now().situationOf(article.page()).ifPresent(s -> facts.add(SituationPage.link(request, s)));
        if (request.now().html(article.page()))
            facts.add(a(request.text(look ? "look.without" : "look.with"))
                    .withHref(
                            look
                                    ? request.with("look", "")
                                    : request.with("look", "1")
                                            + chosen.map(c -> "#claim").orElse("")));
        return ul(each(facts, f -> li(f))).withClass("facts");
    }

    /** The page's own look, in a frame in which nothing runs. */
    private DomContent raw() {
        return div(iframe().withSrc(Request.to("/raw", "key", page.article().page()))
                        .attr("sandbox")
                        .withTitle(request.text("look.title"))
                        .attr("loading", "lazy"))
                .withClass("look");
    }

    private String published(Published published) {
        String day = request.words().labels().date(published.date());
        return published.from() == Published.From.INFERRED ? request.text("published.inferred", day) : day;
    }

    private DomContent text() {
        Article article = page.article();
        MarkedText marked = new MarkedText(
                request, Contacts.masked(article.text()), shown(), page.refused(), chosen.map(Claim::id));
        return article(each(article.passages(), p -> passage(marked, p))).withClass("article");
    }

    /** The page's claims, and the chosen one where a person rejected it. */
    private List<Claim> shown() {
        List<Claim> claims = new ArrayList<>(page.claims());
        chosen.filter(c -> claims.stream().noneMatch(x -> x.id().equals(c.id())))
                .ifPresent(claims::add);
        return claims;
    }

    private DomContent passage(MarkedText marked, Passage passage) {
        var part = section().withClass("passage " + passage.role().code()).attr("dir", "auto");
        if (!passage.language().equals("und")) part.withLang(passage.language());
        List<String> notes = new ArrayList<>();
        if (passage.role() != Passage.Role.BODY)
            notes.add(request.text("role." + passage.role().code()));
        passage.outlet().ifPresent(o -> notes.add(Contacts.masked(o)));
        passage.flags().stream()
                .sorted()
                .forEach(f -> notes.add(request.words().labels().code("flag", f)));
        if (!notes.isEmpty())
            part.with(p(String.join(" · ", notes))
                    .withClass("note")
                    .withLang(request.words().language()));
        String text = page.article().text();
        int from = passage.span().start();
        while (from < passage.span().end()) {
            int line = text.indexOf('\n', from);
            int to = line < 0 || line > passage.span().end() ? passage.span().end() : line;
            if (to > from) part.with(p(marked.of(new Span(from, to))));
            from = to + 1;
        }
        return part;
    }

    private DomContent panel(Claim claim) {
        boolean rejected = page.claims().stream().noneMatch(c -> c.id().equals(claim.id()));
        return aside(
                        h2(Saying.what(claim, request.words())),
                        rejected ? p(request.text("verified.rejected")).withClass("verdict warn") : nothing(),
                        Saying.verified(claim, request.words())
                                .map(v -> (DomContent) p(v).withClass("verdict good"))
                                .orElse(nothing()),
                        details(claim),
                        JudgeForm.of(request, claim, rejected))
                .withClass("panel");
    }

    private DomContent details(Claim claim) {
        Article article = page.article();
        View view = new View(alone(), List.of(), request.words().labels());
        List<DomContent> rows = new ArrayList<>();
        row(rows, "detail.chain", String.join(" → ", view.chain(claim)));
        row(
                rows,
                "detail.known",
                claim.common().knownOn().map(request.words().labels()::day).orElse(request.text("undated")));
        article.published()
                .filter(p -> p.from() == Published.From.INFERRED)
                .ifPresent(p -> row(rows, "detail.why", request.words().labels().reason(p.why())));
        if (claim.status() != org.sitrep.model.Status.ASSERTED)
            row(rows, "detail.status", request.words().labels().code("status", claim.status()));
        claim.evidence().flags().stream()
                .sorted()
                .forEach(f -> row(rows, "detail.flag", request.words().labels().code("flag", f)));
        row(rows, "detail.rule", claim.common().rule());
        row(rows, "detail.id", claim.id());
        DomContent history = claim instanceof Claim.Figure && inHistory(claim)
                ? p(a(request.text("history.open")).withHref(Request.history(claim, "")))
                : nothing();
        return div(dl(each(rows, r -> r)), history);
    }

    private boolean inHistory(Claim claim) {
        return request.now()
                .situationOf(claim.evidence().page())
                .filter(s -> HistoryPage.of(s, claim.id()).isPresent())
                .isPresent();
    }

    /** The situation that this page is part of; of the page alone where no claim of it went into one. */
    private Situation alone() {
        return request.now()
                .situationOf(page.article().page())
                .orElseGet(() -> new Situation(
                        page.article().page(),
                        "",
                        NOWHERE,
                        Optional.empty(),
                        List.of(page.article()),
                        page.claims(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        java.util.Set.of(),
                        false));
    }

    private void row(List<DomContent> rows, String key, String value) {
        rows.add(dt(request.text(key)));
        rows.add(dd(value).attr("dir", "auto"));
    }

    private static DomContent nothing() {
        return each();
    }

    private DomContent refused(Claim.Refused refused) {
        return li(
                span(request.words().quoted(Contacts.masked(refused.quote()))).attr("dir", "auto"),
                span(" " + request.words().labels().id("refused", refused.reason()))
                        .withClass("aside"));
    }

    private DomContent listing() {
        return aside(
                        h2(request.words().count("claims", page.claims().size())),
                        ul(each(
                                page.claims(),
                                c -> li(a(Saying.what(c, request.words())).withHref(Request.to(c))))),
                        h2(request.words().count("refused", page.refused().size())),
                        ul(each(page.refused(), this::refused)).withClass("refusals"))
                .withClass("panel");
    }
}
