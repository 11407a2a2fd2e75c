package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.Pipeline;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.model.Page;

/** Nobody private can be searched for: every hidden name of the engine's no-harm cases, asked of a server that holds all their pages. */
class NoHarmSearchTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    @TempDir
    Path folder;

    @Test
    void noHiddenNameFindsAnything() throws IOException, InterruptedException {
        List<String> hidden = new ArrayList<>();
        List<Ledger.Addition> pages = new ArrayList<>();
        try (Stream<Path> files = Files.list(HOME.resolve("engine/src/test/resources/no-harm"))) {
            for (Path file : files.sorted().toList())
                for (String line : Files.readAllLines(file)) {
                    if (!line.startsWith("hidden ")) continue;
                    int bar = line.indexOf(" | ");
                    hidden.add(line.substring(7, bar));
                    pages.add(page(file.getFileName() + "-" + pages.size(), line.substring(bar + 3)));
                }
        }
        Path ledger = folder.resolve("all.db");
        try (Ledger opened = SqliteLedger.open(ledger, Clock.systemUTC())) {
            opened.add(pages);
        }
        Pipeline pipeline = Pipeline.load(HOME.resolve("languages"));
        List<String> found = new ArrayList<>();
        try (Server server = Server.start(ledger.toString(), pipeline, Access.loopback(0), line -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(search(client, server, "killed")).doesNotContain("\"total\":0");
            for (String name : hidden) if (!search(client, server, name).contains("\"total\":0")) found.add(name);
        }
        assertThat(hidden).hasSizeGreaterThan(170);
        assertThat(found).isEmpty();
    }

    private static Ledger.Addition page(String key, String text) {
        String version = String.format(Locale.ROOT, "%064x", key.hashCode() & 0xffffffffL);
        Optional<String> language = Optional.of(key.substring(0, 2));
        Page page = new Page(
                key, version, Page.Format.TEXT, text, Optional.empty(), language, Optional.empty(), Optional.empty());
        return Ledger.Addition.of(page);
    }

    private static String search(HttpClient client, Server server, String words)
            throws IOException, InterruptedException {
        String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
        URI address = URI.create(server.address()).resolve("/api/v1/search?q=" + query);
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
