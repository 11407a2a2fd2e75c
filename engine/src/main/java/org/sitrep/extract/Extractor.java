package org.sitrep.extract;

import java.util.List;
import org.sitrep.extract.times.ArticleTimes;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.TimeExpression;

/** Finds the claims and the time expressions of an article. Safe for use by several threads. */
public final class Extractor {
    private final ArticleTimes times;

    /** An extractor that knows the rules of {@code packs}. */
    public Extractor(Packs packs) {
        this.times = new ArticleTimes(packs);
    }

    /** Every claim of {@code article}, in text order, and everything refused. */
    public Claim.Claims extract(Article article) {
        return new Claim.Claims(article, List.of(), List.of());
    }

    /** Every time expression of {@code article}, in text order. */
    public List<TimeExpression> times(Article article) {
        return times.times(article);
    }
}
