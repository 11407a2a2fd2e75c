package org.sitrep.web;

import java.util.Locale;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.report.Labels;

/** What a claim says, in the reader's language. */
final class Saying {
    private Saying() {}

    /** "Killed: at least 164 · Harbourtown" and the like; never a word of the page itself. */
    static String what(Claim claim, Words words) {
        Labels labels = words.labels();
        return switch (claim) {
            case Claim.Figure f ->
                capital(labels.id("measure", f.measure()))
                        + words.labels().text("colon")
                        + labels.amount(f.amount())
                        + (f.who().equals("people") ? "" : " · " + labels.id("who", f.who()))
                        + f.place().map(p -> " · " + p.label()).orElse("")
                        + f.asOf().map(d -> " · " + labels.date(d)).orElse("");
            case Claim.Commitment c ->
                words.text("kind.commitment")
                        + words.labels().text("colon")
                        + labels.id("what", c.what())
                        + c.due().map(d -> " · " + labels.date(d)).orElse("");
            case Claim.Event e ->
                words.text("kind.event")
                        + words.labels().text("colon")
                        + labels.id("event", e.type())
                        + (e.denied() ? " (" + labels.code("status", e.status()) + ")" : "")
                        + e.date().map(d -> " · " + labels.date(d)).orElse("");
            case Claim.Statement s ->
                words.text("kind.statement") + words.labels().text("colon") + labels.id("about", s.about());
        };
    }

    /** {@code words} as a title begins. */
    static String capital(String words) {
        int first = words.offsetByCodePoints(0, 1);
        return words.substring(0, first).toUpperCase(Locale.ROOT) + words.substring(first);
    }

    /** What a person made of the claim, where one did. */
    static Optional<String> verified(Claim claim, Words words) {
        return claim.common().verified().map(v -> words.text("verified." + v.code()));
    }
}
