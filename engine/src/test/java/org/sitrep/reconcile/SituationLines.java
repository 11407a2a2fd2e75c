package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;

/** A situation as the scorer reads it. */
final class SituationLines {
    private SituationLines() {}

    static List<String> of(Situation s) {
        List<Map<String, Object>> out = new ArrayList<>();
        for (Situation.History h : s.histories()) {
            Map<String, Object> o = line("history", s);
            o.put("measure", h.matter().measure());
            o.put("who", h.matter().who());
            h.matter().place().ifPresent(p -> o.put("place", p));
            o.put("points", h.points().stream().map(SituationLines::point).toList());
            o.put(
                    "relations",
                    h.relations().stream()
                            .map(r -> Map.of(
                                    "a", r.a(), "b", r.b(), "kind", r.kind().code(), "why", r.why()))
                            .toList());
            out.add(o);
        }
        for (Situation.Origin x : s.origins()) {
            Map<String, Object> o = line("origin", s);
            o.put("claims", claims(x.claims()));
            out.add(o);
        }
        for (Situation.Operation x : s.operations()) {
            Map<String, Object> o = line("operation", s);
            o.put("name", x.name());
            o.put("steps", x.steps().stream().map(SituationLines::step).toList());
            o.put(
                    "contributors",
                    x.contributors().stream()
                            .map(c -> Map.of("who", c.who(), "claims", claims(c.claims())))
                            .toList());
            out.add(o);
        }
        for (Situation.CommitmentHistory x : s.commitments()) {
            Map<String, Object> o = line("commitment_history", s);
            o.put("promise", x.promise());
            o.put(
                    "versions",
                    x.versions().stream()
                            .map(v -> Map.of("claims", claims(v.claims())))
                            .toList());
            o.put("verdict", x.verdict().code());
            out.add(o);
        }
        for (Situation.Day x : s.days()) {
            Map<String, Object> o = line("as_of", s);
            o.put("as_of", x.asOf().toString());
            o.put("figures", claims(x.figures()));
            out.add(o);
        }
        return out.stream().map(Json::print).toList();
    }

    private static Map<String, Object> line(String type, Situation s) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("type", type);
        out.put("crisis", s.crisis());
        return out;
    }

    private static Map<String, Object> point(Situation.Point p) {
        Map<String, Object> out = new LinkedHashMap<>();
        p.amount().value().ifPresent(v -> out.put("value", v));
        out.put("qualifier", p.amount().qualifier().code());
        p.asOf().ifPresent(d -> out.put("as_of", d.text()));
        p.speaker().ifPresent(x -> out.put("speaker", x));
        out.put("status", p.status().code());
        out.put("claims", claims(p.claims()));
        return out;
    }

    private static Map<String, Object> step(Situation.Step s) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("step", s.step());
        s.date().ifPresent(d -> out.put("date", d.toString()));
        s.by().ifPresent(b -> out.put("by", b));
        out.put("claims", claims(s.claims()));
        return out;
    }

    private static List<Map<String, Object>> claims(List<? extends Claim> claims) {
        return claims.stream().map(SituationLines::claim).toList();
    }

    private static Map<String, Object> claim(Claim c) {
        Map<String, Object> out = new LinkedHashMap<>();
        out.put("page", c.evidence().page());
        out.put("kind", c.kind());
        out.put("quote", c.evidence().quote());
        if (c.common().rule().equals("gold")) out.put("gold", c.id());
        switch (c) {
            case Claim.Figure f -> {
                out.put("measure", f.measure());
                f.amount().value().ifPresent(v -> out.put("value", v));
                f.amount().low().ifPresent(v -> out.put("low", v));
                f.amount().high().ifPresent(v -> out.put("high", v));
                out.put("qualifier", f.amount().qualifier().code());
            }
            case Claim.Commitment x -> {
                out.put("what", x.what());
                x.due().map(Edtf::text).ifPresent(d -> out.put("due", d));
            }
            case Claim.Event e -> out.put("type", e.type());
            case Claim.Statement x -> out.put("about", x.about());
        }
        return out;
    }

    static String speaker(Optional<String> s) {
        return s.orElse("-");
    }
}
