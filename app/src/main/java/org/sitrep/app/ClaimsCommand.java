package org.sitrep.app;

import org.sitrep.record.ClaimRecord;
import picocli.CommandLine.Command;

/** Prints every claim. */
@Command(
        name = "claims",
        description = "Prints every claim that the pages make, each with the words that support it.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep claims examples/kazakhstan-2022                    one claim a line, to read",
            "  sitrep claims pages.jsonl --format jsonl > claims.jsonl   all fields, for other programs"
        })
final class ClaimsCommand extends RecordsCommand {
    ClaimsCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.each(
                pages,
                page -> {
                    var claims = session.pipeline().claims(page);
                    return format == Format.jsonl ? ClaimRecord.lines(claims) : Plain.claims(claims);
                },
                this::print);
        return session.code();
    }
}
