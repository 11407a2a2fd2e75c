package org.sitrep.acquire;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells somebody of every byte that is read or skipped; cannot go back. */
final class Counted extends FilterInputStream {
    private final Tally tally;

    /** Told how many bytes went by; may stop the reading. */
    @FunctionalInterface
    interface Tally {
        void add(long bytes) throws IOException;
    }

    Counted(InputStream in, Tally tally) {
        super(in);
        this.tally = tally;
    }

    /** As a tally that never stops. */
    static Counted telling(InputStream in, LongConsumer tally) {
        return new Counted(in, tally::accept);
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        if (one >= 0) tally.add(1);
        return one;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int n = in.read(bytes, from, most);
        if (n > 0) tally.add(n);
        return n;
    }

    @Override
    public long skip(long most) throws IOException {
        long n = in.skip(most);
        tally.add(n);
        return n;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
