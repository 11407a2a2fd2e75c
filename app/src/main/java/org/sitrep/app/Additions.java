package org.sitrep.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sitrep.acquire.Acquired;
import org.sitrep.ledger.Ledger;

/** Pages on their way into a ledger, and what became of them. */
final class Additions {
    /** Pages in one transaction, each of which waits for the disk once. */
    private static final int BATCH = 200;

    private static final long BATCH_CHARACTERS = 4 << 20;

    private final Ledger ledger;
    private final List<Ledger.Addition> batch = new ArrayList<>();
    private final Map<Ledger.Outcome, Integer> outcomes = new EnumMap<>(Ledger.Outcome.class);
    private long characters;

    Additions(Ledger ledger) {
        this.ledger = ledger;
    }

    void add(Acquired.Arrived arrived) {
        batch.add(new Ledger.Addition(arrived.page(), arrived.original(), arrived.record()));
        characters += arrived.page().content().length();
        if (batch.size() >= BATCH || characters >= BATCH_CHARACTERS) flush();
    }

    /** Writes what is under way. @return what became of it, in order */
    List<Ledger.Outcome> flush() {
        List<Ledger.Outcome> done = ledger.add(batch);
        for (Ledger.Outcome outcome : done) outcomes.merge(outcome, 1, Integer::sum);
        batch.clear();
        characters = 0;
        return done;
    }

    /** All outcomes so far in one line. */
    String counts() {
        String counts = String.join(
                ", ",
                Arrays.stream(Ledger.Outcome.values())
                        .filter(outcomes::containsKey)
                        .map(o -> outcomes.get(o) + " " + words(o))
                        .toList());
        return counts.isEmpty() ? "nothing added" : counts;
    }

    private static String words(Ledger.Outcome outcome) {
        return switch (outcome) {
            case ADDED -> "added";
            case CHANGED -> "changed (a new version each)";
            case UNCHANGED -> "known already";
            case TAKEN_DOWN -> "left out because they were taken down";
        };
    }
}
