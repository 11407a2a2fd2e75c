package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Takes a web archive apart (WARC 1.1, ISO 28500): each answer of a server with a page or feed in it becomes one. A broken record
 * is named with the byte at which it begins and costs itself only, where the next one can be found.
 */
final class WarcUnpacker {
    /** Broken records in a row after which the rest is no archive. */
    private static final int PATIENCE = 100;

    private final Unpacker unpacker;
    private final CaptureReader captures;

    WarcUnpacker(Unpacker unpacker) {
        this.unpacker = unpacker;
        this.captures = new CaptureReader(unpacker);
    }

    /** @param members the unpacking below {@code in}, where the archive is compressed */
    void read(InputStream in, Place place, Optional<Gunzip> members) throws IOException {
        WarcRecords records = new WarcRecords(in, members);
        int broken = 0;
        while (broken < PATIENCE) {
            Optional<WarcRecord> record = Optional.empty();
            try {
                record = records.next();
                if (record.isEmpty()) return;
                captures.read(record.get(), at(place, records.start()), records::cameFromBelow);
                broken = 0;
            } catch (LimitReached e) {
                unpacker.broken(place.at(records.start()), "the record cannot be taken", e);
                return;
            } catch (IOException | RuntimeException e) { // jwarc throws both where a header is broken
                unpacker.broken(place.at(records.start()), "the record is broken", e);
                broken++;
                boolean whole = record.isPresent() && !records.cameFromBelow(e);
                if (!whole && !records.recover()) return;
            }
        }
        unpacker.fail(
                place.at(records.start()),
                PATIENCE + " broken records in a row, which is the limit",
                "get the file again; what stands before is read");
    }

    private static Place at(Place place, long start) {
        return new Place(place.at(start), place.key() + "@" + start, place.depth(), false);
    }
}
