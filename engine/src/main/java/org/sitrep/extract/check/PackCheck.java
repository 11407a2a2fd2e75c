package org.sitrep.extract.check;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.extract.Extractor;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.PackError;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Span;

/** Reads a pack's own examples and cases, and tells what is missing, what fails, and how each measure stands. For one thread. */
public final class PackCheck {
    private static final String CASES = ".cases";
    private static final String HELD_APART = ".heldout.cases";

    private final Packs packs;
    private final Pack pack;
    private final Extractor extractor;
    private final List<String> missing = new ArrayList<>();
    private final List<String> failing = new ArrayList<>();
    private final List<String> heldApart = new ArrayList<>();
    private final Map<String, Row> grid = new LinkedHashMap<>();
    private int examples;

    /**
     * How one measure stands in one language.
     *
     * @param rules that find it
     * @param cases figures of it that the tables ask for, held-apart ones not counted
     * @param wanted figures of it that the held-apart cases ask for
     * @param hits those found with the right amount
     * @param said figures of it that were found in the held-apart cases
     */
    public record Row(int rules, int cases, int wanted, int hits, int said) {
        /** The harmonic mean of precision and recall on measure and amount over the held-apart cases; empty where there are none. */
        public Optional<Double> f1() {
            return wanted + said == 0 ? Optional.empty() : Optional.of(2.0 * hits / (wanted + said));
        }

        Row plus(Row o) {
            return new Row(rules + o.rules, cases + o.cases, wanted + o.wanted, hits + o.hits, said + o.said);
        }
    }

    /**
     * What was found.
     *
     * @param missing what the pack does not have yet, one sentence each
     * @param failing examples and cases that do not hold, each with file and line; held-apart cases are not among them
     * @param heldApart held-apart cases that do not hold, each with file and line
     * @param grid one row for each measure, in the order of their names
     * @param examples sentences that rules give as examples
     */
    public record Result(
            List<String> missing, List<String> failing, List<String> heldApart, Map<String, Row> grid, int examples) {
        /** All measures together. */
        public Row total() {
            return grid.values().stream().reduce(new Row(0, 0, 0, 0, 0), Row::plus);
        }
    }

    private PackCheck(Packs packs, Pack pack) {
        this.packs = packs;
        this.pack = pack;
        this.extractor = new Extractor(packs);
    }

    /**
     * Checks the pack of a language.
     *
     * @throws PackError where a file of the pack cannot be read, naming it and the line
     */
    public static Result of(Packs packs, String language) {
        Pack pack = packs.pack(language)
                .orElseThrow(() -> new PackError(packs.folder().resolve(language), 0, "there is no pack.yaml here"));
        return new PackCheck(packs, pack).run();
    }

    private Result run() {
        for (Path file : Pack.files(packs.folder().resolve("measures")))
            grid.put(file.getFileName().toString().replace(".yaml", ""), new Row(0, 0, 0, 0, 0));
        missing.addAll(Needs.of(pack));
        for (Path file : Pack.files(pack.folder().resolve("figures")))
            for (Data rule : Data.load(file).items()) rule(rule);
        for (Path table : tables()) table(table);
        grid.forEach((measure, row) -> {
            if (row.rules() == 0) missing.add("No rule finds \u201c" + measure + "\u201d.");
        });
        return new Result(
                List.copyOf(missing),
                List.copyOf(failing),
                List.copyOf(heldApart),
                Collections.unmodifiableMap(new LinkedHashMap<>(grid)),
                examples);
    }

