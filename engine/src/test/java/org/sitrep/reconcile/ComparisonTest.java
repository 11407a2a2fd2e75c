package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.language.Packs;
import org.sitrep.model.Situation;

/** Every cell of {@code comparison.table}: relation × one or two speakers × same, later or unknown day. */
class ComparisonTest {
    private static final Reconciler RECONCILER = new Reconciler(Packs.load(Path.of("../languages")));
    private static final List<String> DAYS = List.of("same day", "later", "unknown");

    @TestFactory
    Stream<DynamicTest> cells() throws IOException {
        List<DynamicTest> out = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/scenarios/comparison.table"))) {
            if (line.startsWith("#") || line.isBlank()) continue;
            List<String> cells = List.of(line.split("\\s*\\|\\s*"));
            for (int i = 0; i < 6; i++) out.add(cell(cells, i));
        }
        return out.stream();
    }

    private static DynamicTest cell(List<String> cells, int i) {
        String speakers = i < 3 ? "one speaker" : "two speakers";
        String name = String.join(" ", cells.subList(0, 3)) + ", " + speakers + ", " + DAYS.get(i % 3);
        return DynamicTest.dynamicTest(
                name, () -> assertThat(relation(cells, i)).as(name).isEqualTo(cells.get(3 + i)));
    }

    private static String relation(List<String> cells, int i) {
        String a = page("p", i % 3 == 2 ? "" : "2031-03-03", "a", cells.get(0), cells.get(1), "Red Cross");
        String b = page(
                "q",
                i % 3 == 2 ? "" : i % 3 == 1 ? "2031-03-05" : "2031-03-03",
                "b",
                cells.get(0),
                cells.get(2),
                i < 3 ? "Red Cross" : "UNICEF");
        List<String> lines = new ArrayList<>(List.of("== cell"));
        lines.addAll(a.lines().toList());
        lines.addAll(b.lines().toList());
        Situation s = RECONCILER.situation(Scenario.read(lines).getFirst().pages(), Optional.empty());
        List<String> found = new ArrayList<>();
        for (Situation.History h : s.histories())
            for (Situation.Relation r : h.relations()) {
                boolean directed = r.kind() != Situation.Relation.Kind.CONTRADICTION
                        && r.kind() != Situation.Relation.Kind.COMPATIBLE
                        && r.kind() != Situation.Relation.Kind.DIFFERENT_SCOPE;
                boolean back =
                        directed && h.points().get(r.a()).claims().get(0).id().equals("b");
                found.add(r.kind().code() + (back ? " (back)" : ""));
            }
        return found.isEmpty() ? "none" : String.join(", ", found);
    }

    private static String page(String key, String day, String id, String measure, String amount, String speaker) {
        String[] parts = amount.split(", ", 2);
        String who = parts[0].contains("soldiers") ? parts[0] : parts[0] + " people";
        String on = day.isEmpty() ? "" : " | on " + day;
        return "page " + key + " | " + day + "\nfigure " + id + " | " + measure + " | " + who + " | in Kenya" + on
                + " | says " + speaker + (parts.length > 1 ? " | " + parts[1] : "") + "\n";
    }
}
