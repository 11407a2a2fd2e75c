package org.sitrep.cluster;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Shelf;

/** What a ledger's shelf keeps of its pages' latest versions, range of entries by range. */
final class LedgerPages extends RichFlatMapFunction<Long, Derived> {
    /** Entries in one range. */
    private static final int RANGE = 500;

    private final String address;

    @SuppressWarnings("NullAway.Init") // filled by open
    private transient Ledger ledger;

    private LedgerPages(String address) {
        this.address = address;
    }

    /**
     * Every page of a ledger as it is now.
     *
     * @param reader which program derives
     * @throws IllegalArgumentException where pages wait to be read, or another program read them
     */
    static DataStream<Derived> of(StreamExecutionEnvironment environment, String address, String reader) {
        long last;
        try (Ledger open = Ledgers.openToRead(address)) {
            Shelf shelf = open.shelf();
            if (!shelf.madeBy(reader) || !shelf.missing(0, 1).isEmpty())
                throw new IllegalArgumentException(
                        "the ledger holds pages that this program has not read: `sitrep rebuild` or `sitrep crises` on"
                                + " it first");
            last = open.last();
        }
        return environment
                .fromSequence(0, last / RANGE)
                .flatMap(new LedgerPages(address))
                .returns(Derived.class)
                .name("pages of the ledger");
    }

    @Override
    public void open(OpenContext context) {
        ledger = Ledgers.openToRead(address);
    }

    @Override
    public void flatMap(Long range, Collector<Derived> out) {
        long first = range * RANGE;
        ledger.shelf()
                .latest(
                        first,
                        first + RANGE - 1,
                        sheet -> out.collect(new Derived(0, "ledger", sheet.sequence(), "", sheet)));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
