package org.sitrep.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A shelf in tables beside the ledger's. A sheet holds from its entry until the one that brings the page's next version. */
final class SqlShelf implements Shelf {
    /** The entry up to which a version that is still the latest holds. */
    private static final long OPEN = Long.MAX_VALUE;

    private static final String ROOM = "(?, ?, ?, ?, ?)";
    private final Database database;

    SqlShelf(Database database) {
        this.database = database;
    }

    @Override
    public boolean madeBy(String reader) {
        return database.first("select reader from derivation", r -> r.getString(1))
                .filter(reader::equals)
                .isPresent();
    }

    @Override
    public void clear(String reader) {
        database.transaction(() -> {
            for (String table : List.of("bucket", "sheet", "note", "derivation"))
                database.execute("delete from " + table);
            database.execute("insert into derivation(reader) values (?)", reader);
            return true;
        });
    }

    @Override
    public void unsign() {
        database.transaction(() -> {
            for (String table : List.of("bucket", "note", "derivation")) database.execute("delete from " + table);
            return true;
        });
    }

    private static final String SHEETS = "select sequence, page, claims, profile, day, keys, words from sheet"
            + " where sequence >= ? and sequence <= ?";

    private static Sheet sheet(java.sql.ResultSet row) throws SQLException {
        return new Sheet(
                row.getLong(1),
                row.getString(2),
                row.getBytes(3),
                row.getBytes(4),
                row.getLong(5),
                longs(row.getBytes(6)),
                row.getString(7));
    }

    @Override
    public void latest(long first, long last, Consumer<Sheet> sink) {
        database.stream(SHEETS + " and until = " + OPEN, row -> sink.accept(sheet(row)), first, last);
    }

    @Override
    public List<Sheet> take(long first, long last) {
        return database.transaction(() -> {
            List<Sheet> sheets = database.all(SHEETS + " order by sequence", SqlShelf::sheet, first, last);
            database.execute("delete from sheet where sequence >= ? and sequence <= ?", first, last);
            return sheets;
        });
    }

    @Override
    public void sign(String reader) {
        database.transaction(() -> {
            database.execute("delete from derivation");
            database.execute("insert into derivation(reader) values (?)", reader);
            return true;
        });
    }

    @Override
    public List<Missing> missing(long after, int most) {
        return database.all(
                "select e.sequence, e.body, c.text from entries e join content c on c.sequence = e.sequence left join"
                        + " sheet s on s.sequence = e.sequence where e.kind = 'PageAdded' and s.sequence is null and"
                        + " e.sequence > ? order by e.sequence limit ?",
                row -> {
                    Fields body = Fields.parse(row.getString(2));
                    Fields content = Fields.parse(new String(row.getBytes(3), StandardCharsets.UTF_8));
                    return new Missing(row.getLong(1), Stored.page(body.one("key"), body.one("version"), content));
                },
                after,
                most);
    }

    @Override
    public long last() {
        return database.first("select coalesce(max(sequence), 0) from sheet", row -> row.getLong(1))
                .orElseThrow();
    }

    @Override
    public void put(List<Sheet> sheets) {
        database.transaction(() -> {
            insert(sheets);
            return true;
        });
    }

