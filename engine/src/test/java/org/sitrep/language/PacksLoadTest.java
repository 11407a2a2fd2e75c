package org.sitrep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PacksLoadTest {
    @Test
    void everyPackLoadsAndSaysWhichLanguageItIs() {
        Packs packs = Packs.load(Path.of("..", "languages"));
        for (String language : packs.languages())
            assertThat(packs.pack(language).orElseThrow().language()).isEqualTo(language);
    }
}
