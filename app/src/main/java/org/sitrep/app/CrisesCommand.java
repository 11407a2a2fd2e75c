package org.sitrep.app;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** Lists the crises that the pages tell of. */
@Command(
        name = "crises",
        description = "Lists the crises that the pages tell of, with what to type to report on one of them.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep crises my-pages")
final class CrisesCommand extends PagesCommand {
    CrisesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        List<Crises.Line> lines = new ArrayList<>();
        new Told(session, pages).situations(s -> lines.add(Crises.Line.of(s)));
        print(Crises.list(lines));
        return session.code();
    }
}
