package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sitrep.model.Amount;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.TimeExpression;
import org.sitrep.record.Contacts;

/** Records as a person reads them in a terminal: one line each, contact details masked. */
final class Plain {
    private static final int SAMPLE = 100;

    private Plain() {}

    static List<String> claims(Claim.Claims claims) {
        return claims.claims().stream().map(Plain::claim).toList();
    }

    private static String claim(Claim claim) {
        String speaker = claim.attribution().speaker().map(s -> ", says " + s).orElse("");
        String page = claim.evidence().page();
        return claim.id() + "  " + what(claim) + speaker + "  ["
                + oneLine(claim.evidence().quote()) + "]  " + page;
    }

    /** What is claimed, in the records' own codes. */
    static String what(Claim claim) {
        String core = switch (claim) {
            case Claim.Figure f ->
                f.measure() + " " + amount(f.amount()) + (f.who().equals("people") ? "" : " " + f.who())
                        + f.place().map(p -> " in " + p.label()).orElse("")
                        + f.asOf().map(d -> " as of " + d).orElse("")
                        + (f.increment() ? " (increment)" : "");
            case Claim.Commitment c ->
                "commitment " + c.what() + c.by().map(b -> " by " + b).orElse("")
                        + c.due().map(d -> " due " + d).orElse("");
            case Claim.Event e ->
                "event " + e.type() + e.actor().map(a -> " by " + a).orElse("")
                        + e.date().map(d -> " on " + d).orElse("");
            case Claim.Statement s ->
                "statement " + s.about()
                        + s.labelText().map(l -> " \u201c" + l + "\u201d").orElse("");
        };
        return claim.status() == org.sitrep.model.Status.ASSERTED
                ? core
                : core + " (" + claim.status().code() + ")";
    }

    private static String amount(Amount amount) {
        if (amount.qualifier() == Qualifier.EXACT || amount.qualifier().vague()) return amount.key();
        return amount.qualifier() == Qualifier.RANGE
                ? amount.key()
                : amount.qualifier().code() + " " + amount.key();
    }

    static List<String> refused(Claim.Claims claims) {
        return claims.refused().stream()
                .map(r -> r.page() + "  [" + oneLine(r.quote()) + "]  " + r.reason() + "  (" + r.rule() + ")")
                .toList();
    }

    /** Claims and refusals of a text that a person typed, with the rules. */
    static List<String> trial(Claim.Claims claims) {
        List<String> lines = new ArrayList<>();
        for (Claim claim : claims.claims()) {
            lines.add(what(claim) + "  [" + oneLine(claim.evidence().quote()) + "]");
            lines.add("    rule " + claim.common().rule()
                    + claim.attribution().speaker().map(s -> ", says " + s).orElse(""));
        }
        for (Claim.Refused refused : claims.refused()) {
            lines.add("refused [" + oneLine(refused.quote()) + "]  " + refused.reason() + "  (" + refused.rule() + ")");
        }
        return lines.isEmpty() ? List.of("no claim") : lines;
    }

    static List<String> article(Article article) {
        List<String> lines = new ArrayList<>();
        String published = article.published()
                .map(p -> p.date() + " (" + p.from().code() + ": " + p.why() + ")")
                .orElse("undated");
        lines.add("== " + article.page() + "  " + article.language() + "  "
                + article.outlet().orElse("outlet unknown") + "  " + published);
        for (Passage passage : article.passages()) {
            String flags =
                    passage.flags().stream().map(f -> " !" + f.code()).sorted().collect(Collectors.joining());
            lines.add("   " + passage.role().code() + flags + "  "
                    + oneLine(passage.span().of(article.text())));
        }
        return lines;
    }

    static List<String> times(Article article, List<TimeExpression> times) {
        return times.stream()
                .map(t -> article.page() + "  [" + oneLine(t.text()) + "]  " + t.type() + " " + t.value())
                .toList();
    }

    static List<String> names(Situation situation) {
        return situation.names().stream()
                .map(n -> n.kind().code() + "  " + n.name() + "  = "
                        + n.variants().stream()
                                .map(Situation.Name.Variant::text)
                                .distinct()
                                .collect(Collectors.joining(" = ")))
                .toList();
    }

    static String oneLine(String text) {
        String flat =
                Contacts.masked(text).replace('\n', ' ').replace('\r', ' ').strip();
        return flat.length() <= SAMPLE ? flat : flat.substring(0, SAMPLE) + "…";
    }
}
