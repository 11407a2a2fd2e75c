package org.sitrep.extract.times;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.TimeExpression;

/** Every time expression of an article, passage by passage. Safe for use by several threads. */
public final class ArticleTimes {
    private final Packs packs;
    private final Map<String, TimeReader> readers = new ConcurrentHashMap<>();

    public ArticleTimes(Packs packs) {
        this.packs = packs;
    }

    /** The reader of a pack's language, made once. */
    public TimeReader reader(Pack pack) {
        return readers.computeIfAbsent(pack.language(), l -> new TimeReader(pack));
    }

    /** Time expressions in text order; passages in a language without a pack have none. */
    public List<TimeExpression> times(Article article) {
        List<TimeExpression> out = new ArrayList<>();
        for (Passage p : article.passages()) {
            Optional<Pack> pack = packs.pack(p.language());
            if (pack.isEmpty()) continue;
            Optional<LocalDate> day =
                    p.published().or(article::published).map(Published::date).flatMap(Edtf::day);
            for (Moment m : reader(pack.get()).read(pack.get().text(article.text(), p.span()), day))
                add(out, m, article.text());
        }
        return out;
    }

    private static void add(List<TimeExpression> out, Moment m, String text) {
        if (m.parts().isEmpty()) out.add(new TimeExpression(m.span(), m.span().of(text), m.type(), m.value()));
        for (Moment part : m.parts()) add(out, part, text);
    }
}
