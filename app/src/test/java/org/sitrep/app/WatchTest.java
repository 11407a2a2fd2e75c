package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages and feeds from a server on this machine into a ledger. */
class WatchTest {
    @TempDir
    Path folder;

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;
    private String ledger = "";

    @BeforeEach
    void serve() throws IOException {
        ledger = folder.resolve("a.db").toString();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] page =
                    pages.getOrDefault(exchange.getRequestURI().getPath(), "").getBytes(StandardCharsets.UTF_8);
            String type = exchange.getRequestURI().getPath().endsWith(".xml")
                    ? "application/xml"
                    : "text/html; charset=utf-8";
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(page.length == 0 ? 404 : 200, page.length == 0 ? -1 : page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String html(String sentence) {
        return "<html lang=en><head><title>Arrests</title></head><body><article><h1>Arrests</h1><p>" + sentence
                + "</p></article></body></html>";
    }

    @Test
    void aPageIsFetchedKeptReadAndShownAgainFromItsArchive() {
        pages.put("/a", html("Police detained 1,700 people in Almaty on 12 January 2022, the ministry said."));
        assertThat(Run.of("add", ledger, address("/a"), "--allow-private")).isEqualTo(new Run(0, "1 added\n", ""));
        assertThat(Run.of("claims", ledger).out()).contains("detained 1700").contains(address("/a"));
        String archive = folder.resolve("a.warc.gz").toString();
        assertThat(Run.of("warc", ledger, "-o", archive).out()).isEqualTo("1 answer\n");
        assertThat(Run.of("claims", archive).out())
                .isEqualTo(Run.of("claims", ledger).out());
        pages.put("/a", html("Police detained 1,900 people in Almaty on 12 January 2022, the ministry said."));
        assertThat(Run.of("add", ledger, address("/a"), "--allow-private").out())
                .isEqualTo("1 changed (a new version each)\n");
        assertThat(Run.of("claims", archive).out()).contains("detained 1700");
        assertThat(Run.of("warc", ledger, "-o", archive).out()).isEqualTo("2 answers\n");
        assertThat(Run.of("verify", ledger).code()).isZero();
        assertThat(Run.of("takedown", ledger, address("/a"), "--by", "ana", "--why", "asked")
                        .code())
                .isZero();
        assertThat(Run.of("warc", ledger, "-o", archive).out()).isEqualTo("0 answers\n");
    }

    @Test
    void aFeedsPagesAreFetchedAndWhatIsGoneIsKeptAsTheFeedSaidIt() {
        pages.put("/a", html("Police detained 1,700 people in Almaty on 12 January 2022, the ministry said."));
        pages.put(
                "/feed.xml",
                "<rss><channel><title>Valley Post</title><item><title>Arrests</title><link>" + address("/a")
                        + "</link><description>Many held.</description></item><item><title>Gone</title><link>"
                        + address("/gone")
                        + "</link><description>Two people were killed in Almaty, police said.</description></item></channel></rss>");
        Run run = Run.of("watch", ledger, address("/feed.xml"), "--once", "--allow-private");
        assertThat(run.out()).isEqualTo("2 added\n");
        assertThat(run.err()).contains(address("/gone") + ": cannot be fetched: the server answers 404");
        assertThat(Run.of("claims", ledger).out())
                .contains("detained 1700", "killed 2")
                .doesNotContain("Many held");
        assertThat(Run.of("watch", ledger, address("/feed.xml"), "--once", "--allow-private")
                        .out())
                .isEqualTo("nothing added\n");
    }

    @Test
    void aSitemapsPagesAreFetched() {
        pages.put("/a", html("Police detained 1,700 people in Almaty on 12 January 2022, the ministry said."));
        pages.put(
                "/map.xml",
                "<?xml version=\"1.0\"?><urlset xmlns:news=\"n\"><url><loc>" + address("/a")
                        + "</loc><news:news><news:publication_date>2022-01-12</news:publication_date></news:news></url></urlset>");
        pages.put(
                "/index.xml",
                "<?xml version=\"1.0\"?><sitemapindex><sitemap><loc>" + address("/map.xml")
                        + "</loc></sitemap></sitemapindex>");
        assertThat(Run.of("watch", ledger, address("/index.xml"), "--once", "--allow-private")
                        .out())
                .isEqualTo("1 added\n");
    }
}
