package org.sitrep.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.model.Page;
import org.sqlite.SQLiteConfig;

/**
 * A ledger in one SQLite file. Each addition is one transaction in the write-ahead log, flushed to the disk before it is
 * acknowledged: killing the process at any moment loses nothing acknowledged and leaves nothing half done.
 */
public final class SqliteLedger implements Ledger {
    private static final int WAIT_MILLISECONDS = 10_000;
    private static final int SALT_BYTES = 16;
    private static final byte[] NONE = {};

    private final Connection connection;
    private final String where;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    private SqliteLedger(Connection connection, String where, Clock clock) {
        this.connection = connection;
        this.where = where;
        this.clock = clock;
    }

    /** Whether {@code file} is an SQLite file, by its first sixteen bytes. */
    public static boolean isSqlite(Path file) {
        return Schema.isSqlite(file);
    }

    /** Opens the ledger {@code file} to read and write, and makes it where there is none. */
    public static SqliteLedger open(Path file, Clock clock) {
        return open(file, clock, 0);
    }

    /** As {@link #open(Path, Clock)}, with room for so many database pages only; 0: as many as the disk has. */
    static SqliteLedger open(Path file, Clock clock, int mostPages) {
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
    public static SqliteLedger openToRead(Path file) {
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
        return config;
    }

    private static SqliteLedger connect(Path file, Clock clock, SQLiteConfig config, String address, boolean writable) {
        try {
            Connection connection = config.createConnection(address);
            try {
                Schema.prepare(connection, file.toString(), writable);
                if (!writable) connection.createStatement().execute("pragma query_only = on");
                return new SqliteLedger(connection, file.toString(), clock);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw LedgerProblem.of(file.toString(), e);
        }
    }

    @Override
    public List<Outcome> add(List<Addition> pages) {
        return transaction(() -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Addition addition : pages) outcomes.add(add(addition));
            return outcomes;
        });
    }

