package org.sitrep.app;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that works on one ledger. */
abstract class LedgerCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "LEDGER",
            description = "The ledger's file, or postgresql://USER@HOST/DATABASE.")
    String ledger = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    final Session session;

    LedgerCommand(Session session) {
        this.session = session;
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
