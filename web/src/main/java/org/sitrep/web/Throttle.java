package org.sitrep.web;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often each of many may do something (a token bucket). Remembers the 10,000 that came last. */
final class Throttle {
    /**
     * @param burst how many at once
     * @param every then one in this time
     */
    record Rate(int burst, Duration every) {}

    private final Rate rate;
    private final LongSupplier nanos;
    /** For each the moment at which its bucket is full again. */
    private final Map<String, Long> full = new Recent<>();

    /** @param nanos a clock that only goes forward */
    Throttle(Rate rate, LongSupplier nanos) {
        this.rate = rate;
        this.nanos = nanos;
    }

    /** Whether {@code who} may do it now; if so it is counted. */
    synchronized boolean take(String who) {
        if (!open(who)) return false;
        full.put(who, next(who));
        return true;
    }

    /** Whether {@code who} may do it now; nothing is counted. */
    synchronized boolean open(String who) {
        return next(who) - nanos.getAsLong() <= rate.burst() * rate.every().toNanos();
    }

    private long next(String who) {
        long now = nanos.getAsLong();
        return Math.max(now, full.getOrDefault(who, now)) + rate.every().toNanos();
    }
}
