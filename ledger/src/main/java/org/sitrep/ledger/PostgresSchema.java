package org.sitrep.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The tables in PostgreSQL, and the steps from each version of them to the next. */
final class PostgresSchema {
    /** Statements that lead from version i to i + 1. Never change one that was released; append. */
    static final List<List<String>> STEPS = List.of(
            List.of(
                    """
                    create table entries(
                      sequence bigint primary key,
                      at text collate "C" not null,
                      kind text not null,
                      page text collate "C" not null,
                      other text collate "C" not null default '',
                      body text not null,
                      content_hash text not null,
                      hash text not null)\
                    """,
                    "create index entries_by_page on entries(page, sequence)",
                    "create index entries_by_other on entries(other) where other <> ''",
                    "create index decisions on entries(sequence) where kind <> 'PageAdded'",
                    """
                    create table content(
                      sequence bigint primary key references entries,
                      salt bytea not null,
                      text bytea not null,
                      original bytea not null)\
                    """,
                    """
                    create table latest(
                      page text collate "C" primary key,
                      sequence bigint not null references entries,
                      version text not null)\
                    """,
                    "create table taken_down(page text collate \"C\" primary key)",
                    """
                    create function refuse() returns trigger language plpgsql as
                      $$ begin raise exception 'entries are append-only'; end $$\
                    """,
                    "create trigger entries_stay before update or delete on entries execute function refuse()",
                    "create table derivation(reader text not null)",
                    """
                    create table sheet(
                      sequence bigint primary key references entries,
                      page text collate "C" not null,
                      until bigint not null,
                      words text not null,
                      day bigint not null,
                      keys bytea not null,
                      profile bytea not null,
                      claims bytea not null)\
                    """,
                    "create index sheet_by_page on sheet(page, sequence)",
                    """
                    create table bucket(
                      key bigint not null,
                      day bigint not null,
                      page text collate "C" not null,
                      sequence bigint not null,
                      until bigint not null,
                      primary key(key, day, page, sequence))\
                    """),
            List.of("create table stream(name text collate \"C\" primary key, position bigint not null)"),
            // What the server collects about columns holds their words, and would outlive a page that is taken down.
            // A type set anew drops what was collected before.
            List.of(
                    "alter table content alter column text type bytea, alter column text set statistics 0",
                    "alter table content alter column original type bytea, alter column original set statistics 0",
                    "alter table sheet alter column words type text, alter column words set statistics 0",
                    "alter table sheet alter column profile type bytea, alter column profile set statistics 0",
                    "alter table sheet alter column claims type bytea, alter column claims set statistics 0"),
            List.of("""
                    create table note(
                      name text collate "C" primary key,
                      entry bigint not null,
                      content bytea not null)\
                    """, "alter table note alter column content set statistics 0"));

    private PostgresSchema() {}

    /** Brings the tables to this program's version. @throws LedgerProblem for a newer version, and where there is none to read */
    static void prepare(Connection connection, String where, boolean writable) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path to sitrep");
            int version = version(statement);
            if (version > STEPS.size())
                throw new LedgerProblem(
                        where,
                        "the ledger was written by a newer Sitrep (version " + version + "; this program knows up to "
                                + STEPS.size() + ")",
                        "update Sitrep; the ledger is unchanged");
            if (version < STEPS.size() && !writable)
                throw new LedgerProblem(where, "holds no ledger of this version", "run `sitrep add` on it once");
            if (version < STEPS.size()) migrate(statement, where);
        }
    }

    private static void migrate(Statement statement, String where) throws SQLException {
        statement.execute("begin");
        statement.execute("select pg_advisory_xact_lock(" + Schema.APPLICATION + ")");
        statement.execute("create schema if not exists sitrep");
        statement.execute("create table if not exists form(version int not null)");
        // Another process may have done it while this one waited for the lock.
        int found = version(statement);
        Tables.check(STEPS, found, tables(statement), where);
        for (int version = found; version < STEPS.size(); version++)
            for (String step : STEPS.get(version)) statement.execute(step);
        statement.execute("delete from form");
        statement.execute("insert into form(version) values (" + STEPS.size() + ")");
        statement.execute("commit");
    }

    private static int version(Statement statement) throws SQLException {
        if (!answers(statement, "select to_regclass('sitrep.form') is not null")) return 0;
        try (ResultSet row = statement.executeQuery("select coalesce(max(version), 0) from form")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Set<String> tables(Statement statement) throws SQLException {
        Set<String> names = new HashSet<>();
        try (ResultSet row = statement.executeQuery("select tablename from pg_tables where schemaname = 'sitrep'")) {
            while (row.next()) names.add(row.getString(1));
        }
        return names;
    }

    private static boolean answers(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
