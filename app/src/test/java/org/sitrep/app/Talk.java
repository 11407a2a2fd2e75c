package org.sitrep.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sitrep.Pipeline;
import org.sitrep.web.Assistant;

/** An assistant in this process, spoken to line by line as a client of the Model Context Protocol does. */
final class Talk implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final String HELLO = """
            {"jsonrpc":"2.0","id":"hello","method":"initialize","params":{"protocolVersion":"2025-06-18",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}""";

    private final OutputStream to;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private int asked;

    Talk(String ledger, Pipeline pipeline) {
        try {
            Pipe in = Pipe.open();
            Pipe out = Pipe.open();
            to = Channels.newOutputStream(in.sink());
            start(() -> Assistant.serve(
                    ledger,
                    pipeline,
                    "test",
                    Channels.newInputStream(in.source()),
                    Channels.newOutputStream(out.sink())));
            BufferedReader lines = new BufferedReader(
                    new InputStreamReader(Channels.newInputStream(out.source()), StandardCharsets.UTF_8));
            start(() -> lines.lines().forEach(heard::add));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        say(HELLO);
        answer("\"hello\"");
        say("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}");
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static void start(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (InterruptedException | UncheckedIOException end) {
                // The other end of a pipe has gone: the talk is over.
            }
        });
    }

    /** What a tool answers; its arguments are a JSON object. */
    String tool(String name, String arguments) {
        String id = Integer.toString(++asked);
        say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"tools/call\",\"params\":{\"name\":\"" + name
                + "\",\"arguments\":" + arguments + "}}");
        return answer(id);
    }

    /** Says anything at all; a line break in it ends one message and begins the next. */
    void say(String line) {
        try {
            to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it still answers, whatever was said before. */
    String ping() {
        String id = "\"ping-" + ++asked + "\"";
        say("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"ping\"}");
        return answer(id);
    }

    private String answer(String id) {
        try {
            for (String line = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                    line != null;
                    line = heard.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                if (line.contains("\"id\":" + id + ",") || line.contains("\"id\":" + id + "}")) return line;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new AssertionError("no answer to " + id);
    }

    @Override
    public void close() throws IOException {
        to.close();
    }
}
