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
    @Option(
            names = "--since",
            required = true,
            paramLabel = "DAY|ENTRY",
            description =
                    "The earlier state: before this day began, or when the entry of this number was the last; 0 for none.")
    String since = "";

    @Option(
            names = "--until",
            paramLabel = "ENTRY",
            description = "The later state: when the entry of this number was the last; without it, now.")
    Optional<Long> until = Optional.empty();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl: one JSON object a line.")
    PagesCommand.Format format = PagesCommand.Format.text;

    ChangesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        long from;
        long to;
        List<Recorded> entries;
        List<Versions> versions;
        try (Ledger open = toRead()) {
            to = until.orElse(open.last());
            from = Since.number(since, open);
            entries =
                    open.entries(from).stream().filter(e -> e.sequence() <= to).toList();
            versions = from >= to ? List.of() : Versions.between(session, open, from, to);
        }
        if (from > to) throw usage("--since " + since + " is later than entry " + to + ", the last that is looked at");
        List<Situation> after = situations(to);
        List<Situation> before = from == 0 ? List.of() : situations(from);
        List<Change> changes = Changes.between(before, after);
        for (Change change : changes) print(change, Cause.of(change, entries));
        for (Versions v : versions)
            if (format == PagesCommand.Format.jsonl) session.out().print(v.json() + "\n");
            else v.lines().forEach(session.out()::println);
        if (format == PagesCommand.Format.text)
            session.out().println(summary(changes.size() + versions.size(), from, to));
        return session.code();
    }

    private List<Situation> situations(long at) {
        return at == 0 ? List.of() : session.situations(List.of(ledger), OptionalLong.of(at), Optional.empty());
    }

    private static String summary(int changes, long from, long to) {
        String between = from == 0 ? "up to entry " + to : "from entry " + from + " to entry " + to;
        return switch (changes) {
            case 0 -> "nothing changed " + between;
            case 1 -> "1 change " + between;
            default -> changes + " changes " + between;
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
