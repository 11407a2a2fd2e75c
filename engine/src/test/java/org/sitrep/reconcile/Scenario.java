package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
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
import org.sitrep.model.Span;
import org.sitrep.model.Status;

/**
 * A small case in plain text: pages with their claims, a line each, then what reconciling them must show. {@code scenarios/README}
 * tells an analyst how to write one.
 */
final class Scenario {
    final String title;
    final List<String> expected = new ArrayList<>();
    private final LinkedHashMap<String, PageDraft> pages = new LinkedHashMap<>();

    private static final class PageDraft {
        Optional<Edtf> published = Optional.empty();
        Optional<String> agency = Optional.empty();
        Optional<String> repost = Optional.empty();
        Optional<String> outlet = Optional.empty();
        /** Where each passage begins, and its fields. */
        final TreeMap<Integer, List<String>> passages = new TreeMap<>(Map.of(0, List.of("passage body")));

        final StringBuilder text = new StringBuilder();
        final List<Map.Entry<Integer, List<String>>> claims = new ArrayList<>();
    }

    Scenario(String title) {
        this.title = title;
    }

    /** The scenarios of one file, each under its {@code ==} line. */
    static List<Scenario> read(List<String> lines) {
        List<Scenario> out = new ArrayList<>();
        boolean expect = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.startsWith("==")) {
                out.add(new Scenario(line.substring(2).strip()));
                expect = false;
            } else if (line.equals("expect")) expect = true;
            else if (expect) out.getLast().expected.add(line);
            else out.getLast().add(line);
        }
        return out;
    }

    private void add(String line) {
        List<String> fields = List.of(line.split("\\s*\\|\\s*"));
        String[] head = fields.get(0).split("\\s+", 2);
        if (head[0].equals("page")) page(head[1], fields.subList(1, fields.size()));
        else if (head[0].equals("text"))
            pages.lastEntry().getValue().text.append(head[1]).append('\n');
        else if (head[0].equals("passage"))
            pages.lastEntry()
                    .getValue()
                    .passages
                    .put(pages.lastEntry().getValue().text.length(), fields);
        else {
            PageDraft page = pages.lastEntry().getValue();
            page.claims.add(Map.entry(page.text.length(), fields));
            if (field(fields, "quote").isEmpty()) page.text.append(line).append('\n');
        }
    }

    private void page(String key, List<String> fields) {
        PageDraft page = new PageDraft();
        pages.put(key, page);
        for (String f : fields) {
            if (f.startsWith("agency ")) page.agency = Optional.of(f.substring(7));
            else if (f.startsWith("repost ")) page.repost = Optional.of(f.substring(7));
            else if (f.startsWith("outlet ")) page.outlet = Optional.of(f.substring(7));
            else page.published = Edtf.parse(f);
        }
    }

    List<Claim.Claims> pages() {
        return pages.entrySet().stream()
                .map(e -> claims(e.getKey(), e.getValue()))
                .toList();
    }

    private static Claim.Claims claims(String key, PageDraft page) {
        String text = page.text.toString();
        Article article = new Article(
                key,
                "v",
                Optional.empty(),
                "en",
                page.outlet,
                page.agency,
                Optional.empty(),
                page.published.map(d -> new Published(d, Published.From.GIVEN, "scenario")),
                Optional.empty(),
                page.repost,
                text,
                passages(page));
        List<Claim> claims = page.claims.stream()
                .map(c -> claim(key, page, at(page, c), c.getValue()))
                .toList();
        return new Claim.Claims(article, claims, List.of());
    }

    private static List<Passage> passages(PageDraft page) {
        List<Passage> out = new ArrayList<>();
        for (Map.Entry<Integer, List<String>> p : page.passages.entrySet()) {
            Integer next = page.passages.higherKey(p.getKey());
            out.add(new Passage(
                    "p" + (out.size() + 1),
                    role(p.getValue()),
                    new Span(p.getKey(), next == null ? page.text.length() : next),
                    "en",
                    field(p.getValue(), "outlet"),
                    field(p.getValue(), "agency"),
                    Optional.empty(),
                    Set.of(),
                    List.of()));
        }
        return out;
    }

    private static Passage.Role role(List<String> fields) {
        return Passage.Role.valueOf(fields.getFirst().split("\\s+")[1].toUpperCase(Locale.ROOT));
    }

    /** Where the claim's words stand: in its own line, in that of the claim that it was read with, or where the page has its quote. */
    private static int at(PageDraft page, Map.Entry<Integer, List<String>> claim) {
        Optional<String> quote = field(claim.getValue(), "quote");
        if (quote.isPresent()) return page.text.indexOf(quote.get());
        Optional<String> with = field(claim.getValue(), "with");
        for (Map.Entry<Integer, List<String>> other : page.claims)
            if (with.isPresent() && other.getValue().getFirst().endsWith(" " + with.get())) return other.getKey();
        return claim.getKey();
    }

    private static Optional<String> field(List<String> fields, String name) {
        return fields.stream()
                .filter(f -> f.startsWith(name + " "))
                .map(f -> f.substring(name.length() + 1))
                .reduce((first, last) -> last);
    }

    private static Claim claim(String key, PageDraft page, int at, List<String> fields) {
        String[] head = fields.get(0).split("\\s+", 2);
        Map<String, String> f = new LinkedHashMap<>();
        for (String field : fields.subList(3, fields.size()))
            f.put(field.split("\\s+", 2)[0], field.contains(" ") ? field.split("\\s+", 2)[1] : "");
        String quote = f.getOrDefault("quote", fields.get(0));
        Passage.Role role = field(fields, "role")
                .map(r -> Passage.Role.valueOf(r.toUpperCase(Locale.ROOT)))
                .orElseGet(() -> role(page.passages.floorEntry(at).getValue()));
        String passage = "p" + page.passages.headMap(at, true).size();
        Evidence evidence = new Evidence(key, "v", passage, role, Set.of(), quote, new Span(at, at + quote.length()));
        Optional<String> speaker = Optional.ofNullable(f.get("says"));
        Status status = Status.valueOf(f.getOrDefault("status", "asserted").toUpperCase(Locale.ROOT));
        Optional<LocalDate> known = Optional.ofNullable(f.get("known"))
                .flatMap(Edtf::parse)
                .or(() -> page.published)
                .flatMap(Edtf::day);
        Claim.Common common = new Claim.Common(
                head[1],
                evidence,
                new Attribution(
                        speaker,
                        field(fields, "name"),
                        field(fields, "via").map(v -> List.of(v.split(", "))).orElse(List.of())),
                status,
                f.containsKey("background"),
                known,
                "scenario");
        Optional<Edtf> on = Optional.ofNullable(f.get("on")).flatMap(Edtf::parse);
        Optional<Place> place =
                Optional.ofNullable(f.get("in")).map(words -> f.containsKey("town") ? town(words) : place(words));
        return switch (head[0]) {
            case "figure" -> figure(common, fields, f, on, place);
            case "event" ->
                new Claim.Event(
                        common,
                        fields.get(1),
                        Optional.empty(),
                        on,
                        Optional.of(fields.get(2)).filter(a -> !a.equals("-")),
                        Optional.empty(),
                        place);
            case "promise" -> promise(common, fields, f);
            case "statement" ->
                new Claim.Statement(common, fields.get(1), Optional.ofNullable(f.get("label")), Optional.empty());
            default ->
                throw new IllegalArgumentException(
                        "page, text, figure, event, promise or statement expected: " + fields.get(0));
        };
    }

    private static Claim figure(
            Claim.Common common, List<String> fields, Map<String, String> f, Optional<Edtf> on, Optional<Place> place) {
        String[] amount = fields.get(2).split("\\s+(?=[a-z_]+$)", 2);
        Claim.Counts counts = f.containsKey("more")
                ? Claim.Counts.INCREMENT
                : f.containsKey("period")
                        ? Claim.Counts.IN_PERIOD
                        : f.containsKey("now") ? Claim.Counts.PRESENT_STOCK : Claim.Counts.TOTAL_TO_DATE;
        return new Claim.Figure(
                common,
                fields.get(1),
                amount(amount[0]),
                Optional.empty(),
                Optional.empty(),
                amount.length > 1 ? amount[1] : "people",
                Optional.empty(),
                Optional.ofNullable(f.get("from")),
                counts,
                Optional.ofNullable(f.getOrDefault("period", f.get("since"))).flatMap(Edtf::parse),
                Optional.ofNullable(f.get("scope")),
                place,
                on,
                f.containsKey("more"),
                Optional.ofNullable(f.get("part")).map(p -> p.replace("of ", "")));
    }

    /** "=Mali" has the canonical name that the gazetteer gives. */
    private static Place place(String words) {
        if (!words.startsWith("=")) return Place.named(words);
        String name = words.substring(1);
        return new Place(name, Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Place town(String words) {
        return new Place(
                words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(Place.Precision.CITY));
    }

    private static Amount amount(String words) {
        if (words.matches("\\d+-\\d+"))
            return Amount.range(Long.parseLong(words.split("-")[0]), Long.parseLong(words.split("-")[1]));
        int digit = words.replaceAll("\\d.*", "").length();
        String code = words.substring(0, digit).strip().replace(' ', '_').toUpperCase(Locale.ROOT);
        if (digit == words.length()) return Amount.vague(Qualifier.valueOf(code));
        return Amount.of(
                Long.parseLong(words.substring(digit)), code.isEmpty() ? Qualifier.EXACT : Qualifier.valueOf(code));
    }

    private static Claim promise(Claim.Common common, List<String> fields, Map<String, String> f) {
        OptionalInt days =
                f.containsKey("days") ? OptionalInt.of(Integer.parseInt(f.get("days"))) : OptionalInt.empty();
        Optional<Claim.DueQualifier> q = f.containsKey("most")
                ? Optional.of(Claim.DueQualifier.AT_MOST)
                : f.containsKey("least")
                        ? Optional.of(Claim.DueQualifier.AT_LEAST)
                        : f.containsKey("exact") ? Optional.of(Claim.DueQualifier.EXACT) : Optional.empty();
        return new Claim.Commitment(
                common,
                Optional.of(fields.get(2)).filter(a -> !a.equals("-")),
                Optional.empty(),
                fields.get(1),
                Optional.ofNullable(f.get("object")),
                Optional.ofNullable(f.get("due")).flatMap(Edtf::parse),
                days,
                Optional.ofNullable(f.get("base")).map(b -> Claim.Base.valueOf(b.toUpperCase(Locale.ROOT))),
                q,
                Optional.empty());
    }
}
