package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.ledger.Ledger;
import picocli.CommandLine.Command;

/** Checks a ledger. */
@Command(
        name = "verify",
        description =
                "Recomputes a ledger's chain of hashes and the version of every page in it, reads every page and checks that each"
                        + " claim's words stand where it says, and names what does not agree.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep verify crisis.db")
final class VerifyCommand extends LedgerCommand {
    VerifyCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<String> faults = new ArrayList<>();
        long entries;
        try (Ledger open = toRead()) {
            faults.addAll(open.verify());
            entries = open.last();
        }
        for (String fault : faults) session.err().println("sitrep: " + ledger + ": " + fault);
        if (faults.isEmpty()) session.out().println("sound: " + entries + (entries == 1 ? " entry" : " entries"));
        return faults.isEmpty() ? Failure.DONE : Failure.SOME_UNREADABLE;
    }
}
