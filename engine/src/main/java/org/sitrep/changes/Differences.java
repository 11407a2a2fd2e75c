package org.sitrep.changes;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Two states, what was found different between them so far, and which claims are new. */
final class Differences {
    private final List<Situation> before;
    private final List<Situation> after;
    private final Set<String> known = new HashSet<>();
    private final List<Change> all = new ArrayList<>();

    /** @param before what was there: none of its claims is new */
    Differences(List<Situation> before, List<Situation> after) {
        this.before = before;
        this.after = after;
        for (Situation s : before) for (Claim c : s.claims()) known.add(c.id());
    }

    List<Situation> before() {
        return before;
    }

    List<Situation> after() {
        return after;
    }

    /** Everything added, by crisis, then kind, then what it is about. */
    List<Change> sorted() {
        return all.stream()
                .sorted(Comparator.comparing(Change::crisis)
                        .thenComparing(Change::what)
                        .thenComparing(Change::subject)
                        .thenComparing(c -> c.after().orElse(""))
                        .thenComparing(c -> c.before().orElse("")))
                .toList();
    }

    /** Whether a claim was there before. */
    boolean known(Claim c) {
        return known.contains(c.id());
    }

    void add(
            What what,
            String crisis,
            String subject,
            Optional<String> was,
            Optional<String> is,
            List<? extends Claim> because) {
        all.add(new Change(what, crisis, subject, was, is, List.copyOf(because)));
    }

    /** Those of the claims that were not there before. */
    List<Claim> fresh(List<? extends Claim> claims) {
        return claims.stream().filter(c -> !known(c)).map(c -> (Claim) c).toList();
    }
}
