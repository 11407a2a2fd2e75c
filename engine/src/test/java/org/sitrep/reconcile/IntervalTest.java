package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/** Which numbers the words of an amount may mean, as {@code docs/relations.md} says. */
class IntervalTest {
    @ParameterizedTest
    @CsvSource({
        "EXACT, 100, 100, 100, 100",
        "ABOUT, 100, 95, 105, 105",
        "NEARLY, 100, 95, 105, 105",
        "AT_LEAST, 100, 100, 9223372036854775807, 110",
        "MORE_THAN, 100, 101, 9223372036854775807, 111",
        "AT_MOST, 100, 0, 100, 100",
        "UP_TO, 100, 0, 100, 100",
        "LESS_THAN, 100, 0, 99, 99"
    })
    void hedges(Qualifier hedge, long number, long low, long high, long near) {
        assertThat(Interval.of(Amount.of(number, hedge))).contains(new Interval(low, high, near));
    }

    @ParameterizedTest
    @CsvSource({"DOZENS, 20, 99", "HUNDREDS, 100, 999", "THOUSANDS, 1000, 9999"})
    void vagueWords(Qualifier word, long low, long high) {
        assertThat(Interval.of(Amount.vague(word))).contains(new Interval(low, high, high));
    }

    @Test
    void rangesAndWordsForNoNumber() {
        assertThat(Interval.of(Amount.range(7, 9))).contains(new Interval(7, 9, 9));
        assertThat(Interval.of(Amount.vague(Qualifier.SOME))).isEmpty();
        assertThat(Interval.of(Amount.vague(Qualifier.UNIT))).isEmpty();
    }

    @Test
    void bothEndsBelongToIt() {
        Interval low = new Interval(5, 10, 8);
        Interval high = new Interval(10, 20, 20);
        Interval higher = new Interval(11, 20, 20);
        assertThat(low.meets(high)).isTrue();
        assertThat(high.meets(low)).isTrue();
        assertThat(low.meets(higher)).isFalse();
        assertThat(higher.meets(low)).isFalse();
        assertThat(low.below(high)).isFalse();
        assertThat(low.below(higher)).isTrue();
        assertThat(higher.below(low)).isFalse();
        assertThat(low.readsBelow(high)).isTrue();
        assertThat(low.readsBelow(new Interval(8, 9, 9))).isFalse();
    }
}
