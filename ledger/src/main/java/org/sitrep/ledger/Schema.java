package org.sitrep.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables, and the steps from each version of them to the next. */
final class Schema {
    /** "SITR", which says in the file's header that an SQLite file is a ledger. */
    static final int APPLICATION = 0x53495452;

    private static final byte[] HEADER = "SQLite format 3\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    /** Statements that lead from version i to i + 1. Never change one that was released; append. */
    static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    create table entries(
                      sequence integer primary key,
                      at text not null,
                      kind text not null,
                      page text,
                      body text not null,
                      content_hash text not null,
                      hash text not null) strict\
                    """,
                    "create index entries_by_page on entries(page, sequence)",
                    """
                    create table content(
                      sequence integer primary key references entries,
                      salt blob not null,
                      text blob not null,
                      original blob not null) strict\
                    """,
                    """
                    create table latest(
                      page text primary key,
                      sequence integer not null references entries,
                      version text not null) strict, without rowid\
                    """,
                    "create table taken_down(page text primary key) strict, without rowid",
                    "create trigger entries_stay before update on entries begin select raise(abort, 'entries are"
                            + " append-only'); end",
                    "create trigger entries_remain before delete on entries begin select raise(abort, 'entries are"
                            + " append-only'); end"),
            List.of(
                    "alter table entries add column other text not null default ''",
                    "create index entries_by_other on entries(other) where other <> ''",
                    "create index decisions on entries(sequence) where kind <> 'PageAdded'",
                    "create table derivation(reader text not null) strict",
                    // The large columns last and the searched ones first: a search reads no overflow pages.
                    """
                    create table sheet(
                      sequence integer primary key references entries,
                      page text not null,
                      until integer not null,
                      words text not null,
                      day integer not null,
                      keys blob not null,
                      profile blob not null,
                      claims blob not null) strict\
                    """,
                    "create index sheet_by_page on sheet(page, sequence)",
                    """
                    create table bucket(
                      key integer not null,
                      day integer not null,
                      page text not null,
                      sequence integer not null,
                      until integer not null,
                      primary key(key, day, page, sequence)) strict, without rowid\
                    """),
            List.of("create table stream(name text primary key, position integer not null) strict, without rowid"),
            List.of(
                    // Which sheet holds which word; what was taken down leaves no trace in it.
                    "create virtual table found using fts5(words, content='sheet', content_rowid='sequence', detail=none)",
                    "insert into found(found, rank) values ('secure-delete', 1)",
                    "create trigger sheet_found after insert on sheet begin insert into found(rowid, words) values"
                            + " (new.sequence, new.words); end",
                    "create trigger sheet_lost after delete on sheet begin insert into found(found, rowid, words) values"
                            + " ('delete', old.sequence, old.words); end",
                    // Sheets of before hold other words: they are derived anew.
                    "delete from derivation"),
            List.of(
                    // Sheets of before stood in no index: SQLite would take the ledger for damaged when they go.
                    "insert into found(found) values ('rebuild')", """
                    create table note(
                      name text primary key,
                      entry integer not null,
                      content blob not null) strict, without rowid\
                    """));

    static final int VERSION = STEPS.size();

    private Schema() {}

    /** Whether {@code file} begins as every SQLite file does. */
    static boolean isSqlite(Path file) {
        if (!Files.isRegularFile(file)) return false;
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Brings the tables to this program's version.
     *
     * @throws LedgerProblem for another program's file and for a newer version
     */
    static void prepare(Connection connection, String where, boolean writable) throws SQLException {
        int application = number(connection, "pragma application_id");
        int version = number(connection, "pragma user_version");
        boolean empty = number(connection, "select count(*) from sqlite_master") == 0;
        if (application != APPLICATION && !empty) {
            throw new LedgerProblem(where, "is an SQLite file of another program, not a ledger", "name another file");
        }
        if (version > VERSION) {
            String versions = "version " + version + "; this program knows up to " + VERSION;
            throw new LedgerProblem(
                    where,
                    "the ledger was written by a newer Sitrep (" + versions + ")",
                    "update Sitrep; the ledger is unchanged");
        }
        if (version < VERSION && writable) migrate(connection, where);
        else if (version < VERSION)
            throw new LedgerProblem(
                    where, "the ledger has an older form", "run `sitrep add` on it once, which brings it up to date");
    }

    private static void migrate(Connection connection, String where) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("begin immediate");
            // Another process may have done it while this one waited for the lock.
            int found = number(connection, "pragma user_version");
            Tables.check(STEPS, found, tables(statement), where);
            for (int version = found; version < VERSION; version++) {
                for (String step : STEPS.get(version)) statement.execute(step);
            }
            statement.execute("pragma application_id = " + APPLICATION);
            statement.execute("pragma user_version = " + VERSION);
            statement.execute("commit");
        }
    }

    private static Set<String> tables(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet row = statement.executeQuery("select name from sqlite_master where type = 'table'")) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }

    private static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }
}
