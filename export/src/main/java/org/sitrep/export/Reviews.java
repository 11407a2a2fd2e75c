package org.sitrep.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/**
 * What people judged, as schema.org's {@code ClaimReview}. Only they make one: nothing is reviewed by the program. A judgement says what
 * the page states, not whether that is true, and the rating says so.
 */
final class Reviews {
    private Reviews() {}

    static String of(Situation situation) {
        Map<String, Article> articles = new HashMap<>();
        for (Article a : situation.articles()) articles.put(a.page(), a);
        List<Claim> judged = situation.claims().stream()
                .filter(c -> c.common().verified().isPresent())
                .toList();
        return Json.object(j -> {
            j.put("@context", "https://schema.org");
            j.objects(
                    "@graph",
                    judged,
                    (json, c) -> review(
                            json,
                            c,
                            Objects.requireNonNull(articles.get(c.evidence().page()))));
        });
    }

    private static void review(Json json, Claim claim, Article article) {
        json.put("@type", "ClaimReview").put("@id", "urn:sitrep:claim:" + claim.id() + "#review");
        json.put("claimReviewed", Contacts.masked(claim.evidence().quote()));
        json.object(
                "author",
                a -> a.put("@type", "Organization").put("name", "The people who judge in this Sitrep ledger"));
        json.object("reviewRating", r -> r.put("@type", "Rating").put("alternateName", rating(claim)));
        json.object("itemReviewed", i -> {
            i.put("@type", "Claim").put("@id", "urn:sitrep:claim:" + claim.id());
            speaker(claim)
                    .ifPresent(
                            s -> i.object("author", a -> a.put("@type", "Thing").put("name", s)));
            i.put("datePublished", claim.common().knownOn());
            i.object("appearance", x -> {
                x.put("@type", "CreativeWork").put("url", Annotations.source(article));
                x.put("headline", article.title().map(Contacts::masked)).put("inLanguage", article.language());
                article.outlet()
                        .ifPresent(o -> x.object(
                                "publisher", p -> p.put("@type", "Organization").put("name", Contacts.masked(o))));
            });
        });
    }

    private static Optional<String> speaker(Claim claim) {
        return claim.attribution().name().or(claim.attribution()::speaker).map(Contacts::masked);
    }

    private static String rating(Claim claim) {
        return switch (claim.common().verified().orElseThrow()) {
            case ACCEPTED -> "Read rightly: the page states it. Whether it is true was not judged.";
            case CORRECTED ->
                "Corrected to “" + Annotations.said(claim) + "”. Whether what the page states is true was not judged.";
        };
    }
}
