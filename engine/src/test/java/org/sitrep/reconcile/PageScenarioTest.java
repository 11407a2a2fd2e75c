package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.Pipeline;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;

/** Every scenario under {@code scenarios/pages/}: whole pages in, read by the real readers, then what must come out; in any order. */
class PageScenarioTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    /** What the readers found on each page: reading is not what is tried here, and takes longer than all else. */
    private static final Map<Page, Claim.Claims> CLAIMS = new ConcurrentHashMap<>();

    private record Case(String title, List<Page> pages, List<String> expected) {}

    @TestFactory
    Stream<DynamicTest> scenarios() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios/pages"))) {
            for (Path file : files.sorted().toList())
                for (Case c : read(Files.readAllLines(file)))
                    out.add(DynamicTest.dynamicTest(file.getFileName() + ": " + c.title(), () -> check(c)));
        }
        return out.stream();
    }

    private static List<Case> read(List<String> lines) {
        List<Case> out = new ArrayList<>();
        boolean expect = false;
        for (String raw : lines) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) continue;
            if (line.startsWith("==")) {
                out.add(new Case(line.substring(2).strip(), new ArrayList<>(), new ArrayList<>()));
                expect = false;
            } else if (line.equals("expect")) expect = true;
            else if (expect) out.getLast().expected().add(line);
            else out.getLast().pages().add(page(line));
        }
        return out;
    }

    /** "KEY | day or - | language | text", with "/" for a new line. */
    private static Page page(String line) {
        List<String> f = List.of(line.split("\\s*\\|\\s*", 4));
        return new Page(
                f.get(0),
                f.get(0),
                Page.Format.TEXT,
                f.get(3).replace(" / ", "\n"),
                Optional.empty(),
                Optional.of(f.get(2)),
                Edtf.parse(f.get(1)),
                Optional.empty());
    }

    private static List<Situation> situations(List<Page> pages) {
        List<Claim.Claims> claims = pages.stream()
                .map(p -> CLAIMS.computeIfAbsent(p, PIPELINE::claims))
                .toList();
        return PIPELINE.situations(claims, Optional.empty());
    }

    private static void check(Case c) {
        List<Situation> forth = situations(c.pages());
        List<Page> back = new ArrayList<>(c.pages());
        Collections.reverse(back);
        assertThat(situations(back))
                .as("the order of the pages does not matter")
                .isEqualTo(forth);
        assertThat(c.expected()).as("a scenario expects something").isNotEmpty();
        for (String line : c.expected()) new Expectation(forth, line).check();
    }

    private record Expectation(List<Situation> situations, String line) {
        void check() {
            String[] sides = line.split("\\s*[:=]\\s*", 2);
            String[] words = sides[0].split("\\s+");
            switch (words[0]) {
                case "crises" -> assertThat(situations).as(line).hasSize(Integer.parseInt(sides[1]));
                case "history" ->
                    assertThat(ladders(words[1], place(sides[0], 2)))
                            .as(line + all())
                            .contains(sides[1]);
                case "no-history" ->
                    assertThat(ladders(words[1], place(sides[0], 2))).as(line).isEmpty();
                case "elsewhere" -> assertThat(elsewhere()).as(line).isEqualTo(sides.length < 2 ? "" : sides[1]);
                case "origins" -> assertThat(origins(words[1])).as(line).isEqualTo(Integer.parseInt(sides[1]));
                case "check" -> assertThat(checks()).as(line).contains(words[1] + " " + sides[1]);
                case "no-check" -> assertThat(checks()).as(line).isEmpty();
                case "range" ->
                    assertThat(range(words[1], place(sides[0], 2))).as(line).isEqualTo(sides[1]);
                case "best" -> assertThat(best(words[1], words[2])).as(line).isEqualTo(sides[1]);
                case "way" -> assertThat(ways(words[1])).as(line).contains(sides[1]);
                case "as-of" ->
                    assertThat(asOf(LocalDate.parse(words[1]))).as(line).isEqualTo(sides[1]);
                case "rests" -> assertThat(rests(words[1])).as(line).contains(sides[1]);
                case "verdict" ->
                    assertThat(situations.stream()
                                    .flatMap(s -> s.commitments().stream())
                                    .map(x -> x.what() + " " + x.verdict().code()))
                            .as(line)
                            .contains(words[1] + " " + sides[1]);
                default ->
                    assertThat(relations(words[0], words[2]))
                            .as(line + all())
                            .isEqualTo(
                                    words[1].equals("none") ? Set.of() : new TreeSet<>(List.of(words[1].split(","))));
            }
        }

        /** Figures of other crises and years, in the order of their pages. */
        private String elsewhere() {
            return situations.stream()
                    .flatMap(s -> s.elsewhere().stream())
                    .filter(c -> c instanceof Claim.Figure)
                    .map(c -> ((Claim.Figure) c).amount().key())
                    .collect(java.util.stream.Collectors.joining(" "));
        }

        private static String place(String side, int from) {
            String[] words = side.split("\\s+");
            return String.join(" ", List.of(words).subList(from, words.length));
        }

        private Stream<Situation.History> histories() {
            return situations.stream().flatMap(s -> s.histories().stream());
        }

        private String all() {
            return " in "
                    + histories()
                            .map(h -> h.matter().measure() + "/" + h.matter().who() + "/"
                                    + h.matter().place().orElse("") + ": " + ladder(h))
                            .toList();
        }

        private List<String> ladders(String measure, String place) {
            return histories()
                    .filter(h -> h.matter().measure().equals(measure)
                            && h.matter().place().orElse("").equals(place))
                    .map(Expectation::ladder)
                    .toList();
        }

        private static String ladder(Situation.History h) {
            return h.points().stream().map(p -> p.amount().key()).distinct().collect(Collectors.joining(" "));
        }

        private Set<String> relations(String a, String b) {
            Set<String> out = new TreeSet<>();
            histories()
                    .forEach(h -> h.relations().forEach(r -> {
                        String x = h.points().get(r.a()).amount().key();
                        String y = h.points().get(r.b()).amount().key();
                        boolean mutual = Set.of("contradiction", "compatible", "different_scope")
                                .contains(r.kind().code());
                        if (x.equals(a) && y.equals(b) || mutual && x.equals(b) && y.equals(a))
                            out.add(r.kind().code());
                    }));
            return out;
        }

        private int origins(String amount) {
            return (int) situations.stream()
                    .flatMap(s -> s.origins().stream())
                    .filter(o -> states(o, amount))
                    .count();
        }

        private static boolean states(Situation.Origin o, String amount) {
            return o.claims().stream()
                    .anyMatch(
                            c -> c instanceof Claim.Figure f && f.amount().key().equals(amount));
        }

        private List<String> rests(String amount) {
            return situations.stream()
                    .flatMap(s -> s.origins().stream())
                    .filter(o -> states(o, amount))
                    .flatMap(o -> o.links().stream())
                    .map(Situation.Link::restsOn)
                    .toList();
        }

        private List<String> ways(String amount) {
            return situations.stream()
                    .flatMap(s -> s.origins().stream())
                    .filter(o -> states(o, amount))
                    .flatMap(o -> o.chain().stream())
                    .map(e -> e.from().label() + " > " + e.to().label() + " ("
                            + e.to().kind().code() + ")")
                    .toList();
        }

        private List<String> checks() {
            return histories()
                    .flatMap(h -> h.checks().stream()
                            .map(c -> c.kind().code() + " "
                                    + c.points().stream()
                                            .map(i -> h.points().get(i).amount().key())
                                            .collect(Collectors.joining(" "))))
                    .toList();
        }

        private String range(String measure, String place) {
            return histories()
                    .filter(h -> h.matter().measure().equals(measure)
                            && h.matter().place().orElse("").equals(place))
                    .filter(h -> h.range().lowest().isPresent())
                    .map(h -> amount(h, h.range().lowest().getAsInt()) + ".."
                            + amount(h, h.range().highest().getAsInt()))
                    .collect(Collectors.joining(" "));
        }

        private String best(String rule, String measure) {
            Situation.Best best = Situation.Best.valueOf(rule.replace('-', '_').toUpperCase(java.util.Locale.ROOT));
            return histories()
                    .filter(h -> h.matter().measure().equals(measure)
                            && h.range().best().containsKey(best))
                    .map(h -> amount(h, h.range().best().get(best)))
                    .collect(Collectors.joining(" "));
        }

        private static String amount(Situation.History h, int point) {
            return h.points().get(point).amount().key();
        }

        private String asOf(LocalDate day) {
            return situations.stream()
                    .flatMap(s -> s.days().stream())
                    .filter(d -> d.asOf().equals(day))
                    .flatMap(d -> d.figures().stream())
                    .map(f -> f.amount().key())
                    .sorted()
                    .collect(Collectors.joining(" "));
        }
    }
}
