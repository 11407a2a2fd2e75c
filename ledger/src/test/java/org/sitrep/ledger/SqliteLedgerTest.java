package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitrep.ledger.LedgerSamples.page;
import static org.sitrep.ledger.LedgerSamples.pages;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.model.Page;

/** The contract on a real file, and what only a file can suffer. */
class SqliteLedgerTest implements LedgerContract {
    @TempDir
    Path folder;

    @Override
    public Ledger open() {
        return SqliteLedger.open(file(), Clock.systemUTC());
    }

    private Path file() {
        return folder.resolve("crisis.db");
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement statement = connection.createStatement()) {
            for (String command : commands) statement.execute(command);
        }
    }

    private void addOne() {
        try (Ledger ledger = open()) {
            ledger.add(List.of(Addition.of(page("a", "the first page"))));
        }
    }

    @Test
    void isKnownByItsHeader() throws IOException {
        addOne();
        assertThat(SqliteLedger.isSqlite(file())).isTrue();
        assertThat(SqliteLedger.isSqlite(Files.writeString(folder.resolve("x.txt"), "SQLite format")))
                .isFalse();
        assertThat(SqliteLedger.isSqlite(folder)).isFalse();
        assertThat(SqliteLedger.isSqlite(folder.resolve("none"))).isFalse();
    }

    @Test
    void aLedgerOfAnOlderFormIsBroughtUpToDate() throws SQLException {
        sql(Schema.STEPS.getFirst().toArray(String[]::new));
        sql("pragma application_id = " + Schema.APPLICATION, "pragma user_version = 1");
        assertThatThrownBy(() -> SqliteLedger.openToRead(file())).hasMessageContaining("has an older form");
        addOne();
        try (Ledger ledger = SqliteLedger.openToRead(file())) {
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.last()).isEqualTo(1);
        }
    }

    /** Before the index of words there were sheets that stand in none; deleting one must not look like damage. */
    @Test
    void whatAnOlderFormDerivedCanBeTakenAway() throws SQLException {
        addOne();
        sql(
                "drop table note",
                "drop trigger sheet_found",
                "drop trigger sheet_lost",
                "drop table found",
                "insert into sheet values (1, 'a', 9223372036854775807, 'first page', 10, x'00', x'00', x'00')",
                "pragma user_version = 3");
        try (Ledger ledger = open()) {
            ledger.shelf().clear("v2");
            assertThat(ledger.shelf().missing(0, 9)).hasSize(1);
            assertThat(ledger.shelf().holding(List.of(List.of("first")), false, 9, 9))
                    .isEmpty();
        }
    }

    @Test
    void anOlderLedgerThatLacksATableIsNotTouched() throws SQLException {
        sql(Schema.STEPS.getFirst().toArray(String[]::new));
        sql("drop table latest", "pragma application_id = " + Schema.APPLICATION, "pragma user_version = 1");
        assertThatThrownBy(this::open)
                .hasMessageContaining("lacks the tables latest")
                .hasMessageContaining("unchanged");
        sql("create table sheet(a)"); // nobody made it: no step was taken
    }

    @Test
    void closingLeavesOneFile() throws IOException {
        addOne();
        try (Ledger ledger = SqliteLedger.openToRead(file())) {
            ledger.pages(page -> {});
        }
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    @Test
    void readsALedgerNobodyMayWrite() {
        addOne();
        assertThat(file().toFile().setReadOnly()).isTrue();
        List<Page> pages = new ArrayList<>();
        try (Ledger ledger = SqliteLedger.openToRead(file())) {
            ledger.pages(pages::add);
        }
        assertThat(pages).hasSize(1);
    }

    @Test
    void entriesCannotBeChangedByAccident() {
        addOne();
        assertThatThrownBy(() -> sql("update entries set body = '{}'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> sql("delete from entries")).hasMessageContaining("append-only");
    }

    @Test
    void aChangeOnPurposeShows() throws SQLException {
        addOne();
        sql("drop trigger entries_stay", "update entries set at = '2020-01-01T00:00:00Z' where sequence = 1");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).containsExactly("entry 1: was changed after it was recorded");
        }
    }

    @Test
    void changedOrMissingContentShows() throws SQLException {
        addOne();
        sql("update content set text = cast('{\"content\":[\"another page\"],\"format\":[\"TEXT\"]}' as blob)");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).containsExactly("entry 1: its content was changed");
        }
        sql("delete from content");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).containsExactly("entry 1: its content is missing");
        }
    }

    @Test
    void takenDownBytesAreGoneFromTheFile() throws IOException {
        String secret = "a sentence nobody may read again";
        try (Ledger ledger = open()) {
            ledger.add(List.of(Addition.of(page("a", secret)), Addition.of(page("b", "another page that stays"))));
            ledger.takeDown("a", "ana", "asked for");
            try (var files = Files.list(folder)) {
                for (Path each : files.toList()) assertThat(bytes(each)).doesNotContain(secret);
            }
        }
        assertThat(bytes(file())).contains("another page that stays").doesNotContain(secret);
    }

    @Test
    @Tag("slow")
    void aReaderWhoKeepsTakenDownBytesInTheLogIsNamedUntilItLeaves() throws SQLException, IOException {
        String secret = "a sentence nobody may read again";
        try (Connection reader = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement reading = reader.createStatement();
                Ledger ledger = open()) {
            ledger.add(List.of(Addition.of(page("a", secret)), Addition.of(page("b", "stays"))));
            reading.execute("begin");
            reading.executeQuery("select count(*) from content").next();
            assertThatThrownBy(() -> ledger.takeDown("a", "ana", "asked for"))
                    .hasMessageContaining("the page is taken down, but its words still lie in")
                    .hasMessageContaining("end what uses the ledger");
            assertThat(pages(ledger)).extracting(Page::key).containsExactly("b");
        }
        try (var files = Files.list(folder)) {
            for (Path each : files.toList()) assertThat(bytes(each)).doesNotContain(secret);
        }
    }

    @Test
    void anExceptionInTheMiddleOfABatchLeavesNothingHalf() {
        addOne();
        List<Addition> batch = new ArrayList<>(List.of(Addition.of(page("b", "the second page"))));
        batch.add(null);
        try (Ledger ledger = open()) {
            assertThatThrownBy(() -> ledger.add(batch)).isInstanceOf(NullPointerException.class);
            assertThat(ledger.last()).isEqualTo(1);
            assertThat(ledger.add(List.of(Addition.of(page("c", "the third page")))))
                    .containsExactly(Ledger.Outcome.ADDED);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void tablesThatDisagreeWithTheChainShow() throws SQLException {
        addOne();
        sql("insert into taken_down(page) values ('z')");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).containsExactly("page z: it is away, and no entry says that it was taken down");
        }
        sql("delete from taken_down", "delete from latest");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify())
                    .containsExactly("page a: it was added, and neither is it there nor was it taken down");
        }
    }

    @Test
    void isOpenedByItsNameAndMadeOnlyWhereThatIsMeant() throws IOException {
        String where = file().toString();
        assertThatThrownBy(() -> Ledgers.openToRead(where)).hasMessageContaining("there is no such ledger");
        assertThatThrownBy(() -> Ledgers.openToWrite(where, Clock.systemUTC()))
                .hasMessageContaining("there is no such ledger");
        Ledgers.absent(where);
        Ledgers.open(where, Clock.systemUTC()).close();
        assertThatThrownBy(() -> Ledgers.absent(where)).hasMessageContaining("is there already");
        Ledgers.present(where);
        try (Ledger write = Ledgers.openToWrite(where, Clock.systemUTC())) {
            write.add(List.of(Addition.of(page("a", "one"))));
        }
        try (Ledger read = Ledgers.openToRead(where)) {
            assertThat(read.last()).isEqualTo(1);
            assertThatThrownBy(() -> read.add(List.of(Addition.of(page("b", "two")))))
                    .isInstanceOf(LedgerProblem.class);
        }
        assertThat(Ledgers.is(where)).isTrue();
        assertThat(Ledgers.is("-")).isFalse();
        assertThat(Ledgers.is(Files.writeString(folder.resolve("x.txt"), "text").toString()))
                .isFalse();
        assertThat(Ledgers.is("postgresql://ana@db.example/crisis")).isTrue();
    }

    @Test
    void refusesAnotherProgramsFile() throws SQLException {
        sql("create table invoices(id integer)");
        assertThatThrownBy(this::open).isInstanceOf(LedgerProblem.class).hasMessageContaining("of another program");
        assertThatThrownBy(() -> SqliteLedger.openToRead(file())).hasMessageContaining("of another program");
    }

    @Test
    void refusesANewerLedgerAndLeavesItAlone() throws SQLException, IOException {
        addOne();
        sql("pragma user_version = 99", "pragma journal_mode = delete");
        byte[] before = Files.readAllBytes(file());
        assertThatThrownBy(this::open)
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("newer Sitrep (version 99");
        assertThatThrownBy(() -> SqliteLedger.openToRead(file())).hasMessageContaining("newer Sitrep");
        sql("pragma user_version = " + Schema.VERSION, "pragma journal_mode = wal");
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).isEmpty();
        }
        assertThat(before).isNotEmpty();
    }

    @Test
    void refusesAFileThatIsNoDatabase() throws IOException {
        Files.writeString(file(), "Minutes of the meeting");
        assertThatThrownBy(this::open).isInstanceOf(LedgerProblem.class).hasMessageContaining("another kind of file");
        assertThat(file()).hasContent("Minutes of the meeting");
    }

    @Test
    void aCutOffFileIsNamedAsDamaged() throws IOException {
        try (Ledger ledger = open()) {
            ledger.add(IntStream.range(0, 200)
                    .mapToObj(i -> Addition.of(page("p" + i, "x".repeat(3000))))
                    .toList());
        }
        byte[] whole = Files.readAllBytes(file());
        Files.write(file(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> {
                    try (Ledger ledger = SqliteLedger.openToRead(file())) {
                        ledger.pages(page -> {});
                    }
                })
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("damaged");
    }

    @Test
    void aFullDiskLosesNothingThatWasAcknowledged() {
        addOne();
        try (Ledger small = SqliteLedger.open(file(), Clock.systemUTC(), 20)) {
            List<Addition> large = List.of(Addition.of(page("b", "x".repeat(200_000))));
            assertThatThrownBy(() -> small.add(large))
                    .isInstanceOf(LedgerProblem.class)
                    .hasMessageContaining("the disk is full");
            assertThat(small.add(List.of(Addition.of(page("c", "a small page still fits")))))
                    .containsExactly(Ledger.Outcome.ADDED);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.entries(0)).hasSize(2);
        }
    }

    @Test
    void aLedgerInAFolderThatDoesNotExistIsNamed() {
        assertThatThrownBy(() -> SqliteLedger.open(folder.resolve("none/crisis.db"), Clock.systemUTC()))
                .isInstanceOf(LedgerProblem.class)
                .hasMessageContaining("crisis.db: the ledger cannot be opened");
    }
}
