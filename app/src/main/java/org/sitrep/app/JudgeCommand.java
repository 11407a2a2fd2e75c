package org.sitrep.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.sitrep.judge.Anchor;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.ledger.SqliteLedger;
import org.sitrep.ledger.Standing;
import org.sitrep.model.Claim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person decides. */
@Command(
        name = "judge",
        description =
                "Records in a ledger what a person decides on a claim. It beats what the program read, in every later report, and"
                        + " outlives new versions of page and program: a claim is found again by its words, or every report names the judgement as unplaced.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep judge crisis.db reject 3fa2b1c4 --by ana --note \"counts cars\"         out of every report",
            "  sitrep judge crisis.db accept 77c0d2e9 --by ana --note \"read in full\"        marked in the report",
            "  sitrep judge crisis.db correct 77c0d2e9 --value \"1700 at_least\" --by ana --note \"misread\"",
            "  sitrep judge crisis.db undo 41 --by ana --note \"mistaken\"                   entry 41 holds no more",
            "",
            "A claim's id, or the beginning of it, is what `sitrep claims crisis.db` prints."
        })
final class JudgeCommand implements Callable<Integer> {
    /** What can be decided. */
    enum What {
        accept,
        reject,
        correct,
        undo
    }

    @Parameters(index = "0", paramLabel = "LEDGER", description = "The ledger's file.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "WHAT", description = "accept, reject or correct a claim; undo a judgement.")
    What what = What.accept;

    @Parameters(
            index = "2",
            paramLabel = "CLAIM-ID|ENTRY",
            description = "The claim's id, or the beginning of it; for undo, the entry's number.")
    String subject = "";

    @Option(names = "--value", paramLabel = "AMOUNT", description = "For correct: 1700, \"1700 at_least\" or 7-9.")
    Optional<String> value = Optional.empty();

    @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decides.")
    String by = "";

    @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why.")
    String note = "";

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Session session;

    JudgeCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!Files.exists(file))
            throw new Failure(Failure.USAGE, file + ": there is no such ledger; `sitrep add` makes one");
        checkValue();
        Entry.Judgement judgement = what == What.undo ? undoing() : judging();
        try (Ledger ledger = SqliteLedger.open(file, Clock.systemUTC())) {
            Recorded recorded = ledger.append(judgement);
            session.out()
                    .println("entry " + recorded.sequence() + ": " + what + " " + subject + "; `sitrep judge " + file
                            + " undo " + recorded.sequence() + "` takes it back");
        }
        return Failure.DONE;
    }

    private void checkValue() {
        if (what != What.correct && value.isPresent())
            throw new Failure(Failure.USAGE, "--value goes with `correct` only");
        if (what == What.correct && value.flatMap(Standing::amount).isEmpty()) {
            throw new Failure(
                    Failure.USAGE,
                    "`correct` needs the number: --value 1700, --value \"1700 at_least\" or --value 7-9");
        }
    }

    private Entry.Judgement undoing() {
        try (Ledger ledger = SqliteLedger.openToRead(file)) {
            for (Recorded r : ledger.entries(0)) {
                boolean judgement = r.entry() instanceof Entry.Judgement;
                if (judgement && Long.toString(r.sequence()).equals(subject))
                    return new Entry.JudgementUndone(r.sequence(), by, note);
            }
        }
        throw new Failure(
                Failure.USAGE, file + ": no judgement is entry " + subject + "; `sitrep judge` printed its number");
    }

    private Entry.Judgement judging() {
        record Found(Claim.Claims page, Claim claim) {}
        // Judged claims are found by what was read, so that a rejected one can be accepted after all.
        List<Found> found = session.read(List.of(file.toString()), OptionalLong.empty()).pages().stream()
                .flatMap(p -> p.claims().stream()
                        .filter(c -> c.id().startsWith(subject))
                        .map(c -> new Found(p, c)))
                .toList();
        if (found.isEmpty())
            throw new Failure(
                    Failure.USAGE, file + ": no claim " + subject + "; `sitrep claims " + file + "` prints every id");
        if (found.size() > 1)
            throw new Failure(
                    Failure.USAGE,
                    file + ": " + found.size() + " claims begin with " + subject + "; give more of the id");
        Claim claim = found.getFirst().claim();
        if (what == What.correct && !(claim instanceof Claim.Figure)) {
            throw new Failure(
                    Failure.USAGE,
                    "claim " + claim.id() + " is no figure, and only figures are corrected; reject it instead");
        }
        return new Entry.ClaimJudged(Anchor.of(found.getFirst().page().article(), claim), decision(), value, by, note);
    }

    private Entry.Decision decision() {
        return switch (what) {
            case accept -> Entry.Decision.ACCEPTED;
            case reject -> Entry.Decision.REJECTED;
            case correct -> Entry.Decision.CORRECTED;
            case undo -> throw new IllegalStateException("undo decides on no claim");
        };
    }
}
