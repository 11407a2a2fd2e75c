package org.sitrep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sitrep.model.Span;

class TextTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));

    private static Text text(String language, String s) {
        return PACKS.pack(language).orElseThrow().text(s, new Span(0, s.length()));
    }

    private static List<String> forms(String language, String s) {
        return text(language, s).tokens().stream().map(Token::form).toList();
    }

    private static List<String> sentences(String language, String s) {
        Text t = text(language, s);
        return t.sentences().stream().map(x -> t.span(x).of(s)).toList();
    }

    @Test
    void wordsSplitAtElisionsCliticsHyphensAndDigits() {
        assertThat(forms("fr", "L’annonce d'hier à 13h00"))
                .containsExactly("l'", "annonce", "d'", "hier", "à", "13", "h", "00");
        assertThat(forms("en", "Kenya's 7,000-man force"))
                .containsExactly("kenya", "'", "s", "7", ",", "000", "-", "man", "force");
        assertThat(forms("en", "٢٥ 人民")).containsExactly("25", "人", "民");
    }

    @Test
    void sentencesEndAtFinalMarksAndNotAfterAbbreviations() {
        assertThat(sentences("en", "Gen. A. B. Smith spoke on Jan. 5. He left. \"It is over.\" Then 2.5 km more."))
                .containsExactly(
                        "Gen. A. B. Smith spoke on Jan. 5.", "He left.", "\"It is over.\"", "Then 2.5 km more.");
    }

    @Test
    void hardWrappedLinesStayOneSentence() {
        String s =
                "THE ARMY REPORTED THAT SEVERAL OF ITS SOLDIERS WERE WOUNDED YESTERDAY IN\nTHE NORTH OF THE COUNTRY DURING A LONG CLASH WITH REBELS WHO THEN FLED TO\nTHE HILLS.\n";
        assertThat(sentences("en", s)).hasSize(1);
        assertThat(text("en", s).tokens().stream().filter(t -> t.kind() == Token.Kind.BREAK))
                .as("a verb or name goes on over the end of its line")
                .hasSize(1);
        assertThat(sentences("en", "A headline without a stop\nThe first sentence of the body."))
                .hasSize(2);
    }

    @Test
    void vowelSignsAndHamzasMayBeLeftOut() {
        assertThat(Fold.bare(Fold.form("أُصِيبَ"))).isEqualTo("اصيب");
    }

    @Test
    void prefixesAreSplitOffKnownWordsOnly() {
        assertThat(forms("ar", "وأصيب القتلى والد")).containsExactly("و", "أصيب", "ال", "قتلى", "والد");
    }

    @Test
    void withoutSpacesAWordIsTheLongestFromTheLeft() {
        Text t = text("zh", "死亡人数达12人。死者");
        assertThat(t.at(0, "noun").orElseThrow().sense().id()).isEqualTo("death_toll");
        assertThat(t.matches().get(2)).as("no word starts inside another").isEmpty();
        assertThat(sentences("zh", "死亡人数达12人。死者")).hasSize(2);
    }

    @Test
    void formsExpand() {
        Data here = Data.parse(Path.of("x.yaml"), "a: b");
        assertThat(Forms.expand(here, "tu(é(e)(s)|er)")).containsExactly("tué", "tués", "tuée", "tuées", "tuer");
        assertThat(Forms.expand(here, "prolongé(e)(s) de"))
                .containsExactly("prolongé de", "prolongés de", "prolongée de", "prolongées de");
        assertThatThrownBy(() -> Forms.expand(here, "tu(é"))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("x.yaml:1");
    }

    @Test
    void brokenYamlNamesFileAndLine() {
        assertThatThrownBy(() -> Data.parse(Path.of("bad.yaml"), "a: 1\nb: [c"))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("bad.yaml:");
    }
}
