package org.sitrep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.sitrep.report.Inline;
import org.sitrep.report.Inline.Line;

/** What a document on paper needs beside its words: signs that its font has, and columns with room. */
class LooksTest {
    private static Line line(String text) {
        return new Line(List.of(new Inline.Text(text)));
    }

    @Test
    void aSignThatTheFontLacksIsNotLost() throws IOException {
        try (PDDocument document = new PDDocument()) {
            Letters letters = new Letters(document, "elsewhere");
            assertThat(letters.drawable("[\u2714 kept] [\u2718 broken] [\u26a0 late] [\u25cb open]"))
                    .isEqualTo("[\u221a kept] [\u00d7 broken] [! late] [\u25cb open]");
            assertThat(letters.drawable("\u4e09 \u2714")).isEqualTo("[elsewhere] \u221a");
        }
    }

    @Test
    void aDayHasRoomBesideALongSentence() {
        String sentence = "The harbour master said the ferry would sail again. ".repeat(5);
        List<Integer> shares = Columns.shares(
                List.of("Step", "Day"), List.of(List.of(line("Arrival"), line("2 May 2031"), line(sentence))));
        assertThat(shares.stream().mapToInt(Integer::intValue).sum()).isEqualTo(100);
        assertThat(shares.get(1)).isGreaterThanOrEqualTo(20);
        assertThat(shares.get(2)).isBetween(50, 60);
        assertThat(Columns.shares(List.of("Step"), List.of())).isEmpty();
    }
}
