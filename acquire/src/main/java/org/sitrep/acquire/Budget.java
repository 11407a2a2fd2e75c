package org.sitrep.acquire;

import java.io.InputStream;

/**
 * What one file may become when it is unpacked: the bytes that come out of all its layers of compression together, against the
 * bytes of the file that were read for them. News text packs ten times, seldom thirty; a bomb a thousand times for each layer.
 */
final class Budget {
    /** How many layers of archive may lie in one another. */
    static final int DEPTH = 4;

    /** How many bytes may come of one. */
    static final int RATIO = 200;

    /** Bytes that may come out whatever went in: a small file of blanks is no bomb. */
    static final long FREE = 64_000_000;

    private long taken;
    private long given;

    /** The file's own bytes. */
    InputStream file(InputStream in) {
        return Counted.telling(in, n -> taken += n);
    }

    /** Bytes that come out of one layer of compression. Reading throws {@link LimitReached} where the file is a bomb. */
    InputStream unpacked(InputStream in) {
        return new Counted(in, n -> {
            given += n;
            if (given > FREE + RATIO * taken)
                throw new LimitReached("unpacks to more than " + RATIO + " times its size, which is the limit");
        });
    }
}
