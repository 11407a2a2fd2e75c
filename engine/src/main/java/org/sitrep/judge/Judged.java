package org.sitrep.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;

/**
 * Pages' claims as people judged them.
 *
 * @param pages the pages in their order, without rejected claims, which stand among the refused
 * @param unplaced judgements on pages at hand whose claim is read no more, oldest first; none is ever dropped
 */
public record Judged(List<Claim.Claims> pages, List<Judgement> unplaced) {
    /** The rule that refused claims carry which a person rejected. */
    public static final String RULE = "judgement";

    public Judged {
        pages = List.copyOf(pages);
        unplaced = List.copyOf(unplaced);
    }

    /** Puts {@code judgements} over {@code pages}: a claim is found by its anchor exactly, or the judgement is unplaced. */
    public static Judged of(List<Claim.Claims> pages, List<Judgement> judgements) {
        if (judgements.isEmpty()) return new Judged(pages, List.of());
        Map<String, Map<Anchor, Judgement>> byPage = new HashMap<>();
        List<Judgement> ordered = judgements.stream()
                .sorted(Comparator.comparingLong(Judgement::sequence))
                .toList();
        for (Judgement j : ordered)
            byPage.computeIfAbsent(j.anchor().page(), key -> new HashMap<>()).put(j.anchor(), j);
        Set<Anchor> placed = new HashSet<>();
        Set<String> present = new HashSet<>();
        List<Claim.Claims> out = new ArrayList<>();
        for (Claim.Claims page : pages) {
            present.add(page.article().page());
            Map<Anchor, Judgement> here = byPage.getOrDefault(page.article().page(), Map.of());
            out.add(here.isEmpty() ? page : page(page, here, placed));
        }
        List<Judgement> unplaced = ordered.stream()
                .filter(j -> present.contains(j.anchor().page()) && !placed.contains(j.anchor()))
                .toList();
        return new Judged(out, unplaced);
    }

    private static Claim.Claims page(Claim.Claims page, Map<Anchor, Judgement> here, Set<Anchor> placed) {
        List<Claim> claims = new ArrayList<>();
        List<Claim.Refused> refused = new ArrayList<>(page.refused());
        for (Claim claim : page.claims()) {
            Anchor anchor = Anchor.of(page.article(), claim);
            Optional<Judgement> judgement = Optional.ofNullable(here.get(anchor));
            if (judgement.isPresent()) placed.add(anchor);
            Optional<Claim> stands = judgement.map(j -> judge(claim, j)).orElse(Optional.of(claim));
            stands.ifPresentOrElse(claims::add, () -> refused.add(rejected(claim, judgement.orElseThrow())));
        }
        refused.sort(Comparator.comparing(Claim.Refused::span));
        return new Claim.Claims(page.article(), claims, refused);
    }

    private static Claim.Refused rejected(Claim claim, Judgement judgement) {
        String reason = "rejected by " + judgement.by() + ", entry " + judgement.sequence();
        return new Claim.Refused(
                claim.evidence().page(),
                claim.evidence().span(),
                claim.evidence().quote(),
                reason,
                RULE);
    }

    private static Optional<Claim> judge(Claim claim, Judgement judgement) {
        return switch (judgement) {
            case Judgement.Rejected r -> Optional.empty();
            case Judgement.Accepted a -> Optional.of(claim.with(claim.common().with(Claim.Verified.ACCEPTED)));
            case Judgement.Corrected c ->
                Optional.of(
                        claim instanceof Claim.Figure f
                                ? f.with(c.amount()).with(f.common().with(Claim.Verified.CORRECTED))
                                : claim);
        };
    }
}
