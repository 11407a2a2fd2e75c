package org.sitrep.acquire;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * Unpacks gzip members one after the other (RFC 1952), checks each, says where the one under way begins, and can go on at the
 * next one after a broken one: web archives have a member for each record. {@link java.util.zip.GZIPInputStream} tells neither.
 */
final class Gunzip extends InputStream {
    private static final int HEADER_CHECK = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int FILLING = 1 << 13;

    private final InputStream in;
    /** Four bytes of room, so that a mark can be put back. */
    private final byte[] buffer = new byte[FILLING + 4];

    private final Inflater inflater = new Inflater(true);
    private final CRC32 check = new CRC32();
    private int next;
    private int filled;
    private long before;
    private long start;
    private boolean inside;
    private boolean ended;
    private Optional<IOException> broken = Optional.empty();

    Gunzip(InputStream in) {
        this.in = in;
    }

    /** The byte, from 0, at which the member under way begins. */
    long start() {
        return start;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (broken.isPresent()) throw broken.get();
        if (most == 0) return 0;
        try {
            while (!ended) {
                if (!inside && !open()) break;
                int n = inflate(bytes, from, most);
                if (n > 0) return n;
            }
        } catch (IOException e) {
            broken = Optional.of(e);
            throw e;
        }
        ended = true;
        return -1;
    }

    /** Unpacks some bytes; what came before a damage goes out, and the damage is told on the next call. */
    private int inflate(byte[] bytes, int from, int most) throws IOException {
        if (broken.isPresent()) throw broken.get();
        if (inflater.needsInput() && !inflater.finished()) {
            if (next == filled && !fill()) throw new EOFException("the compressed data ends early");
            inflater.setInput(buffer, next, filled - next);
        }
        long before = inflater.getBytesWritten();
        try {
            inflater.inflate(bytes, from, most);
        } catch (DataFormatException e) {
            broken = Optional.of(new ZipException("the compressed data is damaged (" + e.getMessage() + ")"));
        }
        int n = (int) (inflater.getBytesWritten() - before);
        next = filled - inflater.getRemaining();
        check.update(bytes, from, n);
        if (inflater.needsDictionary()) throw new ZipException("the compressed data asks for a dictionary");
        if (inflater.finished()) {
            try {
                trailer();
            } catch (IOException e) {
                broken = Optional.of(e);
            }
        }
        return n;
    }

    /** Reads a member's header; false where no member follows. */
    private boolean open() throws IOException {
        start = before + next;
        if (next == filled && !fill()) return false;
        start = before + next;
        if (buffer[next] == 0) return false; // some writers pad the end with zeros
        if (one() != 0x1F || one() != 0x8B) throw new ZipException("what follows is no gzip data");
        if (one() != 8) throw new ZipException("the compression is none that gzip knows");
        int flags = one();
        for (int i = 0; i < 6; i++) one();
        if ((flags & EXTRA) != 0) for (int length = one() | one() << 8; length > 0; length--) one();
        if ((flags & NAME) != 0) while (one() != 0) {}
        if ((flags & COMMENT) != 0) while (one() != 0) {}
        if ((flags & HEADER_CHECK) != 0) one();
        if ((flags & HEADER_CHECK) != 0) one();
        inflater.reset();
        check.reset();
        inside = true;
        return true;
    }

    private void trailer() throws IOException {
        inside = false;
        long sum = 0;
        for (int i = 0; i < 4; i++) sum |= (long) one() << 8 * i;
        for (int i = 0; i < 4; i++) one();
        if (sum != check.getValue()) throw new ZipException("the checksum does not fit the data");
    }

    private int one() throws IOException {
        if (next == filled && !fill()) throw new EOFException("the compressed data ends early");
        return buffer[next++] & 0xFF;
    }

    private boolean fill() throws IOException {
        before += filled;
        next = 0;
        filled = 0; // also where reading fails
        filled = Math.max(0, in.read(buffer, 0, FILLING));
        return filled > 0;
    }

    /** Goes on at the next thing that looks like a member; false where there is none. */
    boolean skipToNextMember() throws IOException {
        inside = false;
        ended = false;
        broken = Optional.empty();
        int state = 0;
        // The header's first four bytes with no reserved flag: by chance once in 130 MB.
        while (next < filled || fill()) {
            int b = buffer[next++] & 0xFF;
            boolean fits = switch (state) {
                case 0 -> b == 0x1F;
                case 1 -> b == 0x8B;
                case 2 -> b == 8;
                default -> (b & 0xE0) == 0;
            };
            state = fits ? state + 1 : b == 0x1F ? 1 : 0;
            if (state == 4) return back();
        }
        ended = true;
        return false;
    }

    /** Puts the four bytes of the mark back; they may lie across two fillings. */
    private boolean back() {
        int flags = buffer[next - 1];
        byte[] mark = {0x1F, (byte) 0x8B, 8, (byte) flags};
        int rest = filled - next;
        before += next - mark.length;
        System.arraycopy(buffer, next, buffer, mark.length, rest);
        System.arraycopy(mark, 0, buffer, 0, mark.length);
        filled = rest + mark.length;
        next = 0;
        return true;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        in.close();
    }
}
