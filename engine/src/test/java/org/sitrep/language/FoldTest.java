package org.sitrep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Words of common letters take a short way; it must lead where the normaliser does. */
class FoldTest {
    private static String form(String text) {
        String s = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('\u2019', '\'')
                .replace('\u02BC', '\'')
                .replace('\u2018', '\'');
        return s.toLowerCase(Locale.ROOT).replace("\u0307", "");
    }

    private static void same(String word) {
        String form = form(word);
        if (!Fold.form(word).equals(form)) assertThat(Fold.form(word)).as(word).isEqualTo(form);
        String key = PlaceKey.normalised(form);
        if (!PlaceKey.of(form).equals(key))
            assertThat(PlaceKey.of(form)).as(form).isEqualTo(key);
        String bare = Fold.stripped(form);
        if (!Fold.bare(form).equals(bare)) assertThat(Fold.bare(form)).as(form).isEqualTo(bare);
    }

    @Test
    void everyLetterBesideEachOfSome() {
        String beside = "aZéЙй\u0301\u093C\u0654निक人ß'1";
        for (int c = 0x20; c < 0xD800; c++)
            for (int k = -1; k < beside.length(); k++) {
                String word = (char) c + (k < 0 ? "" : beside.substring(k, k + 1));
                same(word);
            }
    }

    @Test
    void wordsOfMixedLetters() {
        SplittableRandom random = new SplittableRandom(5);
        int[] blocks = {0x41, 0xC0, 0x100, 0x300, 0x400, 0x480, 0x620, 0x640, 0x900, 0x940, 0x4E00};
        for (int i = 0; i < 20_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = 1 + random.nextInt(6); n > 0; n--)
                word.append((char) (blocks[random.nextInt(blocks.length)] + random.nextInt(64)));
            same(word.toString());
        }
    }
}
