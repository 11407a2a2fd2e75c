package org.sitrep.app;

import java.time.Clock;
import java.util.List;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "  sitrep add crisis.db https://outlet.example/a  fetches the page, as robots.txt allows, and keeps it"
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

    @Mixin
    Reaching reaching = new Reaching();

    AddCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        boolean fetching = pages.stream().anyMatch(Network::isAddress);
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            Additions additions = new Additions(open);
            if (fetching) {
                try (Network network = Network.of(ledger, reaching.allowPrivate)) {
                    session.open(network);
                    session.pages(pages, additions::add);
                    additions.flush();
                    network.visits().save(); // only now: what was not kept is to be sent again
                }
            } else {
                session.pages(pages, additions::add);
                additions.flush();
            }
            session.out().println(additions.counts());
        }
        return session.code();
    }
}
