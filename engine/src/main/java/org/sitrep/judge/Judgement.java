package org.sitrep.judge;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Amount;

/** What a person decided. It beats whatever is inferred; of two on one thing the one of the higher number holds. */
public sealed interface Judgement {
    /** Its entry's number in the ledger. */
    long sequence();

    /** Who decided. */
    String by();

    /** What a person decided on the claim at an anchor. */
    sealed interface OnClaim extends Judgement {
        Anchor anchor();
    }

    /** The claim is read rightly. */
    record Accepted(long sequence, Anchor anchor, String by) implements OnClaim {}

    /** The claim is read wrongly and is to be used nowhere. */
    record Rejected(long sequence, Anchor anchor, String by) implements OnClaim {}

    /** A figure's amount is another than was read. */
    record Corrected(long sequence, Anchor anchor, String by, Amount amount) implements OnClaim {}

    /** Two claims carry one statement. */
    record Same(long sequence, Anchor anchor, Anchor other, String by) implements Judgement {}

    /**
     * Spellings stand for one actor, or each for its own.
     *
     * @param scope key of a page in whose crisis this holds; empty: everywhere
     */
    record Names(long sequence, Optional<String> scope, List<String> forms, boolean one, String by)
            implements Judgement {
        public Names {
            forms = List.copyOf(forms);
        }
    }

    /** What an outlet is. */
    record Outlet(long sequence, String outlet, OutletKind kind, String by) implements Judgement {}
}
