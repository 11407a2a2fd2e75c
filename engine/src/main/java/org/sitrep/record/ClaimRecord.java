package org.sitrep.record;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.model.Evidence;
import org.sitrep.model.Place;

/** Claims, and what became none, as records. */
public final class ClaimRecord {
    private ClaimRecord() {}

    /** Every claim of one article, one a line. */
    public static List<String> lines(Claim.Claims claims) {
        CodePoints points = new CodePoints(claims.article().text());
        return claims.claims().stream()
                .map(claim -> Json.object(json -> fields(json, claim, points)))
                .toList();
    }

    /** Everything of one article that became no claim, one a line. */
    public static List<String> refused(Claim.Claims claims) {
        CodePoints points = new CodePoints(claims.article().text());
        return claims.refused().stream()
                .map(refused -> Json.object(json -> {
                    ArticleRecord.span(json.put("page", refused.page()), refused.span(), points);
                    json.put("quote", refused.quote())
                            .put("reason", refused.reason())
                            .put("rule", refused.rule());
                }))
                .toList();
    }

    /** Writes the fields of {@code claim}, counting with the index of its article's text. */
    static void fields(Json json, Claim claim, CodePoints points) {
        common(json, claim, points);
        switch (claim) {
            case Claim.Figure figure -> figure(json, figure, points);
            case Claim.Commitment commitment -> commitment(json, commitment);
            case Claim.Event event -> event(json, event);
            case Claim.Statement statement ->
                json.put("about", statement.about())
                        .put("label_text", statement.labelText())
                        .put("target", statement.target());
        }
    }

    private static void common(Json json, Claim claim, CodePoints points) {
        Claim.Common common = claim.common();
        Evidence evidence = common.evidence();
        json.put("id", common.id())
                .put("page", evidence.page())
                .put("passage", evidence.role().code());
        json.strings("flags", ArticleRecord.codes(evidence.flags()));
        json.put("kind", claim.kind()).put("quote", evidence.quote());
        ArticleRecord.span(json, evidence.span(), points);
        json.put("speaker", common.attribution().speaker())
                .put("speaker_name", common.attribution().name());
        if (!common.attribution().via().isEmpty())
            json.strings("via", common.attribution().via());
        json.put("status", common.status().code()).put("background", common.background());
        json.put("known_on", common.knownOn()).put("rule", common.rule());
        json.put("judged", common.verified().map(Code::code));
    }

    private static void figure(Json json, Claim.Figure figure, CodePoints points) {
        json.put("measure", figure.measure());
        json.put("value", figure.amount().value())
                .put("low", figure.amount().low())
                .put("high", figure.amount().high());
        json.put("qualifier", figure.amount().qualifier().code());
        json.put("value_from", figure.valueFrom().map(Code::code));
        if (figure.antecedent().isPresent()) {
            json.objects(
                    "antecedent",
                    figure.antecedent().stream().toList(),
                    (j, span) -> ArticleRecord.span(j, span, points));
        }
        json.put("who", figure.who()).put("who_text", figure.whoText()).put("contributor", figure.contributor());
        json.put("counts", figure.counts().code())
                .put("period", figure.period())
                .put("scope_text", figure.scopeText());
        place(json, figure.place());
        json.put("as_of", figure.asOf()).put("is_increment", figure.increment()).put("part_of", figure.partOf());
    }

    private static void commitment(Json json, Claim.Commitment commitment) {
        json.put("by", commitment.by())
                .put("to", commitment.to())
                .put("what", commitment.what())
                .put("object", commitment.object());
        json.put("due", commitment.due()).put("duration_days", commitment.durationDays());
        json.put("base", commitment.base().map(Code::code))
                .put("due_qualifier", commitment.dueQualifier().map(Code::code));
        json.put("condition", commitment.condition());
    }

    private static void event(Json json, Claim.Event event) {
        json.put("type", event.type()).put("plover", event.plover()).put("date", event.date());
        json.put("actor", event.actor()).put("target", event.target());
        place(json, event.place());
    }

    private static void place(Json json, Optional<Place> place) {
        place.ifPresent(p -> {
            json.put("place", p.text()).put("place_id", p.id());
            p.point().ifPresent(point -> json.put("lat", point.latitude()).put("lon", point.longitude()));
            json.put("place_precision", p.precision().map(Code::code));
        });
    }
}
