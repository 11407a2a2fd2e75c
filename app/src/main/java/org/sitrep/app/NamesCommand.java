package org.sitrep.app;

import org.sitrep.record.SituationRecord;
import picocli.CommandLine.Command;

/** Prints who is who. */
@Command(
        name = "names",
        description = "Prints states, organisations and office-holders with every spelling that stands for them.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep names examples/kazakhstan-2022")
final class NamesCommand extends RecordsCommand {
    NamesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        new Told(session, pages)
                .situations(s -> print(format == Format.jsonl ? SituationRecord.names(s) : Plain.names(s)));
        return session.code();
    }
}
