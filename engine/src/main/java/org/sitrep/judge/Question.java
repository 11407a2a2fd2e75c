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
 * @param reasons the same for a program that has words of its own
 * @param answers what `sitrep judge LEDGER` takes to answer it, one way of deciding each, most likely first
 * @param weight how many lines of the report would change; only for ordering
 */
public record Question(
        String ask, Optional<Claim> claim, String why, List<Reason> reasons, List<List<String>> answers, int weight) {
    public Question {
        reasons = List.copyOf(reasons);
        answers = List.copyOf(answers);
    }

    /**
     * Why something is asked.
     *
     * @param code what kind of reason
     * @param of what it speaks of, a code or an amount
     */
    public record Reason(String code, String of) {
        /** In words. */
        String words() {
            return switch (code) {
                case "highest", "lowest" -> "the " + code + " number of " + of + " rests on this sentence alone";
                case "verdict" -> "the verdict \u201c" + of + "\u201d rests on this sentence alone";
                case "version" -> "it is the only word for one version of a promise";
                case "step" -> "the step " + of + " rests on this sentence alone";
                case "passage" -> "the passage is " + of;
                default -> code.replace('_', ' ') + " with " + of;
            };
        }
    }

    /** The same of another weight. */
    Question weighing(int other) {
        return new Question(ask, claim, why, reasons, answers, other);
    }
}
