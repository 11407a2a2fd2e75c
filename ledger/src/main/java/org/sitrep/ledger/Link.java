package org.sitrep.ledger;

import java.util.Optional;

/**
 * An entry as the chain holds it, so that the chain can be recomputed by anybody.
 *
 * @param body what stays for ever, as JSON
 * @param contentHash salted hash of what a takedown deletes
 * @param salt the content's salt, of entries that add no page and were not taken down
 * @param content the content of those, as JSON
 */
public record Link(
        long sequence,
        String at,
        String kind,
        String page,
        String body,
        String contentHash,
        String hash,
        Optional<byte[]> salt,
        Optional<String> content) {
    /** What the first entry has before it. */
    public static final String START = Chain.START;

    private static final byte[] NONE = {};

    /** Whether the entry is what it was when it was recorded after {@code previous}. */
    public boolean follows(String previous) {
        return hash.equals(Chain.entry(previous, sequence, at, kind, body, contentHash));
    }

    /** Whether the content, where it is here, is what was recorded. */
    public boolean holds() {
        return salt.isEmpty()
                || content.isEmpty()
                || contentHash.equals(Chain.content(salt.get(), Chain.utf8(content.get()), NONE));
    }
}
