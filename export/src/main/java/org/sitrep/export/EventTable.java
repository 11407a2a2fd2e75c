package org.sitrep.export;

import java.time.LocalDate;
import java.util.ArrayList;
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

/**
 * Events in the columns of the Armed Conflict Location and Event Data Project (codebook of 2024), for who codes on. A cell is filled
 * only where the pages and the codebook leave no choice: fatalities never, because to choose one number needs a rule.
 */
final class EventTable {
    private static final List<String> COLUMNS = List.of(
            "event_id_cnty",
            "event_date",
            "year",
            "time_precision",
            "disorder_type",
            "event_type",
            "sub_event_type",
            "actor1",
            "assoc_actor_1",
            "inter1",
            "actor2",
            "assoc_actor_2",
            "inter2",
            "interaction",
            "civilian_targeting",
            "iso",
            "region",
            "country",
            "admin1",
            "admin2",
            "admin3",
            "location",
            "latitude",
            "longitude",
            "geo_precision",
            "source",
            "source_scale",
            "notes",
            "fatalities",
            "tags",
            "timestamp");

    /** Types that mean one thing in the codebook; a clash or an attack may be several, and stays open. */
    private static final Map<String, List<String>> TYPES = Map.of(
            "protest", List.of("Demonstrations", "Protests", ""),
            "looting", List.of("Strategic developments", "Strategic developments", "Looting/property destruction"),
            "seizure", List.of("Strategic developments", "Strategic developments", ""),
            "arrest", List.of("Strategic developments", "Strategic developments", "Arrests"),
            "ceasefire", List.of("Strategic developments", "Strategic developments", "Agreement"));

    private static final List<String> OPEN = List.of("", "", "");

    private final Map<String, Article> articles = new HashMap<>();

    private EventTable(Situation situation) {
        for (Article a : situation.articles()) articles.put(a.page(), a);
    }

    static String of(Situation situation) {
        EventTable table = new EventTable(situation);
        Csv csv = new Csv().row(COLUMNS);
        for (Deeds deed : Deeds.of(situation)) if (happened(deed.event())) csv.row(table.row(deed));
        return csv.toString();
    }

    private static boolean happened(Claim.Event event) {
        boolean told = event.status() == Status.ASSERTED || event.status() == Status.SUPERSEDED;
        return told && event.date().flatMap(Edtf::first).isPresent();
    }

    private List<String> row(Deeds deed) {
        Claim.Event e = deed.event();
        LocalDate first = e.date().flatMap(Edtf::first).orElseThrow();
        Map<String, String> cells = new HashMap<>();
        cells.put("event_id_cnty", e.id());
        cells.put("event_date", first.toString());
        cells.put("year", Integer.toString(first.getYear()));
        cells.put("time_precision", precision(e.date().orElseThrow()));
        List<String> type = TYPES.getOrDefault(e.type(), OPEN);
        cells.put("disorder_type", type.get(0));
        cells.put("event_type", type.get(1));
        cells.put("sub_event_type", type.get(2));
        e.actor().ifPresent(a -> cells.put("actor1", Contacts.masked(a)));
        e.target().ifPresent(t -> cells.put("actor2", Contacts.masked(t)));
        e.place().ifPresent(p -> place(p, cells));
        cells.put("source", String.join("; ", outlets(deed)));
        cells.put("notes", String.join(" ", deed.quotes()));
        cells.put("tags", "sitrep: " + e.type());
        return COLUMNS.stream().map(c -> cells.getOrDefault(c, "")).toList();
    }

    /** 1: a day, 2: within a week, 3: longer. */
    private static String precision(Edtf date) {
        if (date.day().isPresent()) return date.approximate() ? "2" : "1";
        boolean week = date.first().isPresent()
                && date.last().isPresent()
                && !date.last().orElseThrow().isAfter(date.first().orElseThrow().plusDays(7));
        return week ? "2" : "3";
    }

    /** Points are coarsened to a tenth of a degree, so none is more exact than "near" (2). */
    private static void place(Place place, Map<String, String> cells) {
        if (place.precision().filter(p -> p == Place.Precision.COUNTRY).isPresent())
            cells.put("country", place.label());
        else cells.put("location", place.label());
        Optional<Place.Point> point = MapLayer.shown(Optional.of(place));
        point.ifPresent(p -> {
            cells.put("latitude", FigureTable.degrees(p.latitude()));
            cells.put("longitude", FigureTable.degrees(p.longitude()));
        });
        cells.put("geo_precision", point.isPresent() ? "2" : "3");
    }

    private List<String> outlets(Deeds deed) {
        List<String> out = new ArrayList<>();
        for (Claim.Event c : deed.claims()) {
            String page = c.evidence().page();
            String outlet = Contacts.masked(Optional.ofNullable(articles.get(page))
                    .flatMap(Article::outlet)
                    .orElse(page));
            if (!out.contains(outlet)) out.add(outlet);
        }
        return out;
    }
}
