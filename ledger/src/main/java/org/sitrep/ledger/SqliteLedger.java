package org.sitrep.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import org.sqlite.SQLiteConfig;

/**
 * A ledger in one SQLite file. Each addition is one transaction in the write-ahead log, flushed to the disk before it is
 * acknowledged: killing the process at any moment loses nothing acknowledged and leaves nothing half done.
 */
public final class SqliteLedger {
    private static final int WAIT_MILLISECONDS = 10_000;
    /** Kibibytes of the file that are kept in memory; bounds what a ledger costs, however large it is. */
    private static final int CACHE = 32 * 1024;

    private SqliteLedger() {}

    /** Whether {@code file} is an SQLite file, by its first sixteen bytes. */
    public static boolean isSqlite(Path file) {
        return Schema.isSqlite(file);
    }

    /** Opens the ledger {@code file} to read and write, and makes it where there is none. */
    public static Ledger open(Path file, Clock clock) {
        return open(file, clock, 0);
    }

    /** As {@link #open(Path, Clock)}, with room for so many database pages only; 0: as many as the disk has. */
    static Ledger open(Path file, Clock clock, int mostPages) {
        String where = file.toString();
        if (Files.exists(file) && file.toFile().length() > 0 && !isSqlite(file)) {
            throw new LedgerProblem(
                    where,
                    "is no ledger but another kind of file",
                    "name a new file, or a ledger that `sitrep add` has made");
        }
        SQLiteConfig config = config();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        if (mostPages > 0) config.setMaxPageCount(mostPages);
        return connect(file, clock, config, "jdbc:sqlite:" + file, true);
    }

    /** Opens the ledger {@code file} to read; it may lie on a read-only disk. */
    public static Ledger openToRead(Path file) {
        SQLiteConfig config = config();
        boolean writable =
                Files.isWritable(file) && Files.isWritable(file.toAbsolutePath().getParent());
        // A connection that may not write leaves the log's files behind when it closes, so it is used only where
        // nothing else works.
        if (!writable) config.setReadOnly(true);
        // Without a log, and where no file can be made, SQLite must be told that no writer will come.
        boolean frozen = !writable && !Files.exists(Path.of(file + "-wal"));
        String address = "jdbc:sqlite:" + (frozen ? file.toAbsolutePath().toUri() + "?immutable=1" : file.toString());
        return connect(file, Clock.systemUTC(), config, address, false);
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(WAIT_MILLISECONDS);
        config.setCacheSize(-CACHE);
        return config;
    }

    private static Ledger connect(Path file, Clock clock, SQLiteConfig config, String address, boolean writable) {
        SqliteLibrary.settle();
        try {
            Connection connection = config.createConnection(address);
            try {
                Schema.prepare(connection, file.toString(), writable);
                if (!writable) {
                    try (Statement statement = connection.createStatement()) {
                        statement.execute("pragma query_only = on");
                    }
                }
                return new SqlLedger(new SqliteDatabase(connection, file.toString()), clock);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw LedgerProblem.of(file.toString(), e);
        }
    }
}
