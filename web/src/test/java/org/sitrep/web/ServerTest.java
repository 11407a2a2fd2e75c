package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server over a real ledger of the example crisis, asked over HTTP as a browser asks. */
class ServerTest extends OverTheExample {
    /** What a browser without cookies gets that prefers {@code languages}. */
    private static String plain(String path, String languages) {
        try {
            HttpRequest request = HttpRequest.newBuilder(site.address().resolve(path))
                    .header("Accept-Language", languages)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyPageThatCanBeReachedAnswersAndCarriesTheRules() {
        TreeSet<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(
                List.of(situation(), "/crises", "/add", "/judgements", "/search?q=killed", "/guide", "/api"));
        while (!open.isEmpty()) {
            String path = open.removeLast();
            if (path.equals("/")) continue; // leads to the only crisis, or to their list
            String kind = path.replaceFirst("\\?.*", "");
            if (!seen.add(
                    kind.equals("/claim") || kind.equals("/history") || kind.equals("/page")
                            ? kind
                                    + seen.stream()
                                                    .filter(s -> s.startsWith(kind))
                                                    .count()
                                            / 4
                            : path)) continue;
            HttpResponse<String> answer = site.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .as(path)
                    .contains("default-src 'none'");
            if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")
                    && !path.startsWith("/export")) {
                assertThat(answer.body())
                        .as(path)
                        .contains("<main")
                        .doesNotContain("<script>")
                        .doesNotContain(" style=\"")
                        .doesNotContain("onclick");
                open.addAll(Reader.links(answer.body()));
            }
        }
        assertThat(seen)
                .anyMatch(s -> s.startsWith("/history"))
                .anyMatch(s -> s.startsWith("/origins"))
                .anyMatch(s -> s.startsWith("/export"));
    }

    @Test
    void aNumberOpensItsSentenceInItsPageWithTheChainBehindIt() {
        String page = site.get(site.link(situation(), "/claim")).body();
        assertThat(page)
                .contains("id=\"claim\"")
                .contains(" chosen\"")
                .contains("Who told whom")
                .contains("name=\"decision\"");
    }

    @Test
    void theReportAsOfADayHoldsOnlyWhatWasPublishedByThen() {
        assertThat(site.get(situation()).body()).contains("12,000");
        HttpResponse<String> then = site.get(situation() + "&as-of=2022-01-09");
        assertThat(then.body()).contains("As of 9 January 2022").doesNotContain("12,000");
    }

    @Test
    void aJudgementChangesTheReportAndCanBeUndone() {
        String claims = site.get("/api/v1/claims?kind=figure&limit=1000").body();
        Matcher m =
                Pattern.compile("\"id\":\"([0-9a-f]{16})\"[^{}]*\"value\":748").matcher(claims);
        assertThat(m.find()).isTrue();
        String id = m.group(1);
        assertThat(site.get(situation()).body()).contains(">748</a>");
        HttpResponse<String> answer = site.post(
                "/judge", Map.of("id", id, "decision", "rejected", "by", "Ana María; desk 2", "note", "counts cars"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(site.get(situation()).body()).doesNotContain(">748</a>");
        assertThat(site.get("/claim?id=" + id).body())
                .contains("Rejected by a person")
                .contains("value=\"Ana María; desk 2\"");
        String trail = site.get("/judgements").body();
        assertThat(trail).contains("counts cars").contains("Ana");
        Matcher entry = Pattern.compile("name=\"entry\" value=\"([0-9]+)\"").matcher(trail);
        assertThat(entry.find()).isTrue();
        assertThat(site.post("/undo", Map.of("entry", entry.group(1), "by", "Ana"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(site.get(situation()).body()).contains(">748</a>");
    }

    @Test
    void pastedTextBecomesAPageAndSaysWhatWasReadAndRefused() {
        String boundary = "sitrep-boundary";
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = Map.of(
                "token", site.token(),
                "name", "<script>alert(1)</script>",
                "text",
                        "Quayside Gazette, 3 March 2021\n\nThe ferry office said 31 people were killed when the boat sank. <script>alert(2)</script> The call came at 13h00.");
        fields.forEach((k, v) -> body.append(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + k + "\"\r\n\r\n" + v + "\r\n"));
        body.append("--" + boundary + "--\r\n");
        HttpResponse<String> answer =
                site.send(HttpRequest.newBuilder(site.address().resolve("/add"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8))))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("added").contains("1 claim").doesNotContain("<script>alert");
        String page = site.get(Reader.links(answer.body()).stream()
                        .filter(l -> l.startsWith("/page"))
                        .findFirst()
                        .orElseThrow())
                .body();
        assertThat(page).contains("31 people were killed").doesNotContain("<script>alert");
    }

    @Test
    void theFrontDoorLeadsOnToTheCrises() {
        HttpResponse<String> answer = site.get("/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/(crises|situation).*");
    }

    @Test
    void theInterfaceSpeaksTheReadersLanguage() {
        assertThat(site.get("/guide?lang=fr").body()).contains("Les dix premières minutes");
        assertThat(site.get("/guide?lang=en").body()).contains("The first ten minutes");
        assertThat(plain("/guide", "fr-CA,fr;q=0.9,en;q=0.5"))
                .contains("lang=\"fr\"")
                .contains("Les dix premières minutes");
        assertThat(plain("/guide", "xx")).contains("The first ten minutes");
    }

    @Test
    void privateNamesCannotBeSearchedButPublicOnesCan() {
        assertThat(site.get("/search?q=Tokayev").body()).doesNotContain(">0 claims<");
        assertThat(site.get("/search?q=killed").body()).doesNotContain(">0 claims<");
        assertThat(site.get("/search?q=%3Cscript%3E").body())
                .contains(">0 claims<")
                .doesNotContain("<script>");
    }
}
