package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.changes.Change;
import org.sitrep.model.Claim;

/** A change in words, with the claims that it rests on. */
final class ChangeLines {
    /** So many claims show what a change rests on. */
    private static final int CLAIMS = 3;

    private ChangeLines() {}

    static List<String> of(Change change) {
        String was = change.before()
                .map(b -> change.after().isPresent() ? b + " → " : b)
                .orElse("");
        boolean carried = change.before().equals(change.after());
        List<String> lines = new ArrayList<>();
        lines.add(change.what().code().replace('_', ' ') + ": " + change.subject() + ": " + (carried ? "" : was)
                + change.after().orElse(""));
        for (Claim claim : change.because().stream().limit(CLAIMS).toList())
            lines.add("    [" + Plain.oneLine(claim.evidence().quote()) + "]  "
                    + claim.evidence().page() + "  " + claim.id());
        return lines;
    }
}
