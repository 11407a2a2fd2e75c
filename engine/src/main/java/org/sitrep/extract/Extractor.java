package org.sitrep.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.extract.clauses.ClauseReader;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.figures.FigureClaims;
import org.sitrep.extract.figures.FigureReader;
import org.sitrep.extract.times.ArticleTimes;
import org.sitrep.extract.times.Moment;
import org.sitrep.extract.times.TimeReader;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.TimeExpression;

/** Finds the claims and the time expressions of an article. Safe for use by several threads. */
public final class Extractor {
    private final Packs packs;
    private final ArticleTimes times;
    private final Map<String, Readers> readers = new ConcurrentHashMap<>();

    /** The readers of one language. */
    private record Readers(Pack pack, ClauseReader clauses, TimeReader times, FigureReader figures) {}

    /** An extractor that knows the rules of {@code packs}, each read when its language is first met. */
    public Extractor(Packs packs) {
        this.packs = packs;
        this.times = new ArticleTimes(packs);
    }

    private Optional<Readers> readers(String language) {
        Optional<Pack> pack = packs.pack(language);
        return pack.map(p -> readers.computeIfAbsent(p.language(), l -> new Readers(p, new ClauseReader(p), times.reader(p), new FigureReader(packs, p))));
    }

    /** Every claim of {@code article}, in text order, and everything refused. */
    public Claim.Claims extract(Article article) {
        FigureClaims figures = new FigureClaims(article);
        for (Passage passage : article.passages()) {
            if (passage.role() == Passage.Role.CHROME || passage.role() == Passage.Role.COMMENT) continue;
            readers(passage.language()).ifPresent(r -> passage(article, passage, r, figures));
        }
        List<Claim> claims = new ArrayList<>(figures.claims());
        claims.sort(Comparator.comparing(c -> c.evidence().span()));
        return new Claim.Claims(article, claims, figures.refused());
    }

    private static void passage(Article article, Passage passage, Readers r, FigureClaims figures) {
        Text text = r.pack.text(article.text(), passage.span());
        Optional<LocalDate> day = passage.published().or(article::published).map(Published::date).flatMap(Edtf::day);
        List<Moment> moments = r.times.read(text, day);
        for (Text.Sentence s : text.sentences()) {
            List<Quantity> quantities = r.clauses.quantities(text, s);
            if (quantities.isEmpty() && !r.figures.promising(text, s)) continue;
            List<Moment> here = moments.stream().filter(m -> m.from() >= s.from() && m.to() <= s.to() && !counts(text, m, s)).toList();
            boolean[] masked = new boolean[s.to() - s.from()];
            for (Moment m : here) java.util.Arrays.fill(masked, m.from() - s.from(), m.to() - s.from(), true);
            quantities = quantities.stream().filter(q -> !masked[q.core() - s.from()]).toList();
            Parse parse = r.clauses.read(text, s, quantities, masked);
            figures.read(r.figures, passage, parse, here);
        }
    }

    /** Whether what looks like a year counts people: "2000 soldiers". */
    private static boolean counts(Text text, Moment m, Text.Sentence s) {
        if (m.to() - m.from() != 1 || !text.token(m.from()).number() || m.to() >= s.to()) return false;
        return text.at(m.to(), "people").isPresent() || text.at(m.to(), "noun").isPresent();
    }

    /** Every time expression of {@code article}, in text order. */
    public List<TimeExpression> times(Article article) {
        return times.times(article);
    }
}
