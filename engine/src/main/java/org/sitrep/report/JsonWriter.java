package org.sitrep.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Published;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;
import org.sitrep.record.SituationRecord;

/** Writes a report for programs: one object whose parts are the records that the command line prints, one a line. */
final class JsonWriter {
    private JsonWriter() {}

    static String write(Situation situation, List<Claim.Refused> refused) {
        List<String> parts = new ArrayList<>();
        String head = Json.object(json -> json.put("crisis", situation.crisis())
                .put("title", situation.title())
                .put("as_of", situation.asOf())
                .put("verified", false)
                .put("part", situation.part()));
        parts.add(head.substring(1, head.length() - 1));
        parts.add(array("pages", situation.articles().stream().map(JsonWriter::page)));
        parts.add(array("records", SituationRecord.lines(situation).stream()));
        parts.add(array("names", SituationRecord.names(situation).stream()));
        Comparator<Claim.Refused> order =
                Comparator.comparing(Claim.Refused::page).thenComparing(Claim.Refused::span);
        parts.add(array("refused", refused.stream().sorted(order).map(JsonWriter::refused)));
        return "{" + String.join(",\n", parts) + "}\n";
    }

    private static String array(String name, Stream<String> records) {
        return "\"" + name + "\":[\n" + String.join(",\n", records.toList()) + "\n]";
    }

    private static String page(Article article) {
        return Json.object(json -> json.put("page", article.page())
                .put("version", article.version())
                .put("address", article.address())
                .put("language", article.language())
                .put("outlet", article.outlet())
                .put("agency", article.agency())
                .put("title", article.title())
                .put("published", article.published().map(Published::date))
                .put("published_from", article.published().map(p -> p.from().code()))
                .put("published_why", article.published().map(Published::why))
                .put("repost", article.repost()));
    }

    private static String refused(Claim.Refused refused) {
        return Json.object(json -> json.put("page", refused.page())
                .put("quote", Contacts.masked(refused.quote()))
                .put("reason", refused.reason())
                .put("rule", refused.rule()));
    }
}
