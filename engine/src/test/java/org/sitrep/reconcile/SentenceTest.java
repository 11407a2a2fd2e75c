package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a sentence begins and ends, and when two restrictions restrict alike. */
class SentenceTest {
    /** The sentence that holds the hash, without its mark. */
    private static String around(String text) {
        int at = text.indexOf('#');
        return text.substring(Sentence.start(text, at), Sentence.end(text, at));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "They left. In town 3.5 # died. Others came.",
                "They left! In town 3.5 # died! Others came.",
                "They left? In town 3.5 # died? Others came.",
                "They left\n In town 3.5 # died\nOthers came."
            })
    void marksAndLinesEndIt(String text) {
        assertThat(around(text)).isEqualTo(" In town 3.5 # died");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On the U.S. side # died in e.g. two places.",
                "Mr. Sow of St. Peter said # died",
                "The 3. of May # died at a.b",
                ".# died."
            })
    void abbreviationsNumbersAndTheTextsEndsEndNone(String text) {
        assertThat(around(text)).isEqualTo(text);
    }

    @Test
    void theMarkIsOutsideBothSentences() {
        String text = "One went. Two came.";
        assertThat(Sentence.end(text, 0)).isEqualTo(8);
        assertThat(Sentence.start(text, 9)).isEqualTo(9);
        assertThat(Sentence.start(text, 8)).isZero();
        assertThat(Sentence.end(text, text.length())).isEqualTo(text.length());
    }

    private static boolean alike(String a, String b) {
        return Scope.same(Optional.of(a), Optional.of(b)) && Scope.same(Optional.of(b), Optional.of(a));
    }

    @Test
    void restrictionsAreAlikeWhereHalfTheirLongerWordsBeginAlike() {
        assertThat(alike("for terrorism", "of terrorists")).isTrue();
        assertThat(alike("for terrorism and looting", "of terrorist acts")).isTrue();
        assertThat(alike("looting cars houses", "looting boats trains")).isFalse();
        assertThat(alike("looting cars", "looting boats")).isTrue();
        assertThat(alike("in the harbour", "at the gate")).isFalse();
        assertThat(alike("road", "road")).isTrue();
    }

    @Test
    void noRestrictionIsLikeNoRestrictionOnly() {
        assertThat(Scope.same(Optional.empty(), Optional.empty())).isTrue();
        assertThat(Scope.same(Optional.of("for looting"), Optional.empty())).isFalse();
        assertThat(Scope.same(Optional.empty(), Optional.of("for looting"))).isFalse();
    }
}
