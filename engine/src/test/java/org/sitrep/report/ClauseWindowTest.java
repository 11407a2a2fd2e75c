package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sitrep.model.Span;

/** What is shown for a quote of one word: enough to read, never more than is needed, always the page's own characters. */
class ClauseWindowTest {
    private static String shown(String text, String quote) {
        int at = text.indexOf(quote);
        return ClauseWindow.around(text, new Span(at, at + quote.length()), new Span(0, text.length()))
                .of(text);
    }

    @Test
    void aShortSentenceIsShownWhole() {
        assertThat(shown("It rained. Gen. J. Doe sent 30 lorries to the 2.5 km bridge. They left.", "sent"))
                .isEqualTo("Gen. J. Doe sent 30 lorries to the 2.5 km bridge.");
    }

    @Test
    void anHourEndsNoSentenceBeforeItsZone() {
        assertThat(shown("Buses leave at 4:10 p.m. GMT today. They return.", "leave"))
                .isEqualTo("Buses leave at 4:10 p.m. GMT today.");
        assertThat(shown("Buses leave at 4:10 p.m. They return.", "leave")).isEqualTo("Buses leave at 4:10 p.m.");
    }

    @Test
    void aBracketThatOpensWithinIsClosed() {
        assertThat(shown("Nine fell ill in the north (county council).", "fell ill"))
                .isEqualTo("Nine fell ill in the north (county council).");
    }

    @Test
    void aLongSentenceIsShownFromMarkToMark() {
        String text =
                "After three nights of storms and a ring road that stood under water for a day, the council of the"
                        + " valley sent two companies of engineers to the dam, which had begun to leak.";
        assertThat(shown(text, "sent"))
                .isEqualTo("the council of the valley sent two companies of engineers to the dam");
    }

    @Test
    void aSentenceWithoutMarksIsCutBetweenWords() {
        String text = "word ".repeat(60) + "sent " + "tail ".repeat(60);
        String shown = shown(text, "sent");
        assertThat(shown)
                .contains("sent")
                .hasSizeLessThanOrEqualTo(ClauseWindow.MOST)
                .hasSizeGreaterThan(80);
        assertThat(text).contains(" " + shown + " ");
    }

    @Test
    void aClauseWithoutMarksKeepsItsStartWhereThereIsRoom() {
        String text = "Seven days shall the return of all companies " + "from afar ".repeat(20) + "take";
        assertThat(shown(text, "shall the return")).startsWith("Seven days shall the return");
    }

    @Test
    void aLongQuoteIsLeftAlone() {
        int end = 2 + ClauseWindow.MOST;
        String text = "a".repeat(ClauseWindow.MOST);
        assertThat(ClauseWindow.around("x " + text + " y", new Span(2, end), new Span(0, end + 2)))
                .isEqualTo(new Span(2, end));
    }
}
