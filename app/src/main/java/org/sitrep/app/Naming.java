package org.sitrep.app;

import java.util.List;
import java.util.Optional;
import org.sitrep.Pipeline;
import org.sitrep.model.Article;
import org.sitrep.model.Situation;
import org.sitrep.record.PrivateNames;
import picocli.CommandLine.Option;

/** Whether what a command writes names people who hold no office. */
final class Naming {
    /** What becomes of their names. */
    enum Names {
        MASKED,
        SHOWN
    }

    @Option(
            names = "--private-names",
            paramLabel = "HOW",
            description =
                    "masked or shown: names of people who hold no office, in quotes. Masked in what is made to be handed on (docx, csv, prov and so on); a report in md, html or json shows what its pages say.")
    Optional<Names> names = Optional.empty();

    /** @param leaving whether what is written is made to be handed on, so that names are masked unless somebody said otherwise */
    PrivateNames of(Pipeline pipeline, List<Article> articles, List<Situation> situations, boolean leaving) {
        boolean masked = names.map(Names.MASKED::equals).orElse(leaving);
        return masked ? pipeline.privateNames(articles, situations) : PrivateNames.SHOWN;
    }
}
