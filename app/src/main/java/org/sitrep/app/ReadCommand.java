package org.sitrep.app;

import java.util.List;
import org.sitrep.record.ArticleRecord;
import picocli.CommandLine.Command;

/** Prints articles. */
@Command(
        name = "read",
        description = "Prints the readable text of each page, split into passages, with outlet, language and dates.",
        footerHeading = "%nFor example:%n",
        footer = {
            "  sitrep read page.html                        the passages, to read",
            "  sitrep read saved-pages --format jsonl       articles with all fields"
        })
final class ReadCommand extends RecordsCommand {
    ReadCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.each(
                pages,
                page -> {
                    var article = session.pipeline().read(page);
                    return format == Format.jsonl ? List.of(ArticleRecord.line(article)) : Plain.article(article);
                },
                this::print);
        return session.code();
    }
}
