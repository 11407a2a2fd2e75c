package org.sitrep.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
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
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.web.Access;
import org.sitrep.web.Server;

/** A server over an example crisis, asked one address after the other; it lasts as long as the process does. */
final class Asked {
    static final String HOST = "localhost";

    /** The only one of its process. */
    static final Asked SERVER = new Asked();

    /** Characters that stand for themselves in a path and a query (RFC 3986). */
    private static final String PLAIN = "/?&=-._~";

    /** What a browser got with the form, and sends back with it. */
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    final String ledger;
    private final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Asked() {
        Path home = Path.of(System.getProperty("sitrep.home", ".."));
        try {
            Path file = Files.createTempDirectory("sitrep-asked-").resolve("example.db");
            file.toFile().deleteOnExit();
            ledger = file.toString();
            List<Ledger.Addition> pages = new ArrayList<>();
            Inputs.readAll(List.of(home.resolve("examples/herat-2023").toString()), a -> {
                if (a instanceof Acquired.Arrived arrived) pages.add(Ledger.Addition.of(arrived.page()));
            });
            try (Ledger open = SqliteLedger.open(file, Clock.systemUTC())) {
                open.add(pages);
            }
            server = Server.start(ledger, Pipeline.load(home.resolve("languages")), Access.loopback(0), line -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("no server to ask", e);
        }
    }

    /** The answer to a path and a query below the API's root, one byte a character. */
    HttpResponse<String> ask(String question) throws IOException, InterruptedException {
        URI address = URI.create(server.address()).resolve("/api/v1/" + escaped(question));
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The answer to a form that carries the token it was given. */
    HttpResponse<String> send(String form, String type, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(server.address()).resolve(form))
                .header("Content-Type", type)
                .header("Cookie", "sitrep-token=" + TOKEN)
                .header("X-Sitrep-Token", TOKEN)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            // The server has closed the connection behind its answer to what went before, which it may (RFC 9112, 9.6).
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String escaped(String question) {
        StringBuilder out = new StringBuilder();
        boolean query = false;
        for (byte b : question.getBytes(StandardCharsets.ISO_8859_1)) {
            char c = (char) (b & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0 && !(query && c == '?'));
            if (plain) out.append(c);
            else out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            query |= c == '?';
        }
        return out.toString();
    }
}
