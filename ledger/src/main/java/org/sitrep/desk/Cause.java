package org.sitrep.desk;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.changes.Change;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Recorded;
import org.sitrep.model.Claim;

/** An entry that brought a change. */
public record Cause(Recorded entry) {
    private static final int SHOWN = 3;

    /** Judgements that name a claim of the change, else what happened to its pages; the first few. */
    public static List<Cause> of(Change change, List<Recorded> entries) {
        Set<String> pages = new LinkedHashSet<>();
        Set<String> quotes = new LinkedHashSet<>();
        for (Claim c : change.because()) {
            pages.add(c.evidence().page());
            quotes.add(c.evidence().page() + "\u001f" + c.evidence().quote());
        }
        List<Cause> judged = entries.stream()
                .filter(e -> judges(e.entry(), quotes))
                .map(Cause::new)
                .toList();
        List<Cause> came = entries.stream()
                .filter(e -> brings(e.entry(), pages))
                .map(Cause::new)
                .toList();
        List<Cause> wide =
                entries.stream().filter(e -> wide(e.entry())).map(Cause::new).toList();
        List<Cause> causes = !judged.isEmpty() ? judged : !came.isEmpty() ? came : wide;
        return causes.stream().limit(SHOWN).toList();
    }

    /** Whether a judgement names no claim, so that it may stand behind whatever else has no cause. */
    private static boolean wide(Entry entry) {
        return entry instanceof Entry.Judgement
                && !(entry instanceof Entry.ClaimJudged)
                && !(entry instanceof Entry.ClaimsMatched);
    }

    private static boolean judges(Entry entry, Set<String> quotes) {
        return switch (entry) {
            case Entry.ClaimJudged j ->
                quotes.contains(j.anchor().page() + "\u001f" + j.anchor().quote());
            case Entry.ClaimsMatched j ->
                quotes.contains(j.anchor().page() + "\u001f" + j.anchor().quote())
                        && quotes.contains(
                                j.other().page() + "\u001f" + j.other().quote());
            case Entry.NamesJoined j -> false;
            case Entry.NamesParted j -> false;
            case Entry.OutletAssigned j -> false;
            case Entry.JudgementUndone j -> false;
            case Entry.PageAdded j -> false;
            case Entry.PageTakenDown j -> false;
        };
    }

    private static boolean brings(Entry entry, Set<String> pages) {
        return switch (entry) {
            case Entry.PageAdded a -> pages.contains(a.key());
            case Entry.PageTakenDown d -> pages.contains(d.key());
            case Entry.Judgement j -> false;
        };
    }
}
