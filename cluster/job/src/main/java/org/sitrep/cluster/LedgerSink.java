package org.sitrep.cluster;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;

/**
 * Appends pages with what was derived from them. Exactly once without holding anything back until a checkpoint: each transaction notes
 * with its pages how far their streams were read, and what a task reads again after a failure lies before that mark.
 */
final class LedgerSink implements Sink<Read> {
    /** Pages in one transaction, each of which waits for its turn and for the disk once. */
    private static final int BATCH = 200;

    private static final long BATCH_CHARACTERS = 4 << 20;

    private final String ledger;
    private final String run;
    private final String reader;

    /**
     * @param run names the reading of these streams: the same in every restart of one job, another where the same files are to be read anew
     * @param reader which program derives
     */
    LedgerSink(String ledger, String run, String reader) {
        this.ledger = ledger;
        this.run = run;
        this.reader = reader;
    }

    /** Makes the ledger ready, once, before the tasks begin. */
    void prepare() {
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            if (!open.shelf().madeBy(reader)) open.shelf().clear(reader);
        }
    }

    @Override
    public SinkWriter<Read> createWriter(WriterInitContext context) {
        return new Writer(Ledgers.openToWrite(ledger, Clock.systemUTC()));
    }

    private final class Writer implements SinkWriter<Read> {
        private final Ledger open;
        private final List<Ledger.Placed> batch = new ArrayList<>();
        private long characters;

        Writer(Ledger open) {
            this.open = open;
        }

        @Override
        public void write(Read read, Context context) {
            Arrival a = read.arrival();
            Ledger.Addition addition =
                    new Ledger.Addition(a.page().orElseThrow(), present(a.original()), present(a.record()));
            batch.add(new Ledger.Placed(
                    run + " " + a.stream(),
                    a.position(),
                    addition,
                    read.derived().sheet()));
            characters += a.content().length();
            if (batch.size() >= BATCH || characters >= BATCH_CHARACTERS) flush(false);
        }

        private static Optional<byte[]> present(byte[] bytes) {
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        }

        /** Before each checkpoint and at the end. */
        @Override
        public void flush(boolean end) {
            if (!batch.isEmpty()) open.addOnce(batch, reader);
            batch.clear();
            characters = 0;
        }

        @Override
        public void close() {
            open.close();
        }
    }
}
