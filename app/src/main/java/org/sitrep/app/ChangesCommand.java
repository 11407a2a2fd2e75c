package org.sitrep.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.changes.Change;
import org.sitrep.changes.Changes;
import org.sitrep.desk.Cause;
import org.sitrep.desk.ChangeRecord;
import org.sitrep.ledger.Entry;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Recorded;
import org.sitrep.model.Situation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is different between two states of a ledger. */
@Command(
        name = "changes",
        description =
                "Tells what a ledger says now that it did not say before: figures that came, went, changed or were withdrawn, promises"
                        + " and their verdicts, steps of operations; each with the page or judgement that brought it; and what the text of changed pages"
                        + " says otherwise.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep changes crisis.db --since 2022-01-14       since that day began (in UTC), by when pages were added",
            "  sitrep changes crisis.db --since 40               since entry 40",
            "  sitrep changes crisis.db --since 40 --until 52    between the two",
            "  sitrep changes crisis.db --since 40 --format jsonl"
        })
final class ChangesCommand extends LedgerCommand {
    @Mixin
    Between between = new Between();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl: one JSON object a line.")
    PagesCommand.Format format = PagesCommand.Format.text;

    ChangesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        Between.Entries states;
        List<Recorded> entries;
        List<Versions> versions;
        try (Ledger open = toRead()) {
            states = between.entries(open);
            entries = open.entries(states.from()).stream()
                    .filter(e -> e.sequence() <= states.to())
                    .toList();
            versions = states.from() == states.to()
                    ? List.of()
                    : Versions.between(session, open, states.from(), states.to());
        }
        List<Situation> after = situations(states.to());
        List<Situation> before = situations(states.from());
        List<Change> changes = Changes.between(before, after);
        for (Change change : changes) print(change, Cause.of(change, entries));
        for (Versions v : versions)
            if (format == PagesCommand.Format.jsonl) session.out().print(v.json() + "\n");
            else v.lines().forEach(session.out()::println);
        if (format == PagesCommand.Format.text)
            session.out().println(summary(changes.size() + versions.size(), states.told()));
        return session.code();
    }

    private List<Situation> situations(long at) {
        return at == 0
                ? List.of()
                : new Told(session, List.of(ledger), OptionalLong.of(at), Optional.empty()).situations();
    }

    private static String summary(int changes, String told) {
        return switch (changes) {
            case 0 -> "nothing changed " + told;
            case 1 -> "1 change " + told;
            default -> changes + " changes " + told;
        };
    }

    private void print(Change change, List<Cause> causes) {
        if (format == PagesCommand.Format.jsonl) {
            session.out().print(ChangeRecord.of(change, causes) + "\n");
            return;
        }
        ChangeLines.of(change).forEach(session.out()::println);
        for (Cause cause : causes) session.out().println("    " + words(cause));
    }

    private static String words(Cause cause) {
        String number = "entry " + cause.entry().sequence() + ", ";
        return switch (cause.entry().entry()) {
            case Entry.PageAdded a -> number + "page added: " + a.key();
            case Entry.PageTakenDown d -> number + "page taken down by " + d.by() + ": " + d.key();
            case Entry.Judgement j -> number + "judged by " + j.by() + ": " + j.why();
        };
    }
}
