package org.sitrep.model;

import java.util.Set;

/**
 * The characters of a page that support a claim.
 *
 * @param page page key
 * @param version page version
 * @param passage id of the passage that holds the quote
 * @param role that passage's role
 * @param flags that passage's flags
 * @param quote the exact characters
 * @param span where they stand in the article's text
 */
public record Evidence(
        String page,
        String version,
        String passage,
        Passage.Role role,
        Set<Passage.Flag> flags,
        String quote,
        Span span) {
    public Evidence {
        flags = Set.copyOf(flags);
        if (quote.length() != span.length()) throw new IllegalArgumentException("quote and span differ: " + quote);
    }
}
