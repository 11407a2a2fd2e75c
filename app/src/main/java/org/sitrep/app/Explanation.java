package org.sitrep.app;

import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Evidence;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.record.Contacts;

/** All that stands behind one claim, in words. */
final class Explanation {
    private final StringBuilder out = new StringBuilder();

    private Explanation() {}

    static String of(Claim.Claims claims, Claim claim) {
        Explanation explanation = new Explanation();
        explanation.write(claims.article(), claim);
        return explanation.out.toString();
    }

    private void write(Article article, Claim claim) {
        Evidence evidence = claim.evidence();
        out.append(claim.id()).append("  ").append(Plain.what(claim)).append('\n');
        line(
                "page",
                Optional.of(article.page() + article.outlet().map(o -> ", " + o).orElse("")));
        line("words", Optional.of(paragraph(article, evidence)));
        line("passage", Optional.of(evidence.passage() + " (" + evidence.role().code() + ")" + flags(evidence)));
        line("rule", Optional.of(claim.common().rule()));
        line("speaker", Optional.of(speaker(claim)));
        line(
                "status",
                Optional.of(claim.status().code()
                        + (claim.common().background() ? ", about another event than the page's own" : "")));
        line("published", published(article, evidence));
        line("known on", claim.common().knownOn().map(Object::toString));
        if (claim instanceof Claim.Figure figure) line("as of", figure.asOf().map(Object::toString));
        if (claim instanceof Claim.Commitment commitment)
            line("due", commitment.due().map(Object::toString));
        if (claim instanceof Claim.Event event) line("date", event.date().map(Object::toString));
    }

    private void line(String name, Optional<String> value) {
        value.ifPresent(v -> out.append("  ")
                .append(name)
                .append(" ".repeat(10 - name.length()))
                .append(v)
                .append('\n'));
    }

    /** The line of the page that holds the quote, the quote in brackets. */
    private static String paragraph(Article article, Evidence evidence) {
        String text = Contacts.masked(article.text());
        int start = text.lastIndexOf('\n', evidence.span().start()) + 1;
        int after = text.indexOf('\n', evidence.span().end());
        int end = after < 0 ? text.length() : after;
        String before = text.substring(
                Math.min(start, evidence.span().start()), evidence.span().start());
        return before + "[" + evidence.span().of(text) + "]"
                + text.substring(evidence.span().end(), end);
    }

    private static String flags(Evidence evidence) {
        return evidence.flags().isEmpty()
                ? ""
                : ", flagged "
                        + String.join(
                                ", ",
                                evidence.flags().stream()
                                        .map(f -> f.code())
                                        .sorted()
                                        .toList());
    }

    private static String speaker(Claim claim) {
        String who = claim.attribution().speaker().orElse("the outlet's own voice");
        String name = claim.attribution()
                .name()
                .filter(n -> !n.equals(who))
                .map(n -> " (" + n + ")")
                .orElse("");
        return who
                + name
                + (claim.attribution().via().isEmpty()
                        ? ""
                        : ", by way of "
                                + String.join(" → ", claim.attribution().via()));
    }

    private static Optional<String> published(Article article, Evidence evidence) {
        Optional<Published> own = article.passages().stream()
                .filter(p -> p.id().equals(evidence.passage()))
                .findFirst()
                .flatMap(Passage::published);
        return own.or(article::published)
                .map(p -> p.date() + ", from " + p.from().code() + ": " + p.why());
    }
}
