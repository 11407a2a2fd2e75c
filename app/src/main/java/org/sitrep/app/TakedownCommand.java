package org.sitrep.app;

import org.sitrep.ledger.Ledger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deletes a page from a ledger. */
@Command(
        name = "takedown",
        description =
                "Deletes a page's text and every quote from it, in all versions, from a ledger. That it was done, by whom and why, is"
                        + " kept; the page is not taken in again.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep takedown crisis.db lantern-boards-thread --by ana --why \"asked for by its author\"")
final class TakedownCommand extends LedgerCommand {
    @Parameters(index = "1", paramLabel = "PAGE", description = "The page's id.")
    String page = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided it.")
    String by = "";

    @Option(names = "--why", required = true, paramLabel = "REASON", description = "Why.")
    String why = "";

    TakedownCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        try (Ledger open = toWrite()) {
            if (!open.takeDown(page, by, why))
                throw usage(ledger + ": holds no page \u201c" + page + "\u201d; `sitrep read " + ledger
                        + "` names its pages");
        }
        session.out().println("taken down: " + page);
        return Failure.DONE;
    }
}
