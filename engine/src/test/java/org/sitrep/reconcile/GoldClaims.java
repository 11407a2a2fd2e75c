package org.sitrep.reconcile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.sitrep.language.Packs;
import org.sitrep.model.Amount;
import org.sitrep.model.Article;
import org.sitrep.model.Attribution;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Evidence;
import org.sitrep.model.Passage;
import org.sitrep.model.Place;
import org.sitrep.model.Published;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Span;
import org.sitrep.model.Status;

/** Prints the situations that reconciling makes of hand-read claims, so that it can be measured apart from reading: {@code GoldClaims GOLD-FOLDER}. */
final class GoldClaims {
    private final Map<String, Map<String, Object>> pages = new LinkedHashMap<>();
    private final Map<String, List<Claim>> claims = new HashMap<>();
    private final Map<String, String> inferred = new HashMap<>();

    public static void main(String[] args) throws IOException {
        for (Situation s : new Reconciler(Packs.load(Path.of("../languages")))
                .situations(read(Path.of(args[0])), Optional.empty()))
            SituationLines.of(s).forEach(System.out::println);
    }

    static List<Claim.Claims> read(Path folder) throws IOException {
        GoldClaims g = new GoldClaims();
        for (String set : List.of("dev", "seeds"))
            g.load(folder.resolve(set + "-pages.jsonl"), folder.resolve(set + "-gold.jsonl"));
        List<Claim.Claims> out = new ArrayList<>();
        for (String page : g.pages.keySet())
            out.add(new Claim.Claims(g.article(page), g.claims.getOrDefault(page, List.of()), List.of()));
        return out;
    }

    private void load(Path pageFile, Path goldFile) throws IOException {
        for (String line : Files.readAllLines(pageFile)) {
            Map<String, Object> page = Json.object(line);
            pages.put(text(page, "id"), page);
        }
        List<Map<String, Object>> rows =
                Files.readAllLines(goldFile).stream().map(Json::object).toList();
        for (Map<String, Object> r : rows)
            if (text(r, "kind").equals("page-meta"))
                inferred.put(text(r, "page"), text(r, "inferred_publication_date"));
        for (Map<String, Object> r : rows)
            claim(r).ifPresent(c -> claims.computeIfAbsent(text(r, "page"), k -> new ArrayList<>())
                    .add(c));
    }

