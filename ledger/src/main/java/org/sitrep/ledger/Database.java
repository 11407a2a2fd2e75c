package org.sitrep.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A connection to what holds a ledger's tables; what differs from one kind of database to another lies in its kinds. */
abstract sealed class Database implements AutoCloseable permits SqliteDatabase, PostgresDatabase {
    /** Rows that a streaming query holds at once. */
    private static final int FETCH = 500;

    final Connection connection;
    final String where;
    final Search search;

    Database(Connection connection, String where, Search search) {
        this.connection = connection;
        this.where = where;
        this.search = search;
    }

    /** Begins a transaction in which nobody else writes. */
    abstract void begin(Statement statement) throws SQLException;

    /** What the database reports, in words. */
    abstract LedgerProblem problem(SQLException cause);

    /** Sees to it that deleted bytes are gone. */
    abstract void forget();

    /**
     * How sheets are sought by their words.
     *
     * @param query without the limits that follow; its first value is a {@link #question}
     * @param both the mark between two parts of a question of which both are wanted
     * @param either the mark between two parts of which one is enough
     * @param before what stands before the beginning of a word, which holds letters and digits alone
     * @param after what stands after it
     */
    record Search(String query, String both, String either, String before, String after) {}

    /** What {@link Search#query} takes for words that begin with one of each; words of quotes too where they are wanted. */
    final String question(List<List<String>> starts, boolean said) {
        return starts.stream()
                .map(any -> any.stream()
                        .flatMap(w -> said ? Stream.of(w, Shelf.SAID + w) : Stream.of(w))
                        .map(w -> search.before() + w + search.after())
                        .collect(Collectors.joining(search.either(), "(", ")")))
                .collect(Collectors.joining(search.both()));
    }

    /** Begins reading row by row; a transaction where the database needs one for that. */
    abstract void reading() throws SQLException;

    /** Ends what {@link #reading} began. */
    abstract void read() throws SQLException;

    /** Work on the database that may fail. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /** Takes one row of an answer. */
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    final void execute(String command, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(command, values)) {
            statement.executeUpdate();
        }
    }

    final void batch(String command, List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) return;
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) statement.setObject(i + 1, row[i]);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** The rows that a short answer has, each made by {@code make}. */
    final <T> List<T> all(String query, Make<T> make, Object... values) {
        List<T> out = new ArrayList<>();
        try {
            each(query, row -> out.add(make.of(row)), values);
        } catch (SQLException e) {
            throw problem(e);
        } catch (Damaged e) {
            throw LedgerProblem.of(where, e);
        }
        return out;
    }

    final <T> Optional<T> first(String query, Make<T> make, Object... values) {
        return all(query, make, values).stream().findFirst();
    }

    /** Makes a value of a row. */
    @FunctionalInterface
    interface Make<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Hands on the rows of an answer of any length, one by one. */
    final void stream(String query, Taker taker, Object... values) {
        try {
            reading();
            try {
                each(query, taker, values);
            } finally {
                read();
            }
        } catch (SQLException e) {
            throw problem(e);
        } catch (Damaged e) {
            throw LedgerProblem.of(where, e);
        }
    }

    private void each(String query, Taker taker, Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(query, values)) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) taker.take(row);
            }
        }
    }

    private PreparedStatement prepared(String command, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(command);
        for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
        return statement;
    }

    /** Runs {@code work} wholly or not at all; when this returns it survives a power cut. */
    final <T> T transaction(Work<T> work) {
        try (Statement statement = connection.createStatement()) {
            begin(statement);
            try {
                T result = work.run();
                statement.execute("commit");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw problem(e);
        }
    }

    private static void rollBack(Statement statement, Exception cause) {
        try {
            statement.execute("rollback");
        } catch (SQLException e) {
            cause.addSuppressed(e); // SQLite has rolled back by itself, as it does when the disk is full
        }
    }

    @Override
    public final void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw problem(e);
        }
    }
}
