package org.sitrep.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works on all cores and hands the results on in the order in which the work came. Holds a bounded amount of it: who submits
 * waits while the window is full.
 */
final class InOrder<T> implements AutoCloseable {
    /** Characters of pages under way at once, a page's results included; one larger page goes alone. */
    private static final long WINDOW = 4 << 20;

    private static final int TASKS_PER_CORE = 16;

    private record Task<T>(Future<T> result, long weight) {}

    private final ExecutorService workers;
    private final int most;
    private final Consumer<T> sink;
    private final Deque<Task<T>> under = new ArrayDeque<>();
    private long weight;

    /** @param sink told of every result, in order, on the submitting thread */
    InOrder(Consumer<T> sink) {
        int cores = Runtime.getRuntime().availableProcessors();
        this.workers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().daemon().name("page-", 0).factory());
        this.most = TASKS_PER_CORE * cores;
        this.sink = sink;
    }

    /** Adds work that holds about {@code size} characters. */
    void submit(long size, Callable<T> work) {
        while (!under.isEmpty() && (under.size() >= most || weight + size > WINDOW)) takeOne();
        weight += size;
        under.add(new Task<>(workers.submit(work), size));
        while (!under.isEmpty() && under.peek().result.isDone()) takeOne();
    }

    /** Waits for everything submitted. */
    void finish() {
        while (!under.isEmpty()) takeOne();
    }

    private void takeOne() {
        Task<T> task = under.remove();
        weight -= task.weight;
        try {
            sink.accept(task.result.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while pages were read", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) throw error;
            if (e.getCause() instanceof RuntimeException problem) throw problem;
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
