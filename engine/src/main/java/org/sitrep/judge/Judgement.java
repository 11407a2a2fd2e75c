package org.sitrep.judge;

import org.sitrep.model.Amount;

/** What a person decided on the claim at an anchor. */
public sealed interface Judgement {
    /** Its entry's number in the ledger; of two on one claim the higher holds. */
    long sequence();

    Anchor anchor();

    /** Who decided. */
    String by();

    /** The claim is read rightly. */
    record Accepted(long sequence, Anchor anchor, String by) implements Judgement {}

    /** The claim is read wrongly and is to be used nowhere. */
    record Rejected(long sequence, Anchor anchor, String by) implements Judgement {}

    /** A figure's amount is another than was read. */
    record Corrected(long sequence, Anchor anchor, String by, Amount amount) implements Judgement {}
}
