package org.sitrep.reconcile;

import org.sitrep.model.Situation.Phase;

/**
 * What one step of an operation's life does to where the operation stands. The states are the {@link Phase}s in their order; no
 * step leads back, because pages tell late and leave steps out: who hears first that a force withdraws knows that it had been sent.
 */
sealed interface Transition {
    /** Where the operation stands after the step, coming from {@code before}. */
    default Phase after(Phase before) {
        return switch (this) {
            case Observed o -> later(before, o.to());
            case Declared d -> later(before, d.to());
            case Noted n -> before;
        };
    }

    private static Phase later(Phase a, Phase b) {
        if (a == Phase.UNKNOWN) return b;
        return b == Phase.UNKNOWN || b.compareTo(a) < 0 ? a : b;
    }

    /** Told as something that took place: the operation is at least so far. */
    record Observed(Phase to) implements Transition {}

    /** Somebody's word that the work is done. Nobody can declare a force gone: that is for those who see its last flight. */
    record Declared(Phase to) implements Transition {
        public Declared {
            if (to.compareTo(Phase.DECLARED_COMPLETE) > 0)
                throw new IllegalArgumentException("a declaration is no proof of " + to.code());
        }
    }

    /** A task, a deadline, an extension: part of the life, but the operation stands where it stood. */
    record Noted() implements Transition {}
}
