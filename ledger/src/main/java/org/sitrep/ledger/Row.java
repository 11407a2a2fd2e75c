package org.sitrep.ledger;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * One entry as it lies in the tables.
 *
 * @param content empty where it was taken down
 * @param takenDown whether the page it is about was taken down
 */
record Row(
        long sequence,
        String at,
        String kind,
        String page,
        String body,
        String contentHash,
        String hash,
        Optional<Content> content,
        boolean takenDown) {

    /** The columns in the order of {@link #of}. */
    static final String SELECT =
            "select e.sequence, e.at, e.kind, e.page, e.body, e.content_hash, e.hash, c.salt, c.text, c.original,"
                    + " exists(select 1 from taken_down t where t.page in (e.page, e.other))";

    /** What a takedown deletes. */
    record Content(byte[] salt, byte[] text, byte[] original) {}

    static Row of(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes(8);
        Optional<Content> content =
                salt == null ? Optional.empty() : Optional.of(new Content(salt, row.getBytes(9), row.getBytes(10)));
        return new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                content,
                row.getBoolean(11));
    }

    Instant time() {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw new Damaged("an entry with no time", e);
        }
    }

    Stored stored() {
        Fields fields = content.map(c -> Fields.parse(new String(c.text, StandardCharsets.UTF_8)))
                .orElseGet(Fields::new);
        return new Stored(kind, page.isEmpty() ? Optional.empty() : Optional.of(page), Fields.parse(body), fields);
    }

    /** What is wrong with the content; empty where it is what was recorded, or was taken down. */
    Optional<String> fault() {
        try {
            return differing();
        } catch (Damaged e) {
            return Optional.of("cannot be read, " + e.getMessage());
        }
    }

    private Optional<String> differing() {
        if (content.isEmpty()) return takenDown ? Optional.empty() : Optional.of("its content is missing");
        Content c = content.get();
        if (!Chain.content(c.salt, c.text, c.original).equals(contentHash))
            return Optional.of("its content was changed");
        if (!(stored().entry() instanceof Entry.PageAdded added)) return Optional.empty();
        byte[] bytes = c.original.length > 0
                ? c.original
                : Chain.utf8(stored().content().one("content"));
        boolean sound = Chain.version(bytes).equals(added.version());
        return sound ? Optional.empty() : Optional.of("the page's bytes are not those of its version");
    }
}
