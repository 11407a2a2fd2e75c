package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.reconcile.HistoryExpectation.ids;
import static org.sitrep.reconcile.HistoryExpectation.maybe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.language.Packs;
import org.sitrep.model.Situation;

/** Every scenario under {@code scenarios/} shows what its expectations say. */
class ScenarioTest {
    private static final Reconciler RECONCILER = new Reconciler(Packs.load(Path.of("../languages")));

    /** By file; read once, because mutation testing asks for the tests again and again. */
    private static final Map<String, List<Scenario>> FILES = new TreeMap<>();

    @BeforeAll
    static void files() throws IOException {
        if (!FILES.isEmpty()) return;
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/scenarios"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".txt")).toList())
                FILES.put(file.getFileName().toString(), Scenario.read(Files.readAllLines(file)));
        }
    }

    @TestFactory
    Stream<DynamicTest> scenarios() {
        return FILES.entrySet().stream()
                .flatMap(f -> f.getValue().stream()
                        .map(s -> DynamicTest.dynamicTest(f.getKey() + ": " + s.title, () -> check(s))));
    }

    private static void check(Scenario s) {
        boolean sorted = s.expected.stream().anyMatch(e -> e.startsWith("crisis ") || e.startsWith("title "));
        List<Situation> situations = sorted
                ? RECONCILER.situations(s.pages(), Optional.empty())
                : List.of(RECONCILER.situation(s.pages(), Optional.empty()));
        assertThat(s.expected).as("a scenario expects something").isNotEmpty();
        for (String line : s.expected) new Expectation(situations, s, line).check();
    }

    private record Expectation(List<Situation> situations, Scenario scenario, String line) {
        void check() {
            List<String> words = List.of(line.split("\\s+"));
            List<String> rest = words.subList(1, words.size());
            switch (words.get(0)) {
                case "origin" -> assertThat(origins()).as(line).contains(new TreeSet<>(rest));
                case "rests" ->
                    assertThat(origin(rest.get(0)).links())
                            .as(line)
                            .extracting(Situation.Link::restsOn)
                            .contains(String.join(" ", rest.subList(1, rest.size())));
                case "way" ->
                    assertThat(way(rest.get(0))).as(line).isEqualTo(String.join(" ", rest.subList(1, rest.size())));
                case "name" -> assertThat(names()).as(line).contains(String.join(" ", rest));
                case "no-name" -> assertThat(names()).as(line).noneMatch(n -> n.startsWith(String.join(" ", rest)));
                case "officials" ->
                    assertThat(String.join(", ", new TreeSet<>(situations.get(0).officials())))
                            .as(line)
                            .isEqualTo(String.join(" ", rest));
                case "from" ->
                    assertThat(origin(rest.get(0)).page()).as(line).isEqualTo(maybe(rest.subList(1, rest.size())));
                case "speaker" ->
                    assertThat(origin(rest.get(0)).speaker()).as(line).isEqualTo(maybe(rest.subList(1, rest.size())));
                case "step" ->
                    assertThat(steps())
                            .as(line)
                            .contains(rest.get(0) + " " + rest.get(1) + " "
                                    + new TreeSet<>(rest.subList(2, rest.size())));
                case "steps" -> assertThat(stepNames()).as(line).isEqualTo(rest);
                case "by" ->
                    assertThat(stepsOf(rest.get(0)).map(t -> t.by()))
                            .as(line)
                            .containsExactly(maybe(rest.subList(1, rest.size())));
                case "operation" ->
                    assertThat(situations.get(0).operations())
                            .as(line)
                            .extracting(Situation.Operation::name)
                            .containsExactly(String.join(" ", rest));
                case "phase" ->
                    assertThat(situations.get(0).operations().get(0).phase().code())
                            .as(line)
                            .isEqualTo(rest.get(0));
                case "phases" -> assertThat(phases()).as(line).isEqualTo(String.join(" ", rest));
                case "no-operation" ->
                    assertThat(situations.get(0).operations()).as(line).isEmpty();
                case "contributors" -> assertThat(contributors()).as(line).isEqualTo(String.join(" ", rest));
                case "verdict" ->
                    assertThat(promise(rest.get(1)).verdict().code())
                            .as(line + ": " + promise(rest.get(1)).why())
                            .isEqualTo(rest.get(0));
                case "why" ->
                    assertThat(promise(rest.get(0)).why())
                            .as(line)
                            .isEqualTo(String.join(" ", rest.subList(1, rest.size())));
                case "promised-by" ->
                    assertThat(promise(rest.get(0)).by()).as(line).isEqualTo(maybe(rest.subList(1, rest.size())));
                case "label" ->
                    assertThat(promise(rest.get(0)).promise())
                            .as(line)
                            .isEqualTo(String.join(" ", rest.subList(1, rest.size())));
                case "versions" -> assertThat(versions(rest.get(0))).as(line).isEqualTo(String.join(" ", rest));
                case "contradicting" ->
                    assertThat(promise(rest.get(0)).contradicting()).as(line).isTrue();
                case "agreeing" ->
                    assertThat(promise(rest.get(0)).contradicting()).as(line).isFalse();
                case "as-of" ->
                    assertThat(day(LocalDate.parse(rest.get(0))))
                            .as(line)
                            .isEqualTo(new TreeSet<>(rest.subList(1, rest.size())));
                case "crisis" -> assertThat(crises()).as(line).contains(new TreeSet<>(rest));
                case "title" -> assertThat(situations.get(0).title()).as(line).isEqualTo(String.join(" ", rest));
                default -> new HistoryExpectation(situations, line).check();
            }
        }

        private List<Set<String>> origins() {
            return situations.stream()
                    .flatMap(s -> s.origins().stream())
                    .map(o -> ids(o.claims()))
                    .toList();
        }

        private Situation.Origin origin(String id) {
            return situations.stream()
                    .flatMap(s -> s.origins().stream())
                    .filter(o -> ids(o.claims()).contains(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** Every step of an origin's way. */
        private String way(String id) {
            return origin(id).chain().stream()
                    .map(h -> h.from().label() + " > " + h.to().label() + " ("
                            + h.to().kind().code() + ")")
                    .collect(Collectors.joining(", "));
        }

        /** Each name with its spellings. */
        private List<String> names() {
            return situations.stream()
                    .flatMap(s -> s.names().stream())
                    .map(n -> n.name() + " (" + n.kind().code() + "): "
                            + n.variants().stream()
                                    .map(v -> v.text() + " " + v.page())
                                    .collect(Collectors.joining(", ")))
                    .toList();
        }

        private Stream<Situation.Step> stepsOf(String name) {
            return situations.stream()
                    .flatMap(s -> s.operations().stream())
                    .flatMap(o -> o.steps().stream())
                    .filter(s -> s.step().equals(name));
        }

        private List<String> stepNames() {
            return situations.stream()
                    .flatMap(s -> s.operations().stream())
                    .flatMap(o -> o.steps().stream())
                    .map(s -> s.step() + (s.planned() ? "?" : ""))
                    .toList();
        }

        private List<String> steps() {
            return situations.stream()
                    .flatMap(s -> s.operations().stream())
                    .flatMap(o -> o.steps().stream())
                    .map(s -> s.step() + " " + s.date().map(LocalDate::toString).orElse("-") + " " + ids(s.claims()))
                    .toList();
        }

        private String phases() {
            return String.join(
                    " ",
                    situations.get(0).operations().get(0).phases().stream()
                            .map(r -> r.phase().code() + "@"
                                    + r.since().map(LocalDate::toString).orElse("-")
                                    + (r.declared() ? "!" : ""))
                            .toList());
        }

        private String contributors() {
            return String.join(
                    " ",
                    situations.get(0).operations().get(0).contributors().stream()
                            .map(c -> c.who().replace(' ', '_')
                                    + (c.strength().isPresent()
                                            ? "=" + c.strength().getAsLong()
                                            : ""))
                            .toList());
        }

        private Situation.CommitmentHistory promise(String id) {
            return situations.stream()
                    .flatMap(s -> s.commitments().stream())
                    .filter(c ->
                            c.versions().stream().anyMatch(v -> ids(v.claims()).contains(id)))
                    .findFirst()
                    .orElseThrow();
        }

        private String versions(String id) {
            return String.join(
                    " / ",
                    promise(id).versions().stream()
                            .map(v -> String.join(" ", ids(v.claims())))
                            .sorted()
                            .toList());
        }

        private Set<String> day(LocalDate day) {
            Set<String> out = new TreeSet<>();
            Situation s = RECONCILER.situation(scenario.pages(), Optional.of(day));
            if (!s.days().isEmpty()) out.addAll(ids(s.days().getLast().figures()));
            return out;
        }

        private List<Set<String>> crises() {
            return situations.stream()
                    .map(s -> (Set<String>) new TreeSet<>(
                            s.articles().stream().map(a -> a.page()).toList()))
                    .toList();
        }
    }
}
