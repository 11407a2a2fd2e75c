package org.sitrep.web;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;

/** Somebody who asks a server over a ledger of one example, over HTTP as a browser asks. */
final class Reader implements AutoCloseable {
    static final Pipeline PIPELINE = Pipeline.load(Site.HOME.resolve("languages"));

    final String ledger;
    private final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    /** A ledger in {@code folder} with the pages of one of the project's examples. */
    Reader(Path folder, String example) {
        this(folder, example, false);
    }

    /** @param allowPrivate whether the server may fetch from this machine */
    Reader(Path folder, String example, boolean allowPrivate) {
        ledger = folder.resolve("site.db").toString();
        add(Site.HOME.resolve("examples").resolve(example));
        server = Server.start(ledger, PIPELINE, Access.loopback(0), line -> {}, allowPrivate);
    }

    /** Adds pages as another process does. */
    void add(Path pages) {
        List<Ledger.Addition> all = new ArrayList<>();
        Inputs.readAll(List.of(pages.toString()), acquired -> {
            if (acquired instanceof Acquired.Arrived a) all.add(new Ledger.Addition(a.page(), a.original()));
        });
        try (Ledger opened = SqliteLedger.open(Path.of(ledger), Clock.systemUTC())) {
            opened.add(all);
        }
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address().resolve(path));
        if (headers.length > 0) request.headers(headers);
        return send(request.build());
    }

    /** Where the server is found. */
    URI address() {
        return URI.create(server.address());
    }

    /** The first address of this server that the page at {@code path} links to and that begins with {@code start}. */
    String link(String path, String start) {
        return links(get(path).body()).stream()
                .filter(l -> l.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** Every address of this server that {@code html} links to. */
    static List<String> links(String html) {
        List<String> links = new ArrayList<>();
        Matcher m = Pattern.compile("href=\"(/[^\"#]*)").matcher(html);
        while (m.find()) links.add(m.group(1).replace("&amp;", "&"));
        return links;
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((k, v) -> pairs.add(Request.to("", k, v).substring(1)));
        pairs.add("token=" + token());
        return send(HttpRequest.newBuilder(address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)))
                .build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** What a form carries that this browser may send. */
    String token() {
        Matcher m = Pattern.compile("name=\"token\" value=\"([0-9a-f]{32})\"")
                .matcher(get("/add").body());
        if (!m.find()) throw new AssertionError("the form to add pages carries no token");
        return m.group(1);
    }

    /** The id of the only crisis. */
    String crisis() {
        Matcher m = Pattern.compile("\"crisis\":\"([^\"]*)\"")
                .matcher(get("/api/v1/crises").body());
        if (!m.find()) throw new AssertionError("no crisis");
        return m.group(1);
    }

    @Override
    public void close() {
        server.close();
    }
}
