package org.sitrep.web;

import io.javalin.http.sse.SseClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Tells every open page that the ledger has a new entry (server-sent events, HTML Living Standard). */
final class Events {
    private final Queue<SseClient> listening = new ConcurrentLinkedQueue<>();

    /** Keeps {@code client} told until it goes away. */
    void join(SseClient client) {
        client.keepAlive();
        client.onClose(() -> listening.remove(client));
        listening.add(client);
    }

    /** Entry {@code sequence} is now the ledger's last. */
    void changed(long sequence) {
        for (SseClient client : listening) client.sendEvent("changed", Long.toString(sequence));
    }
}
