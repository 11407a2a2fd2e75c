package org.sitrep.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.sitrep.desk.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.TypeConversionException;

/** The command that holds all others. */
@Command(
        name = "sitrep",
        description = "Reads conflicting news about a crisis and writes the situation report in which every figure,"
                + " promise and event opens the sentence it came from.",
        mixinStandardHelpOptions = true,
        version = "sitrep " + Sitrep.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep report examples/kazakhstan-2022                    the report, as Markdown",
            "  sitrep report my-pages --format html -o report.html       the report, to open in a browser",
            "  sitrep report my-pages --as-of 2022-01-09                 what was known on that day",
            "  sitrep claims my-pages --format jsonl                     every claim, for other programs",
            "  sitrep try en \"Police detained another 1,700 people.\"     what a sentence yields, and why",
            "  sitrep add crisis.db my-pages                             keep the pages in a ledger",
            "  sitrep report crisis.db                                   … and report from it",
            "",
            "PAGES are files and folders of pages, feeds and archives, or a ledger. A ledger is a file, or, for a team, a database:",
            "postgresql://USER@HOST/DATABASE. `sitrep COMMAND --help` says more.",
            "Exit codes: 0 done, 1 some pages could not be read (each is named), 2 wrong usage, 3 internal error."
        })
final class Sitrep {
    static final String VERSION = Program.VERSION;

    /** How servers are told who asks. */
    static final String AGENT = "Sitrep/" + VERSION;

    private Sitrep() {}

    private static Map<String, Function<Session, Object>> commands() {
        Map<String, Function<Session, Object>> commands = new LinkedHashMap<>();
        commands.put("report", ReportCommand::new);
        commands.put("crises", CrisesCommand::new);
        commands.put("claims", ClaimsCommand::new);
        commands.put("refused", RefusedCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("try", TryCommand::new);
        commands.put("check-pack", CheckPackCommand::new);
        commands.put("new-pack", NewPackCommand::new);
        commands.put("situation", SituationCommand::new);
        commands.put("names", NamesCommand::new);
        commands.put("stories", StoriesCommand::new);
        commands.put("copies", CopiesCommand::new);
        commands.put("read", ReadCommand::new);
        commands.put("times", TimesCommand::new);
        commands.put("add", AddCommand::new);
        commands.put("watch", WatchCommand::new);
        commands.put("warc", WarcCommand::new);
        commands.put("judge", JudgeCommand::new);
        commands.put("serve", ServeCommand::new);
        commands.put("token", TokenCommand::new);
        commands.put("mcp", McpCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("review", ReviewCommand::new);
        commands.put("changes", ChangesCommand::new);
        commands.put("rebuild", RebuildCommand::new);
        commands.put("export", ExportCommand::new);
        commands.put("backup", BackupCommand::new);
        commands.put("restore", RestoreCommand::new);
        commands.put("move", MoveCommand::new);
        commands.put("takedown", TakedownCommand::new);
        commands.put("completion", CompletionCommand::new);
        return commands;
    }

    /** The command line; only {@code wanted} is set up where it names a command, because setting up all of them takes time. */
    static CommandLine commandLine(Session session, String wanted) {
        CommandLine line = new CommandLine(new Sitrep());
        Map<String, Function<Session, Object>> all = commands();
        if (all.containsKey(wanted) && !wanted.equals("completion"))
            all.keySet().retainAll(Set.of(wanted));
        all.forEach((name, make) -> line.addSubcommand(name, make.apply(session)));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(LocalDate.class, Sitrep::day);
        line.setUsageHelpWidth(110);
        line.setOut(new PrintWriter(session.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(session.err(), true, StandardCharsets.UTF_8));
        line.setExpandAtFiles(false);
        return line;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("\u201c" + text + "\u201d is no day; write it as 2022-01-31");
        }
    }
}
