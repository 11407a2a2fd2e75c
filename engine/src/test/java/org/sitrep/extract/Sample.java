package org.sitrep.extract;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;

/** Reads sentences of a test as if they were a page. */
public final class Sample {
    public static final Packs PACKS = Packs.load(Path.of("..", "languages"));
    private static final Extractor EXTRACTOR = new Extractor(PACKS);

    private Sample() {}

    public static Claim.Claims read(String language, String text, Optional<LocalDate> day) {
        Optional<Published> published =
                day.map(d -> new Published(Edtf.of(d), Published.From.GIVEN, "given with the test"));
        Passage body = new Passage(
                "p1",
                Passage.Role.BODY,
                new Span(0, text.length()),
                language,
                Optional.empty(),
                Optional.empty(),
                published,
                Set.of(),
                List.of());
        Article article = new Article(
                "page",
                "version",
                Optional.empty(),
                language,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                published,
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(body));
        return EXTRACTOR.extract(article);
    }

    /** All claims, read as published on {@code day}. */
    public static List<Claim> claims(String language, String text, Optional<LocalDate> day) {
        return read(language, text, day).claims();
    }

    public static List<Claim.Figure> figures(String language, String text) {
        return figures(read(language, text, Optional.empty()));
    }

    public static List<Claim.Figure> figures(Claim.Claims claims) {
        return claims.claims().stream()
                .filter(Claim.Figure.class::isInstance)
                .map(Claim.Figure.class::cast)
                .toList();
    }
}
