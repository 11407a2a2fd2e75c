package org.sitrep.app;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.sitrep.acquire.fetch.Network;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Keeps pages in a ledger. */
@Command(
        name = "add",
        description =
                "Keeps pages in a ledger: one file, to which pages are only ever added. Adding a page again changes nothing;"
                        + " a page with other bytes under the same id is a new version of it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep add crisis.db my-pages                makes crisis.db where there is none",
            "  sitrep report crisis.db                      reports from it as from the pages themselves",
            "  sitrep add crisis.db https://outlet.example/a  fetches the page, as robots.txt allows, and keeps it",
            "  sitrep add crisis.db news.warc.gz --about \"Westland January 2021\"   its pages about that only"
        })
final class AddCommand extends LedgerCommand {
    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PAGES",
            description =
                    "Files and folders of pages in any format that Sitrep reads; addresses (https://…) of pages and feeds,"
                            + " which are fetched; ledgers; - for standard input.")
    List<String> pages = List.of();

    @Option(
            names = "--about",
            paramLabel = "WORDS",
            description =
                    "Keep only pages about this: names in any language, other words, a time. Says how many were set aside"
                            + " and why.")
    Optional<String> about = Optional.empty();

    @Mixin
    Reaching reaching = new Reaching();

    AddCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Optional<Triage> triage = about.map(words -> new Triage(session.pipeline(), words));
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            Additions additions = new Additions(open);
            if (pages.stream().anyMatch(Network::isAddress)) fetch(additions, triage);
            else add(additions, triage);
            triage.ifPresent(t -> session.out().println(t.counts()));
            session.out().println(additions.counts());
            session.derive(open.shelf());
        }
        return session.code();
    }

    private void fetch(Additions additions, Optional<Triage> triage) {
        try (Network network = Network.of(ledger, Sitrep.AGENT, reaching.allowPrivate)) {
            session.open(network);
            add(additions, triage);
            network.visits().save(); // only now: what was not kept is to be sent again
        }
    }

    private void add(Additions additions, Optional<Triage> triage) {
        if (triage.isEmpty()) session.pages(pages, additions::add);
        else
            session.arrivals(pages, triage.get()::fit, (arrived, fit) -> {
                if (triage.get().keep(fit)) additions.add(arrived);
            });
        additions.flush();
    }
}
