package org.sitrep.app;

import java.util.List;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
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
final class ReadCommand extends PageRecordsCommand {
    ReadCommand(Session session) {
        super(session);
    }

    @Override
    List<String> records(Page page) {
        Article article = session.pipeline().read(page);
        return format == Format.jsonl ? List.of(ArticleRecord.line(article)) : Plain.article(article);
    }
}
