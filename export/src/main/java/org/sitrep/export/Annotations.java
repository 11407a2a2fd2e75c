package org.sitrep.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.judge.Anchor;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/** Every claim as a note on the characters it was read from: a page of W3C Web Annotations (Recommendation of 23 February 2017). */
final class Annotations {
    private static final String CONTEXT = "http://www.w3.org/ns/anno.jsonld";

    private Annotations() {}

    private record Item(Article article, Claim claim) {}

    static String of(Situation situation) {
        Map<String, Article> articles = new HashMap<>();
        for (Article a : situation.articles()) articles.put(a.page(), a);
        List<Item> items = situation.claims().stream()
                .flatMap(c -> Optional.ofNullable(articles.get(c.evidence().page())).map(a -> new Item(a, c)).stream())
                .toList();
        return Json.object(j -> {
            j.put("@context", CONTEXT)
                    .put("id", "urn:sitrep:crisis:" + urn(situation.crisis()))
                    .put("type", "AnnotationPage");
            j.objects("items", items, (json, item) -> item(json, item.article(), item.claim()));
        });
    }

    /** {@code key} as part of a URN (RFC 8141): whatever may not stand there percent-encoded. */
    static String urn(String key) {
        return java.net.URLEncoder.encode(key, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20");
    }

    /** The page's address where it is known; a URN of its key else. */
    static String source(Article article) {
        return article.address()
                .filter(a -> a.startsWith("http"))
                .map(Contacts::masked)
                .orElse("urn:sitrep:page:" + urn(article.page()));
    }

    private static void item(Json json, Article article, Claim claim) {
        json.put("id", "urn:sitrep:claim:" + claim.id())
                .put("type", "Annotation")
                .put("motivation", "classifying");
        json.object("body", b -> {
            b.put("type", "TextualBody").put("purpose", "tagging").put("format", "text/plain");
            b.put("value", said(claim));
        });
        json.object("target", t -> {
            t.put("source", source(article));
            t.object("selector", s -> selector(s, Anchor.of(article, claim)));
        });
    }

    private static void selector(Json json, Anchor anchor) {
        json.put("type", "TextQuoteSelector").put("exact", Contacts.masked(anchor.quote()));
        json.put("prefix", Contacts.masked(anchor.before())).put("suffix", Contacts.masked(anchor.after()));
    }

    /** "killed 164 at_least": kind and amount in the records' own codes. */
    static String said(Claim claim) {
        return switch (claim) {
            case Claim.Figure f ->
                f.measure() + " " + f.amount().key() + " "
                        + f.amount().qualifier().code();
            case Claim.Commitment c -> "commitment " + c.what();
            case Claim.Event e -> "event " + e.type();
            case Claim.Statement s -> "statement " + s.about();
        };
    }
}
