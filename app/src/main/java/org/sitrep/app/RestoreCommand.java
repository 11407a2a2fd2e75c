package org.sitrep.app;

import picocli.CommandLine.Command;

/** Makes a ledger of a backup. */
@Command(
        name = "restore",
        description = "Makes a ledger of a backup and verifies it. It never writes over a ledger that is there.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep restore crisis-sunday.db crisis.db",
            "  sitrep restore crisis-sunday.db postgresql://ana@db.example/crisis"
        })
final class RestoreCommand extends CopyCommand {
    RestoreCommand(Session session) {
        super(session);
    }

    @Override
    String done(long entries) {
        return "restored and sound: " + entries + (entries == 1 ? " entry" : " entries");
    }
}
