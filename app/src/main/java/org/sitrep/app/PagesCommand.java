package org.sitrep.app;

import java.util.List;
import picocli.CommandLine.Parameters;

/** A command that reads pages. */
abstract class PagesCommand extends SessionCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "PAGES",
            description =
                    "Files and folders of web pages, text, PDF, JSON Lines, feeds, web archives (WARC, WACZ), ZIP and"
                            + " tar.gz of these; a ledger; - for standard input.")
    List<String> pages = List.of();

    PagesCommand(Session session) {
        super(session);
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
