package org.sitrep.app;

import java.time.Clock;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Parameters;

/** A command that works on one ledger. */
abstract class LedgerCommand extends SessionCommand {
    @Parameters(
            index = "0",
            paramLabel = "LEDGER",
            description = "The ledger's file, or postgresql://USER@HOST/DATABASE.")
    String ledger = "";

    LedgerCommand(Session session) {
        super(session);
    }

    /** The ledger, which must be there, to read. */
    final Ledger toRead() {
        return Ledgers.openToRead(ledger);
    }

    /** The ledger, which must be there, to read and write. */
    final Ledger toWrite() {
        return Ledgers.openToWrite(ledger, Clock.systemUTC());
    }

    final Failure usage(String words) {
        return new Failure(Failure.USAGE, words);
    }
}
