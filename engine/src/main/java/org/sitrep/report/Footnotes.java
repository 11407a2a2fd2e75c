package org.sitrep.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.sitrep.model.Claim;

/** Numbers what a report quotes, in the order in which it first shows it, from 1; what would read the same has one number. */
final class Footnotes {
    private static final int MARKS = 3;
    private final Function<Claim, String> reads;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Claim> shown = new ArrayList<>();
    /** A claim is cited in many places, and to tell how its footnote reads takes longer than to find it again. */
    private final Map<Claim, Integer> given = new IdentityHashMap<>();

    /** @param reads equal for claims whose footnotes would read the same */
    Footnotes(Function<Claim, String> reads) {
        this.reads = reads;
    }

    /** The footnote of {@code claim}, given now where it has none yet. */
    int of(Claim claim) {
        return given.computeIfAbsent(
                claim,
                c -> numbers.computeIfAbsent(reads.apply(c), r -> {
                    shown.add(c);
                    return shown.size();
                }));
    }

    /** Those whose footnotes are shown: of many the first of each of the first pages, since a row of marks tells no more than its number. */
    static <C extends Claim> List<C> few(List<C> claims) {
        if (claims.size() <= MARKS) return claims;
        Map<String, C> pages = new LinkedHashMap<>();
        for (C claim : claims) pages.putIfAbsent(claim.evidence().page(), claim);
        return pages.values().stream().limit(MARKS).toList();
    }

    /** The footnotes of {@code claims}, each once. */
    List<Integer> of(Collection<? extends Claim> claims) {
        return claims.stream().map(this::of).distinct().toList();
    }

    /** One claim for each footnote, by number. */
    List<Claim> claims() {
        return List.copyOf(shown);
    }
}
