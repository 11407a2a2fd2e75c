package org.sitrep.reconcile;

import static org.sitrep.model.Situation.Relation.Kind.*;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.reconcile.Comparison.Verdict;

/** Numbers that somebody took back. */
final class Retractions {
    private Retractions() {}

    /** What a denial takes back, and who says the number again afterwards. {@code rungs} are one history's, in order. */
    static List<Verdict> of(List<Rung> rungs) {
        List<Verdict> out = new ArrayList<>();
        for (Rung denial : rungs) {
            if (!Rung.takesBack(denial.status())) continue;
            List<Rung> said = rungs.stream()
                    .filter(r -> !Rung.takesBack(r.status())
                            && r.amount().key().equals(denial.amount().key()))
                    .toList();
            List<Rung> before = said.stream().filter(r -> !after(r, denial)).toList();
            for (Rung r : before) out.add(new Verdict(denial, r, RETRACTION_OF, "the number is taken back"));
            for (Rung r : said) {
                if (!after(r, denial) || r.sharesPage(denial)) continue;
                for (Rung original : before.isEmpty() ? List.of(denial) : before)
                    out.add(new Verdict(
                            r,
                            original,
                            REPEATS_AFTER_RETRACTION,
                            "said again after it was taken back on "
                                    + denial.known().orElseThrow()));
            }
        }
        return out;
    }

    /** Only a page known to be later repeats; what has no date is taken for what was denied. */
    private static boolean after(Rung r, Rung denial) {
        return r.known().isPresent()
                && denial.known().isPresent()
                && r.known().get().isAfter(denial.known().get());
    }
}
