package org.sitrep.app;

import picocli.CommandLine.Option;

/** A command that prints records, for people or for programs. */
abstract class RecordsCommand extends PagesCommand {
    @Option(names = "--format", paramLabel = "FORMAT", description = "text (default) or jsonl: one JSON object a line.")
    Format format = Format.text;

    RecordsCommand(Session session) {
        super(session);
    }
}
