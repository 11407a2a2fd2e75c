package org.sitrep.changes;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;

/**
 * One difference between two states.
 *
 * @param crisis id of the crisis, in the later state where it is there
 * @param subject what it is about, in the records' codes: "killed people Westland"
 * @param before how it was; empty: it was not there
 * @param after how it is; empty: it is there no more
 * @param because the claims that it rests on: those that came, else those that went
 */
public record Change(
        What what,
        String crisis,
        String subject,
        Optional<String> before,
        Optional<String> after,
        List<Claim> because) {
    public Change {
        because = List.copyOf(because);
    }

    /** What kind of difference it is. */
    public enum What implements Code {
        FIGURE_NEW,
        FIGURE_CHANGED,
        FIGURE_WITHDRAWN,
        FIGURE_REPEATED,
        FIGURE_GONE,
        PROMISE_NEW,
        PROMISE_VERSION,
        VERDICT,
        PROMISE_GONE,
        STEP_NEW,
        STEP_CHANGED,
        STEP_GONE,
        PHASE,
        EVENT_NEW,
        EVENT_GONE,
        ORIGINS
    }
}
