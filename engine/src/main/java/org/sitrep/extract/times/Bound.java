package org.sitrep.extract.times;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule's slots were filled with, last first. */
record Bound(
        String name,
        Meaning value,
        int from,
        int to,
        @Nullable Bound rest) {
    static Optional<Bound> find(@Nullable Bound bound, String name) {
        for (Bound b = bound; b != null; b = b.rest) if (b.name.equals(name)) return Optional.of(b);
        return Optional.empty();
    }
}
