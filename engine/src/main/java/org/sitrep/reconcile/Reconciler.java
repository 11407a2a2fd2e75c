package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Puts the claims of many articles together, crisis by crisis. */
public final class Reconciler {
    /** A reconciler that knows the measures of {@code packs}. */
    public Reconciler(Packs packs) {}

    /**
     * One situation for each crisis, ordered by crisis id; the order of {@code pages} does not matter.
     *
     * @param asOf only what was published on or before this day is used; empty: everything
     */
    public List<Situation> situations(List<Claim.Claims> pages, Optional<LocalDate> asOf) {
        return List.of();
    }
}
