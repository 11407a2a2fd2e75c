package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitrep.ledger.LedgerSamples.page;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger.Addition;

/** The contract on a real PostgreSQL, started and stopped by this test. */
class PostgresLedgerTest implements LedgerContract {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static EmbeddedPostgres server;

    private String address = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder().start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void newDatabase() throws SQLException {
        String name = "crisis" + DATABASES.incrementAndGet();
        sql("postgres", "create database " + name);
        address = address(name);
    }

    private static String address(String database) {
        return "postgresql://postgres:secret@localhost:" + server.getPort() + "/" + database;
    }

    private static void sql(String database, String... commands) throws SQLException {
        String jdbc = "jdbc:postgresql://localhost:" + server.getPort() + "/" + database + "?user=postgres";
        try (Connection connection = DriverManager.getConnection(jdbc);
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        }
    }

    private String database() {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    @Override
    public Ledger open() {
        return PostgresLedger.open(address, Clock.systemUTC());
    }

    @Test
    void entriesCannotBeChangedByAccident() throws SQLException {
        try (Ledger ledger = open()) {
            ledger.add(List.of(Addition.of(page("a", "one"))));
        }
        assertThatThrownBy(() -> sql(database(), "update sitrep.entries set body = '{}'"))
                .hasMessageContaining("append-only");
        sql(
                database(),
                "alter table sitrep.entries disable trigger entries_stay",
                "update sitrep.entries set at = '2020-01-01T00:00:00Z' where sequence = 1");
        try (Ledger ledger = PostgresLedger.openToRead(address)) {
            assertThat(ledger.verify()).containsExactly("entry 1: was changed after it was recorded");
        }
    }

    @Test
    void writersTakeTurnsAndReadersReadMeanwhile() throws InterruptedException {
        open().close();
        List<Thread> writers = new ArrayList<>();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        for (int w = 0; w < 4; w++) {
            String prefix = "w" + w + "-";
            Thread thread = new Thread(() -> {
                try (Ledger ledger = open()) {
                    for (int i = 0; i < 10; i++) ledger.add(List.of(Addition.of(page(prefix + i, prefix + i))));
                }
            });
            thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
            thread.start();
            writers.add(thread);
        }
        try (Ledger reader = PostgresLedger.openToRead(address)) {
            while (writers.stream().anyMatch(Thread::isAlive))
                assertThat(reader.entries(0)).hasSizeBetween(0, 40);
        }
        for (Thread thread : writers) thread.join();
        assertThat(failures).isEmpty();
        try (Ledger ledger = open()) {
            assertThat(ledger.last()).isEqualTo(40);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    void writersOfStreamsReadTwiceAddEachPageOnceWhileReadersFindItSound() throws InterruptedException {
        open().close();
        List<Throwable> failures = java.util.Collections.synchronizedList(new ArrayList<>());
        List<Thread> writers = new ArrayList<>();
        for (int w = 0; w < 4; w++) {
            String stream = "stream-" + w / 2; // two of the four read a stream that another one reads as well
            Thread thread = new Thread(() -> {
                try (Ledger ledger = open()) {
                    for (int i = 0; i < 12; i += 3) ledger.addOnce(LedgerSamples.placed(stream, i, 3), "");
                }
            });
            thread.setUncaughtExceptionHandler((t, e) -> failures.add(e));
            thread.start();
            writers.add(thread);
        }
        try (Ledger one = PostgresLedger.openToRead(address);
                Ledger other = PostgresLedger.openToRead(address)) {
            while (writers.stream().anyMatch(Thread::isAlive)) {
                assertThat(one.verify()).isEmpty();
                assertThat(LedgerSamples.pages(other)).hasSizeLessThanOrEqualTo(24);
            }
        }
        for (Thread thread : writers) thread.join();
        assertThat(failures).isEmpty();
        try (Ledger ledger = open()) {
            assertThat(ledger.last()).isEqualTo(24);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    /** Makes the database one of an older form: steps back from what this program makes. */
    private void age(int version) throws SQLException {
        if (version < 4) sql(database(), "drop table sitrep.note");
        if (version < 2) sql(database(), "drop table sitrep.stream");
        sql(database(), "update sitrep.form set version = " + version);
    }

    @Test
    void aLedgerOfEachOlderFormIsBroughtUpToDateWithAllItHolds() throws SQLException {
        for (int version = 1; version < PostgresSchema.STEPS.size(); version++) {
            newDatabase();
            List<Recorded> before;
            try (Ledger ledger = open()) {
                LedgerSamples.fill(ledger);
                before = ledger.entries(0);
            }
            age(version);
            assertThatThrownBy(() -> PostgresLedger.openToRead(address)).hasMessageContaining("of this version");
            try (Ledger ledger = open()) {
                assertThat(ledger.entries(0)).isEqualTo(before);
                assertThat(ledger.verify()).isEmpty();
                assertThat(ledger.addOnce(LedgerSamples.placed("s", 0, 1), "")).containsExactly(Ledger.Outcome.ADDED);
            }
        }
    }

    @Test
    void anOlderLedgerThatLacksATableIsNotTouched() throws SQLException {
        open().close();
        age(1);
        sql(database(), "drop table sitrep.taken_down");
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("version 1) and lacks the tables taken_down")
                .hasMessageContaining("it is unchanged");
        sql(database(), "create table sitrep.stream(nothing int)"); // nobody made it: the step was not taken
    }

    @Test
    void refusesANewerLedgerAndLeavesItAlone() throws SQLException {
        open().close();
        sql(database(), "update sitrep.form set version = 99");
        assertThatThrownBy(this::open)
                .hasMessageContaining("newer Sitrep (version 99")
                .hasMessageNotContaining("secret");
    }

    @Test
    void whatIsWrongWithAnAddressIsSaidWithoutThePassword() {
        assertThatThrownBy(() -> PostgresLedger.open(address("nowhere"), Clock.systemUTC()))
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("/nowhere: there is no such database")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PostgresLedger.open("postgresql://ana:secret@localhost:1/x", Clock.systemUTC()))
                .hasMessageContaining("postgresql://ana@localhost:1/x: the server cannot be reached")
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> PostgresLedger.open("postgresql://ana:secret@", Clock.systemUTC()))
                .hasMessageContaining("is no address of a database")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aLedgerMovesToAFileAndBackAndStaysTheSame() {
        Path file = folder.resolve("crisis.db");
        try (Ledger ledger = open();
                Ledger copy = SqliteLedger.open(file, Clock.systemUTC())) {
            LedgerSamples.fill(ledger);
            ledger.copyTo(copy);
            assertThat(copy.entries(0)).isEqualTo(ledger.entries(0));
            assertThat(copy.verify()).isEmpty();
        }
        String before = address;
        address = address.replaceFirst("/[^/]*$", "/postgres");
        try (Ledger there = SqliteLedger.openToRead(file);
                Ledger back = open();
                Ledger first = PostgresLedger.openToRead(before)) {
            there.copyTo(back);
            assertThat(back.entries(0)).isEqualTo(first.entries(0));
            assertThat(LedgerSamples.pages(back)).isEqualTo(LedgerSamples.pages(first));
            assertThat(back.verify()).isEmpty();
        }
    }
}
