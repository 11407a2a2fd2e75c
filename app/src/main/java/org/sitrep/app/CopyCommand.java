package org.sitrep.app;

import java.time.Clock;
import java.util.List;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Recorded;
import picocli.CommandLine.Parameters;

/** A command that writes every entry of one ledger into a new one. Others may read and write the first meanwhile. */
abstract class CopyCommand extends LedgerCommand {
    @Parameters(
            index = "1",
            paramLabel = "TO",
            description = "A file that does not exist yet, or postgresql://USER@HOST/DATABASE without a ledger.")
    String target = "";

    CopyCommand(Session session) {
        super(session);
    }

    /** What was done, in words. */
    abstract String done(long entries);

    @Override
    public Integer call() {
        try (Ledger from = toRead()) {
            Ledgers.absent(target);
            long entries;
            List<String> faults;
            try (Ledger to = Ledgers.open(target, Clock.systemUTC())) {
                from.copyTo(to);
                entries = to.last();
                faults = to.verify();
                if (!hash(to, entries).equals(hash(from, entries))) faults.add("its last entry is not the first one's");
            }
            for (String fault : faults) session.err().println("sitrep: " + target + ": " + fault);
            if (!faults.isEmpty()) return Failure.SOME_UNREADABLE;
            session.out().println(done(entries));
        }
        return Failure.DONE;
    }

    private static String hash(Ledger ledger, long sequence) {
        return ledger.entries(sequence - 1).stream()
                .findFirst()
                .map(Recorded::hash)
                .orElse("");
    }
}
