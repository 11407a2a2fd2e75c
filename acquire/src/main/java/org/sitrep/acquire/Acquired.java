package org.sitrep.acquire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.sitrep.model.Page;

/** What became of one input: a page, or the reason why not. One bad input never stops the others. */
public sealed interface Acquired {
    /**
     * A decoded page.
     *
     * @param original its bytes, where they are not the UTF-8 form of its content
     * @param record the server's answer that it came in, as a WARC record, where it was fetched
     */
    record Arrived(Page page, Optional<byte[]> original, Optional<byte[]> record) implements Acquired {
        /** A page that was not fetched. */
        public Arrived(Page page, Optional<byte[]> original) {
            this(page, original, Optional.empty());
        }

        static Arrived of(Page page, byte[] bytes) {
            boolean same = Arrays.equals(bytes, page.content().getBytes(StandardCharsets.UTF_8));
            return new Arrived(page, same ? Optional.empty() : Optional.of(bytes));
        }
    }

    /**
     * An input, or a part of one, that could not be taken as it is.
     *
     * @param where the file as the caller named it, with ":" and the line (from 1) where there is one
     * @param reason what is wrong, in words
     * @param advice what the caller can do
     */
    record Unreadable(String where, String reason, String advice) implements Acquired {
        @Override
        public String toString() {
            return where + ": " + reason + "; " + advice;
        }
    }
}
