package org.sitrep.app;

import org.sitrep.ledger.Ledgers;
import org.sitrep.web.Assistant;
import picocli.CommandLine.Command;

/** Answers assistants. */
@Command(
        name = "mcp",
        description =
                "Answers assistants about a ledger over standard input and output (Model Context Protocol): crises, a situation as of a"
                        + " day, a figure's history, promises, the evidence of a claim, search. Every answer carries quotes and pages.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep mcp crisis.db                          an assistant starts this by itself; name it in its settings:",
            "  {\"mcpServers\": {\"sitrep\": {\"command\": \"./sitrep\", \"args\": [\"mcp\", \"crisis.db\"]}}}"
        })
final class McpCommand extends LedgerCommand {
    McpCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws InterruptedException {
        Ledgers.present(ledger);
        Assistant.serve(ledger, session.pipeline(), Sitrep.VERSION, System.in, System.out);
        return Failure.DONE;
    }
}
