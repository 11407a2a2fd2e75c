package org.sitrep.app;

import java.util.List;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.record.ClaimRecord;
import picocli.CommandLine.Command;

/** Prints what became no claim. */
@Command(
        name = "refused",
        description = "Prints the numbers and passages that became no claim, each with the reason.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep refused examples/kazakhstan-2022")
final class RefusedCommand extends PageRecordsCommand {
    RefusedCommand(Session session) {
        super(session);
    }

    @Override
    List<String> records(Page page) {
        Claim.Claims claims = session.pipeline().claims(page);
        return format == Format.jsonl ? ClaimRecord.refused(claims) : Plain.refused(claims);
    }
}
