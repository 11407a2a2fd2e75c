package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.language.PackError;
import org.sitrep.language.Packs;
import org.sitrep.model.Situation.Phase;

/** What the {@code languages/} folder tells reconciling: measures and the life of an operation. */
class KnowledgeTest {
    @TempDir
    Path folder;

    private Packs with(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
        return Packs.load(folder);
    }

    @Test
    void aMeasureBehavesAsItsFileSays() throws IOException {
        with("measures/hurt.yaml", "behaviour: cumulative\nwhole: victims\n");
        with("measures/lost.yaml", "behaviour: stock\nchanges: daily\n");
        with("measures/sent.yaml", "behaviour: stock\nchanges: decided\nmoves: true\n");
        Packs packs =
                with("measures/marching.yaml", "behaviour: flow\nalike:\n  - [people, crowds]\n  - [staff, clerks]\n");
        Map<String, Measure> measures = Measure.load(packs);
        assertThat(measures).containsOnlyKeys("hurt", "lost", "marching", "sent");
        measures.forEach((id, m) -> assertThat(m.id()).isEqualTo(id));
        assertThat(measures.values())
                .extracting(m -> m.behaviour().code() + " " + m.daily() + " " + m.moves() + " "
                        + m.whole().orElse("-"))
                .containsExactlyInAnyOrder(
                        "cumulative false false victims",
                        "stock true false -",
                        "stock false true -",
                        "flow false false -");
        Measure marching = measures.get("marching");
        assertThat(marching.group("crowds")).isEqualTo("people");
        assertThat(marching.group("clerks")).isEqualTo("staff");
        assertThat(marching.group("police")).isEqualTo("police");
    }

    @Test
    void aMeasureWithoutAFileIsACountToDateThatMayBeAnywhere() {
        Measure measure = Measure.unknown("stranded");
        assertThat(measure.id()).isEqualTo("stranded");
        assertThat(measure.behaviour()).isEqualTo(Measure.Behaviour.CUMULATIVE);
        assertThat(measure.daily()).isFalse();
        assertThat(measure.moves()).isTrue();
        assertThat(measure.group("staff")).isEqualTo("staff");
    }

    @Test
    void anUnknownBehaviourIsAnErrorThatNamesTheFile() throws IOException {
        Packs packs = with("measures/hurt.yaml", "behaviour: growing\n");
        assertThatThrownBy(() -> Measure.load(packs))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("hurt.yaml")
                .hasMessageContaining("cumulative, stock or flow");
    }

    private static final String OPERATIONS = """
            promises:
              be gone: {said: [leave, end], done: [left]}
              resign: {said: [resign], done: [resigned], own: true}
            steps:
              ask: {from: [asked], phase: asked_for}
              come: {from: [came, landed], phase: deployed, mark: true, sends: true, change: arrival}
              word: {from: [said], phase: declared_complete, declares: true, own: true}
              go: {from: [went], promised: [leave], phase: withdrawing, change: departure}
              stay: {due: [leave], decided: [stay]}
            spot: [clash]
            """;

    @Test
    void theLifeOfAnOperationIsAsItsFileSays() throws IOException {
        Life life = Life.load(with("operations.yaml", OPERATIONS));
        assertThat(life.promise("end"))
                .contains(new Life.Promise("be gone", Set.of("leave", "end"), Set.of("left"), false));
        assertThat(life.promise("resign")).map(Life.Promise::own).contains(true);
        assertThat(life.promise("left")).isEmpty();
        assertThat(life.step("landed"))
                .contains(new Life.Step(
                        "come",
                        Set.of("came", "landed"),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        new Transition.Observed(Phase.DEPLOYED),
                        true,
                        true,
                        false,
                        "arrival",
                        false));
        assertThat(life.step("said"))
                .map(Life.Step::transition)
                .contains(new Transition.Declared(Phase.DECLARED_COMPLETE));
        assertThat(life.step("come")).isEmpty();
        assertThat(life.steps().getLast())
                .isEqualTo(new Life.Step(
                        "stay",
                        Set.of(),
                        Set.of(),
                        Set.of("leave"),
                        Set.of("stay"),
                        new Transition.Noted(),
                        false,
                        false,
                        false,
                        "",
                        false));
        assertThat(life.changes("arrival")).containsExactly("came", "landed");
        assertThat(life.changes("departure")).containsExactly("went");
        assertThat(life.spot()).containsExactly("clash");
    }

    @Test
    void stepsHaveTheRankOfTheirOrder() throws IOException {
        Life life = Life.load(with("operations.yaml", OPERATIONS));
        assertThat(life.rank("ask")).isZero();
        assertThat(life.rank("stay")).isEqualTo(4);
        assertThat(life.rank("never heard of")).isEqualTo(5);
    }

    @Test
    void aStepOfNoKnownPhaseIsAnErrorThatNamesTheFile() throws IOException {
        Packs packs = with("operations.yaml", OPERATIONS.replace("asked_for", "asked_twice"));
        assertThatThrownBy(() -> Life.load(packs))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("operations.yaml")
                .hasMessageContaining("asked_twice");
        Packs gone = with("operations.yaml", OPERATIONS.replace("declared_complete", "ended"));
        assertThatThrownBy(() -> Life.load(gone)).isInstanceOf(PackError.class).hasMessageContaining("ended");
    }
}
