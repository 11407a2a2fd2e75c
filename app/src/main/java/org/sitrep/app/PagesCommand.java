package org.sitrep.app;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that reads pages. */
abstract class PagesCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "PAGES",
            description =
                    "Files and folders of web pages, text, PDF, JSON Lines, feeds, web archives (WARC, WACZ), ZIP and"
                            + " tar.gz of these; a ledger; - for standard input.")
    List<String> pages = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    final Session session;

    PagesCommand(Session session) {
        this.session = session;
    }

    /** How records are printed. */
    enum Format {
        /** For people. */
        text,
        /** JSON Lines, for programs. */
        jsonl
    }

    final void print(List<String> lines) {
        for (String line : lines) {
            session.out().print(line);
            session.out().print('\n');
        }
    }
}
