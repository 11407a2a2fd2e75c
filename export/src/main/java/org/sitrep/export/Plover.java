package org.sitrep.export;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;
import org.sitrep.record.Json;

/**
 * Events in the terms of PLOVER (Open Event Data Alliance, manual of 2021): what, by whom, to whom, when, and in which context. As
 * PLOVER asks, an event without an actor or a day is left out; so is one whose kind has no code there.
 */
final class Plover {
    private Plover() {}

    static String of(Situation situation) {
        Map<String, Article> articles = new HashMap<>();
        for (Article a : situation.articles()) articles.put(a.page(), a);
        List<Deeds> coded = Deeds.of(situation).stream()
                .filter(d -> d.event().plover().isPresent()
                        && d.event().actor().isPresent()
                        && d.event().date().flatMap(Edtf::first).isPresent())
                .toList();
        return Json.object(j -> j.objects("events", coded, (json, deed) -> event(json, deed, articles)));
    }

    private static void event(Json json, Deeds deed, Map<String, Article> articles) {
        Claim.Event e = deed.event();
        json.put("id", "urn:sitrep:claim:" + e.id())
                .put("date", e.date().flatMap(Edtf::first))
                .put("event", e.plover())
                .strings("source", e.actor().stream().map(Contacts::masked).toList())
                .strings("recipient", e.target().stream().map(Contacts::masked).toList())
                .strings("context", context(e.status()).stream().toList());
        e.place().ifPresent(p -> json.object("location", l -> place(l, p)));
        json.put("type", e.type()).put("dateText", e.date().map(Edtf::text));
        json.objects("texts", deed.claims(), (t, c) -> {
            Optional<Article> article =
                    Optional.ofNullable(articles.get(c.evidence().page()));
            t.put("text", Contacts.masked(c.evidence().quote()))
                    .put("language", article.map(Article::language))
                    .put("publisher", article.flatMap(Article::outlet).map(Contacts::masked))
                    .put("url", article.map(Annotations::source));
        });
    }

    private static void place(Json json, Place place) {
        json.put("name", place.label());
        MapLayer.shown(Optional.of(place))
                .ifPresent(p -> json.put("lat", p.latitude()).put("lon", p.longitude()));
    }

    /** PLOVER's word for how an event is told; what simply happened has none. */
    private static Optional<String> context(Status status) {
        return switch (status) {
            case ASSERTED, SUPERSEDED -> Optional.empty();
            case PLANNED -> Optional.of("future");
            case HYPOTHETICAL -> Optional.of("hypothetical");
            case DENIED, RETRACTED -> Optional.of("negation");
        };
    }
}
