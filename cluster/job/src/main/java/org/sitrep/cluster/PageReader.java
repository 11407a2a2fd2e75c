package org.sitrep.cluster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.IteratorResultIterator;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.apache.flink.core.fs.Path;
import org.jspecify.annotations.Nullable;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;

/** The pages of one file. Acquisition hands pages on, Flink asks for them: a thread of its own stands between, a bounded way ahead. */
final class PageReader implements BulkFormat.Reader<Arrival> {
    /** Pages in one portion for Flink. */
    private static final int PORTION = 32;
    /** Characters that may wait; one larger page waits alone. */
    private static final int AHEAD = 4 << 20;

    /** @param name what pages without a name of their own are called by: the path under the argument */
    record Origin(int argument, Path file, String name) {}

    /** A page, or the end of the file, with what broke it off. */
    private record Step(Optional<Arrival> arrival, Optional<RuntimeException> broken) {
        int weight() {
            return Math.min(AHEAD, 1 + arrival.map(a -> a.content().length()).orElse(0));
        }
    }

    private final Origin origin;
    private final InputStream in;
    private final BlockingQueue<Step> steps = new ArrayBlockingQueue<>(4 * PORTION);
    private final Semaphore room = new Semaphore(AHEAD);
    private final Thread thread;
    private long position;
    private boolean ended;

    /** @param done pages and faults that were handed on before */
    PageReader(Origin origin, long done) throws IOException {
        this.origin = origin;
        this.in = new Firm(origin.file().getFileSystem().open(origin.file()));
        this.position = done;
        this.thread = Thread.ofPlatform()
                .daemon()
                .name("pages of " + origin.file().getName())
                .unstarted(() -> run(done));
        thread.start();
    }

    private void run(long done) {
        long[] met = {0};
        try {
            new Inputs(acquired -> {
                        long place = met[0]++;
                        if (place >= done) put(arrival(place, acquired));
                    })
                    .read(in, origin.file().getPath(), origin.name());
            put(new Step(Optional.empty(), Optional.empty()));
        } catch (CancellationException e) {
            // the file was closed before its end
        } catch (RuntimeException e) {
            put(new Step(Optional.empty(), Optional.of(e)));
        }
    }

    private Step arrival(long place, Acquired acquired) {
        return new Step(
                Optional.of(Arrival.of(origin.argument(), origin.file().toString(), place, acquired)),
                Optional.empty());
    }

    private void put(Step step) {
        try {
            room.acquire(step.weight());
            steps.put(step);
        } catch (InterruptedException e) {
            throw new CancellationException();
        }
    }

    @Override
    public BulkFormat.@Nullable RecordIterator<Arrival> readBatch() throws IOException {
        if (ended) return null;
        List<Step> portion = new ArrayList<>();
        try {
            portion.add(steps.take());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + origin.file() + " was read", e);
        }
        steps.drainTo(portion, PORTION);
        List<Arrival> arrivals = new ArrayList<>();
        for (Step step : portion) {
            room.release(step.weight());
            if (step.broken().isPresent())
                throw new IOException(
                        origin.file() + " cannot be read", step.broken().get());
            step.arrival().ifPresentOrElse(arrivals::add, () -> ended = true);
        }
        long from = position;
        position += arrivals.size();
        return arrivals.isEmpty()
                ? null
                : new IteratorResultIterator<>(arrivals.iterator(), RecordAndPosition.NO_OFFSET, from);
    }

    @Override
    public void close() throws IOException {
        thread.interrupt();
        in.close();
    }

    /**
     * A file whose disk or network fails makes the task fail, and Flink read it again; acquisition would take it for a page that
     * cannot be read, and go on without the rest.
     */
    private static final class Firm extends FilterInputStream {
        Firm(InputStream in) {
            super(in);
        }

        @Override
        public int read() {
            try {
                return super.read();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public int read(byte[] to, int from, int length) {
            try {
                return super.read(to, from, length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
