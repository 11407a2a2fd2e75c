package org.sitrep.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.model.Page;

/** A ledger in the tables of a database. */
final class SqlLedger implements Ledger {
    private static final int SALT_BYTES = 16;
    private static final byte[] NONE = {};
    /** The version of each page that was the last at an entry; takes the entry's number. */
    static final String KNOWN =
            "(select page, max(sequence) as sequence from entries where kind = 'PageAdded' and sequence <= ? group by"
                    + " page)";

    private final Database database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SqlLedger(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Outcome> add(List<Addition> pages) {
        return database.transaction(() -> {
            List<Outcome> outcomes = new ArrayList<>();
            for (Addition addition : pages) outcomes.add(add(addition));
            return outcomes;
        });
    }

    @Override
    public List<Outcome> addOnce(List<Placed> pages, String reader) {
        return database.transaction(() -> new Streams(database, this).add(pages, reader));
    }

    /** Within a transaction. */
    Outcome add(Addition addition) throws SQLException {
        Page page = addition.page();
        if (one("select page from taken_down where page = ?", page.key()).isPresent()) return Outcome.TAKEN_DOWN;
        Optional<String> version = one("select version from latest where page = ?", page.key());
        if (version.isPresent() && version.get().equals(page.version())) return Outcome.UNCHANGED;
        Stored stored = Stored.of(new Entry.PageAdded(page.key(), page.version()));
        Recorded recorded = append(
                new Stored(stored.kind(), stored.page(), stored.body(), Stored.content(page, addition.record())),
                addition.original().orElse(NONE),
                clock.instant());
        latest(page.key(), recorded.sequence(), page.version());
        return version.isPresent() ? Outcome.CHANGED : Outcome.ADDED;
    }

    private void latest(String page, long sequence, String version) throws SQLException {
        database.execute(
                "insert into latest(page, sequence, version) values (?, ?, ?)"
                        + " on conflict(page) do update set sequence = excluded.sequence, version = excluded.version",
                page,
                sequence,
                version);
    }

    @Override
    public Recorded append(Entry.Judgement judgement) {
        return database.transaction(() -> append(Stored.of(judgement), NONE, clock.instant()));
    }

    private Recorded append(Stored stored, byte[] original, Instant at) throws SQLException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] content = Chain.utf8(stored.content().text());
        String contentHash = Chain.content(salt, content, original);
        Row row = following(stored, at.toString(), contentHash);
        insert(row, stored);
        database.execute(
                "insert into content(sequence, salt, text, original) values (?, ?, ?, ?)",
                row.sequence(),
                salt,
                content,
                original);
        return new Recorded(row.sequence(), at, row.hash(), stored.entry());
    }

    /** The entry that follows the last one, without its content. */
    private Row following(Stored stored, String at, String contentHash) {
        record End(long sequence, String hash) {}
        End end = database.first(
                        "select sequence, hash from entries order by sequence desc limit 1",
                        r -> new End(r.getLong(1), r.getString(2)))
                .orElse(new End(0, Chain.START));
        String body = stored.body().text();
        String hash = Chain.entry(end.hash(), end.sequence() + 1, at, stored.kind(), body, contentHash);
        return new Row(
                end.sequence() + 1,
                at,
                stored.kind(),
                stored.page().orElse(""),
                body,
                contentHash,
                hash,
                Optional.empty(),
                false);
    }

    private void insert(Row row, Stored stored) throws SQLException {
        database.execute(
                "insert into entries(sequence, at, kind, page, other, body, content_hash, hash) values (?, ?, ?, ?, ?,"
                        + " ?, ?, ?)",
                row.sequence(),
                row.at(),
                row.kind(),
                row.page(),
                stored.other().orElse(""),
                row.body(),
                row.contentHash(),
                row.hash());
    }

    @Override
    public boolean takeDown(String key, String by, String why) {
        boolean known = database.transaction(() -> {
            if (one("select page from latest where page = ?", key).isEmpty()) return false;
            erase(key);
            append(Stored.of(new Entry.PageTakenDown(key, by, why)), NONE, clock.instant());
            return true;
        });
        if (known) database.forget();
        return known;
    }

    private void erase(String key) throws SQLException {
        new SqlShelf(database).erase(key);
        database.execute(
                "delete from content where sequence in (select sequence from entries where page = ? or other = ?)",
                key,
                key);
        database.execute("delete from latest where page = ?", key);
        database.execute("insert into taken_down(page) values (?)", key);
    }

    @Override
    public void pages(Consumer<Page> sink) {
        pages("latest", sink);
    }

    @Override
    public void pages(long knownAt, Consumer<Page> sink) {
        pages(KNOWN, sink, knownAt);
    }

    private void pages(String versions, Consumer<Page> sink, Object... values) {
        String query = "select e.body, c.text from " + versions + " k join entries e on e.sequence = k.sequence"
                + " join content c on c.sequence = e.sequence order by e.page";
        database.stream(query, row -> sink.accept(page(row)), values);
    }

    private static Page page(ResultSet row) throws SQLException {
        Fields body = Fields.parse(row.getString(1));
        return Stored.page(body.one("key"), body.one("version"), Fields.parse(text(row.getBytes(2))));
    }

    @Override
    public Optional<Page> page(long sequence) {
        return database.first(
                "select e.body, c.text from entries e join content c on c.sequence = e.sequence"
                        + " where e.sequence = ? and e.kind = 'PageAdded'",
                SqlLedger::page,
                sequence);
    }

    @Override
    public void records(Consumer<byte[]> sink) {
        rows(row -> Stored.record(row.stored().content()).ifPresent(sink));
    }

    @Override
    public List<Recorded> entries(long after) {
        return recorded("e.sequence > ?", after);
    }

    @Override
    public List<Recorded> entries(long after, int most) {
        // Entries are numbered without gaps.
        return recorded("e.sequence > ? and e.sequence <= ?", after, after + most);
    }

    @Override
    public List<Recorded> decisions() {
        return recorded("e.kind <> 'PageAdded'");
    }

    /** Entries without their pages' texts. */
    private List<Recorded> recorded(String which, Object... values) {
        return database.all(
                Row.SELECT
                        + " from entries e left join content c on c.sequence = e.sequence and e.kind <> 'PageAdded'"
                        + " where "
                        + which + " order by e.sequence",
                r -> {
                    Row row = Row.of(r);
                    return new Recorded(
                            row.sequence(), row.time(), row.hash(), row.stored().entry());
                },
                values);
    }

    @Override
    public long last() {
        return database.first("select sequence from entries order by sequence desc limit 1", r -> r.getLong(1))
                .orElse(0L);
    }

    @Override
    public long lastBefore(LocalDate day) {
        return database.first(
                        "select sequence from entries where at < ? order by sequence desc limit 1",
                        r -> r.getLong(1),
                        day.toString())
                .orElse(0L);
    }

    @Override
    public List<String> verify() {
        List<String> faults = new ArrayList<>();
        String[] previous = {Chain.START};
        long[] expected = {1};
        rows(row -> {
            String name = "entry " + row.sequence();
            if (row.sequence() != expected[0]) faults.add(name + ": entry " + expected[0] + " is missing");
            expected[0] = row.sequence() + 1;
            String hash = Chain.entry(previous[0], row.sequence(), row.at(), row.kind(), row.body(), row.contentHash());
            if (!hash.equals(row.hash())) faults.add(name + ": was changed after it was recorded");
            previous[0] = row.hash();
            row.fault().ifPresent(fault -> faults.add(name + ": " + fault));
        });
        faults.addAll(References.faults(database));
        return faults;
    }

    private void rows(Consumer<Row> sink) {
        String query =
                Row.SELECT + " from entries e left join content c on c.sequence = e.sequence order by e.sequence";
        database.stream(query, row -> sink.accept(Row.of(row)));
    }

    @Override
    public void chain(Consumer<Link> sink) {
        String query =
                Row.SELECT + " from entries e left join content c on c.sequence = e.sequence and e.kind <> 'PageAdded'"
                        + " order by e.sequence";
        database.stream(query, r -> {
            Row row = Row.of(r);
            sink.accept(new Link(
                    row.sequence(),
                    row.at(),
                    row.kind(),
                    row.page(),
                    row.body(),
                    row.contentHash(),
                    row.hash(),
                    row.content().map(Row.Content::salt),
                    row.content().map(c -> text(c.text()))));
        });
    }

    @Override
    public void copyTo(Ledger target) {
        SqlLedger other = (SqlLedger) target;
        if (other.last() > 0)
            throw new LedgerProblem(other.database.where, "holds entries already", "name a ledger that does not exist");
        List<Row> some = new ArrayList<>();
        rows(row -> {
            some.add(row);
            if (some.size() == COPIED) other.take(some);
        });
        other.take(some);
    }

    /** Entries that are copied in one transaction. */
    private static final int COPIED = 500;

    /** Takes entries as they stand in another ledger: numbers, times, hashes and salts. */
    private void take(List<Row> rows) {
        database.transaction(() -> {
            for (Row row : rows) {
                Stored stored = row.stored();
                insert(row, stored);
                if (row.content().isPresent()) {
                    Row.Content c = row.content().get();
                    database.execute(
                            "insert into content(sequence, salt, text, original) values (?, ?, ?, ?)",
                            row.sequence(),
                            c.salt(),
                            c.text(),
                            c.original());
                }
                if (row.kind().equals("PageAdded") && row.content().isPresent())
                    latest(row.page(), row.sequence(), row.stored().body().one("version"));
                if (row.kind().equals("PageTakenDown"))
                    database.execute("insert into taken_down(page) values (?)", row.page());
            }
            return rows.size();
        });
        rows.clear();
    }

    @Override
    public Shelf shelf() {
        return new SqlShelf(database);
    }

    private Optional<String> one(String query, String value) {
        return database.first(query, r -> r.getString(1), value);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        database.close();
    }
}
