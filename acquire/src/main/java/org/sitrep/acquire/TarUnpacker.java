package org.sitrep.acquire;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a tape archive apart (POSIX ustar, with the long names of GNU and of pax), from front to back. */
final class TarUnpacker {
    private static final int BLOCK = 512;
    private static final int NAME = 100;
    private static final int SIZE = 124;
    private static final int TYPE = 156;
    private static final int PREFIX = 345;
    private static final int LONGEST_NAME = 1 << 16;

    private final Unpacker unpacker;

    TarUnpacker(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, Place place) throws IOException {
        long[] taken = {0};
        InputStream tape = Counted.telling(in, n -> taken[0] += n);
        Entries entries = new Entries(unpacker, place);
        String longName = "";
        try {
            for (byte[] head = header(tape); head.length > 0; head = header(tape)) {
                long size = size(head);
                Entry entry = new Entry(tape, size);
                switch (head[TYPE]) {
                    case 0, '0' -> entries.read(entry, longName.isEmpty() ? name(head) : longName);
                    case 'L' -> longName = text(entry, size);
                    case 'x' -> longName = path(text(entry, size));
                    default -> {} // folders, links, devices
                }
                if (head[TYPE] == 0 || head[TYPE] == '0') longName = "";
                entry.skipNBytes(entry.left);
                tape.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
            }
            if (entries.wanted() == 0) unpacker.fail(place.where(), "the archive holds no page", "name one that does");
        } catch (LimitReached e) {
            throw e;
        } catch (IOException e) {
            unpacker.broken(place.at(taken[0]), "the archive is broken", e);
        }
    }

    /** The next header; empty at the end, which two blocks of zeros mark. */
    private static byte[] header(InputStream tape) throws IOException {
        byte[] block = tape.readNBytes(BLOCK);
        if (block.length == 0) throw new EOFException("it ends without its end mark");
        if (block.length < BLOCK) throw new EOFException("it ends inside a header");
        return Arrays.equals(block, new byte[BLOCK]) ? new byte[0] : block;
    }

    /** Octal digits, or binary where the first bit is set. */
    private static long size(byte[] head) throws IOException {
        long size = 0;
        if (head[SIZE] < 0) {
            for (int i = SIZE + 4; i < SIZE + 12; i++) size = size << 8 | head[i] & 0xFF;
        } else {
            for (int i = SIZE; i < SIZE + 12; i++)
                if (head[i] >= '0' && head[i] <= '7') size = size * 8 + head[i] - '0';
        }
        if (size < 0) throw new IOException("an entry has a negative size");
        return size;
    }

    private static String name(byte[] head) {
        String prefix = head[PREFIX] == 0 || head[PREFIX - 83] == ' ' ? "" : string(head, PREFIX, 155) + "/";
        return prefix + string(head, 0, NAME);
    }

    private static String string(byte[] bytes, int from, int most) {
        int end = from;
        while (end < from + most && bytes[end] != 0) end++;
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private static String text(InputStream entry, long size) throws IOException {
        if (size > LONGEST_NAME) throw new LimitReached("has a name of more than 64 kB, which is the limit");
        byte[] bytes = entry.readNBytes((int) size);
        return string(bytes, 0, bytes.length);
    }

    /** The path among pax records ("27 path=…" and a line end each). */
    private static String path(String records) {
        for (String line : records.split("\n")) {
            int at = line.indexOf(" path=");
            if (at >= 0) return line.substring(at + " path=".length());
        }
        return "";
    }

    /** The bytes of one entry. */
    private static final class Entry extends FilterInputStream {
        private long left;

        Entry(InputStream tape, long size) {
            super(tape);
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            if (left == 0) return most == 0 ? 0 : -1;
            int n = in.read(bytes, from, (int) Math.min(most, left));
            if (n < 0) throw new EOFException("it ends inside an entry");
            left -= n;
            return n;
        }

        @Override
        public long skip(long most) throws IOException {
            long n = in.skip(Math.min(most, left));
            left -= n;
            return n;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {}
    }
}
