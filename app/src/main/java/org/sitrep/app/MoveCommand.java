package org.sitrep.app;

import picocli.CommandLine.Command;

/** Moves a ledger between a file and PostgreSQL. */
@Command(
        name = "move",
        description =
                "Writes a ledger, entry by entry with its hashes, into a PostgreSQL database, or from there into a file, and verifies"
                        + " it there. Reports from both are equal; the first stays as it is until you delete it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep move crisis.db postgresql://ana@db.example/crisis     a team's ledger, for several people at once",
            "  sitrep report postgresql://ana@db.example/crisis             … stands wherever a ledger does",
            "  sitrep move postgresql://ana@db.example/crisis crisis.db     back into one file"
        })
final class MoveCommand extends CopyCommand {
    MoveCommand(Session session) {
        super(session);
    }

    @Override
    String done(long entries) {
        return "moved and sound: " + entries + (entries == 1 ? " entry" : " entries") + "; use " + target
                + " from now on, and delete " + ledger + " when nobody uses it any more";
    }
}
