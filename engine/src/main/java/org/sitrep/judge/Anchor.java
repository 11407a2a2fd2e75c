package org.sitrep.judge;

import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Span;

/**
 * Where a judged claim stands, so that better reading finds it again (TextQuoteSelector of the Web Annotation Data Model).
 *
 * @param page page key
 * @param quote the claim's exact characters
 * @param before up to {@value #CONTEXT} UTF-16 units before the quote, fewer where they would part a character
 * @param after as many after it
 * @param kind the claim's kind
 * @param about measure, type, what or about
 */
public record Anchor(String page, String quote, String before, String after, String kind, Optional<String> about) {
    /** UTF-16 units of context on either side. */
    public static final int CONTEXT = 32;

    /** The anchor of a claim of {@code article}. */
    public static Anchor of(Article article, Claim claim) {
        String text = article.text();
        Span span = claim.evidence().span();
        int from = Math.max(0, span.start() - CONTEXT);
        if (from < span.start() && Character.isLowSurrogate(text.charAt(from))) from++;
        int to = Math.min(text.length(), span.end() + CONTEXT);
        if (to > span.end() && Character.isHighSurrogate(text.charAt(to - 1))) to--;
        return new Anchor(
                article.page(),
                claim.evidence().quote(),
                text.substring(from, span.start()),
                text.substring(span.end(), to),
                claim.kind(),
                about(claim));
    }

    private static Optional<String> about(Claim claim) {
        return Optional.of(
                switch (claim) {
                    case Claim.Figure f -> f.measure();
                    case Claim.Commitment c -> c.what();
                    case Claim.Event e -> e.type();
                    case Claim.Statement s -> s.about();
                });
    }
}
