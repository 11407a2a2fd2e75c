package org.sitrep.app;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.sitrep.acquire.fetch.Network;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows feeds. */
@Command(
        name = "watch",
        description =
                "Fetches the pages that feeds announce and keeps them in a ledger, again and again until it is stopped."
                        + " Pages that a feed still announces are asked for again after an hour, so that silent changes are kept as new"
                        + " versions. robots.txt is obeyed; one host is asked at most once a second.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep watch crisis.db https://outlet.example/feed.xml            until Ctrl-C",
            "  sitrep watch crisis.db https://outlet.example/feed.xml --once     one round, for a timer of your own"
        })
final class WatchCommand extends LedgerCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FEED",
            description = "Addresses of feeds, of sitemaps, or of OPML lists of feeds.")
    List<String> feeds = List.of();

    @Option(names = "--every", paramLabel = "MINUTES", description = "How long to wait between rounds; 15 by default.")
    int every = 15;

    @Option(names = "--once", description = "End after one round.")
    boolean once;

    @Mixin
    Reaching reaching = new Reaching();

    WatchCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        for (String feed : feeds)
            if (!Network.isAddress(feed)) throw usage(feed + ": is no address; write it as https://host/path");
        if (every < 1) throw usage("--every " + every + ": at least one minute");
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC());
                Network network = Network.of(ledger, Sitrep.AGENT, reaching.allowPrivate)) {
            round(open, network);
            while (!once) {
                Thread.sleep(Duration.ofMinutes(every));
                round(open, network);
            }
        }
        return session.faulty() ? Failure.SOME_UNREADABLE : Failure.DONE;
    }

    private void round(Ledger open, Network network) {
        Additions additions = new Additions(open);
        for (String feed : feeds) session.take(sink -> network.follow(feed, sink), additions::add);
        additions.flush();
        network.visits().save();
        session.out().println(additions.counts());
        session.out().flush();
    }
}
