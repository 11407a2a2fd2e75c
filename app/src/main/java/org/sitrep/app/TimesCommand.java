package org.sitrep.app;

import java.util.List;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.model.TimeExpression;
import org.sitrep.record.ArticleRecord;
import picocli.CommandLine.Command;

/** Prints time expressions. */
@Command(
        name = "times",
        description = "Prints every time expression with its TIMEX3 type and value.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep times pages.jsonl --format jsonl")
final class TimesCommand extends PageRecordsCommand {
    TimesCommand(Session session) {
        super(session);
    }

    @Override
    List<String> records(Page page) {
        Article article = session.pipeline().read(page);
        List<TimeExpression> times = session.pipeline().times(article);
        return format == Format.jsonl ? ArticleRecord.times(article, times) : Plain.times(article, times);
    }
}
