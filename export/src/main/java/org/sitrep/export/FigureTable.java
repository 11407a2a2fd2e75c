package org.sitrep.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.sitrep.model.Amount;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.record.Contacts;

/** Figures as tables for spreadsheets and data exchanges: one row a claim, never a sum. */
final class FigureTable {
    private static final List<String> HEAD = List.of(
            "Claim",
            "Measure",
            "Who",
            "Value",
            "Low",
            "High",
            "Hedge",
            "Kind of count",
            "Increment",
            "Place",
            "Latitude",
            "Longitude",
            "As of",
            "Status",
            "Withdrawn",
            "Background",
            "Speaker",
            "Outlet",
            "Published",
            "Page",
            "Quote",
            "Origin");
    private static final List<String> TAGS = List.of(
            "#meta+claim+id",
            "#indicator+code",
            "#affected+group",
            "#indicator+value+num",
            "#indicator+value+min+num",
            "#indicator+value+max+num",
            "#meta+hedge",
            "#meta+count",
            "#meta+increment",
            "#loc+name",
            "#geo+lat",
            "#geo+lon",
            "#date+asof",
            "#status",
            "#status+withdrawn",
            "#meta+background",
            "#contact+speaker",
            "#org+outlet",
            "#date+published",
            "#meta+page+url",
            "#description+quote",
            "#meta+origin+id");

    private final Situation situation;
    private final Map<String, Article> articles = new HashMap<>();
    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, Boolean> withdrawn = new HashMap<>();

    private FigureTable(Situation situation) {
        this.situation = situation;
        for (Article a : situation.articles()) articles.put(a.page(), a);
        for (Situation.Origin o : situation.origins()) for (Claim c : o.claims()) origins.put(c.id(), o.id());
        for (Situation.History h : situation.histories())
            for (Situation.Point p : h.points()) for (Claim c : p.claims()) withdrawn.put(c.id(), p.withdrawn());
    }

    /** Every figure of the crisis, a row of HXL hashtags under the header. */
    static String hxl(Situation situation) {
        FigureTable table = new FigureTable(situation);
        Csv csv = new Csv().row(HEAD).row(TAGS);
        for (Claim c : situation.claims()) if (c instanceof Claim.Figure f) csv.row(table.row(f));
        return csv.toString();
    }

    private List<String> row(Claim.Figure f) {
        Optional<Article> article =
                Optional.ofNullable(articles.get(f.evidence().page()));
        List<String> cells = new ArrayList<>(List.of(
                f.id(),
                f.measure(),
                f.who(),
                number(f.amount().value()),
                number(f.amount().low()),
                number(f.amount().high()),
                f.amount().qualifier().code(),
                f.counts().code(),
                yes(f.increment()),
                f.place().map(Place::label).orElse("")));
        cells.addAll(point(f.place()));
        cells.addAll(List.of(
                f.asOf().map(Edtf::text).orElse(""),
                f.status().code(),
                yes(withdrawn.getOrDefault(f.id(), false)),
                yes(f.common().background()),
                speaker(f),
                article.flatMap(Article::outlet).map(Contacts::masked).orElse(""),
                article.flatMap(Article::published).map(p -> p.date().text()).orElse(""),
                Contacts.masked(
                        article.flatMap(Article::address).orElse(f.evidence().page())),
                Contacts.masked(f.evidence().quote()),
                origins.getOrDefault(f.id(), "")));
        return cells;
    }

    private static String speaker(Claim claim) {
        return Contacts.masked(
                claim.attribution().name().or(claim.attribution()::speaker).orElse(""));
    }

    private static List<String> point(Optional<Place> place) {
        return MapLayer.shown(place)
                .map(p -> List.of(degrees(p.latitude()), degrees(p.longitude())))
                .orElse(List.of("", ""));
    }

    static String degrees(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String number(OptionalLong value) {
        return value.isPresent() ? Long.toString(value.getAsLong()) : "";
    }

    private static String yes(boolean value) {
        return value ? "yes" : "";
    }

    /** Each history of dead as one row; low and high are the ends of what stands, best is left empty. */
    static String ucdp(Situation situation) {
        Csv csv = new Csv()
                .row(List.of(
                        "id",
                        "conflict_name",
                        "where_description",
                        "latitude",
                        "longitude",
                        "date_start",
                        "date_end",
                        "low",
                        "high",
                        "best",
                        "number_of_sources",
                        "source_article"));
        FigureTable table = new FigureTable(situation);
        for (Situation.History h : situation.histories())
            if (h.matter().measure().equals("killed")) table.event(h).ifPresent(csv::row);
        return csv.toString();
    }

    private Optional<List<String>> event(Situation.History history) {
        List<Claim.Figure> standing = history.points().stream()
                .filter(p -> !p.withdrawn())
                .flatMap(p -> p.claims().stream())
                .filter(c -> low(c.amount()).isPresent())
                .toList();
        if (standing.isEmpty()) return Optional.empty();
        List<Edtf> days =
                standing.stream().flatMap(c -> c.asOf().stream()).sorted().toList();
        List<String> cells = new ArrayList<>(List.of(
                standing.getFirst().id(),
                situation.title(),
                history.matter().place().orElse("")));
        cells.addAll(point(standing.stream().flatMap(c -> c.place().stream()).findFirst()));
        cells.add(
                days.isEmpty()
                        ? ""
                        : days.getFirst().first().map(Object::toString).orElse(""));
        cells.add(
                days.isEmpty()
                        ? ""
                        : days.getLast().last().map(Object::toString).orElse(""));
        cells.add(Long.toString(standing.stream()
                .mapToLong(c -> low(c.amount()).orElseThrow())
                .min()
                .orElseThrow()));
        cells.add(Long.toString(standing.stream()
                .mapToLong(c -> high(c.amount()).orElseThrow())
                .max()
                .orElseThrow()));
        cells.add("");
        cells.add(Long.toString(standing.stream()
                .map(c -> origins.getOrDefault(c.id(), c.id()))
                .distinct()
                .count()));
        cells.add(String.join(
                "; ",
                standing.stream()
                        .map(c -> c.evidence().page() + ": "
                                + Contacts.masked(c.evidence().quote()))
                        .distinct()
                        .toList()));
        return Optional.of(cells);
    }

    private static OptionalLong low(Amount amount) {
        return amount.value().isPresent() ? amount.value() : amount.low();
    }

    private static OptionalLong high(Amount amount) {
        return amount.value().isPresent() ? amount.value() : amount.high();
    }
}
