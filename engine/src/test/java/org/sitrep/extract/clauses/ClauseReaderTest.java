package org.sitrep.extract.clauses;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Span;

class ClauseReaderTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));

    static Parse parse(String language, String s) {
        Pack pack = PACKS.pack(language).orElseThrow();
        Text text = pack.text(s, new Span(0, s.length()));
        return new ClauseReader(pack).read(text, text.sentences().getFirst());
    }

    private static List<String> words(Parse p, List<Phrase> phrases) {
        return phrases.stream().map(x -> p.text().words(x.from(), x.to())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | 2,500 people      | 2500 EXACT
            en | 2.500 people      | 2500 EXACT
            en | 300’000 people    | 300000 EXACT
            en | some 1.5 million people | 1500000 ABOUT
            en | two hundred and five people | 205 EXACT
            en | five hundred (500) men | 500 EXACT
            en | 25 lakh people    | 2500000 EXACT
            en | a thousand men    | 1000 EXACT
            en | two dozen men     | 24 EXACT
            en | at least twenty-six men | 26 AT_LEAST
            en | between 3,450 and 3,650 troops | 3450-3650 RANGE
            en | 7 to 9 men        | 7-9 RANGE
            en | several hundred men | hundreds HUNDREDS
            en | 20th anniversary  | -
            fr | 2 600 blessés     | 2600 EXACT
            fr | 9 900 blessés     | 9900 EXACT
            fr | une centaine de blessés | 100 ABOUT
            fr | plus d'un millier de blessés | 1000 MORE_THAN
            fr | deux cent soixante-quinze soldats | 275 EXACT
            fr | quatre-vingt-douze soldats | 92 EXACT
            fr | 4,2 millions de personnes | 4200000 EXACT
            fr | trois mille cinq cents hommes | 3500 EXACT
            """)
    void numbersInEveryFormat(String language, String s, String expected) {
        Parse p = parse(language, s);
        String got = p.phrases().stream()
                .flatMap(x -> x.quantity().stream())
                .filter(Quantity::counts)
                .findFirst()
                .map(q -> q.amount().key() + " " + q.amount().qualifier())
                .orElse("-");
        assertThat(got).isEqualTo(expected);
    }

    @Test
    void subjectsReachOverWhatInterrupts() {
        Parse p =
                parse("en", "At least 26 demonstrators and 18 officers who tried to stop them in Almaty were killed.");
        Clause last = p.clauses().getLast();
        assertThat(last.verb().lexeme()).isEqualTo("kill");
        assertThat(words(p, last.patient())).as(p.describe()).contains("At least 26 demonstrators", "18 officers");
    }

    @Test
    void objectsAreListsAndVerbsShareThem() {
        Parse p =
                parse("en", "The clashes killed and wounded 40 villagers, and police detained 12 men and three women.");
        assertThat(words(p, p.clauses().get(0).object())).as(p.describe()).containsExactly("40 villagers");
        assertThat(words(p, p.clauses().get(2).object())).as(p.describe()).containsExactly("12 men", "three women");
        assertThat(words(p, p.clauses().get(2).subject())).containsExactly("police");
    }

    @Test
    void passivesAndParticiplesShowTheirPatient() {
        Parse p = parse("fr", "Douze policiers ont été tués et 353 autres blessés.");
        assertThat(words(p, p.clauses().get(0).patient())).as(p.describe()).containsExactly("Douze policiers");
        assertThat(p.clauses().get(0).verb().voice()).isEqualTo(VerbGroup.Voice.PASSIVE);
    }
}