    private Article article(String id) {
        Map<String, Object> p = pages.get(id);
        String text = text(p, "text");
        Passage body = new Passage(
                "p1",
                Passage.Role.BODY,
                new Span(0, text.length()),
                text(p, "language"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of());
        return new Article(
                id,
                "v",
                Optional.empty(),
                text(p, "language"),
                Optional.empty(),
                agency(text),
                Optional.empty(),
                published(id).map(d -> new Published(d, Published.From.INFERRED, "gold")),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(body));
    }

    /** A credit line as the reader would find it. */
    private static Optional<String> agency(String text) {
        for (String a : List.of("AFP", "(Reuters)", "KAZINFORM"))
            if (text.contains(a)) return Optional.of(a.replaceAll("[()]", ""));
        return Optional.empty();
    }

    private Optional<Edtf> published(String page) {
        Map<String, Object> p = pages.get(page);
        String date = inferred.getOrDefault(page, text(p, "date_inferred"));
        return Edtf.parse(date.isEmpty() ? text(p, "date_seen") : date);
    }

    private Optional<Claim> claim(Map<String, Object> r) {
        String page = text(r, "page");
        String quote = text(r, "quote");
        int at = pages.containsKey(page) && !quote.isEmpty()
                ? text(pages.get(page), "text").indexOf(quote)
                : -1;
        if (at < 0) return Optional.empty();
        Evidence evidence =
                new Evidence(page, "v", "p1", Passage.Role.BODY, Set.of(), quote, new Span(at, at + quote.length()));
        Optional<String> speaker = Optional.of(text(r, "source")).filter(s -> !s.isEmpty() && !s.equals("none"));
        Claim.Common common = new Claim.Common(
                text(r, "id"),
                evidence,
                new Attribution(speaker, speaker, List.of()),
                status(text(r, "status")),
                Boolean.TRUE.equals(r.get("background")),
                known(r),
                "gold");
        return switch (text(r, "kind")) {
            case "figure" -> Optional.of(figure(r, common));
            case "commitment" -> Optional.of(commitment(r, common));
            case "event" -> Optional.of(event(r, common));
            default -> Optional.empty();
        };
    }

    /** The page's day, or the day a segment of its own states where that is later. */
    private Optional<LocalDate> known(Map<String, Object> r) {
        Optional<LocalDate> page = published(text(r, "page")).flatMap(Edtf::day);
        Optional<LocalDate> own =
                Edtf.parse(text(r, "as_of").replace("unknown", "")).flatMap(Edtf::day);
        return page.isPresent() && own.isPresent() && own.get().isAfter(page.get()) ? own : page;
    }

    private static Status status(String s) {
        return switch (s) {
            case "superseded" -> Status.SUPERSEDED;
            case "denied" -> Status.DENIED;
            case "planned" -> Status.PLANNED;
            case "hypothetical" -> Status.HYPOTHETICAL;
            default -> Status.ASSERTED;
        };
    }

    private Claim figure(Map<String, Object> r, Claim.Common common) {
        String measure = text(r, "measure");
        String who = text(r, "who");
        if (measure.equals("other"))
            measure = who.equals("hospitalised") || who.equals("intensive_care")
                    ? "hospitalised"
                    : who.equals("victims") ? "casualties" : "other-" + who;
        String group = switch (who) {
            case "attackers", "armed_bandits", "terrorists" -> "fighters";
            case "rioters", "looters" -> "protesters";
            case "hospitalised", "victims", "intensive_care", "injured" -> "people";
            case "security officials" -> "security_forces";
            case "suspect" -> "suspects";
            default -> who;
        };
        Qualifier q = Qualifier.valueOf(text(r, "qualifier").toUpperCase(java.util.Locale.ROOT));
        Amount amount = r.get("value") instanceof Long v
                ? Amount.of(v, q)
                : r.get("low") instanceof Long l
                        ? Amount.range(l, r.get("high") instanceof Long h ? h : l)
                        : Amount.vague(q);
        Optional<Place> place =
                Optional.of(text(r, "place")).filter(s -> !s.isEmpty()).map(Place::named);
        boolean increment = Boolean.TRUE.equals(r.get("is_increment"));
        Optional<String> part = Optional.of(text(r, "part_of")).filter(s -> !s.isEmpty());
        return new Claim.Figure(
                common,
                measure,
                amount,
                Optional.empty(),
                Optional.empty(),
                group,
                Optional.of(who),
                Optional.empty(),
                increment ? Claim.Counts.INCREMENT : Claim.Counts.TOTAL_TO_DATE,
                Optional.empty(),
                Optional.empty(),
                place,
                Edtf.parse(text(r, "as_of").replace("unknown", "")),
                increment,
                part);
    }

    private static Claim commitment(Map<String, Object> r, Claim.Common common) {
        String what = text(r, "what");
        String id = what.contains("start")
                ? "start_withdrawal"
                : what.contains("complete withdrawal")
                        ? "complete_withdrawal"
                        : what.startsWith("partial")
                                ? "partial_withdrawal"
                                : what.startsWith("reduce")
                                        ? "reduce"
                                        : what.startsWith("end ")
                                                ? "end_operation"
                                                : what.contains("extended") || what.contains("stay")
                                                        ? "extend"
                                                        : what.startsWith("deploy")
                                                                ? "deploy"
                                                                : what.contains("force") || what.contains("take over")
                                                                        ? "use_force"
                                                                        : "other";
        Optional<Claim.DueQualifier> q = Optional.of(text(r, "due_qualifier"))
                .filter(s -> !s.isEmpty())
                .map(s -> Claim.DueQualifier.valueOf(s.toUpperCase(java.util.Locale.ROOT)));
        OptionalInt days =
                r.get("duration_days") instanceof Long d ? OptionalInt.of(d.intValue()) : OptionalInt.empty();
        Optional<Edtf> due = Edtf.parse(text(r, "due")).or(() -> Edtf.parse(text(r, "start")));
        return new Claim.Commitment(
                common,
                Optional.of(text(r, "by")),
                Optional.empty(),
                id,
                Optional.of(what),
                due,
                days,
                Optional.empty(),
                q,
                Optional.empty());
    }

    private static Claim event(Map<String, Object> r, Claim.Common common) {
        String type = switch (text(r, "type")) {
            case "order_intervention" -> "authorisation";
            case "entry" -> "arrival";
            case "earthquake" -> "disaster";
            default -> text(r, "type");
        };
        return new Claim.Event(
                common,
                type,
                Optional.empty(),
                Edtf.parse(text(r, "date").replace("unknown", "")),
                Optional.of(text(r, "actor")).filter(s -> !s.isEmpty()),
                Optional.empty(),
                Optional.of(text(r, "place")).filter(s -> !s.isEmpty()).map(Place::named));
    }

    private static String text(Map<String, Object> r, String key) {
        return r.get(key) == null ? "" : r.get(key).toString();
    }
}
