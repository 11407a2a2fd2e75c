package org.sitrep.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.Pipeline;
import org.sitrep.changes.Change;
import org.sitrep.changes.Changes;
import org.sitrep.desk.Desk;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/**
 * What a rebuilding changes in the reports: each crisis with a page that is read otherwise, put together from what was kept and from
 * what is read now, by this program both times, so that what differs comes from the reading.
 */
final class Retold {
    /** Pages of which the former claims are held; of more the reports are compared as far as these go. */
    private static final int MOST = 2_000;

    private final Map<String, Claim.Claims> before = new TreeMap<>();
    private boolean all = true;

    /** Takes what was kept of a page's latest version. */
    void put(String page, Claim.Claims kept) {
        if (before.size() < MOST || before.containsKey(page)) before.put(page, kept);
        else all = false;
    }

    /** Whether the former claims of every page that differs were held. */
    boolean all() {
        return all;
    }

    /** What the reports say otherwise, crisis by crisis. */
    List<Change> changes(Desk desk, Pipeline pipeline) {
        List<Change> out = new ArrayList<>();
        Set<String> done = new HashSet<>();
        for (String page : before.keySet()) {
            if (done.contains(page)) continue;
            Set<String> members = new LinkedHashSet<>(List.of(page));
            for (Claim.Claims p : desk.crisis(page).pages())
                members.add(p.article().page());
            done.addAll(members);
            Map<String, Claim.Claims> now = new LinkedHashMap<>();
            for (String m : members) desk.page(m).ifPresent(p -> now.put(m, p));
            Map<String, Claim.Claims> then = new LinkedHashMap<>(now);
            then.replaceAll((key, p) -> before.getOrDefault(key, p));
            out.addAll(Changes.between(situations(then, desk, pipeline), situations(now, desk, pipeline)));
        }
        return out;
    }

    private static List<Situation> situations(Map<String, Claim.Claims> pages, Desk desk, Pipeline pipeline) {
        return pipeline.situations(pipeline.crises(List.copyOf(pages.values())), desk.judgements(), Optional.empty());
    }
}
