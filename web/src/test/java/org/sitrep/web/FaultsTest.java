package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked wrongly, by strangers, or of a ledger in trouble gets an answer that says why. */
class FaultsTest extends OverTheExample {
    @ParameterizedTest
    @CsvSource({
        "/situation?crisis=none, 404, no crisis",
        "/situation, 400, crisis",
        "/situation?crisis=balkan-mirror-csto&as-of=2022-13-45, 400, in the field as-of",
        "/export?crisis=balkan-mirror-csto&form=exe, 400, claimreview",
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
        HttpResponse<String> answer = site.get(path);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
        boolean api = path.startsWith("/api/v1");
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith(api ? "application/problem+json" : "text/html");
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedAsTooLarge() throws IOException {
        URI here = site.address();
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
    void anotherSiteCanNeitherAskNorPost() throws IOException {
        URI here = site.address();
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
        HttpResponse<String> blind = site.send(HttpRequest.newBuilder(here.resolve("/judge"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("id=x&decision=accepted&by=a&note=b"))
                .build());
        assertThat(blind.statusCode()).isEqualTo(403);
        HttpResponse<String> foreign = site.send(HttpRequest.newBuilder(here.resolve("/undo"))
                .header("Origin", "https://elsewhere.example")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("token=" + site.token() + "&entry=1&by=a"))
                .build());
        assertThat(foreign.statusCode()).isEqualTo(403);
    }

    /** A ledger that breaks while it is served is named to whoever asks, on a page and to a program alike. */
    @Test
    void aBrokenLedgerIsNamed(@TempDir Path elsewhere) throws SQLException {
        try (Reader broken = new Reader(elsewhere, "herat-2023")) {
            assertThat(broken.get("/crises").statusCode()).isEqualTo(200);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + broken.ledger);
                    Statement statement = connection.createStatement()) {
                statement.execute("alter table entries rename to gone");
            }
            for (String path : List.of("/crises", "/api/v1/crises")) {
                HttpResponse<String> answer = broken.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(503);
                assertThat(answer.body()).as(path).contains("site.db").contains("; ");
            }
        }
    }
}
