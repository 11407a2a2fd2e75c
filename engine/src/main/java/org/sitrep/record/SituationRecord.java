package org.sitrep.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.model.Situation;

/** A situation as records: histories, origins, operations, promises, and what was known on each day. Claims stand inline. */
public final class SituationRecord {
    private final Situation situation;
    private final Optional<Situation.Best> best;
    private final Map<String, CodePoints> points = new HashMap<>();

    private SituationRecord(Situation situation, Optional<Situation.Best> best) {
        this.situation = situation;
        this.best = best;
        for (Article article : situation.articles()) points.put(article.page(), new CodePoints(article.text()));
    }

    /** Every record of {@code situation}, one a line; no number is picked as the best. */
    public static List<String> lines(Situation situation) {
        return lines(situation, Optional.empty());
    }

    /** Every record of {@code situation}, one a line. @param best the rule by which each history's best number is picked */
    public static List<String> lines(Situation situation, Optional<Situation.Best> best) {
        SituationRecord record = new SituationRecord(situation, best);
        List<String> lines = new ArrayList<>();
        for (Situation.History h : situation.histories()) lines.add(record.line("history", j -> record.history(j, h)));
        for (Situation.Origin o : situation.origins()) lines.add(record.line("origin", j -> record.origin(j, o)));
        for (Situation.Operation o : situation.operations())
            lines.add(record.line("operation", j -> record.operation(j, o)));
        for (Situation.CommitmentHistory c : situation.commitments()) {
            lines.add(record.line("commitment_history", j -> record.commitment(j, c)));
        }
        for (Situation.Day d : situation.days()) {
            lines.add(record.line(
                    "as_of", j -> record.claims(j.put("as_of", d.asOf().toString()), "figures", d.figures())));
        }
        if (!situation.elsewhere().isEmpty())
            lines.add(record.line("elsewhere", j -> record.claims(j, "claims", situation.elsewhere())));
        return lines;
    }

    /** Every actor of {@code situation} with its spellings, one a line. */
    public static List<String> names(Situation situation) {
        SituationRecord record = new SituationRecord(situation, Optional.empty());
        return situation.names().stream()
                .map(name -> Json.object(json -> record.name(json, name)))
                .toList();
    }

    private String line(String type, java.util.function.Consumer<Json> fields) {
        return Json.object(json -> {
            json.put("type", type).put("crisis", situation.crisis());
            fields.accept(json);
        });
    }

    private Json claims(Json json, String name, List<? extends Claim> claims) {
        return json.objects(
                name,
                claims,
                (j, claim) -> ClaimRecord.fields(j, claim, of(claim.evidence().page())));
    }

    private CodePoints of(String page) {
        return points.getOrDefault(page, CodePoints.NONE);
    }

    private void history(Json json, Situation.History history) {
        Situation.Matter matter = history.matter();
        json.put("measure", matter.measure()).put("who", matter.who()).put("place", matter.place());
        json.put("scope", matter.scope()).put("counts", matter.kind().code());
        json.objects("points", history.points(), this::point);
        json.objects(
                "relations",
                history.relations(),
                (j, r) -> j.put("a", r.a())
                        .put("b", r.b())
                        .put("kind", r.kind().code())
                        .put("why", r.why()));
        Situation.Range range = history.range();
        json.put("lowest", range.lowest()).put("highest", range.highest());
        best.ifPresent(rule -> {
            if (range.best().containsKey(rule))
                json.put(
                                "best",
                                OptionalInt.of(
                                        Objects.requireNonNull(range.best().get(rule))))
                        .put("best_rule", rule.code());
        });
        json.objects(
                "checks",
                history.checks(),
                (j, c) -> j.put("kind", c.kind().code())
                        .numbers("points", c.points())
                        .put("why", c.why()));
    }

    private void point(Json json, Situation.Point point) {
        json.put("value", point.amount().value())
                .put("low", point.amount().low())
                .put("high", point.amount().high());
        if (point.amount().qualifier().vague())
            json.put("vague", point.amount().qualifier().code());
        json.put("qualifier", point.amount().qualifier().code())
                .put("as_of", point.asOf())
                .put("speaker", point.speaker());
        json.put("status", point.status().code()).put("withdrawn", point.withdrawn());
        claims(json, "claims", point.claims());
    }

    private void origin(Json json, Situation.Origin origin) {
        json.put("id", origin.id()).put("speaker", origin.speaker()).put("page", origin.page());
        claims(json, "claims", origin.claims());
        json.objects(
                "links",
                origin.links(),
                (j, l) -> j.put("from", l.fromPage()).put("to", l.toPage()).put("rests_on", l.restsOn()));
        json.objects(
                "chain",
                origin.chain(),
                (j, e) -> j.put("from", e.from().label())
                        .put("from_kind", e.from().kind().code())
                        .put("to", e.to().label())
                        .put("to_kind", e.to().kind().code()));
    }

    private void operation(Json json, Situation.Operation operation) {
        json.put("name", operation.name())
                .put("organisation", operation.organisation())
                .put("phase", operation.phase().code());
        json.objects(
                "phases",
                operation.phases(),
                (j, reached) -> j.put("phase", reached.phase().code())
                        .put("since", reached.since())
                        .put("declared", reached.declared()));
        json.objects("steps", operation.steps(), (j, step) -> {
            j.put("step", step.step())
                    .put("date", step.date())
                    .put("by", step.by())
                    .put("planned", step.planned());
            claims(j, "claims", step.claims());
        });
        json.objects("contributors", operation.contributors(), (j, contributor) -> {
            j.put("who", contributor.who()).put("strength", contributor.strength());
            claims(j, "claims", contributor.claims());
        });
    }

    private void commitment(Json json, Situation.CommitmentHistory history) {
        json.put("what", history.what()).put("promise", history.promise()).put("by", history.by());
        json.objects("versions", history.versions(), (j, version) -> {
            j.put("due", version.due()).put("duration_days", version.durationDays());
            j.put("due_qualifier", version.dueQualifier().map(Code::code)).put("speaker", version.speaker());
            claims(j, "claims", version.claims());
        });
        json.put("verdict", history.verdict().code())
                .put("why", history.why())
                .put("contradicting", history.contradicting());
        claims(json, "evidence", history.evidence());
    }

    private void name(Json json, Situation.Name name) {
        json.put("id", name.id()).put("kind", name.kind().code()).put("name", name.name());
        json.objects("variants", name.variants(), (j, variant) -> {
            j.put("text", variant.text()).put("language", variant.language()).put("page", variant.page());
            ArticleRecord.span(j, variant.span(), of(variant.page()));
        });
    }
}
