package org.sitrep.judge;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;

/**
 * Something that a person could decide, and that the report hangs on.
 *
 * @param ask the question
 * @param claim the claim it is about; empty for names and outlets
 * @param why why it is asked
 * @param answers what `sitrep judge LEDGER` takes to answer it, one way of deciding each, most likely first
 * @param weight how many lines of the report would change; only for ordering
 */
public record Question(String ask, Optional<Claim> claim, String why, List<List<String>> answers, int weight) {
    public Question {
        answers = List.copyOf(answers);
    }

    /** The same of another weight. */
    Question weighing(int other) {
        return new Question(ask, claim, why, answers, other);
    }
}
