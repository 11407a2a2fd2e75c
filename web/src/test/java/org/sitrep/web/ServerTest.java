package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;

/** The server over a real ledger of the example crisis, asked over HTTP as a browser asks. */
class ServerTest {
    @TempDir
    static Path folder;

    private static Server server;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @BeforeAll
    static void open() {
        Path home = Path.of(System.getProperty("sitrep.home"));
        List<Ledger.Addition> pages = new ArrayList<>();
        Inputs.readAll(List.of(home.resolve("examples/kazakhstan-2022").toString()), acquired -> {
            if (acquired instanceof Acquired.Arrived a) pages.add(new Ledger.Addition(a.page(), a.original()));
        });
        Path ledger = folder.resolve("example.db");
        try (Ledger opened = SqliteLedger.open(ledger, Clock.systemUTC())) {
            opened.add(pages);
        }
        server = Server.start(
                ledger.toString(), Pipeline.load(home.resolve("languages")), Access.loopback(0), line -> {});
    }

    @AfterAll
    static void close() {
        server.close();
    }

    private static HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(server.address()).resolve(path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a browser without cookies gets that prefers {@code languages}. */
    private static String plain(String path, String languages) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(server.address()).resolve(path))
                    .header("Accept-Language", languages)
                    .build();
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> post(String path, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((k, v) -> pairs.add(Request.to("", k, v).substring(1)));
        return send(HttpRequest.newBuilder(URI.create(server.address()).resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    /** Every address of this server that {@code html} links to. */
    private static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher m = Pattern.compile("href=\"(/[^\"#]*)").matcher(html);
        while (m.find()) links.add(m.group(1).replace("&amp;", "&"));
        return links;
    }

    private static String first(String html, String start) {
        return links(html).stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    }

    private static String situation() {
        return first(get("/crises").body(), "/situation");
    }

    private static String token() {
        Matcher m = Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"")
                .matcher(get("/add").body());
        assertThat(m.find()).isTrue();
        return m.group(1);
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
            HttpResponse<String> answer = get(path);
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
                open.addAll(links(answer.body()));
            }
        }
        assertThat(seen)
                .anyMatch(s -> s.startsWith("/history"))
                .anyMatch(s -> s.startsWith("/origins"))
                .anyMatch(s -> s.startsWith("/export"));
    }

    @Test
    void aNumberOpensItsSentenceInItsPageWithTheChainBehindIt() {
        String page = get(first(get(situation()).body(), "/claim")).body();
        assertThat(page)
                .contains("id=\"claim\"")
                .contains(" chosen\"")
                .contains("Who told whom")
                .contains("name=\"decision\"");
    }

    @Test
    void theReportAsOfADayHoldsOnlyWhatWasPublishedByThen() {
        assertThat(get(situation()).body()).contains("12,000");
        HttpResponse<String> then = get(situation() + "&as-of=2022-01-09");
        assertThat(then.body()).contains("As of 9 January 2022").doesNotContain("12,000");
    }

    @Test
    void aJudgementChangesTheReportAndCanBeUndone() {
        String claims = get("/api/v1/claims?kind=figure&limit=1000").body();
        Matcher m =
                Pattern.compile("\"id\":\"([0-9a-f]{16})\"[^{}]*\"value\":748").matcher(claims);
        assertThat(m.find()).isTrue();
        String id = m.group(1);
        assertThat(get(situation()).body()).contains(">748</a>");
        HttpResponse<String> answer = post(
                "/judge",
                Map.of(
                        "token",
                        token(),
                        "id",
                        id,
                        "decision",
                        "rejected",
                        "by",
                        "Ana María; desk 2",
                        "note",
                        "counts cars"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(get(situation()).body()).doesNotContain(">748</a>");
        assertThat(get("/claim?id=" + id).body())
                .contains("Rejected by a person")
                .contains("value=\"Ana María; desk 2\"");
        String trail = get("/judgements").body();
        assertThat(trail).contains("counts cars").contains("Ana");
        Matcher entry = Pattern.compile("name=\"entry\" value=\"([0-9]+)\"").matcher(trail);
        assertThat(entry.find()).isTrue();
        assertThat(post("/undo", Map.of("token", token(), "entry", entry.group(1), "by", "Ana"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(get(situation()).body()).contains(">748</a>");
    }

    @Test
    void pastedTextBecomesAPageAndSaysWhatWasReadAndRefused() {
        String boundary = "sitrep-boundary";
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = Map.of(
                "token", token(),
                "name", "<script>alert(1)</script>",
                "text",
                        "Quayside Gazette, 3 March 2021\n\nThe ferry office said 31 people were killed when the boat sank. <script>alert(2)</script> The call came at 13h00.");
        fields.forEach((k, v) -> body.append(
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + k + "\"\r\n\r\n" + v + "\r\n"));
        body.append("--" + boundary + "--\r\n");
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(server.address()).resolve("/add"))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(HttpRequest.BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(body.toString().getBytes(StandardCharsets.UTF_8))))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).contains("added").contains("1 claim").doesNotContain("<script>alert");
        String page = get(first(answer.body(), "/page")).body();
        assertThat(page).contains("31 people were killed").doesNotContain("<script>alert");
    }

    @ParameterizedTest
    @CsvSource({
        "/situation?crisis=none, 404, no crisis",
        "/situation, 400, crisis",
        "/claim?id=0, 404, no claim",
        "/page?key=x, 404, no page",
        "/api/v1/claims?limit=0, 400, limit",
        "/api/v1/claims?limit=many, 400, limit",
        "/api/v1/crises?as-of=yesterday, 400, as-of",
        "/api/v1/claims/none, 404, no claim",
        "/api/v1/claims?kind=rumour, 400, rumour",
        "/api/v1/claims?page=none, 404, no page",
        "/api/v1/situation, 400, crisis",
        "/api/v1/nowhere/else, 404, nowhere",
        "/api/try?path=/nowhere, 400, nowhere",
        "/nowhere, 404, nowhere",
        "/api/v1/nowhere, 404, nowhere"
    })
    void whatCannotBeAnsweredSaysWhy(String path, int status, String words) {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        boolean api = path.startsWith("/api/v1");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(api ? "application/problem+json" : "text/html");
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedAsTooLarge() throws IOException {
        URI here = URI.create(server.address());
        try (Socket socket = new Socket("127.0.0.1", here.getPort())) {
            socket.getOutputStream()
                    .write(
                            ("POST /add HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                            + (Server.MOST_UPLOAD + 1) + "\r\nConnection: close\r\n\r\ntext=")
                                    .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);
            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void theFrontDoorLeadsOnToTheCrises() {
        HttpResponse<String> answer = get("/");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).matches("/(crises|situation).*");
    }

    @Test
    void theInterfaceSpeaksTheReadersLanguage() {
        assertThat(get("/guide?lang=fr").body()).contains("Les dix premières minutes");
        assertThat(get("/guide?lang=en").body()).contains("The first ten minutes");
        assertThat(plain("/guide", "fr-CA,fr;q=0.9,en;q=0.5"))
                .contains("lang=\"fr\"")
                .contains("Les dix premières minutes");
        assertThat(plain("/guide", "xx")).contains("The first ten minutes");
    }

    @Test
    void anotherSiteCanNeitherAskNorPost() throws IOException {
        URI here = URI.create(server.address());
        try (Socket socket = new Socket("127.0.0.1", here.getPort())) {
            socket.getOutputStream()
                    .write("GET /crises HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 403")
                    .contains("answers by the names")
                    .doesNotContain("<main");
        }
        assertThat(post("/judge", Map.of("id", "x", "decision", "accepted", "by", "a", "note", "b"))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> foreign = send(HttpRequest.newBuilder(here.resolve("/undo"))
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + token() + "&entry=1&by=a"))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    @Test
    void theApiAnswersAsItsDescriptionSays() {
        String described = get("/api/v1/openapi.json").body();
        Matcher paths = Pattern.compile("\n    \"(/[a-z]+)\": \\{").matcher(described);
        int asked = 0;
        String crisis = situation().replaceFirst(".*\\?", "");
        while (paths.find()) {
            if (paths.group(1).equals("/export")) continue; // a file, without an entity tag
            HttpResponse<String> answer = get("/api/v1" + paths.group(1) + "?q=killed&" + crisis);
            assertThat(answer.statusCode()).as(paths.group(1)).isEqualTo(200);
            asked++;
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(get("/api/v1" + paths.group(1) + "?q=killed&" + crisis, "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
        }
        assertThat(asked).isGreaterThanOrEqualTo(7);
        assertThat(get("/api/v1/export?form=csv&" + crisis).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/export?form=odd&" + crisis).body()).contains("\"field\":\"form\"");
        assertThat(get("/api/v1/export?form=csv&private-names=odd&" + crisis).body())
                .contains("\"field\":\"private-names\"");
        assertThat(get("/api/try?path=/claims&kind=figure&limit=2")
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .isEqualTo("/api/v1/claims?kind=figure&limit=2");
        assertThat(get("/api/v1/claims?limit=2").body()).contains("\"next\":\"/api/v1/claims?limit=2&offset=2\"");
    }

    @Test
    void privateNamesCannotBeSearchedButPublicOnesCan() {
        assertThat(get("/search?q=Tokayev").body()).doesNotContain(">0 claims<");
        assertThat(get("/search?q=killed").body()).doesNotContain(">0 claims<");
        assertThat(get("/search?q=%3Cscript%3E").body()).contains(">0 claims<").doesNotContain("<script>");
    }
}