    private Outcome add(Addition addition) throws SQLException {
        Page page = addition.page();
        if (one("select 1 from taken_down where page = ?", page.key()).isPresent()) return Outcome.TAKEN_DOWN;
        Optional<String> version = one("select version from latest where page = ?", page.key());
        if (version.isPresent() && version.get().equals(page.version())) return Outcome.UNCHANGED;
        Stored stored = Stored.of(new Entry.PageAdded(page.key(), page.version()));
        Recorded recorded = append(
                new Stored(stored.kind(), stored.page(), stored.body(), Stored.content(page)),
                addition.original().orElse(NONE));
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into latest(page, sequence, version) values (?, ?, ?)"
                        + " on conflict(page) do update set sequence = excluded.sequence, version = excluded.version")) {
            statement.setString(1, page.key());
            statement.setLong(2, recorded.sequence());
            statement.setString(3, page.version());
            statement.executeUpdate();
        }
        return version.isPresent() ? Outcome.CHANGED : Outcome.ADDED;
    }

    @Override
    public Recorded append(Entry.Judgement judgement) {
        return transaction(() -> append(Stored.of(judgement), NONE));
    }

    private Recorded append(Stored stored, byte[] original) throws SQLException {
        long sequence = 1;
        String previous = Chain.START;
        try (Statement statement = connection.createStatement();
                ResultSet last =
                        statement.executeQuery("select sequence, hash from entries order by sequence desc limit 1")) {
            if (last.next()) {
                sequence = last.getLong(1) + 1;
                previous = last.getString(2);
            }
        }
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] content = Chain.utf8(stored.content().text());
        String at = clock.instant().toString();
        String body = stored.body().text();
        String contentHash = Chain.content(salt, content, original);
        String hash = Chain.entry(previous, sequence, at, stored.kind(), body, contentHash);
        execute(
                "insert into entries(sequence, at, kind, page, body, content_hash, hash) values (?, ?, ?, ?, ?, ?, ?)",
                sequence,
                at,
                stored.kind(),
                stored.page().orElse(""),
                body,
                contentHash,
                hash);
        execute(
                "insert into content(sequence, salt, text, original) values (?, ?, ?, ?)",
                sequence,
                salt,
                content,
                original);
        return new Recorded(sequence, Instant.parse(at), hash, stored.entry());
    }

    @Override
    public boolean takeDown(String key, String by, String why) {
        boolean known = transaction(() -> {
            if (one("select 1 from latest where page = ?", key).isEmpty()) return false;
            execute("delete from content where sequence in (select sequence from entries where page = ?)", key);
            execute("delete from latest where page = ?", key);
            execute("insert into taken_down(page) values (?)", key);
            append(Stored.of(new Entry.PageTakenDown(key, by, why)), NONE);
            return true;
        });
        if (known) checkpoint();
        return known;
    }

    /** Moves the log into the file, so that deleted bytes do not live on in the log. */
    private void checkpoint() {
        try (Statement statement = connection.createStatement()) {
            statement.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw LedgerProblem.of(where, e);
        }
    }

    @Override
    public void pages(Consumer<Page> sink) {
        String query =
                "select l.page, l.version, c.text from latest l join content c on c.sequence = l.sequence order by l.page";
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            while (row.next())
                sink.accept(Stored.page(row.getString(1), row.getString(2), Fields.parse(text(row.getBytes(3)))));
        } catch (SQLException e) {
            throw LedgerProblem.of(where, e);
        }
    }

    @Override
    public void pages(long knownAt, Consumer<Page> sink) {
        String query = Row.SELECT
                + " from (select page, max(sequence) as latest from entries where kind = 'PageAdded' and sequence <= ? group by page) k"
                + " join entries e on e.sequence = k.latest join content c on c.sequence = e.sequence left join taken_down t on t.page = e.page"
                + " order by e.page";
        rows(query, knownAt, row -> {
            if (row.stored().entry() instanceof Entry.PageAdded added)
                sink.accept(
                        Stored.page(added.key(), added.version(), row.stored().content()));
        });
    }

    @Override
    public List<Recorded> entries(long after) {
        List<Recorded> entries = new ArrayList<>();
        rows(
                after,
                row -> entries.add(new Recorded(
                        row.sequence(),
                        Instant.parse(row.at()),
                        row.hash(),
                        row.stored().entry())));
        return entries;
    }

    @Override
    public List<String> verify() {
        List<String> faults = new ArrayList<>();
        String[] previous = {Chain.START};
        long[] expected = {1};
        rows(0, row -> {
            String name = "entry " + row.sequence();
            if (row.sequence() != expected[0]) faults.add(name + ": entry " + expected[0] + " is missing");
            expected[0] = row.sequence() + 1;
            String hash = Chain.entry(previous[0], row.sequence(), row.at(), row.kind(), row.body(), row.contentHash());
            if (!hash.equals(row.hash())) faults.add(name + ": was changed after it was recorded");
            previous[0] = row.hash();
            row.fault().ifPresent(fault -> faults.add(name + ": " + fault));
        });
        return faults;
    }

    private void rows(long after, Consumer<Row> sink) {
        String query = Row.SELECT
                + " from entries e left join content c on c.sequence = e.sequence left join taken_down t on t.page = e.page"
                + " where e.sequence > ? order by e.sequence";
        rows(query, after, sink);
    }

    private void rows(String query, long number, Consumer<Row> sink) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, number);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) sink.accept(Row.of(row));
            }
        } catch (SQLException e) {
            throw LedgerProblem.of(where, e);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private Optional<String> one(String query, String value) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private void execute(String command, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(command)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }

    /** Work on the database that may fail. */
    @FunctionalInterface
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T transaction(Work<T> work) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            try {
                T result = work.run();
                statement.execute("commit");
                return result;
            } catch (SQLException | RuntimeException e) {
                rollBack(statement, e);
                throw e;
            }
        } catch (SQLException e) {
            throw LedgerProblem.of(where, e);
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
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw LedgerProblem.of(where, e);
        }
    }
}