    private List<Path> tables() {
        Path folder = pack.folder().resolve("figures");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(CASES)).sorted().toList();
        } catch (IOException e) {
            throw new PackError(folder, 0, "cannot be listed: " + e.getMessage());
        }
    }

    private void rule(Data rule) {
        String measure = rule.at("finds").text("");
        String id = rule.at("id").text();
        if (!measure.isEmpty()) add(measure, new Row(1, 0, 0, 0, 0));
        if (rule.at("why").absent()) failing.add(rule.where() + ": " + id + " gives no reason; say why under why:");
        if (rule.at("yes").items().isEmpty())
            failing.add(
                    rule.where() + ": " + id + " has no example; put a sentence under yes: with what it finds in [ ]");
        if (rule.at("no").items().isEmpty())
            failing.add(rule.where() + ": " + id
                    + " has no counterexample; put a sentence under no: that it must leave alone");
        for (Data yes : rule.at("yes").items()) yes(id, measure, yes);
        for (Data no : rule.at("no").items()) no(id, no);
    }

    private void yes(String id, String measure, Data yes) {
        examples++;
        String line = yes.text();
        int open = line.indexOf('[');
        int close = line.indexOf(']');
        if (open < 0 || close < open) {
            failing.add(yes.where() + ": mark what " + id + " finds with [ ]");
            return;
        }
        String sentence = line.substring(0, open) + line.substring(open + 1, close) + line.substring(close + 1);
        Span marked = new Span(open, close - 1);
        Claim.Claims read = read(sentence);
        boolean refused = read.refused().stream()
                .anyMatch(r -> r.rule().equals(id) && r.span().overlaps(marked));
        boolean found = figures(read).stream()
                .anyMatch(f -> (f.common().rule().equals(id) || f.measure().equals(measure))
                        && f.evidence().span().overlaps(marked));
        if (!refused && !found)
            failing.add(
                    yes.where() + ": " + id + " should find [" + line.substring(open + 1, close) + "]; " + said(read));
    }

    private void no(String id, Data no) {
        examples++;
        Claim.Claims read = read(no.text());
        boolean found = figures(read).stream().anyMatch(f -> f.common().rule().equals(id))
                || read.refused().stream().anyMatch(r -> r.rule().equals(id));
        if (found) failing.add(no.where() + ": " + id + " should leave this alone: " + no.text());
    }

    private static String said(Claim.Claims read) {
        List<String> out = new ArrayList<>(figures(read).stream()
                .map(f -> f.common().rule() + " found " + CaseLine.key(f))
                .toList());
        read.refused().forEach(r -> out.add("\u201c" + r.quote() + "\u201d was refused: " + r.reason()));
        return out.isEmpty() ? "nothing was found" : String.join(", ", out);
    }

    private void table(Path file) {
        boolean held = file.toString().endsWith(HELD_APART);
        int number = 0;
        for (String line : lines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) continue;
            CaseLine c = CaseLine.parse(line, file, number);
            List<Claim.Figure> found = figures(read(c.sentence()));
            if (held) score(c, found);
            else for (String key : c.keys()) add(key.substring(0, key.indexOf(' ')), new Row(0, 1, 0, 0, 0));
            if (!c.holds(found))
                (held ? heldApart : failing).add(file + ":" + number + ": " + line + " \u2192 " + list(found));
        }
    }

    private static String list(List<Claim.Figure> found) {
        return found.isEmpty()
                ? "nothing"
                : String.join("; ", found.stream().map(CaseLine::words).toList());
    }

    private void score(CaseLine c, List<Claim.Figure> found) {
        List<String> rest = new ArrayList<>(c.keys());
        for (String key : rest) add(key.substring(0, key.indexOf(' ')), new Row(0, 0, 1, 0, 0));
        for (Claim.Figure f : found) {
            boolean hit = rest.remove(CaseLine.key(f));
            add(f.measure(), new Row(0, 0, 0, hit ? 1 : 0, 1));
        }
    }

    private void add(String measure, Row row) {
        grid.merge(measure, row, Row::plus);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new PackError(file, 0, "cannot be read as UTF-8 (" + e.getMessage() + "); save it as UTF-8");
        }
    }

    private static List<Claim.Figure> figures(Claim.Claims read) {
        return read.claims().stream()
                .filter(Claim.Figure.class::isInstance)
                .map(Claim.Figure.class::cast)
                .toList();
    }

    private Claim.Claims read(String text) {
        Passage body = new Passage(
                "p1",
                Passage.Role.BODY,
                new Span(0, text.length()),
                pack.language(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of());
        return extractor.extract(new Article(
                "example",
                "example",
                Optional.empty(),
                pack.language(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                text,
                List.of(body)));
    }
}
