package org.sitrep.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CodePointsTest {
    /** Plain, combining, no-break, right-to-left, outside the basic plane, and halves of pairs. */
    private static final String[] PIECES = {
        "a", "é", "e\u0301", "\u00a0", "\u202f", "م", "🕊", "𝟛", "\ud83d", "\udd4a", "\r\n"
    };

    @Test
    void agreesWithTheJdkAtEveryOffset() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            StringBuilder built = new StringBuilder();
            for (int i = random.nextInt(40); i > 0; i--) built.append(PIECES[random.nextInt(PIECES.length)]);
            String text = built.toString();
            CodePoints points = new CodePoints(text);
            for (int offset = 0; offset <= text.length(); offset++) {
                assertThat(points.at(offset)).as("%s at %d", text, offset).isEqualTo(text.codePointCount(0, offset));
            }
        }
    }
}
