package org.sitrep.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;
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
final class TakedownCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEDGER", description = "The ledger's file.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "PAGE", description = "The page's id.")
    String page = "";

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided it.")
    String by = "";

    @Option(names = "--why", required = true, paramLabel = "REASON", description = "Why.")
    String why = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Session session;

    TakedownCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.exists(file))
            throw new Failure(Failure.USAGE, file + ": there is no such ledger; `sitrep add` makes one");
        try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            if (ledger.takeDown(page, by, why)) {
                session.out().println("taken down: " + page);
                return Failure.DONE;
            }
        }
        throw new Failure(
                Failure.USAGE,
                file + ": holds no page \u201c" + page + "\u201d; `sitrep read " + file + "` names its pages");
    }
}
