package org.sitrep.read;

import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Page;

/** Turns a page into an article: its readable text, split into passages. Safe for use by several threads. */
public final class Reader {
    private final PlainReader plain;
    private final HtmlReader html;
    private final InYear inYear;

    /**
     * A reader for the languages of {@code packs} that have a {@code read.yaml}.
     *
     * @throws org.sitrep.language.PackError where such a file is broken
     */
    public Reader(Packs packs) {
        Vocabulary vocabulary = new Vocabulary(packs);
        this.plain = new PlainReader(vocabulary);
        this.inYear = new InYear(vocabulary);
        this.html = new HtmlReader(vocabulary, packs);
    }

    /**
     * The same article, dated where it names days without a year and they tell when it was published once the year is known:
     * "Thursday" after what happened "last week", the latest day told as past.
     *
     * @param article an article without a date of publication
     * @param year the year of the other pages of its crisis
     * @return the article itself where its days do not tell
     */
    public Article inYear(Article article, int year) {
        return article.published().isPresent() ? article : inYear.date(article, year);
    }

    /** The readable text of {@code page}; never fails, however broken the page is. */
    public Article read(Page page) {
        return switch (page.format()) {
            case TEXT -> plain.read(page);
            case HTML -> html.read(page);
        };
    }
}
