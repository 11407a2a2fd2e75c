package org.sitrep.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.ledger.Ledger.Outcome;
import org.sitrep.ledger.Ledger.Placed;

/** How far streams were added, noted in the transaction that adds. Belongs to no entry: a copied ledger begins its streams anew. */
final class Streams {
    private final Database database;
    private final SqlLedger ledger;

    Streams(Database database, SqlLedger ledger) {
        this.database = database;
        this.ledger = ledger;
    }

    /** Within a transaction. */
    List<Outcome> add(List<Placed> pages, String reader) throws SQLException {
        SqlShelf shelf = new SqlShelf(database);
        boolean ours = shelf.madeBy(reader);
        Map<String, Long> reached = new HashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        List<Shelf.Sheet> sheets = new ArrayList<>();
        for (Placed page : pages) {
            boolean before = page.position() <= reached.computeIfAbsent(page.stream(), this::reached);
            Outcome outcome = before ? Outcome.UNCHANGED : ledger.add(page.addition());
            outcomes.add(outcome);
            if (!before) reached.put(page.stream(), page.position());
            boolean written = outcome == Outcome.ADDED || outcome == Outcome.CHANGED;
            if (written && ours) sheets.add(numbered(page.sheet(), ledger.last()));
        }
        shelf.insert(sheets);
        note(reached);
        return outcomes;
    }

    private long reached(String stream) {
        return database.first("select position from stream where name = ?", r -> r.getLong(1), stream)
                .orElse(-1L);
    }

    private void note(Map<String, Long> reached) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        reached.forEach((stream, position) -> rows.add(new Object[] {stream, position}));
        database.batch(
                "insert into stream(name, position) values (?, ?) on conflict(name) do update set position ="
                        + " excluded.position",
                rows);
    }

    private static Shelf.Sheet numbered(Shelf.Sheet sheet, long sequence) {
        return new Shelf.Sheet(
                sequence, sheet.page(), sheet.claims(), sheet.profile(), sheet.day(), sheet.keys(), sheet.words());
    }
}
