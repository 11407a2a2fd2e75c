package org.sitrep.read;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;

/** Turns a page into an article: its readable text, split into passages. */
public final class Reader {
    /** A reader for the languages of {@code packs}. */
    public Reader(Packs packs) {}

    /** The readable text of {@code page}; never fails, however broken the page is. */
    public Article read(Page page) {
        String language = page.language().orElse("und");
        Optional<Published> published =
                page.published().map(day -> new Published(day, Published.From.GIVEN, "given with the page"));
        Passage body = new Passage(
                "p1",
                Passage.Role.BODY,
                new Span(0, page.content().length()),
                language,
                Optional.empty(),
                Optional.empty(),
                published,
                Set.of(),
                List.of());
        return new Article(
                page.key(),
                page.version(),
                page.address(),
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                published,
                Optional.empty(),
                Optional.empty(),
                page.content(),
                List.of(body));
    }
}
