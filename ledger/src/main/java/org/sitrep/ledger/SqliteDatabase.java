package org.sitrep.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One SQLite file. */
final class SqliteDatabase extends Database {
    SqliteDatabase(Connection connection, String where) {
        super(connection, where);
    }

    @Override
    void begin(Statement statement) throws SQLException {
        statement.execute("begin immediate");
    }

    @Override
    LedgerProblem problem(SQLException cause) {
        return LedgerProblem.of(where, cause);
    }

    /** Moves the log into the file, so that deleted bytes do not live on in the log. */
    @Override
    void forget() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    @Override
    void reading() {
        // SQLite streams every answer.
    }

    @Override
    void read() {
        // Nothing was begun.
    }
}
