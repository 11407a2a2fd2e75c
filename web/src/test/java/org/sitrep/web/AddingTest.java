package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages given by their addresses, and the look of a page beside what was read from it. */
class AddingTest {
    private static final String STORY =
            "<!doctype html><html lang=\"en\"><head><title>Ferry sinks off Port Merrow</title>"
                    + "<meta property=\"og:site_name\" content=\"Merrow Mail\"><script>alert(1)</script></head><body><article>"
                    + "<h1 onclick=\"alert(2)\">Ferry sinks off Port Merrow</h1><p>3 March 2021</p><p>The harbour office said on Wednesday that 31"
                    + " people were killed when the ferry sank.</p><p>Write to desk@merrow.example</p><a href=\"javascript:alert(3)\">More</a>"
                    + "<img src=\"https://elsewhere.example/eye.gif\"></article></body></html>";

    @TempDir
    Path folder;

    /** A web server on this machine that has one story. */
    private static HttpServer outlet() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean story = exchange.getRequestURI().getPath().equals("/ferry");
            byte[] body = (story ? STORY : "gone").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", story ? "text/html; charset=utf-8" : "text/plain");
            exchange.sendResponseHeaders(story ? 200 : 404, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String results(Reader reader, HttpResponse<String> answer) throws InterruptedException {
        if (answer.statusCode() == 200) return answer.body();
        String job = answer.headers().firstValue("Location").orElseThrow();
        for (int i = 0; i < 150; i++) {
            String body = reader.get(job).body();
            if (!body.contains("data-job")) return body;
            Thread.sleep(200);
        }
        throw new AssertionError("the addition does not end");
    }

    @Test
    void anAddressIsAskedAndWhatBecameOfItIsTold() throws Exception {
        HttpServer outlet = outlet();
        String here = "http://127.0.0.1:" + outlet.getAddress().getPort();
        try (Reader reader = new Reader(folder, "herat-2023", true)) {
            String told = results(
                    reader, reader.post("/add", Map.of("address", here + "/ferry " + here + "/none ftp://x.example/")));
            assertThat(told)
                    .contains("/ferry")
                    .contains("1 claim")
                    .contains("Refused:")
                    .contains("/none")
                    .contains("is no address");
            String key = told.replaceFirst("(?s).*href=\"(/page\\?key=[^\"]*)\".*", "$1");
            assertThat(reader.get(key).body()).contains("31 people").contains("look=1");
            HttpResponse<String> look = reader.get(key.replace("/page", "/raw"));
            assertThat(look.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'")
                    .endsWith("sandbox");
            assertThat(look.body())
                    .contains("Ferry sinks")
                    .doesNotContain("alert")
                    .doesNotContain("elsewhere.example")
                    .doesNotContain("desk@merrow.example");
        } finally {
            outlet.stop(0);
        }
    }

    @Test
    void addressesOfThisMachineAreRefusedUnlessTheyAreAllowed() throws Exception {
        HttpServer outlet = outlet();
        try (Reader reader = new Reader(folder, "herat-2023")) {
            String address = "http://127.0.0.1:" + outlet.getAddress().getPort() + "/ferry";
            assertThat(results(reader, reader.post("/add", Map.of("address", address))))
                    .contains("Refused:")
                    .doesNotContain("1 claim");
        } finally {
            outlet.stop(0);
        }
    }

    @Test
    void anAdditionNobodyBeganIsUnknown() {
        try (Reader reader = new Reader(folder, "herat-2023")) {
            assertThat(reader.get("/add?job=0").statusCode()).isEqualTo(404);
            assertThat(reader.get("/raw?key=none").statusCode()).isEqualTo(404);
        }
    }
}
