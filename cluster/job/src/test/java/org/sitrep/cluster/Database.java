package org.sitrep.cluster;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.PostgresLedger;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;
import org.sitrep.record.ClaimRecord;

/** A real PostgreSQL with a ledger for the job to fill. */
final class Database implements AutoCloseable {
    private final EmbeddedPostgres server;

    Database() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    String address() {
        return "postgresql://postgres:secret@localhost:" + server.getPort() + "/postgres";
    }

    /** Entries that the ledger has so far. */
    long added() {
        try (Ledger ledger = PostgresLedger.open(address(), Clock.systemUTC())) {
            return ledger.last();
        }
    }

    /** The records of the claims on a ledger's shelf, in order of their characters. */
    static List<String> kept(Ledger ledger) {
        List<Long> versions = new ArrayList<>();
        ledger.shelf().versions(Long.MAX_VALUE - 1, v -> versions.add(v.sequence()));
        return versions.stream()
                .flatMap(v ->
                        ClaimRecord.lines(Binary.record(ledger.shelf().claims(v).orElseThrow(), Claim.Claims.class))
                                .stream())
                .sorted()
                .toList();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
