package org.sitrep.app;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.sitrep.web.Tokens;
import org.sitrep.web.Visitor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets somebody into a server that others reach. */
@Command(
        name = "token",
        description =
                "Gives somebody a token for `serve --tokens FILE` and prints it, once; the file keeps its hash only. A new token of the same"
                        + " name ends the old one. A running server reads the file when it starts.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep token visitors Ana                    Ana may read",
            "  sitrep token visitors Ana --role analyst     Ana may also add pages and judge",
            "  sitrep token visitors Ana --end              Ana's token ends"
        })
final class TokenCommand extends SessionCommand {
    @Parameters(index = "0", paramLabel = "FILE", description = "The tokens file; made where there is none.")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "NAME", description = "Whose token; stands beside this person's judgements.")
    String name = "";

    @Option(names = "--role", paramLabel = "ROLE", description = "reader or analyst (default: reader).")
    Visitor.Role role = Visitor.Role.READER;

    @Option(names = "--end", description = "End the token of this name instead.")
    boolean end;

    TokenCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (!Visitor.canBeNamed(name))
            throw new Failure(
                    Failure.USAGE, "“" + name + "” names nobody: take up to 60 letters, digits, blanks and . _ @ -");
        try {
            if (!end) session.out().println(Tokens.issue(file, new Visitor(name, role)));
            else if (!Tokens.revoke(file, name)) throw new Failure(Failure.USAGE, file + " knows nobody named " + name);
        } catch (NoSuchFileException e) {
            throw new Failure(Failure.USAGE, "there is no folder for " + file);
        } catch (IOException e) {
            throw new Failure(Failure.USAGE, "the tokens file cannot be used: " + e.getMessage());
        }
        return Failure.DONE;
    }
}
