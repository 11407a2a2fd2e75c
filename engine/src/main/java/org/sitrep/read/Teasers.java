package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;

/** A teaser's link line stands apart from its summary, but has the summary's day and outlet. */
final class Teasers {
    private Teasers() {}

    /** @param page when the page was published, which is what a passage without a day of its own carries */
    static List<Passage> joined(List<Passage> passages, Optional<Published> page) {
        List<Passage> out = new ArrayList<>(passages);
        for (int i = out.size() - 2; i >= 0; i--) {
            Passage link = out.get(i);
            Passage summary = out.get(i + 1);
            if (link.role() != Passage.Role.TEASER || summary.role() != Passage.Role.TEASER) continue;
            boolean dated =
                    link.published().equals(page) && !summary.published().equals(page);
            if (!dated) continue;
            Optional<String> outlet = link.outlet().or(summary::outlet);
            out.set(
                    i,
                    new Passage(
                            link.id(),
                            link.role(),
                            link.span(),
                            link.language(),
                            outlet,
                            link.agency(),
                            summary.published(),
                            link.flags(),
                            link.flagEvidence()));
        }
        return out;
    }
}
