package org.sitrep.app;

import org.sitrep.model.Article;
import org.sitrep.record.ArticleRecord;
import picocli.CommandLine.Command;

/** Prints time expressions. */
@Command(
        name = "times",
        description = "Prints every time expression with its TIMEX3 type and value.",
        footerHeading = "%nFor example:%n",
        footer = "  sitrep times pages.jsonl --format jsonl")
final class TimesCommand extends RecordsCommand {
    TimesCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        session.each(
                pages,
                page -> {
                    Article article = session.pipeline().read(page);
                    var times = session.pipeline().times(article);
                    return format == Format.jsonl ? ArticleRecord.times(article, times) : Plain.times(article, times);
                },
                this::print);
        return session.code();
    }
}
