package org.sitrep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The web page, asked from this process while another serves it: how soon it is there, what a page weighs, how it answers under load. */
final class WebSpeed {
    private static final int A_SECOND = 50;
    private static final int SECONDS = 20;
    private static final Pattern ADDRESS = Pattern.compile("(http://localhost:[0-9]+/)");
    private static final Pattern LINK = Pattern.compile("(?:href|src)=\"(/[^\"#]*)");

    private final Path home;
    private final List<String> ledger;
    private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    private URI address = URI.create("http://localhost/");

    /** @param ledger its name, or nothing: the example crisis is served */
    WebSpeed(Path home, List<String> ledger) {
        this.home = home;
        this.ledger = ledger;
    }

    /** What was measured, a line each. */
    String report() throws Exception {
        List<String> words = new ArrayList<>(List.of("./sitrep", "serve", "--port", "0"));
        words.addAll(ledger);
        long from = System.nanoTime();
        Process server = new ProcessBuilder(words).directory(home.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            Matcher told = ADDRESS.matcher(String.valueOf(said.readLine()));
            if (!told.find()) throw new IOException("the server said no address");
            address = URI.create(told.group(1));
            StringBuilder out = new StringBuilder();
            line(out, "address printed after", seconds(from) + " s");
            long asked = System.nanoTime();
            String crises = body("/crises");
            line(out, "first answer after", seconds(asked) + " s");
            String situation = links(crises).stream().filter(l -> l.startsWith("/situation")).findFirst().orElse("/crises");
            weight(out, situation);
            load(out, situation);
            return out.toString();
        } finally {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
            server.waitFor();
        }
    }

    private static void line(StringBuilder out, String what, String value) {
        out.append(String.format(Locale.ROOT, "%-28s %s%n", what, value));
    }

    private static String seconds(long from) {
        return String.format(Locale.ROOT, "%.2f", (System.nanoTime() - from) / 1e9);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path)).build();
    }

    private String body(String path) throws IOException, InterruptedException {
        return client.send(request(path), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static Set<String> links(String html) {
        Set<String> links = new LinkedHashSet<>();
        Matcher link = LINK.matcher(html);
        while (link.find()) links.add(link.group(1).replace("&amp;", "&"));
        return links;
    }

    /** The page with its style sheets and scripts, as sent without compression. */
    private void weight(StringBuilder out, String situation) throws IOException, InterruptedException {
        long from = System.nanoTime();
        String page = body(situation);
        line(out, "situation page after", seconds(from) + " s");
        int bytes = page.getBytes(StandardCharsets.UTF_8).length;
        for (String asset : links(page))
            if (asset.startsWith("/assets/")) bytes += body(asset).getBytes(StandardCharsets.UTF_8).length;
        line(out, "it weighs with its assets", bytes / 1000 + " kB");
    }

    /** Fifty requests a second, whether or not the last ones were answered; times from the moment each was due. */
    private void load(StringBuilder out, String situation) throws IOException, InterruptedException {
        List<String> paths = new ArrayList<>(List.of(situation, "/crises", "/search?q=killed"));
        links(body(situation)).stream().filter(l -> l.startsWith("/claim")).limit(20).forEach(paths::add);
        for (String path : paths) body(path); // a server that has been up for a while
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < A_SECOND * SECONDS; i++) {
            long due = start + i * 1_000_000_000L / A_SECOND;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            answers.add(client.sendAsync(request(paths.get(i % paths.size())), HttpResponse.BodyHandlers.ofByteArray())
                    .handle((answer, fault) -> fault == null && answer.statusCode() == 200 ? System.nanoTime() - due : -1L));
        }
        long[] all = answers.stream().mapToLong(CompletableFuture::join).toArray();
        long[] good = Arrays.stream(all).filter(t -> t >= 0).sorted().toArray();
        line(out, A_SECOND + " requests/s, " + SECONDS + " s", (all.length - good.length) + " failed");
        for (int percent : new int[] {50, 95, 99})
            line(out, "  p" + percent, good.length == 0 ? "-" : good[Math.min(good.length - 1, good.length * percent / 100)] / 1_000_000 + " ms");
    }
}
