package org.sitrep.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sitrep.changes.Regrouping.What;

/** Which groups of pages became one or came apart. */
class RegroupingTest {
    private static List<Regrouping> between(Map<String, String> before, Map<String, String> after) {
        return Regrouping.between(before, after);
    }

    @Test
    void aPageBetweenTwoGroupsMakesThemOneAndIsNamed() {
        assertThat(between(Map.of("b", "b", "d", "d"), Map.of("b", "b", "c", "b", "d", "b")))
                .containsExactly(new Regrouping(What.MERGED, List.of("b", "d"), List.of("b"), List.of("c")));
    }

    @Test
    void aGroupThatComesApartIsASplit() {
        assertThat(between(Map.of("a", "a", "b", "a", "c", "a"), Map.of("a", "a", "b", "a", "c", "c", "d", "c")))
                .containsExactly(new Regrouping(What.SPLIT, List.of("a"), List.of("a", "c"), List.of("d")));
    }

    @Test
    void aPageThatChangesSidesRegroupsBoth() {
        assertThat(between(
                        Map.of("a", "a", "b", "a", "c", "c", "d", "c"), Map.of("a", "a", "b", "b", "c", "b", "d", "b")))
                .containsExactly(new Regrouping(What.REGROUPED, List.of("a", "c"), List.of("a", "b"), List.of()));
    }

    @Test
    void growthAnotherIdAndPagesThatWentAreNoRegrouping() {
        assertThat(between(Map.of("b", "b", "c", "b"), Map.of("a", "a", "b", "a", "c", "a")))
                .isEmpty();
        assertThat(between(Map.of("b", "b", "c", "c"), Map.of("b", "b"))).isEmpty();
        assertThat(between(Map.of(), Map.of("b", "b"))).isEmpty();
    }

    /** Pages 0 to 9 in one group before and in groups by remainder after. */
    @Property
    void theWayBackIsToldTheOtherWayRound(@ForAll @IntRange(min = 2, max = 5) int groups) {
        Map<String, String> one = new TreeMap<>();
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 10; i++) {
            one.put("" + i, "0");
            many.put("" + i, "" + i % groups);
        }
        assertThat(between(one, many)).extracting(Regrouping::what).containsExactly(What.SPLIT);
        assertThat(between(many, one)).extracting(Regrouping::what).containsExactly(What.MERGED);
        assertThat(between(many, many)).isEmpty();
    }
}
