package org.sitrep.acquire.fetch;

import java.time.Duration;

/**
 * How the network is asked.
 *
 * @param agent what Sitrep calls itself
 * @param allowPrivate whether addresses of this machine and of private networks may be asked
 * @param pause between two requests to one host, unless its robots.txt asks for a longer one
 * @param patience with one request, from its first byte to the last of the answer
 * @param backOff before the first repetition of a request that failed; doubled before each further one
 */
public record Manners(String agent, boolean allowPrivate, Duration pause, Duration patience, Duration backOff) {
    /** The largest answer, in bytes as they come. */
    public static final int ANSWER_LIMIT = 16_000_000;

    /** How often one address may send to another. */
    public static final int REDIRECTS = 5;

    /** How often a request is made until it counts as failed. */
    public static final int ATTEMPTS = 3;

    /** What a stranger's server may be asked by anybody. */
    public static Manners usual(String agent, boolean allowPrivate) {
        return new Manners(agent, allowPrivate, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofSeconds(1));
    }
}
