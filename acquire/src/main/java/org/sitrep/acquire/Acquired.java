package org.sitrep.acquire;

import org.sitrep.model.Page;

/** What became of one input: a page, or the reason why not. One bad input never stops the others. */
public sealed interface Acquired {
    /** A decoded page. */
    record Arrived(Page page) implements Acquired {}

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
