package org.sitrep.app;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.app.Difference.What;
import org.sitrep.changes.Change;
import org.sitrep.desk.ChangeRecord;
import org.sitrep.desk.Desk;
import org.sitrep.desk.Sheets;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.record.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Derives anew all that a ledger keeps beside its entries, and tells what came out otherwise. */
@Command(
        name = "rebuild",
        description = {
            "Reads every version of every page in a ledger anew and compares what they yield, byte by byte, with what the ledger kept:"
                    + " the same program and language packs must yield the same, and of others the difference is told, page by page:"
                    + " claims that are gone, new or changed; then what the reports say otherwise for it: figures, promises, steps and events."
                    + " Pages and judgements stay as they are.",
            "",
            "Run it first after an update: any other command on the ledger reads the pages anew as well, and does not tell what changed."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep rebuild crisis.db",
            "  sitrep rebuild crisis.db --format jsonl        one JSON object for each claim that differs",
            "",
            "Exit codes as everywhere; 1 also where the same program had kept something else, which is mended by then."
        })
final class RebuildCommand extends LedgerCommand {
    /** Page versions that are held at once. */
    private static final int BATCH = 500;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl: one JSON object a line.")
    PagesCommand.Format format = PagesCommand.Format.text;

    private int pages;
    private int fresh;
    private int different;
    private int changes;
    private final Retold retold = new Retold();

    RebuildCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.pipeline(); // a broken language pack stops the run before anything is touched
        boolean own;
        try (Ledger open = toWrite()) {
            Shelf shelf = open.shelf();
            own = shelf.madeBy(session.reader());
            List<Long> added = open.entries(0).stream()
                    .filter(e -> e.entry() instanceof Entry.PageAdded)
                    .map(Recorded::sequence)
                    .toList();
            shelf.unsign();
            for (int i = 0; i < added.size(); i += BATCH)
                batch(open, added.subList(i, Math.min(i + BATCH, added.size())));
            shelf.sign(session.reader());
            if (different > 0) report(open);
        }
        session.held(pages);
        if (format == PagesCommand.Format.text) session.out().println(summary(own));
        if (!own || different == 0) return session.code();
        session.err()
                .println("sitrep: " + ledger + ": the same program and language packs had kept something else of "
                        + versions(different) + "; the ledger now keeps what they yield");
        return Failure.SOME_UNREADABLE;
    }

    private void batch(Ledger open, List<Long> added) {
        Map<Page, Long> sequences = new IdentityHashMap<>();
        List<Page> some = new ArrayList<>();
        for (long sequence : added)
            open.page(sequence).ifPresent(page -> {
                sequences.put(page, sequence);
                some.add(page);
            });
        Map<Long, Shelf.Sheet> kept = new LinkedHashMap<>();
        for (Shelf.Sheet sheet : open.shelf().take(added.getFirst(), added.getLast()))
            kept.put(sheet.sequence(), sheet);
        List<Shelf.Sheet> sheets = new ArrayList<>();
        session.work(
                some,
                page -> Sheets.of(session.pipeline(), Objects.requireNonNull(sequences.get(page)), page),
                sheets::add);
        open.shelf().put(sheets);
        for (Shelf.Sheet sheet : sheets) compare(open.shelf(), Optional.ofNullable(kept.get(sheet.sequence())), sheet);
    }

    private void compare(Shelf shelf, Optional<Shelf.Sheet> before, Shelf.Sheet after) {
        pages++;
        if (before.isEmpty()) {
            fresh++;
            return;
        }
        List<Difference> differences = Difference.between(before.get(), after);
        if (differences.isEmpty()) return;
        different++;
        boolean latest = shelf.version(after.page(), Long.MAX_VALUE - 1)
                .filter(v -> v.sequence() == after.sequence())
                .isPresent();
        if (latest) Difference.claims(before.get().claims()).ifPresent(c -> retold.put(after.page(), c));
        if (format == PagesCommand.Format.jsonl)
            for (Difference d : differences) session.out().print(json(d) + "\n");
        else print(after, differences);
    }

    /** What the reports say otherwise for what was read otherwise. */
    private void report(Ledger open) {
        List<Change> all = retold.changes(new Desk(session.pipeline(), open, OptionalLong.empty()), session.pipeline());
        changes = all.size();
        if (format == PagesCommand.Format.jsonl) {
            for (Change c : all) session.out().print(ChangeRecord.of(c, List.of()) + "\n");
            return;
        }
        if (!all.isEmpty())
            session.out().println("in the reports" + (retold.all() ? "" : ", as far as they were compared") + ":");
        for (Change c : all) ChangeLines.of(c).forEach(line -> session.out().println("    " + line));
    }

    private void print(Shelf.Sheet sheet, List<Difference> differences) {
        session.out().println(sheet.page() + " (entry " + sheet.sequence() + ")");
        for (Difference d : differences) session.out().println("    " + words(d));
    }

    private static String words(Difference d) {
        return switch (d.what()) {
            case READ_OTHERWISE -> "the same claims; its text, refusals or what decides its crisis are read otherwise";
            case UNREADABLE_BEFORE -> "what was kept is in a form that this program cannot compare";
            case CLAIM_GONE, CLAIM_NEW, CLAIM_CHANGED -> {
                Claim claim = d.after().or(d::before).orElseThrow();
                String was = d.what() == What.CLAIM_CHANGED
                        ? d.before().map(Plain::what).orElse("") + " → "
                        : "";
                String fields = d.fields().isEmpty() ? "" : " (" + String.join(", ", d.fields()) + ")";
                yield d.what().code().replace('_', ' ') + fields + ": " + was + Plain.what(claim) + "  ["
                        + Plain.oneLine(claim.evidence().quote()) + "]  " + claim.id();
            }
        };
    }

    private static String json(Difference d) {
        return Json.object(json -> {
            json.put("change", d.what().code()).put("page", d.page()).put("entry", d.entry());
            json.put("before", d.before().map(Plain::what))
                    .put("after", d.after().map(Plain::what));
            json.put("claim_before", d.before().map(Claim::id));
            json.put("claim_after", d.after().map(Claim::id));
            json.strings("fields", d.fields());
        });
    }

    private String summary(boolean own) {
        String done = "rebuilt " + versions(pages) + ": "
                + (different == 0 ? "everything as before" : different + (different == 1 ? " differs" : " differ"));
        if (changes > 0) done += ", " + changes + (changes == 1 ? " change" : " changes") + " in the reports";
        if (fresh > 0) done += "; " + fresh + " had not been read before";
        return own ? done : done + "; another program or other language packs read them before";
    }

    private static String versions(int count) {
        return count + (count == 1 ? " version of a page" : " versions of pages");
    }
}
