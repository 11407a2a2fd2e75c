package org.sitrep.ledger;

import java.util.Optional;

/**
 * Where a judged claim stands, so that better reading finds it again (TextQuoteSelector of the Web Annotation Data Model).
 *
 * @param page page key
 * @param quote the claim's exact characters
 * @param before up to {@value #CONTEXT} characters before the quote
 * @param after up to {@value #CONTEXT} characters after it
 * @param kind the claim's kind
 * @param about measure, type, what or about
 */
public record Anchor(String page, String quote, String before, String after, String kind, Optional<String> about) {
    /** Characters of context on either side. */
    public static final int CONTEXT = 32;
}
