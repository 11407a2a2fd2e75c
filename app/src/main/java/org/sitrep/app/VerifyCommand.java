package org.sitrep.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.SqliteLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a ledger. */
@Command(
        name = "verify",
        description =
                "Recomputes a ledger's chain of hashes and the version of every page in it, and names what does not agree.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep verify crisis.db")
final class VerifyCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "LEDGER", description = "The ledger's file.")
    Path file = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Session session;

    VerifyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.exists(file))
            throw new Failure(Failure.USAGE, file + ": there is no such ledger; `sitrep add` makes one");
        try (Ledger ledger = SqliteLedger.openToRead(file)) {
            List<String> faults = ledger.verify();
            for (String fault : faults) session.err().println("sitrep: " + file + ": " + fault);
            int entries = ledger.entries(0).size();
            if (faults.isEmpty()) session.out().println("sound: " + entries + (entries == 1 ? " entry" : " entries"));
            return faults.isEmpty() ? Failure.DONE : Failure.SOME_UNREADABLE;
        }
    }
}
