package org.sitrep.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sitrep.acquire.Acquired;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Keeps pages in a ledger. */
@Command(
        name = "add",
        description =
                "Keeps pages in a ledger: one file, to which pages are only ever added. Adding a page again changes nothing;"
                        + " a page with other bytes under the same id is a new version of it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep add crisis.db my-pages                makes crisis.db where there is none",
            "  sitrep report crisis.db                      reports from it as from the pages themselves"
        })
final class AddCommand extends LedgerCommand {
    /** Pages in one transaction, each of which waits for the disk once. */
    private static final int BATCH = 200;

    private static final long BATCH_CHARACTERS = 4 << 20;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PAGES",
            description = "Files and folders of pages in any format that Sitrep reads; ledgers; - for standard input.")
    List<String> pages = List.of();

    private final List<Ledger.Addition> batch = new ArrayList<>();
    private final Map<Ledger.Outcome, Integer> outcomes = new EnumMap<>(Ledger.Outcome.class);
    private long characters;

    AddCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            session.pages(pages, arrived -> add(open, arrived));
            flush(open);
        }
        String counts = String.join(
                ", ",
                Arrays.stream(Ledger.Outcome.values())
                        .filter(outcomes::containsKey)
                        .map(o -> outcomes.get(o) + " " + words(o))
                        .toList());
        session.out().println(counts.isEmpty() ? "nothing added" : counts);
        return session.code();
    }

    private static String words(Ledger.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> "added";
            case CHANGED -> "changed (a new version each)";
            case UNCHANGED -> "known already";
            case TAKEN_DOWN -> "left out because they were taken down";
        };
    }

    private void add(Ledger ledger, Acquired.Arrived arrived) {
        batch.add(new Ledger.Addition(arrived.page(), arrived.original()));
        characters += arrived.page().content().length();
        if (batch.size() >= BATCH || characters >= BATCH_CHARACTERS) flush(ledger);
    }

    private void flush(Ledger ledger) {
        for (Ledger.Outcome outcome : ledger.add(batch)) outcomes.merge(outcome, 1, Integer::sum);
        batch.clear();
        characters = 0;
    }
}
