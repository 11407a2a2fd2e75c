package org.sitrep.acquire;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/** The records of a web archive one after the other, each with the byte at which it begins, also behind a broken one. */
final class WarcRecords {
    /** What a record's own header may hold; the standard knows no limit, real ones are under 2 kB. */
    private static final int HEADER_LIMIT = 1_000_000;

    private static final int FILLING = 1 << 13;
    private static final byte[] MARK = "WARC/1.".getBytes(StandardCharsets.US_ASCII);
    /** The two empty lines behind every record. */
    private static final int TRAILER = 4;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(FILLING + MARK.length).flip();
    private final Optional<Gunzip> members;
    private Optional<WarcReader> reader = Optional.empty();
    private Optional<WarcRecord> last = Optional.empty();
    private Optional<Exception> below = Optional.empty();
    private long taken;
    private long allowed = Long.MAX_VALUE;
    private long start;

    /** @param members the unpacking below {@code in}, where the archive is compressed; offsets then count compressed bytes */
    WarcRecords(InputStream in, Optional<Gunzip> members) {
        this.members = members;
        this.channel = Channels.newChannel(new Counted(new Remembering(in), n -> {
            taken += n;
            allowed -= n;
            if (allowed < 0) throw new LimitReached("its header has more than 1 MB, which is the limit");
        }));
    }

    /** The byte, from 0, at which the record under way begins; of a single compressed stream, that stream. */
    long start() {
        return members.map(Gunzip::start).orElse(start);
    }

    /** Whether it was the archive's bytes that failed, and not what one record holds. */
    boolean cameFromBelow(Exception e) {
        return below.filter(b -> b == e).isPresent();
    }

    /** The next record; the one before is used up. Empty at the end. */
    Optional<WarcRecord> next() throws IOException {
        if (last.isPresent()) last.get().body().consume();
        start = position() + (last.isPresent() ? TRAILER : 0);
        allowed = HEADER_LIMIT;
        WarcReader current = reader.isPresent() ? reader.get() : new WarcReader(channel, buffer);
        reader = Optional.of(current);
        last = current.next();
        allowed = Long.MAX_VALUE;
        return last;
    }

    private long position() {
        return taken - buffer.remaining();
    }

    /** Finds the next record behind a broken one; false where there is none. */
    boolean recover() throws IOException {
        reader = Optional.empty();
        last = Optional.empty();
        allowed = Long.MAX_VALUE;
        try {
            return scan();
        } catch (LimitReached e) {
            throw e;
        } catch (ZipException | EOFException e) {
            buffer.position(buffer.limit());
            return members.isPresent() && members.get().skipToNextMember();
        }
    }

    /** Goes on to where a line begins as a record does. */
    private boolean scan() throws IOException {
        int state = 0;
        long from = start + 1;
        while (buffer.hasRemaining() || fill()) {
            byte b = buffer.get();
            if (position() <= from) continue;
            state = b == MARK[state] ? state + 1 : b == MARK[0] ? 1 : 0;
            if (state < MARK.length) continue;
            return back();
        }
        return false;
    }

    private boolean fill() throws IOException {
        buffer.clear().limit(FILLING); // leaves room to put the mark back
        int n = channel.read(buffer);
        buffer.flip();
        return n > 0;
    }

    /** Puts the mark back before what is left. */
    private boolean back() {
        byte[] rest = new byte[buffer.remaining()];
        buffer.get(rest);
        buffer.clear();
        buffer.put(MARK).put(rest).flip();
        return true;
    }

    /** Keeps the failure of the bytes below apart from failures of what is made of them. */
    private final class Remembering extends FilterInputStream {
        Remembering(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            try {
                return in.read(bytes, from, most);
            } catch (IOException e) {
                below = Optional.of(e);
                throw e;
            }
        }
    }
}
