package org.sitrep.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** One SQLite file. */
final class SqliteDatabase extends Database {
    private static final Search SEARCH = new Search(
            "select sequence, page from found join sheet on sequence = found.rowid where found match ?",
            " AND ",
            " OR ",
            "\"",
            "\" *");

    SqliteDatabase(Connection connection, String where) {
        super(connection, where, SEARCH);
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("pragma wal_checkpoint(truncate)")) {
            if (row.next() && row.getInt(1) != 0)
                throw new LedgerProblem(
                        where,
                        "the page is taken down, but its words still lie in " + where
                                + "-wal, because another program is reading",
                        "end what uses the ledger: the last to leave removes that file");
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
