package org.sitrep.acquire.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A real server on this machine's own address that says exactly what a test tells it to, true or not. */
final class OddServer implements AutoCloseable {
    private final ServerSocket socket = open();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Writes what is sent for a request, of which it gets the head. */
    @FunctionalInterface
    interface Answer {
        void write(String request, OutputStream out) throws IOException, InterruptedException;
    }

    OddServer() {
        Thread.ofVirtual().start(this::serve);
    }

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    String address(String path) {
        return "http://news.test:" + port() + path;
    }

    /** Paths asked for, in order. */
    List<String> asked() {
        return asked;
    }

    OddServer on(String path, Answer answer) {
        answers.put(path, answer);
        return this;
    }

    OddServer on(String path, String answer) {
        return on(path, (request, out) -> out.write(answer.getBytes(StandardCharsets.ISO_8859_1)));
    }

    OddServer page(String path, String html) {
        return on(path, ok("text/html; charset=utf-8", html));
    }

    static String ok(String type, String body) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                Thread.ofVirtual().start(() -> answer(one));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void answer(Socket one) {
        try (one) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.ISO_8859_1));
            StringBuilder request = new StringBuilder();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine())
                request.append(line).append('\n');
            if (request.isEmpty()) return;
            String path = request.toString().split(" ")[1];
            asked.add(path);
            Answer answer = answers.getOrDefault(
                    path,
                    (r, out) -> out.write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.ISO_8859_1)));
            answer.write(request.toString(), one.getOutputStream());
            one.getOutputStream().flush();
        } catch (IOException | InterruptedException e) {
            // the other side has had enough
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
