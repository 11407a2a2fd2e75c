package org.sitrep.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Opens a ledger wherever it lies: a file, or {@code postgresql://USER@HOST/DATABASE}. */
public final class Ledgers {
    private Ledgers() {}

    /** Whether {@code where} names a ledger: a database's address, or a file that is one of SQLite's. */
    public static boolean is(String where) {
        return PostgresLedger.isAddress(where) || !where.equals("-") && SqliteLedger.isSqlite(Path.of(where));
    }

    /** Opens to read and write, and makes the ledger where there is none. */
    public static Ledger open(String where, Clock clock) {
        return PostgresLedger.isAddress(where)
                ? PostgresLedger.open(where, clock)
                : SqliteLedger.open(Path.of(where), clock);
    }

    /** Opens a ledger that is there, to read and write. */
    public static Ledger openToWrite(String where, Clock clock) {
        present(where);
        return open(where, clock);
    }

    /** Opens a ledger that is there, to read. */
    public static Ledger openToRead(String where) {
        present(where);
        return PostgresLedger.isAddress(where)
                ? PostgresLedger.openToRead(where)
                : SqliteLedger.openToRead(Path.of(where));
    }

    /** @throws LedgerProblem where there is no such file */
    public static void present(String where) {
        if (!PostgresLedger.isAddress(where) && !Files.exists(Path.of(where)))
            throw new LedgerProblem(where, "there is no such ledger", "`sitrep add` makes one");
    }

    /** @throws LedgerProblem where there is such a file */
    public static void absent(String where) {
        if (!PostgresLedger.isAddress(where) && Files.exists(Path.of(where)))
            throw new LedgerProblem(
                    where, "is there already", "name a file that does not exist, or remove this one first");
    }
}
