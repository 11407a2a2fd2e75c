package org.sitrep.ledger;

import java.util.List;
import java.util.Optional;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.OutletKind;

/** Something that happened, in the past tense. */
public sealed interface Entry {
    /** A page version was added. */
    record PageAdded(String key, String version) implements Entry {}

    /** A page and all quotes from it were deleted. */
    record PageTakenDown(String key, String by, String why) implements Entry {}

    /** What a person decided. No re-reading undoes it. */
    sealed interface Judgement extends Entry {
        /** Who decided. */
        String by();

        /** The person's note; empty where it was taken down with its page. */
        String why();
    }

    /**
     * A person accepted, rejected or corrected a claim.
     *
     * @param correction what stands instead, for a correction: value or range and hedge ("2000 at_least", "7-9 range")
     */
    record ClaimJudged(Anchor anchor, Decision decision, Optional<String> correction, String by, String why)
            implements Judgement {}

    /** What a person can decide on a claim. */
    enum Decision {
        ACCEPTED,
        REJECTED,
        CORRECTED
    }

    /**
     * Spellings that stand for one actor.
     *
     * @param scope key of a page in whose crisis this holds; empty: everywhere
     * @param forms the spellings, never ids of groups, because groups change with the reader
     */
    record NamesJoined(Optional<String> scope, List<String> forms, String by, String why) implements Judgement {
        public NamesJoined {
            forms = List.copyOf(forms);
        }
    }

    /** An earlier judgement, or an earlier undoing, holds no more. @param undone its entry's number */
    record JudgementUndone(long undone, String by, String why) implements Judgement {}

    /** A person took two claims for one statement. */
    record ClaimsMatched(Anchor anchor, Anchor other, String by, String why) implements Judgement {}

    /** A person said what an outlet is. */
    record OutletAssigned(String outlet, OutletKind kind, String by, String why) implements Judgement {}

    /** Spellings that stand for different actors. */
    record NamesParted(Optional<String> scope, List<String> forms, String by, String why) implements Judgement {
        public NamesParted {
            forms = List.copyOf(forms);
        }
    }
}
