package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.model.Claim;
import org.sitrep.record.ClaimRecord;
import picocli.CommandLine.Command;

/** Prints every claim. */
@Command(
        name = "claims",
        description = {
            "Prints every claim that the pages make, each with the words that support it.",
            "Pages of one crisis tell one another's year, and which day of a known month a weekday is; more than 1,000 pages are printed as they come, each dated by itself."
        },
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep claims examples/kazakhstan-2022                    one claim a line, to read",
            "  sitrep claims pages.jsonl --format jsonl > claims.jsonl   all fields, for other programs"
        })
final class ClaimsCommand extends RecordsCommand {
    ClaimsCommand(Session session) {
        super(session);
    }

    /** Pages that are read together, so that one tells the year of another; more than these are printed as they come. */
    private static final int TOGETHER = 1_000;

    private final List<Claim.Claims> held = new ArrayList<>();
    private boolean many;

    @Override
    public Integer call() {
        session.each(pages, session.pipeline()::claims, this::take);
        if (!many) session.pipeline().together(held).forEach(this::show);
        return session.code();
    }

    private void take(Claim.Claims claims) {
        if (!many && held.size() == TOGETHER) {
            many = true;
            session.note(String.format(Locale.ROOT, "more than %,d pages:", TOGETHER)
                    + " each is dated by itself, and one without a year is left"
                    + " undated; `report` and `situation` date the pages of a crisis together");
            held.forEach(this::show);
            held.clear();
        }
        if (many) show(claims);
        else held.add(claims);
    }

    private void show(Claim.Claims claims) {
        print(format == Format.jsonl ? ClaimRecord.lines(claims) : Plain.claims(claims));
    }
}
