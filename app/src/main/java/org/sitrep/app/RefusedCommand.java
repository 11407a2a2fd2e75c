package org.sitrep.app;

import org.sitrep.record.ClaimRecord;
import picocli.CommandLine.Command;

/** Prints what became no claim. */
@Command(
        name = "refused",
        description = "Prints the numbers and passages that became no claim, each with the reason.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep refused examples/kazakhstan-2022")
final class RefusedCommand extends RecordsCommand {
    RefusedCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.each(
                pages,
                page -> {
                    var claims = session.pipeline().claims(page);
                    return format == Format.jsonl ? ClaimRecord.refused(claims) : Plain.refused(claims);
                },
                this::print);
        return session.code();
    }
}
