package org.sitrep.acquire;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Takes a ZIP apart from front to back, so that one that ends early or comes through a pipe gives what is there; WACZ is one.
 * Nothing is written anywhere, whatever the paths say.
 */
final class ZipUnpacker {
    /** "PK 5 6": the end of the list of entries, which stands behind them (APPNOTE 4.3.16). */
    private static final int END = 0x504B0506;

    private final Unpacker unpacker;

    ZipUnpacker(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, Place place) throws IOException {
        Trail trail = new Trail(in);
        ZipInputStream zip = new ZipInputStream(trail, StandardCharsets.UTF_8);
        Entries entries = new Entries(unpacker, place);
        try {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entries.office(entry.getName())) return;
                InputStream bytes = unpacker.unpacked(zip);
                if (!entry.isDirectory()) entries.read(bytes, entry.getName());
                bytes.transferTo(OutputStream.nullOutputStream()); // what nobody wanted counts all the same
            }
            trail.transferTo(OutputStream.nullOutputStream());
            if (!trail.holds(END)) throw new EOFException("it ends early");
            if (entries.wanted() == 0) unpacker.fail(place.where(), "the archive holds no page", "name one that does");
        } catch (LimitReached e) {
            throw e;
        } catch (IOException e) {
            unpacker.broken(place.at(trail.taken()), "the archive is broken", e);
        } catch (IllegalArgumentException e) {
            unpacker.broken(
                    place.at(trail.taken()), "the archive is broken", new IOException("a name does not decode", e));
        }
    }

    /** Remembers as much of what went by as the end of an archive with its comment may take. */
    private static final class Trail extends FilterInputStream {
        private final byte[] ring = new byte[1 << 17];
        private long taken;

        Trail(InputStream in) {
            super(in);
        }

        long taken() {
            return taken;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int n = in.read(bytes, from, Math.min(most, ring.length));
            for (int i = 0; i < n; i++) ring[(int) ((taken + i) & ring.length - 1)] = bytes[from + i];
            taken += Math.max(0, n);
            return n;
        }

        @Override
        public long skip(long most) throws IOException {
            return Math.max(0, read(new byte[(int) Math.min(most, 1 << 13)]));
        }

        /** Whether the last bytes hold {@code mark}. */
        boolean holds(int mark) {
            int seen = 0;
            for (long i = Math.max(0, taken - ring.length); i < taken; i++) {
                seen = seen << 8 | ring[(int) (i & ring.length - 1)] & 0xFF;
                if (seen == mark) return true;
            }
            return false;
        }
    }
}
