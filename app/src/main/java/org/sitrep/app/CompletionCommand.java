package org.sitrep.app;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the completion script. */
@Command(
        name = "completion",
        description = "Prints a script that completes commands and options in bash and zsh.",
        footerHeading = "%nFor example:%n",
        footer = "  source <(sitrep completion)                  in ~/.bashrc or ~/.zshrc")
final class CompletionCommand implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    CommandSpec spec = CommandSpec.create();

    private final Session session;

    CompletionCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CommandLine root =
                spec.parent() == null ? spec.commandLine() : spec.parent().commandLine();
        session.out().print(AutoComplete.bash("sitrep", root));
        return Failure.DONE;
    }
}
