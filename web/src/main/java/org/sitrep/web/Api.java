package org.sitrep.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sitrep.desk.Cause;
import org.sitrep.desk.ChangeRecord;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.ArticleRecord;
import org.sitrep.record.ClaimRecord;
import org.sitrep.record.Json;
import org.sitrep.report.Reports;

/**
 * The REST API under {@code /api/v1}, described by {@code openapi.json}: records as the command line prints them, with pages of
 * results, entity tags, and faults as problem details (RFC 9457).
 */
final class Api {
    static final String ROOT = "/api/v1";
    private static final int PAGE = 100;
    private static final int MOST = 1000;
    private static final List<String> KINDS = List.of("figure", "commitment", "event", "statement");

    private final Room room;
    private final Guard guard;

    Api(Room room, Guard guard) {
        this.room = room;
        this.guard = guard;
    }

    /** Every path that {@code openapi.json} describes. */
    void routes(RoutesConfig routes) {
        routes.get(
                ROOT + "/openapi.json", c -> c.contentType("application/json").result(description()));
        answer(routes, "/crises", this::crises);
        answer(routes, "/situation", Api::situation);
        answer(routes, "/claims", Api::claims);
        answer(routes, "/claims/{id}", Api::claim);
        answer(routes, "/pages", Api::pages);
        answer(routes, "/search", Api::search);
        answer(routes, "/entries", Api::entries);
        routes.get(ROOT + "/export", c -> Download.write(Request.of(c, room, guard)));
        answer(routes, "/changes", Api::changes);
        answer(routes, "/changes.atom", "application/atom+xml", Feed::atom);
        answer(routes, "/changes.json", "application/feed+json", Feed::json);
    }

    private void answer(RoutesConfig routes, String path, Function<Request, String> write) {
        answer(routes, path, "application/json", write);
    }

    private void answer(RoutesConfig routes, String path, String type, Function<Request, String> write) {
        routes.get(ROOT + path, context -> {
            Request request = Request.of(context, room, guard);
            String tag = "\"" + request.now().sequence() + "-"
                    + Integer.toHexString(String.valueOf(context.queryString()).hashCode()) + "\"";
            context.header("ETag", tag).header("Cache-Control", "no-cache").contentType(type);
            if (tag.equals(context.header("If-None-Match"))) context.status(304);
            else context.result(write.apply(request).getBytes(StandardCharsets.UTF_8));
        });
    }

