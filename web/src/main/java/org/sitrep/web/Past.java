package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.changes.Change;
import org.sitrep.changes.Changes;
import org.sitrep.desk.Desk;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** What was known of a crisis when an earlier entry was the ledger's last, and what changed since. */
final class Past {
    private Past() {}

    /** What is different between two entries in what the pages of {@code crisis} tell. */
    static List<Change> changes(Snapshot now, Crisis crisis, long from, long to) {
        return Changes.between(at(now, crisis, from), at(now, crisis, to));
    }

    /** Whether anything was known of {@code crisis} when {@code entry} was the last. */
    static boolean known(Snapshot now, Crisis crisis, long entry) {
        return !at(now, crisis, entry).isEmpty();
    }

    private static List<Situation> at(Snapshot now, Crisis crisis, long entry) {
        if (entry <= 0) return List.of();
        if (entry >= now.sequence())
            return crisis.situation(Optional.empty()).stream().toList();
        return crisis.past(entry, () -> now.room().at(entry, desk -> situations(now, crisis, desk)));
    }

    /** Its pages may have been several crises by then. */
    private static List<Situation> situations(Snapshot now, Crisis crisis, Desk desk) {
        List<Situation> out = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String key : crisis.keys()) {
            if (!seen.add(key)) continue;
            List<Claim.Claims> pages = desk.crisis(key).pages();
            for (Claim.Claims p : pages) seen.add(p.article().page());
            if (!pages.isEmpty())
                new Crisis(now.room().pipeline(), pages, desk.judgements(), true)
                        .situation(Optional.empty())
                        .ifPresent(out::add);
        }
        return out;
    }
}
