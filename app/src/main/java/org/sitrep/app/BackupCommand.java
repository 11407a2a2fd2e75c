package org.sitrep.app;

import picocli.CommandLine.Command;

/** Copies a ledger while it is in use. */
@Command(
        name = "backup",
        description =
                "Copies a ledger into a new file while others go on using it, and verifies the copy: every entry up to the moment at"
                        + " which the copying began, and none in part.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep backup crisis.db crisis-sunday.db",
            "  sitrep backup postgresql://ana@db.example/crisis crisis-sunday.db",
            "  sitrep restore crisis-sunday.db crisis.db                    when the first is lost"
        })
final class BackupCommand extends CopyCommand {
    BackupCommand(Session session) {
        super(session);
    }

    @Override
    String done(long entries) {
        return "backed up and sound: " + entries + (entries == 1 ? " entry" : " entries") + "; `sitrep restore "
                + target + " NEW` makes a ledger of it";
    }
}