    static String description() {
        try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
            if (in == null) throw new IllegalStateException("openapi.json is not on the class path");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi.json", e);
        }
    }

    private String crises(Request request) {
        Optional<LocalDate> asOf = request.asOf();
        List<Line> lines = request.now().lines().stream()
                .filter(l -> asOf.isEmpty()
                        || l.first().filter(f -> !f.isAfter(asOf.get())).isPresent())
                .toList();
        return page(
                request,
                lines,
                l -> Json.object(j -> {
                    j.put("crisis", l.crisis())
                            .put("title", l.title(request.words().labels()))
                            .put("pages", l.pages().size());
                    j.put("claims", l.claims())
                            .put("first", l.first().map(LocalDate::toString))
                            .put("last", l.last().map(LocalDate::toString));
                }));
    }

    private static String situation(Request request) {
        Situation whole = SituationPage.wanted(request);
        Situation situation = request.now()
                .situation(whole.crisis(), request.asOf())
                .orElseThrow(() -> Problem.unknown(request.text("asof.nothing")));
        return new Reports()
                .json(
                        situation,
                        request.now().refused(situation),
                        request.words().locale());
    }

    private static String claims(Request request) {
        Optional<String> kind = request.given("kind");
        if (kind.isPresent() && !KINDS.contains(kind.get()))
            throw Problem.badValue("kind", request.text("problem.kind", kind.get(), String.join(", ", KINDS)));
        List<String> lines = new ArrayList<>();
        for (Claim.Claims page : pagesOfClaims(request)) {
            List<Claim> wanted = page.claims().stream()
                    .filter(c -> kind.isEmpty() || kind.get().equals(c.kind()))
                    .toList();
            lines.addAll(ClaimRecord.lines(new Claim.Claims(page.article(), wanted, List.of())));
        }
        return page(request, lines, Function.identity());
    }

    private static List<Claim.Claims> pagesOfClaims(Request request) {
        Optional<String> key = request.given("page");
        if (key.isPresent())
            return List.of(request.now()
                    .page(key.get())
                    .orElseThrow(() -> Problem.unknown(request.text("problem.page", key.get()))));
        if (request.given("crisis").isPresent()) {
            Set<String> pages = SituationPage.wanted(request).articles().stream()
                    .map(Article::page)
                    .collect(Collectors.toSet());
            return request.now().crisisOf(request.needed("crisis")).orElseThrow().judged().pages().stream()
                    .filter(p -> pages.contains(p.article().page()))
                    .toList();
        }
        if (!request.now().few()) throw Problem.badValue("crisis", request.text("problem.large"));
        return request.now().all().stream()
                .flatMap(c -> c.judged().pages().stream())
                .sorted(Comparator.comparing(p -> p.article().page()))
                .toList();
    }

    private static String claim(Request request) {
        String id = request.context().pathParam("id");
        return record(request.now()
                .claim(id, request.given("page"))
                .orElseThrow(() -> Problem.unknown(request.text("problem.claim", id)
                        + (request.now().few() ? "" : "; " + request.text("problem.claim.page")))));
    }

    private static String record(Crisis.Found found) {
        return ClaimRecord.lines(new Claim.Claims(found.page().article(), List.of(found.claim()), List.of()))
                .getFirst();
    }

    private static String pages(Request request) {
        Optional<String> key = request.given("page");
        List<Shelf.Neighbour> wanted = request.now().versions().stream()
                .filter(v -> key.isEmpty() || key.get().equals(v.page()))
                .toList();
        if (key.isPresent() && wanted.isEmpty()) throw Problem.unknown(request.text("problem.page", key.get()));
        return page(
                request,
                wanted,
                v -> request.room()
                        .at(request.now().sequence(), d -> d.page(v.page()))
                        .map(p -> ArticleRecord.line(p.article()))
                        .orElse("{}"));
    }

    private static String search(Request request) {
        List<Claim> found = Search.find(request.now(), request.needed("q"), request.words(), MOST).stream()
                .map(Search.Hit::claim)
                .toList();
        return page(
                request,
                found,
                c -> record(request.now()
                        .claim(c.id(), Optional.of(c.evidence().page()))
                        .orElseThrow()));
    }

    private static String entries(Request request) {
        int limit = request.number("limit", PAGE, 1, MOST);
        int offset = request.number("offset", 0, 0, Integer.MAX_VALUE);
        return page(
                request,
                request.now().sequence(),
                offset,
                request.now().entries(offset, limit),
                r -> Json.object(j -> {
                    j.put("sequence", r.sequence()).put("at", r.at().toString()).put("hash", r.hash());
                    j.put("entry", r.entry().getClass().getSimpleName());
                }));
    }

    private static String changes(Request request) {
        Situation situation = SituationPage.wanted(request);
        Crisis crisis = request.now().crisisOf(situation.crisis()).orElseThrow();
        long last = request.now().sequence();
        long from = ChangesPage.since(request).orElse(0L);
        if (from > last)
            throw Problem.badValue(
                    "since", request.text("problem.since.later", Long.toString(from), Long.toString(last)));
        List<Recorded> entries = ChangesPage.entries(request.now(), from, last);
        return page(
                request,
                Past.changes(request.now(), crisis, from, last),
                c -> ChangeRecord.of(c, Cause.of(c, entries)));
    }

    /** One page of {@code all}: "items", how many there are in all, and the address of the next page where there is one. */
    private static <T> String page(Request request, List<T> all, Function<T, String> write) {
        int limit = request.number("limit", PAGE, 1, MOST);
        int offset = request.number("offset", 0, 0, Integer.MAX_VALUE);
        int from = Math.min(offset, all.size());
        return page(request, all.size(), offset, all.subList(from, from + Math.min(limit, all.size() - from)), write);
    }

    private static <T> String page(Request request, long total, int offset, List<T> items, Function<T, String> write) {
        StringBuilder out = new StringBuilder("{\"total\":").append(total);
        if (offset + items.size() < total && !items.isEmpty())
            out.append(",\"next\":\"")
                    .append(request.with("offset", Integer.toString(offset + items.size())))
                    .append('"');
        return out.append(",\"items\":[")
                .append(String.join(",", items.stream().map(write).toList()))
                .append("]}")
                .toString();
    }
}
