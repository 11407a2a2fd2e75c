package org.sitrep.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;

/**
 * Pages' claims as people judged them.
 *
 * @param pages the pages in their order, without rejected claims, which stand among the refused
 * @param same pairs of claims, by their ids, that people took for one statement
 * @param names what people decided on spellings, oldest first
 * @param unplaced judgements of which these pages should hold the subject and do not, oldest first; none is ever dropped
 */
public record Judged(
        List<Claim.Claims> pages, List<SamePair> same, List<Judgement.Names> names, List<Judgement> unplaced) {
    /** The rule that refused claims carry which a person rejected. */
    public static final String RULE = "judgement";

    /** Ids of two claims. */
    public record SamePair(String claim, String other) {}

    public Judged {
        pages = List.copyOf(pages);
        same = List.copyOf(same);
        names = List.copyOf(names);
        unplaced = List.copyOf(unplaced);
    }

    /**
     * Puts {@code judgements} over {@code pages}: a claim is found by its anchor exactly, an outlet by its name, or the judgement is
     * unplaced.
     */
    public static Judged of(List<Claim.Claims> pages, List<Judgement> judgements) {
        if (judgements.isEmpty()) return new Judged(pages, List.of(), List.of(), List.of());
        return new Placing(pages, judgements).judged();
    }

    /** One run over the pages. */
    private static final class Placing {
        private final List<Claim.Claims> pages;
        private final List<Judgement> ordered;
        private final Map<String, Map<Anchor, Judgement.OnClaim>> onClaims = new HashMap<>();
        private final Map<String, OutletKind> outlets = new HashMap<>();
        /** Every anchor that some judgement names, with the claim that stands there. */
        private final Map<Anchor, Optional<String>> wanted = new HashMap<>();

        private final Set<String> sought = new HashSet<>();
        private final Set<String> present = new HashSet<>();
        private final Set<String> published = new HashSet<>();

        Placing(List<Claim.Claims> pages, List<Judgement> judgements) {
            this.pages = pages;
            this.ordered = judgements.stream()
                    .sorted(Comparator.comparingLong(Judgement::sequence))
                    .toList();
            for (Judgement j : ordered) note(j);
        }

        private void note(Judgement judgement) {
            switch (judgement) {
                case Judgement.OnClaim j -> {
                    onClaims.computeIfAbsent(j.anchor().page(), key -> new HashMap<>())
                            .put(j.anchor(), j);
                    want(j.anchor());
                }
                case Judgement.Same j -> {
                    want(j.anchor());
                    want(j.other());
                }
                case Judgement.Outlet j -> outlets.put(folded(j.outlet()), j.kind());
                case Judgement.Names j -> {}
            }
        }

        private void want(Anchor anchor) {
            wanted.put(anchor, Optional.empty());
            sought.add(anchor.page());
        }

        Judged judged() {
            List<Claim.Claims> out = new ArrayList<>();
            for (Claim.Claims page : pages) {
                String key = page.article().page();
                present.add(key);
                page.article().outlet().map(Placing::folded).ifPresent(published::add);
                if (sought.contains(key)) find(page);
                Article article = outlet(page.article());
                Map<Anchor, Judgement.OnClaim> here = onClaims.getOrDefault(key, Map.of());
                if (here.isEmpty() && article == page.article()) out.add(page);
                else out.add(page(page, article, here));
            }
            return new Judged(
                    out, same(), names(), ordered.stream().filter(this::lost).toList());
        }

        private void find(Claim.Claims page) {
            for (Claim claim : page.claims())
                wanted.computeIfPresent(Anchor.of(page.article(), claim), (a, id) -> Optional.of(claim.id()));
        }

        private Article outlet(Article article) {
            OutletKind kind = article.outlet().map(o -> outlets.get(folded(o))).orElse(null);
            return kind == null ? article : kind.of(article);
        }

        private List<SamePair> same() {
            List<SamePair> out = new ArrayList<>();
            for (Judgement j : ordered)
                if (j instanceof Judgement.Same s)
                    at(s.anchor()).ifPresent(a -> at(s.other()).ifPresent(b -> out.add(new SamePair(a, b))));
            return out;
        }

        private List<Judgement.Names> names() {
            List<Judgement.Names> out = new ArrayList<>();
            for (Judgement j : ordered) if (j instanceof Judgement.Names n) out.add(n);
            return out;
        }

        private Optional<String> at(Anchor anchor) {
            return Objects.requireNonNull(wanted.get(anchor));
        }

        private boolean lost(Judgement judgement) {
            return switch (judgement) {
                case Judgement.OnClaim j -> gone(j.anchor());
                case Judgement.Same j -> gone(j.anchor()) || gone(j.other());
                case Judgement.Outlet j -> !published.contains(folded(j.outlet()));
                case Judgement.Names j ->
                    j.scope().filter(p -> !present.contains(p)).isEmpty()
                            && j.forms().stream().noneMatch(this::written);
            };
        }

        private boolean gone(Anchor anchor) {
            return present.contains(anchor.page()) && at(anchor).isEmpty();
        }

        private boolean written(String form) {
            return pages.stream().anyMatch(p -> p.article().text().contains(form));
        }

        private static String folded(String outlet) {
            return outlet.strip().toLowerCase(Locale.ROOT);
        }
    }

    private static Claim.Claims page(Claim.Claims page, Article article, Map<Anchor, Judgement.OnClaim> here) {
        List<Claim> claims = new ArrayList<>();
        List<Claim.Refused> refused = new ArrayList<>(page.refused());
        for (Claim claim : page.claims()) {
            Optional<Judgement.OnClaim> judgement =
                    here.isEmpty() ? Optional.empty() : Optional.ofNullable(here.get(Anchor.of(page.article(), claim)));
            Optional<Claim> stands = judgement.map(j -> judge(claim, j)).orElse(Optional.of(claim));
            stands.ifPresentOrElse(claims::add, () -> refused.add(rejected(claim, judgement.orElseThrow())));
        }
        refused.sort(Comparator.comparing(Claim.Refused::span));
        return new Claim.Claims(article, claims, refused);
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

    private static Optional<Claim> judge(Claim claim, Judgement.OnClaim judgement) {
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
