package org.sitrep.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.model.Claim;

/** Numbers the claims that a report shows, in the order in which it first shows them, from 1. */
final class Footnotes {
    private final Map<String, Claim> shown = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();

    /** The footnote of {@code claim}, given now where it has none yet. */
    int of(Claim claim) {
        shown.putIfAbsent(claim.id(), claim);
        return numbers.computeIfAbsent(claim.id(), id -> numbers.size() + 1);
    }

    /** Every claim that has a footnote, by number. */
    List<Claim> claims() {
        return new ArrayList<>(shown.values());
    }
}
