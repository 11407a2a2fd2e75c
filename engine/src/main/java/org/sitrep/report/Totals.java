package org.sitrep.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;

/**
 * Words for fighting or protest that only say what a running total counts. "So far 41 have died in clashes" and "164 dead: the toll of
 * the week's riots" tell of many days and places at once, and so of no one event. What has a day of its own is never meant.
 */
final class Totals {
    /** Kinds of event that go on for weeks and are summed up in one word. */
    private static final Set<String> LONG = Set.of("clash", "protest");
    /** A smaller number may be what one clash cost. */
    private static final long MANY = 10;

    private final View view;
    private final Map<String, List<Claim.Figure>> figures = new HashMap<>();

    Totals(View view) {
        this.view = view;
        for (Claim c : view.situation.claims())
            if (c instanceof Claim.Figure f && total(f))
                figures.computeIfAbsent(f.evidence().page(), k -> new ArrayList<>())
                        .add(f);
    }

    /** Of people dead, hurt or held, for a whole state or as part of a wider number. */
    private static boolean total(Claim.Figure f) {
        boolean wide = f.place()
                .flatMap(Place::precision)
                .filter(p -> p != Place.Precision.COUNTRY)
                .isEmpty();
        return f.counts() == Claim.Counts.TOTAL_TO_DATE
                && f.amount().value().orElse(0) >= MANY
                && (wide || f.partOf().isPresent());
    }

    /** Whether an event without a day stands in the sentence of a running total. */
    boolean bears(Claim.Event e) {
        if (!LONG.contains(e.type()) || e.date().isPresent()) return false;
        return figures.getOrDefault(e.evidence().page(), List.of()).stream()
                .anyMatch(f -> view.quotes.oneSentence(f, e));
    }
}
