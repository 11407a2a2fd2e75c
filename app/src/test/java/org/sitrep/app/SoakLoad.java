package org.sitrep.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The other process of {@link SoakTest}: a feed server that misbehaves in every way but one, namely that each page it announces can be had; and readers who
 * ask {@code serve} for everything. Commands come on standard input: {@code load ADDRESS}, {@code grow N}, {@code end}.
 */
final class SoakLoad {
    private static final int READERS = 2;
    private static final int PAUSE_MILLISECONDS = 150;
    private static final List<String> ODD =
            List.of("drip", "cut", "error", "loop", "bomb", "liar", "silent", "gone", "garbage");
    private static final List<String> ASKED = List.of(
            "/",
            "/crises",
            "/situation",
            "/search?q=wounded",
            "/judgements",
            "/review",
            "/guide",
            "/map",
            "/api/v1/crises",
            "/api/v1/claims?limit=1000",
            "/api/v1/search?q=dead",
            "/api/v1/entries",
            "/export?form=docx",
            "/export?form=html",
            "/export?form=nothing",
            "/page?key=nothing",
            "/%2e%2e/etc/passwd");

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicInteger answers = new AtomicInteger();
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private SoakLoad() throws IOException {}

    /** Prints its port, then obeys until {@code end}; then says how much it asked, and what went wrong, one fault a line. */
    public static void main(String[] args) throws IOException, InterruptedException {
        SoakLoad load = new SoakLoad();
        Thread.ofVirtual().start(load::serve);
        say(Integer.toString(load.socket.getLocalPort()));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null && !line.equals("end"); line = in.readLine()) {
            if (line.startsWith("load ")) load.read(line.substring(5));
            else if (line.startsWith("grow ")) load.pages.addAndGet(Integer.parseInt(line.substring(5)));
        }
        load.over = true;
        Thread.sleep(Duration.ofSeconds(2));
        say("answers " + load.answers + " rounds " + load.rounds);
        load.faults.stream().limit(20).forEach(SoakLoad::say);
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private void read(String address) {
        for (int i = 0; i < READERS; i++) {
            int first = i;
            Thread.ofPlatform().daemon().start(() -> reader(URI.create(address), first));
        }
    }

    private void reader(URI address, int first) {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofMinutes(1))
                .build()) {
            for (int i = first; !over; i++) {
                String path = ASKED.get(i % ASKED.size());
                HttpRequest request = HttpRequest.newBuilder(
                                URI.create(address.toString().replaceAll("/$", "") + path))
                        .timeout(Duration.ofMinutes(2))
                        .build();
                HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
                answers.incrementAndGet();
                if (answer.statusCode() >= 500) faults.add(path + " was answered " + answer.statusCode());
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLISECONDS);
            }
        } catch (IOException | InterruptedException e) {
            if (!over) faults.add("a reader was left: " + e);
        }
    }

    private void serve() {
        while (!over) {
            try {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> answer(one));
            } catch (IOException e) {
                faults.add("the feed server ended: " + e);
                return;
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
            String first = in.readLine();
            for (String line = first; line != null && !line.isEmpty(); ) line = in.readLine();
            if (first == null) return;
            answer(first.split(" ")[1], one.getOutputStream());
        } catch (IOException | InterruptedException e) {
            // the other side has had enough
        }
    }

    private void answer(String path, OutputStream out) throws IOException, InterruptedException {
        if (path.equals("/feed.xml")) ok(out, "application/rss+xml", feed());
        else if (path.startsWith("/good/")) ok(out, "text/html; charset=utf-8", page(path));
        else if (path.startsWith("/odd/")) odd(path.substring(5, path.indexOf('-')), path, out);
        else send(out, "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    }

    /** All good pages so far, and new odd ones each round. */
    private String feed() {
        int round = rounds.incrementAndGet();
        StringBuilder out = new StringBuilder("<?xml version='1.0'?><rss version='2.0'><channel><title>Soak</title>");
        String odd = ODD.get(round % ODD.size());
        item(out, "/odd/" + odd + "-" + round);
        for (int i = 0; i < pages.get(); i++) item(out, "/good/" + i + ".html");
        item(out, "/odd/" + ODD.get((round + 4) % ODD.size()) + "-b" + round);
        // Every fifth feed is cut off in the middle of an item behind all good ones.
        if (round % 5 != 0) out.append("</channel></rss>");
        else out.append("<item><title>cut");
        return out.toString();
    }

    private void item(StringBuilder out, String path) {
        out.append("<item><title>x</title><link>http://127.0.0.1:")
                .append(socket.getLocalPort())
                .append(path)
                .append("</link></item>");
    }

    private static String page(String path) {
        int number = Integer.parseInt(path.replaceAll("[^0-9]", ""));
        return "<html lang=en><head><title>Flood " + number
                + "</title><meta property='article:published_time' content='2021-03-"
                + (10 + number % 18) + "'></head><body><article><h1>Flood in the valley</h1><p>At least "
                + (20 + number) + " people were killed and " + (100 + number)
                + " wounded in the flood in Kenya, the interior ministry said.</p><p>"
                + "Water stood in the streets. ".repeat(20)
                + "</p></article></body></html>";
    }

    private static void odd(String kind, String path, OutputStream out) throws IOException, InterruptedException {
        switch (kind) {
            case "drip" -> {
                send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
                for (int i = 0; i < 600; i++) {
                    send(out, "x");
                    Thread.sleep(500);
                }
            }
            case "cut" ->
                send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<html><p>12 dead");
            case "error" -> send(out, "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case "loop" ->
                send(
                        out,
                        "HTTP/1.1 302 Found\r\nLocation: " + path
                                + "x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case "bomb" -> {
                send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
                for (int i = 0; i < 3000; i++) send(out, "0123456789abcdef".repeat(1024));
            }
            case "liar" ->
                send(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot at all");
            case "silent" -> Thread.sleep(Duration.ofMinutes(3));
            case "garbage" -> send(out, "\u0000\u0001 no HTTP \r\n\r\n\u00ff");
            default -> send(out, "HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    }

    private static void ok(OutputStream out, String type, String body) throws IOException {
        send(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: "
                        + body.getBytes(StandardCharsets.ISO_8859_1).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
