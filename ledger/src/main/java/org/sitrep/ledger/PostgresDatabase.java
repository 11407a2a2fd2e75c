package org.sitrep.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One schema of a PostgreSQL database. */
final class PostgresDatabase extends Database {
    private static final Search SEARCH = new Search(
            "select sequence, page from sheet where to_tsvector('simple', words) @@ to_tsquery('simple', ?)",
            " & ",
            " | ",
            "'",
            "':*");

    PostgresDatabase(Connection connection, String where) {
        super(connection, where, SEARCH);
    }

    /** Entries are numbered without gaps, so writers take turns; readers never wait. */
    @Override
    void begin(Statement statement) throws SQLException {
        statement.execute("begin");
        statement.execute("select pg_advisory_xact_lock(" + Schema.APPLICATION + ")");
    }

    @Override
    LedgerProblem problem(SQLException cause) {
        return LedgerProblem.ofPostgres(where, cause);
    }

    /** Writes the tables anew, because PostgreSQL only marks rows as deleted. */
    @Override
    void forget() {
        try (Statement statement = connection.createStatement()) {
            for (String table : new String[] {"content", "sheet", "bucket"}) statement.execute("vacuum full " + table);
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    /** Rows come in portions only within a transaction. */
    @Override
    void reading() throws SQLException {
        connection.setAutoCommit(false);
    }

    @Override
    void read() throws SQLException {
        connection.setAutoCommit(true);
    }
}
