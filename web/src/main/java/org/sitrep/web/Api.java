package org.sitrep.web;

import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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

    private final Desk desk;
    private final Guard guard;

    Api(Desk desk, Guard guard) {
        this.desk = desk;
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
    }

    private void answer(RoutesConfig routes, String path, Function<Request, String> write) {
        routes.get(ROOT + path, context -> {
            Request request = Request.of(context, desk, guard);
            String tag = "\"" + request.now().sequence() + "-"
                    + Integer.toHexString(String.valueOf(context.queryString()).hashCode()) + "\"";
            context.header("ETag", tag).header("Cache-Control", "no-cache").contentType("application/json");
            if (tag.equals(context.header("If-None-Match"))) context.status(304);
            else context.result(write.apply(request));
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
        return page(
                request,
                request.now().situations(request.asOf()),
                s -> Json.object(j -> {
                    j.put("crisis", s.crisis())
                            .put("title", s.title())
                            .put("pages", s.articles().size());
                    j.put("claims", s.claims().size());
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
        Optional<String> key = request.given("page");
        Optional<Situation> crisis = request.given("crisis").map(c -> SituationPage.wanted(request));
        List<String> lines = new ArrayList<>();
        for (Claim.Claims page : request.now().judged().pages()) {
            if (key.isPresent() && !key.get().equals(page.article().page())) continue;
            List<Claim> wanted = page.claims().stream()
                    .filter(c -> kind.isEmpty() || kind.get().equals(c.kind()))
                    .filter(c -> crisis.isEmpty() || crisis.get().claims().contains(c))
                    .toList();
            lines.addAll(ClaimRecord.lines(new Claim.Claims(page.article(), wanted, List.of())));
        }
        return page(request, lines, Function.identity());
    }

    private static String claim(Request request) {
        String id = request.context().pathParam("id");
        Desk.Found found =
                request.now().claim(id).orElseThrow(() -> Problem.unknown(request.text("problem.claim", id)));
        return ClaimRecord.lines(new Claim.Claims(found.page().article(), List.of(found.claim()), List.of()))
                .getFirst();
    }

    private static String pages(Request request) {
        return page(request, request.now().judged().pages(), p -> ArticleRecord.line(p.article()));
    }

    private static String search(Request request) {
        List<Claim> found = Search.find(request.now(), request.needed("q"), request.words(), MOST);
        return page(request, found, c -> {
            Desk.Found at = request.now().claim(c.id()).orElseThrow();
            return ClaimRecord.lines(new Claim.Claims(at.page().article(), List.of(c), List.of()))
                    .getFirst();
        });
    }

    private static String entries(Request request) {
        return page(
                request,
                request.now().entries(),
                r -> Json.object(j -> {
                    j.put("sequence", r.sequence()).put("at", r.at().toString()).put("hash", r.hash());
                    j.put("entry", r.entry().getClass().getSimpleName());
                }));
    }

    /** One page of {@code all}: "items", how many there are in all, and the address of the next page where there is one. */
    private static <T> String page(Request request, List<T> all, Function<T, String> write) {
        int limit = number(request, "limit", PAGE, 1, MOST);
        int offset = number(request, "offset", 0, 0, Integer.MAX_VALUE);
        List<T> items = all.subList(
                Math.min(offset, all.size()),
                Math.min((int) Math.min((long) offset + limit, Integer.MAX_VALUE), all.size()));
        StringBuilder out = new StringBuilder("{\"total\":").append(all.size());
        if (offset + items.size() < all.size() && !items.isEmpty())
            out.append(",\"next\":\"")
                    .append(request.with("offset", Integer.toString(offset + items.size())))
                    .append('"');
        return out.append(",\"items\":[")
                .append(String.join(",", items.stream().map(write).toList()))
                .append("]}")
                .toString();
    }

    private static int number(Request request, String name, int otherwise, int least, int most) {
        Optional<String> given = request.given(name);
        if (given.isEmpty()) return otherwise;
        try {
            int value = Integer.parseInt(given.get());
            if (value >= least && value <= most) return value;
        } catch (NumberFormatException e) {
            // told below, as for a number out of bounds
        }
        throw Problem.badValue(
                name, request.text("problem.number", name, Integer.toString(least), Integer.toString(most)));
    }
}
