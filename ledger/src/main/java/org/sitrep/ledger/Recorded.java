package org.sitrep.ledger;

import java.time.Instant;

/**
 * An entry as the ledger holds it.
 *
 * @param sequence from 1, without gaps
 * @param at when it was recorded; never part of a report
 * @param hash lower-case hexadecimal SHA-256 over the entry and the hash of the one before
 */
public record Recorded(long sequence, Instant at, String hash, Entry entry) {}
