package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/** Numbers that two who counted apart may both say. */
class CountedTest {
    @ParameterizedTest
    @ValueSource(longs = {10, 90, 100, 120, 990, 2000, 450_000})
    void round(long number) {
        assertThat(Counted.round(Amount.of(number, Qualifier.EXACT))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 9, 12, 99, 101, 111, 1010, 1230, 450_100})
    void telling(long number) {
        assertThat(Counted.round(Amount.of(number, Qualifier.EXACT))).isFalse();
    }
}
