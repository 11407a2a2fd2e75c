package org.sitrep.acquire.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches one address after the other: asks robots.txt first, waits between requests to one host, repeats what failed for the
 * moment, follows redirections, and checks at each step where it leads.
 */
public final class Fetcher implements AutoCloseable {
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int NOT_MODIFIED = 304;
    private static final int OK = 200;

    private final Manners manners;
    private final Reach reach;
    private final Asking asking;
    private final Robots robots;
    private final InstantSource clock;
    private final Waiting waiting;
    private final Map<String, Instant> last = new HashMap<>();

    /** How time is spent; tests spend none. */
    @FunctionalInterface
    interface Waiting {
        void pass(Duration time) throws InterruptedException;
    }

    /** A fetcher on this machine's network. */
    public Fetcher(Manners manners) {
        this(
                manners,
                new Reach(manners.allowPrivate() ? a -> true : Reach::open, InetAddress::getAllByName),
                InstantSource.system(),
                Thread::sleep);
    }

    Fetcher(Manners manners, Reach reach, InstantSource clock, Waiting waiting) {
        this.manners = manners;
        this.reach = reach;
        this.asking = new Asking(manners);
        this.robots = new Robots(manners.agent(), file -> follow(file, Fetched.Visit.NONE, false).reply);
        this.clock = clock;
        this.waiting = waiting;
    }

    /** What {@code address} answers now; with the last {@code visit}, where there was one, only what changed since is sent. */
    public Fetched fetch(String address, Fetched.Visit visit) {
        URI uri;
        try {
            uri = URI.create(address.strip());
        } catch (IllegalArgumentException e) {
            return new Fetched.Failed("is no address (" + e.getMessage() + ")", "write it as https://host/path");
        }
        try {
            Arrived arrived = follow(uri, visit, true);
            return fetched(arrived);
        } catch (Reach.Unreachable e) {
            return new Fetched.Failed("may not be fetched: " + e.reason(), advice(e.reason()));
        } catch (IOException e) {
            return new Fetched.Failed(
                    "cannot be fetched: " + e.getMessage(), "try again later, or save the page and add the file");
        }
    }

    private static String advice(String reason) {
        if (reason.contains("private network")) return "--allow-private allows it where the network is yours";
        return reason.startsWith("robots.txt") ? "save the page with a browser and add the file" : "check the address";
    }

    private Fetched fetched(Arrived arrived) {
        Asking.Reply reply = arrived.reply;
        if (reply.status() == NOT_MODIFIED) return new Fetched.Unchanged();
        if (reply.status() != OK) {
            return new Fetched.Failed(
                    "cannot be fetched: the server answers " + reply.status(),
                    "open it in a browser; where it is there, save it and add the file");
        }
        Fetched.Visit visit = new Fetched.Visit(
                reply.headers().firstValue("ETag"), reply.headers().firstValue("Last-Modified"));
        // What was cut off must be sent whole the next time.
        return new Fetched.Answer(
                arrived.address.toString(),
                AnswerRecord.of(arrived.address, reply, clock.instant()),
                reply.whole() ? visit : Fetched.Visit.NONE);
    }

    private record Arrived(URI address, Asking.Reply reply) {}

    /** @param page whether robots.txt has a say: it has none over itself */
    private Arrived follow(URI start, Fetched.Visit visit, boolean page) throws IOException, Reach.Unreachable {
        URI address = start;
        for (int hop = 0; hop <= Manners.REDIRECTS; hop++) {
            reach.check(address);
            if (page && !robots.allow(address))
                throw new Reach.Unreachable("robots.txt of " + address.getHost() + " forbids it, or cannot be read");
            Asking.Reply reply = ask(address, visit, page ? robots.pause(address) : Duration.ZERO);
            Optional<String> to = reply.headers().firstValue("Location");
            if (!MOVED.contains(reply.status()) || to.isEmpty()) return new Arrived(address, reply);
            address = next(address, to.get());
        }
        throw new IOException(
                "it sends from one address to the next more than " + Manners.REDIRECTS + " times, which is the limit");
    }

    private static URI next(URI from, String to) throws IOException {
        try {
            return from.resolve(to.strip());
        } catch (IllegalArgumentException e) {
            throw new IOException("it sends to what is no address", e);
        }
    }

    private Asking.Reply ask(URI address, Fetched.Visit visit, Duration pause) throws IOException {
        Duration backOff = manners.backOff();
        for (int attempt = 1; ; attempt++) {
            pace(address.getHost(), pause);
            boolean lastOne = attempt == Manners.ATTEMPTS;
            Duration wait = backOff;
            try {
                Asking.Reply reply = asking.get(address, visit);
                boolean good = reply.whole() && !FOR_THE_MOMENT.contains(reply.status());
                if (good || lastOne) return reply;
                wait = asked(reply).orElse(backOff);
                if (wait.compareTo(LONGEST_WAIT) > 0) return reply;
            } catch (IOException e) {
                if (lastOne || e instanceof Asking.TooLarge) throw e;
            }
            pass(wait);
            backOff = backOff.multipliedBy(2);
        }
    }

    /** What a server asks us to wait, where it says so in seconds. */
    private static Optional<Duration> asked(Asking.Reply reply) {
        return reply.headers()
                .firstValue("Retry-After")
                .filter(s -> s.length() < 8 && !s.isEmpty() && s.chars().allMatch(Character::isDigit))
                .map(s -> Duration.ofSeconds(Long.parseLong(s)));
    }

    private void pace(String host, Duration asked) throws IOException {
        Duration pause = asked.compareTo(manners.pause()) > 0 ? asked : manners.pause();
        Instant before = last.get(host);
        if (before != null) {
            Duration left = Duration.between(clock.instant(), before.plus(pause));
            if (left.isPositive()) pass(left);
        }
        last.put(host, clock.instant());
    }

    private void pass(Duration time) throws IOException {
        try {
            waiting.pass(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        asking.close();
    }
}
