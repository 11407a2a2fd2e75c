package org.sitrep.export;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/** The pages as a bibliography that reference managers read: CSL-JSON (Citation Style Language, schema 1.0.2). */
final class Bibliography {
    private Bibliography() {}

    static String of(Situation situation) {
        return "["
                + String.join(
                        ",",
                        situation.articles().stream().map(Bibliography::item).toList()) + "]";
    }

    private static String item(Article article) {
        return Json.object(j -> {
            j.put("id", Contacts.masked(article.page())).put("type", type(article));
            j.put("title", article.title().map(Contacts::masked).orElse(Contacts.masked(article.page())));
            j.put("container-title", article.outlet().map(Contacts::masked));
            j.put("source", article.agency().map(Contacts::masked));
            j.put("language", article.language());
            j.put("URL", article.address().filter(a -> a.startsWith("http")).map(Contacts::masked));
            article.published().ifPresent(p -> issued(j, p.date()));
            j.object("custom", c -> c.put("sha256", article.version()));
        });
    }

    private static String type(Article article) {
        if (article.repost().isPresent()) return "post";
        return article.outlet().isPresent() ? "article-newspaper" : "webpage";
    }

    private static void issued(Json json, Edtf date) {
        Optional<LocalDate> day = date.day();
        json.object("issued", i -> {
            day.ifPresentOrElse(d -> i.put("raw", d.toString()), () -> i.put("literal", date.text()));
            if (date.approximate()) i.put("circa", true);
        });
    }
}
