package org.sitrep.acquire;

import java.io.IOException;

/** An input would cost more than one input may; the message names the limit. */
final class LimitReached extends IOException {
    private static final long serialVersionUID = 1;

    private final String limit;

    LimitReached(String limit) {
        super(limit);
        this.limit = limit;
    }

    /** What the input does that the limit forbids, in words. */
    String limit() {
        return limit;
    }
}
