package org.sitrep.acquire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads lines of bytes without ever holding more than one, nor one longer than {@code limit}. */
final class LineReader {
    /** One line: its number from 1, its bytes without the line end, and its full length, which exceeds the bytes where it was cut. */
    record Line(long number, byte[] bytes, long length) {
        boolean tooLong() {
            return length > bytes.length;
        }
    }

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int filled;
    private long number;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** The next line; empty at the end. */
    Optional<Line> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(4096);
        long length = 0;
        boolean any = false;
        while (next < filled || fill()) {
            any = true;
            int end = next;
            while (end < filled && buffer[end] != '\n') end++;
            length += end - next;
            if (length <= limit) line.write(buffer, next, end - next);
            boolean ended = end < filled;
            next = ended ? end + 1 : end;
            if (ended) break;
        }
        if (!any) return Optional.empty();
        number++;
        return Optional.of(new Line(number, length > limit ? new byte[0] : line.toByteArray(), length));
    }

    private boolean fill() throws IOException {
        next = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
