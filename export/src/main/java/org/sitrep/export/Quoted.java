package org.sitrep.export;

import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.record.Contacts;
import org.sitrep.report.Labels;
import org.sitrep.report.Report;

/** The quotes at a document's end. */
final class Quoted {
    private Quoted() {}

    /** A claim's words with who told whom, when, and where they stand. */
    static String note(Report report, Labels labels, Claim claim) {
        String page = claim.evidence().page();
        Optional<Article> article = report.view().article(page);
        String day = article.flatMap(Article::published)
                .map(d -> labels.date(d.date()))
                .orElse(labels.text("undated.one"));
        String address = article.flatMap(Article::address).orElse(page);
        String text = report.view().evidence(claim) + " — "
                + String.join(" → ", report.view().chain(claim)) + ", " + day + ", " + address;
        return Contacts.masked(text);
    }
}
