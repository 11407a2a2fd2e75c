package org.sitrep.acquire.fetch;

import java.util.Optional;

/** What became of one request. */
public sealed interface Fetched {
    /**
     * The server's answer.
     *
     * @param address where it was in the end
     * @param record the answer as a WARC 1.1 response record: as it came, but for the framing of its transfer
     * @param visit what to ask with the next time
     */
    record Answer(String address, byte[] record, Visit visit) implements Fetched {}

    /** The page is what it was at the last visit. */
    record Unchanged() implements Fetched {}

    /**
     * There is no answer to be had, and why.
     *
     * @param reason in words
     * @param advice what the caller can do
     */
    record Failed(String reason, String advice) implements Fetched {}

    /**
     * What a server told of the version that it sent, in its own words.
     *
     * @param tag its ETag
     * @param modified its Last-Modified
     */
    record Visit(Optional<String> tag, Optional<String> modified) {
        /** No visit yet. */
        public static final Visit NONE = new Visit(Optional.empty(), Optional.empty());
    }
}
