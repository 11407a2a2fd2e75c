package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sitrep.language.Packs;
import org.sitrep.model.Situation.Phase;

/** The states of an operation and what leads from one to the next. */
class LifeCycleTest {
    private static final Life LIFE = Life.load(Packs.load(Path.of("../languages")));

    @Test
    void theDrawingShowsEveryStateAndStep() throws IOException {
        String page = Files.readString(Path.of("../docs/operations.md"));
        int from = page.indexOf("```mermaid\n") + "```mermaid\n".length();
        assertThat(page.substring(from, page.indexOf("```", from)))
                .as("docs/operations.md must draw:\n" + drawing())
                .isEqualTo(drawing());
    }

    private static String drawing() {
        Map<Phase, List<String>> steps = new TreeMap<>();
        Map<Phase, String> how = new TreeMap<>();
        List<String> noted = new ArrayList<>();
        for (Life.Step s : LIFE.steps()) {
            switch (s.transition()) {
                case Transition.Observed o ->
                    steps.computeIfAbsent(o.to(), k -> new ArrayList<>()).add(s.name());
                case Transition.Declared d -> {
                    steps.computeIfAbsent(d.to(), k -> new ArrayList<>()).add(s.name());
                    how.put(d.to(), " (declared)");
                }
                case Transition.Noted n -> noted.add(s.name());
            }
        }
        StringBuilder out = new StringBuilder("stateDiagram-v2\n");
        String before = "[*]";
        for (Map.Entry<Phase, List<String>> e : steps.entrySet()) {
            String phase = e.getKey().code();
            out.append("    ").append(before).append(" --> ").append(phase).append(": ");
            out.append(String.join(", ", e.getValue()))
                    .append(how.getOrDefault(e.getKey(), ""))
                    .append('\n');
            before = phase;
        }
        out.append("    ").append(before).append(" --> [*]\n");
        out.append("    note right of withdrawing: ")
                .append(String.join(", ", noted))
                .append(" (noted)\n");
        return out.toString();
    }

    @Test
    void noStepLeadsBack() {
        for (Life.Step s : LIFE.steps())
            for (Phase before : Phase.values()) {
                Phase after = s.transition().after(before);
                if (before != Phase.UNKNOWN) assertThat(after).isGreaterThanOrEqualTo(before);
                assertThat(s.transition().after(after)).as(s.name() + " twice").isEqualTo(after);
            }
    }

    @Test
    void nobodyCanDeclareAForceGone() {
        assertThat(new Transition.Declared(Phase.DECLARED_COMPLETE).after(Phase.WITHDRAWING))
                .isEqualTo(Phase.WITHDRAWING);
        assertThatThrownBy(() -> new Transition.Declared(Phase.ENDED)).isInstanceOf(IllegalArgumentException.class);
    }
}
