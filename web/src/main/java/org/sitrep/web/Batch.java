package org.sitrep.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Recorded;

/**
 * Entries that came together and touched one crisis.
 *
 * @param before the entry that was the last before them
 * @param last the last of them
 * @param at when that one was recorded
 */
record Batch(long before, long last, Instant at) {
    /** So many entries are looked back on. */
    private static final int LOOK = 2_000;
    /** Entries recorded within so much of one another are taken for one addition. */
    private static final Duration TOGETHER = Duration.ofSeconds(2);

    /** At most {@code most} of them, newest first. */
    static List<Batch> of(Snapshot now, Crisis crisis, int most) {
        Set<String> pages = new HashSet<>(crisis.keys());
        List<Batch> out = new ArrayList<>();
        Instant earliest = Instant.MAX;
        for (Recorded r : now.entries(Math.max(0, now.sequence() - LOOK), LOOK).reversed()) {
            if (!touches(r.entry(), pages)) continue;
            if (!out.isEmpty() && !r.at().plus(TOGETHER).isBefore(earliest)) {
                Batch later = out.removeLast();
                out.add(new Batch(r.sequence() - 1, later.last, later.at));
            } else if (out.size() == most) {
                break;
            } else {
                out.add(new Batch(r.sequence() - 1, r.sequence(), r.at()));
            }
            earliest = r.at();
        }
        return List.copyOf(out);
    }

    /** What names no page may touch any crisis. */
    private static boolean touches(Entry entry, Set<String> pages) {
        return switch (entry) {
            case Entry.PageAdded e -> pages.contains(e.key());
            case Entry.ClaimJudged e -> pages.contains(e.anchor().page());
            case Entry.ClaimsMatched e -> pages.contains(e.anchor().page());
            case Entry.NamesJoined e ->
                e.scope().filter(s -> !pages.contains(s)).isEmpty();
            case Entry.NamesParted e ->
                e.scope().filter(s -> !pages.contains(s)).isEmpty();
            case Entry.OutletAssigned e -> true;
            case Entry.JudgementUndone e -> true;
            case Entry.PageTakenDown e -> true;
        };
    }
}
