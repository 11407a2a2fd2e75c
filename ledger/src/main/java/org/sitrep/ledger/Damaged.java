package org.sitrep.ledger;

/** An entry that no program wrote so: its bytes were changed after it was recorded. */
final class Damaged extends RuntimeException {
    private static final long serialVersionUID = 1;

    Damaged(String what) {
        super(what);
    }

    Damaged(String what, RuntimeException cause) {
        super(what, cause);
    }
}
