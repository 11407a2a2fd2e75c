package org.sitrep.extract.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.extract.Extractor;
import org.sitrep.language.Packs;
import org.sitrep.model.Article;
import org.sitrep.model.Page;
import org.sitrep.read.Reader;

class UncasedTest {
    @Test
    void aWordOfNothingButMarksStandsBeforeAName() {
        Packs packs = Packs.load(Path.of("../languages"));
        for (String mark : new String[] {"\u0640", "\u064B", "\u0640\u0640"}) {
            Page page = new Page(
                    "p",
                    "",
                    Page.Format.TEXT,
                    "قال " + mark + " محمد علي الزهراني في المدينة اليوم.",
                    Optional.empty(),
                    Optional.of("ar"),
                    Optional.empty(),
                    Optional.empty());
            Article article = new Reader(packs).read(page);
            assertThat(new Extractor(packs).strangers(article)).isNotEmpty();
        }
    }
}
