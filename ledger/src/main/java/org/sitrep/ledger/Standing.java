package org.sitrep.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.judge.Judgement;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/** Which judgements hold after a row of entries. */
public final class Standing {
    private Standing() {}

    /** Judgements that no later entry undid and whose pages were not taken down, oldest first. */
    static List<Judgement> judgements(List<Recorded> entries) {
        Set<Long> undone = new HashSet<>();
        List<Judgement> out = new ArrayList<>();
        // Backwards, so that an undoing that was itself undone is known as such before it takes effect.
        for (Recorded recorded : entries.reversed()) {
            if (undone.contains(recorded.sequence())) continue;
            switch (recorded.entry()) {
                case Entry.JudgementUndone undoing -> undone.add(undoing.undone());
                case Entry.Judgement judgement ->
                    judgement(recorded.sequence(), judgement).ifPresent(out::add);
                case Entry.PageAdded added -> {}
                case Entry.PageTakenDown down -> {}
            }
        }
        return List.copyOf(out.reversed());
    }

    private static Optional<Judgement> judgement(long sequence, Entry.Judgement entry) {
        return switch (entry) {
            case Entry.ClaimJudged j when j.anchor().quote().isEmpty() -> Optional.empty();
            case Entry.ClaimJudged j -> Optional.of(onClaim(sequence, j));
            case Entry.ClaimsMatched j
            when j.anchor().quote().isEmpty() || j.other().quote().isEmpty() -> Optional.empty();
            case Entry.ClaimsMatched j -> Optional.of(new Judgement.Same(sequence, j.anchor(), j.other(), j.by()));
            case Entry.NamesJoined j -> Optional.of(new Judgement.Names(sequence, j.scope(), j.forms(), true, j.by()));
            case Entry.NamesParted j -> Optional.of(new Judgement.Names(sequence, j.scope(), j.forms(), false, j.by()));
            case Entry.OutletAssigned j -> Optional.of(new Judgement.Outlet(sequence, j.outlet(), j.kind(), j.by()));
            case Entry.JudgementUndone j -> Optional.empty();
        };
    }

    private static Judgement onClaim(long sequence, Entry.ClaimJudged judged) {
        return switch (judged.decision()) {
            case ACCEPTED -> new Judgement.Accepted(sequence, judged.anchor(), judged.by());
            case REJECTED -> new Judgement.Rejected(sequence, judged.anchor(), judged.by());
            case CORRECTED ->
                new Judgement.Corrected(
                        sequence,
                        judged.anchor(),
                        judged.by(),
                        judged.correction()
                                .flatMap(Standing::amount)
                                .orElseThrow(() -> new IllegalStateException("correction without a value")));
        };
    }

    /** "2000", "2000 at_least" or "7-9" as an amount; empty for anything else. */
    public static Optional<Amount> amount(String text) {
        String[] parts = text.strip().split(" ", 2);
        String[] ends = parts[0].split("-", -1);
        try {
            if (ends.length == 2) {
                long low = Long.parseUnsignedLong(ends[0]);
                long high = Long.parseUnsignedLong(ends[1]);
                return low <= high && low >= 0 ? Optional.of(Amount.range(low, high)) : Optional.empty();
            }
            Qualifier hedge =
                    parts.length == 1 ? Qualifier.EXACT : Qualifier.valueOf(parts[1].toUpperCase(Locale.ROOT));
            long value = Long.parseLong(parts[0]);
            return hedge.vague() || hedge == Qualifier.RANGE || value < 0
                    ? Optional.empty()
                    : Optional.of(Amount.of(value, hedge));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
