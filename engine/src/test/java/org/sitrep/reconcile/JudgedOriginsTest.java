package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.relate.Rulings;

/** What a person took for one statement is one origin. */
class JudgedOriginsTest {
    private static final Reconciler RECONCILER = new Reconciler(Packs.load(Path.of("../languages")));
    private static final List<Claim.Claims> PAGES = Scenario.read(List.of(
                    "== two numbers, two speakers",
                    "page p | 2031-01-08",
                    "figure a | killed | 164 people | in Kenya | says Amnesty International",
                    "page q | 2031-01-08",
                    "figure b | killed | 170 people | in Kenya | says UNHCR"))
            .getFirst()
            .pages();

    private static List<Situation.Origin> origins(Rulings.Same... same) {
        return RECONCILER
                .situations(PAGES, Optional.empty(), new Rulings(List.of(), List.of(same)))
                .getFirst()
                .origins();
    }

    @Test
    void apartUntilSomebodyJoinsThem() {
        assertThat(origins()).extracting(o -> o.claims().size()).containsExactly(1, 1);
    }

    @Test
    void joinedWhateverTheirNumbersAndSpeakers() {
        List<Situation.Origin> origins = origins(new Rulings.Same("b", "a"));
        assertThat(origins).hasSize(1);
        assertThat(origins.getFirst().id()).isEqualTo("a");
        assertThat(origins.getFirst().claims()).extracting(Claim::id).containsExactly("a", "b");
        assertThat(origins.getFirst().links()).containsExactly(new Situation.Link("q", "p", "joined by a person"));
    }

    @Test
    void aRulingOnAClaimThatIsNotThereChangesNothing() {
        assertThat(origins(new Rulings.Same("a", "gone"), new Rulings.Same("gone", "b")))
                .isEqualTo(origins());
    }
}
