package org.sitrep.app;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.changes.Revision;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.model.Page;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/**
 * Pages of a ledger that were read again and had changed.
 *
 * @param before number of the entry that added the older version
 * @param read when that was, which is no part of any report
 * @param after number of the entry that added the newer one
 * @param again when that was
 */
record Versions(long before, Instant read, long after, Instant again, Revision revision) {
    /** The version of each page that stood at entry {@code from} against the one at {@code to}, where the two differ. */
    static List<Versions> between(Session session, Ledger ledger, long from, long to) {
        List<Versions> out = new ArrayList<>();
        added(ledger, to).values().forEach(all -> {
            Optional<Recorded> old =
                    all.stream().filter(r -> r.sequence() <= from).reduce((a, b) -> b);
            if (old.isPresent())
                compare(session, ledger, old.get(), all.getLast()).ifPresent(out::add);
        });
        return out;
    }

    /** Every version of each page against the one before it. */
    static List<Versions> all(Session session, Ledger ledger) {
        List<Versions> out = new ArrayList<>();
        added(ledger, Long.MAX_VALUE).values().forEach(all -> {
            for (int i = 1; i < all.size(); i++)
                compare(session, ledger, all.get(i - 1), all.get(i)).ifPresent(out::add);
        });
        return out;
    }

    private static Map<String, List<Recorded>> added(Ledger ledger, long to) {
        Map<String, List<Recorded>> out = new TreeMap<>();
        for (Recorded r : ledger.entries(0))
            if (r.entry() instanceof Entry.PageAdded a && r.sequence() <= to)
                out.computeIfAbsent(a.key(), k -> new ArrayList<>(1)).add(r);
        return out;
    }

    private static Optional<Versions> compare(Session session, Ledger ledger, Recorded before, Recorded after) {
        if (before.sequence() == after.sequence()) return Optional.empty();
        Optional<Page> was = ledger.page(before.sequence());
        Optional<Page> is = ledger.page(after.sequence());
        if (was.isEmpty() || is.isEmpty()) return Optional.empty();
        Revision revision = session.pipeline().revision(was.get(), is.get());
        return revision.none()
                ? Optional.empty()
                : Optional.of(new Versions(before.sequence(), before.at(), after.sequence(), after.at(), revision));
    }

    /** For people: one line for the page, one for each sentence and figure. */
    List<String> lines() {
        List<String> out = new ArrayList<>();
        out.add("page changed" + (revision.silent() ? " silently" : "") + ": " + revision.page() + ": read "
                + seconds(read) + " (entry " + before + ") and " + seconds(again) + " (entry " + after + ")");
        for (Revision.Refigured f : revision.figures())
            out.add("    figure "
                    + (f.before().isPresent() && f.after().isPresent()
                            ? f.before().get() + " → " + f.after().get()
                            : f.before()
                                    .map(b -> "gone: " + b)
                                    .orElse("new: " + f.after().orElse(""))));
        for (Revision.Part p : revision.parts()) {
            p.before().ifPresent(b -> out.add("    - " + line(b)));
            p.after().ifPresent(a -> out.add("    + " + line(a)));
        }
        return out;
    }

    private static Instant seconds(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String line(String sentence) {
        return Contacts.masked(sentence);
    }

    /** For programs. */
    String json() {
        return Json.object(json -> json.put("change", "page_changed")
                .put("page", revision.page())
                .put("silent", revision.silent())
                .object("before", j -> j.put("entry", before).put("read", read.toString()))
                .object("after", j -> j.put("entry", after).put("read", again.toString()))
                .objects(
                        "sentences",
                        revision.parts(),
                        (j, p) -> j.put("before", p.before().map(Versions::line))
                                .put("after", p.after().map(Versions::line)))
                .objects(
                        "figures",
                        revision.figures(),
                        (j, f) -> j.put("before", f.before()).put("after", f.after())));
    }
}
