package org.sitrep.app;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the completion script. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash and zsh.",
        footerHeading = "%nFor example:%n",
        footer = "  source <(sitrep completion)                  in ~/.bashrc or ~/.zshrc")
final class CompletionCommand extends SessionCommand {
    @Spec
    CommandSpec spec = CommandSpec.create();

    CompletionCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        CommandLine root =
                spec.parent() == null ? spec.commandLine() : spec.parent().commandLine();
        session.out().print(AutoComplete.bash("sitrep", root));
        return Failure.DONE;
    }
}