    /** As {@link #put}, within a transaction. */
    void insert(List<Sheet> sheets) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        for (Sheet sheet : sheets) put(sheet, rows);
        // In the order of the table, so that each of its leaves is written once.
        rows.sort((a, b) -> Long.compare((Long) a[0], (Long) b[0]));
        database.batch("insert into bucket(key, day, page, sequence, until) values " + ROOM, rows);
    }

    private void put(Sheet sheet, List<Object[]> rows) throws SQLException {
        boolean there = database.first(
                        "select c.sequence from content c left join sheet s on s.sequence = c.sequence"
                                + " where c.sequence = ? and s.sequence is null",
                        r -> r.getLong(1),
                        sheet.sequence())
                .isPresent();
        if (!there) return;
        long until = neighbouring(sheet, "min", ">").orElse(OPEN);
        neighbouring(sheet, "max", "<").ifPresent(before -> end(before, sheet.sequence()));
        database.execute(
                "insert into sheet(sequence, page, until, claims, profile, day, keys, words) values (?, ?, ?, ?, ?, ?,"
                        + " ?, ?)",
                sheet.sequence(),
                sheet.page(),
                until,
                sheet.claims(),
                sheet.profile(),
                sheet.day(),
                bytes(sheet.keys()),
                sheet.words());
        for (long key : sheet.keys()) rows.add(new Object[] {key, sheet.day(), sheet.page(), sheet.sequence(), until});
    }

    /** The entry that brought the version of the page next to a sheet's. */
    private Optional<Long> neighbouring(Sheet sheet, String which, String side) {
        String query = "select " + which + "(sequence) from entries where page = ? and kind = 'PageAdded' and sequence "
                + side + " ?";
        return database.first(query, r -> r.getLong(1), sheet.page(), sheet.sequence())
                .filter(s -> s > 0);
    }

    /** A version ends where the next begins; where its sheet is not there yet it is told so when it comes. */
    private void end(long sequence, long until) {
        database.first(
                        "select day, page, keys from sheet where sequence = ?",
                        r -> new Sheet(sequence, r.getString(2), EMPTY, EMPTY, r.getLong(1), longs(r.getBytes(3)), ""),
                        sequence)
                .ifPresent(old -> {
                    try {
                        database.execute("update sheet set until = ? where sequence = ?", until, sequence);
                        List<Object[]> rows = new ArrayList<>();
                        for (long key : old.keys())
                            rows.add(new Object[] {until, key, old.day(), old.page(), sequence});
                        database.batch(
                                "update bucket set until = ? where key = ? and day = ? and page = ? and sequence = ?",
                                rows);
                    } catch (SQLException e) {
                        throw database.problem(e);
                    }
                });
    }

    private static final byte[] EMPTY = {};

    /** Deletes everything derived from any version of a page. */
    void erase(String page) throws SQLException {
        for (Sheet old : database.all(
                "select sequence, day, keys from sheet where page = ?",
                r -> new Sheet(r.getLong(1), page, EMPTY, EMPTY, r.getLong(2), longs(r.getBytes(3)), ""),
                page)) {
            List<Object[]> rows = new ArrayList<>();
            for (long key : old.keys()) rows.add(new Object[] {key, old.day(), page, old.sequence()});
            database.batch("delete from bucket where key = ? and day = ? and page = ? and sequence = ?", rows);
        }
        database.execute("delete from sheet where page = ?", page);
        database.execute("delete from note");
    }

    @Override
    public Optional<byte[]> claims(long sequence) {
        return database.first("select claims from sheet where sequence = ?", r -> r.getBytes(1), sequence);
    }

    @Override
    public Optional<byte[]> profile(long sequence) {
        return database.first("select profile from sheet where sequence = ?", r -> r.getBytes(1), sequence);
    }

    @Override
    public Optional<Note> note(String name) {
        return database.first(
                "select entry, content from note where name = ?", r -> new Note(r.getLong(1), r.getBytes(2)), name);
    }

    @Override
    public void note(String name, Note note) {
        database.transaction(() -> {
            database.execute("delete from note where name = ?", name);
            database.execute(
                    "insert into note(name, entry, content) values (?, ?, ?)", name, note.entry(), note.content());
            return true;
        });
    }

    @Override
    public List<Neighbour> after(long key, Place place, long lastDay, int most, long knownAt) {
        return beside(" > (?, ?) and day <= ?", "asc", key, place, lastDay, most, knownAt);
    }

    @Override
    public List<Neighbour> before(long key, Place place, long firstDay, int most, long knownAt) {
        return beside(" < (?, ?) and day >= ?", "desc", key, place, firstDay, most, knownAt);
    }

    private List<Neighbour> beside(
            String side, String order, long key, Place place, long edge, int most, long knownAt) {
        return database.all(
                "select sequence, page from bucket where key = ? and (day, page)" + side
                        + " and sequence <= ? and until > ? order by day " + order + ", page " + order + " limit ?",
                SqlShelf::neighbour,
                key,
                place.day(),
                place.page(),
                edge,
                knownAt,
                knownAt,
                most);
    }

    private static Neighbour neighbour(java.sql.ResultSet row) throws SQLException {
        return new Neighbour(row.getLong(1), row.getString(2));
    }

    @Override
    public void versions(long knownAt, Consumer<Neighbour> sink) {
        database.stream(
                "select sequence, page from sheet where sequence <= ? and until > ? order by page",
                row -> sink.accept(neighbour(row)),
                knownAt,
                knownAt);
    }

    @Override
    public List<Neighbour> holding(List<List<String>> starts, boolean said, int most, long knownAt) {
        String limits = " and sequence <= ? and until > ? order by sequence desc limit ?";
        if (starts.isEmpty())
            return database.all(
                    "select sequence, page from sheet where true" + limits,
                    SqlShelf::neighbour,
                    knownAt,
                    knownAt,
                    most);
        return database.all(
                database.search.query() + limits,
                SqlShelf::neighbour,
                database.question(starts, said),
                knownAt,
                knownAt,
                most);
    }

    @Override
    public Optional<Neighbour> version(String page, long knownAt) {
        return database.first(
                "select sequence, page from sheet where page = ? and sequence <= ? and until > ?",
                SqlShelf::neighbour,
                page,
                knownAt,
                knownAt);
    }

    private static byte[] bytes(long[] keys) {
        ByteBuffer out = ByteBuffer.allocate(keys.length * Long.BYTES);
        Arrays.stream(keys).forEach(out::putLong);
        return out.array();
    }

    private static long[] longs(byte[] bytes) {
        long[] out = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(out);
        return out;
    }
}
