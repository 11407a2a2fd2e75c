package org.sitrep.acquire.fetch;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;

/** Fetches addresses for a ledger, and remembers beside it what their servers said, so that the next time only changes are sent. */
public final class Network implements AutoCloseable {
    /** A list of lists of pages is followed, no further. */
    private static final int LISTS = 2;

    /** A page that was asked for is asked for again after so long: pages change without a word. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final Fetcher fetcher;
    private final Visits visits;

    /** A network that keeps to {@code manners}. */
    public Network(Manners manners, Visits visits) {
        this.fetcher = new Fetcher(manners);
        this.visits = visits;
    }

    /**
     * The network as it is asked for a ledger.
     *
     * @param agent the name under which servers are asked
     */
    public static Network of(String ledger, String agent, boolean allowPrivate) {
        boolean file = !ledger.contains("://");
        return new Network(Manners.usual(agent, allowPrivate), file ? Visits.beside(Path.of(ledger)) : Visits.none());
    }

    /** Whether an argument is to be fetched. */
    public static boolean isAddress(String argument) {
        String lower = argument.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    /** Hands on what {@code address} holds now: a page, the entries of a feed, what a list names. Nothing where it has not changed. */
    public void fetch(String address, Consumer<Acquired> sink) {
        fetch(address, 0, sink);
    }

    private void fetch(String address, int depth, Consumer<Acquired> sink) {
        switch (fetcher.fetch(address, visits.last(address))) {
            case Fetched.Unchanged unchanged -> visits.seen(address);
            case Fetched.Failed failed ->
                sink.accept(new Acquired.Unreadable(address, failed.reason(), failed.advice()));
            case Fetched.Answer answer -> {
                visits.seen(address, answer.visit());
                List<String> listed = depth < LISTS ? Listing.of(answer.record()) : List.of();
                if (listed.isEmpty()) read(address, answer).forEach(sink);
                for (String one : listed) if (due(one)) fetch(one, depth + 1, sink);
            }
        }
    }

    private static List<Acquired> read(String address, Fetched.Answer answer) {
        List<Acquired> out = new ArrayList<>();
        new Inputs(out::add).read(new ByteArrayInputStream(answer.record()), answer.address());
        if (out.isEmpty())
            out.add(new Acquired.Unreadable(address, "holds no page; a picture, say, or nothing", "leave it out"));
        if (out.size() == 1 && out.getFirst() instanceof Acquired.Arrived one)
            out.set(0, new Acquired.Arrived(one.page(), one.original(), Optional.of(answer.record())));
        return out;
    }

    /** Whether it is time to ask for {@code address} again. */
    public boolean due(String address) {
        return visits.when(address)
                .filter(when -> when.plus(AGAIN).isAfter(Instant.now()))
                .isEmpty();
    }

    /**
     * Hands on the pages that a feed announces, each fetched from its own address; where that fails, what the feed itself says.
     * A feed that announces none is a page.
     */
    public void follow(String feed, Consumer<Acquired> sink) {
        fetch(feed, entry -> {
            if (!(entry instanceof Acquired.Arrived arrived) || arrived.record().isPresent()) {
                sink.accept(entry);
                return;
            }
            Optional<String> address = arrived.page().address();
            if (address.isEmpty()) sink.accept(arrived);
            else if (due(address.get())) page(address.get(), arrived, sink);
        });
    }

    private void page(String address, Acquired.Arrived announced, Consumer<Acquired> sink) {
        boolean first = visits.when(address).isEmpty();
        fetch(address, LISTS, got -> {
            sink.accept(got);
            if (got instanceof Acquired.Unreadable && first) sink.accept(announced);
        });
        visits.seen(address);
    }

    /** What servers said, to be saved once everything is kept. */
    public Visits visits() {
        return visits;
    }

    @Override
    public void close() {
        fetcher.close();
    }
}
