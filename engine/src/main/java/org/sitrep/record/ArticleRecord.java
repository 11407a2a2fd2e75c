package org.sitrep.record;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Code;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Published;
import org.sitrep.model.Span;
import org.sitrep.model.TimeExpression;

/** An article, and its time expressions, as records. */
public final class ArticleRecord {
    private ArticleRecord() {}

    /** The article on one line. */
    public static String line(Article article) {
        CodePoints points = new CodePoints(article.text());
        return Json.object(json -> {
            json.put("page", article.page()).put("version", article.version());
            json.put("address", article.address())
                    .put("language", article.language())
                    .put("outlet", article.outlet());
            json.put("agency", article.agency()).put("title", article.title());
            published(json, article.published());
            json.put("updated", article.updated()).put("repost", article.repost());
            json.put("text", article.text()).put("body", article.body());
            json.objects("passages", article.passages(), (j, p) -> passage(j, p, points));
        });
    }

    private static void passage(Json json, Passage passage, CodePoints points) {
        json.put("id", passage.id()).put("role", passage.role().code());
        span(json, passage.span(), points);
        json.put("language", passage.language()).put("outlet", passage.outlet()).put("agency", passage.agency());
        published(json, passage.published());
        json.strings("flags", codes(passage.flags()));
        json.objects("flag_evidence", passage.flagEvidence(), (j, s) -> span(j, s, points));
    }

    private static void published(Json json, Optional<Published> published) {
        json.put("published", published.map(Published::date).map(Edtf::text));
        json.put("published_from", published.map(Published::from).map(Code::code));
        json.put("published_why", published.map(Published::why));
    }

    /** The time expressions of {@code article}, one a line. */
    public static List<String> times(Article article, List<TimeExpression> times) {
        CodePoints points = new CodePoints(article.text());
        return times.stream()
                .map(time -> Json.object(json -> {
                    span(json.put("page", article.page()), time.span(), points);
                    json.put("text", time.text())
                            .put("type", time.type().name())
                            .put("value", time.value());
                }))
                .toList();
    }

    static Json span(Json json, Span span, CodePoints points) {
        return json.put("start", points.at(span.start())).put("end", points.at(span.end()));
    }

    /** Codes in the order of their declaration, which sets do not keep. */
    static <E extends Enum<E> & Code> List<String> codes(Collection<E> codes) {
        return codes.stream().sorted().map(Code::code).toList();
    }
}
