package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.read.Pages.evidence;
import static org.sitrep.read.Pages.read;
import static org.sitrep.read.Pages.with;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Flag;

class DamageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The contingent of 3.500 soldiers sent to the valley will leave within a week, the ministry said on Thursday. | 3.500",
                "It is not known how many of the whatever 3.500 men have left the valley so far, the ministry said. | whatever 3.500",
                "The chain was thanked by Vice Minister Turkish Defense, Ahmed Somebody, in a speech to the rescuers on Monday. | Vice Minister Turkish Defense",
                "The OTAN ships left the port on Monday morning after a week of exercises with the navies of three states. | OTAN",
            })
    void translationsGiveThemselvesAway(String sentence, String sign) {
        Article a = read(sentence);
        assertThat(with(a, sign).flags()).containsExactly(Flag.MACHINE_TRANSLATED);
        assertThat(evidence(a, sign)).anySatisfy(e -> assertThat(e).contains(sign));
    }

    @Test
    void aFrenchTextWithAnEnglishAcronym() {
        Article a = read(
                "Les forces de l’OTSC ont été envoyées dans la vallée à la demande du gouvernement, a-t-il ajouté. CSTO déclaré.\n");
        assertThat(evidence(a, "CSTO")).containsExactly("CSTO déclaré");
    }

    @Test
    void aHeadlineLeftInTheOtherLanguage() {
        Article a = read(
                "LES SECOURS QUITTENT LA VALLEE DE LA MORAVA © Northwire / A. Person The rescuers leave the Morava valley\n"
                        + "The rescuers who came from three neighbouring states have left the valley, the ministry of defence said in a statement.\n");
        assertThat(with(a, "LES SECOURS").flags()).contains(Flag.MACHINE_TRANSLATED);
        assertThat(evidence(a, "LES SECOURS")).containsExactly("LES SECOURS QUITTENT LA VALLEE DE LA MORAVA");
    }

    @Test
    void aTranslatorsCreditMarksTheWholeStory() {
        Article a = read(
                "The rescuers who came from three neighbouring states have left the valley, the ministry of defence said in a statement.\n"
                        + "(Reporting by A. Person and B. Person, French version C. Person, edited by D. Person)\n");
        assertThat(with(a, "The rescuers").flags()).containsExactly(Flag.MACHINE_TRANSLATED);
        assertThat(evidence(a, "The rescuers")).containsExactly("French version");
    }

    @Test
    void aFullStopInsideASentence() {
        Article a = read(
                "The flood killed dozens and led in the whole valley to the United States. arrest of at least 12 engineers of the dam.\n");
        assertThat(with(a, "arrest").flags()).containsExactly(Flag.GARBLED);
        assertThat(evidence(a, "arrest").getFirst()).contains("States. arrest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "De los 64 muertos, 13 ?entre ellos dos menores? son de la capital, según dijo el ministerio en un comunicado.",
                "Les secouristes ont quittÃ© la vallÃ©e jeudi, selon le ministre de la santÃ©, qui a parlÃ© dans la capitale.",
            })
    void lostCharacters(String sentence) {
        assertThat(read(sentence).passages().getFirst().flags()).containsExactly(Flag.GARBLED);
    }

    @Test
    void aStoryThatStopsInMidSentence() {
        Article a = read(
                "The rescuers who came from three neighbouring states have left the valley, the ministry of defence said in a statement.\n"
                        + "More than 4,000 people were cut off by the water when the dam failed, and the engineers of the other West A\n");
        assertThat(with(a, "other West").flags()).containsExactly(Flag.TRUNCATED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The U.S. army said on Thursday that 2,500 soldiers would leave at 3:29 p.m. local time, i.e. before noon in the valley.",
                "The index rose by 2.500 percent, or 1.250 points, to close at 3:30 p.m. in New York on Thursday afternoon.",
                "Mr. al-Assad met Gen. de Gaulle. iPhone users were told that nothing would change, the minister said on Thursday.",
                "Les quelque 2.500 soldats de l’OTSC ont quitté la vallée jeudi, d’après le ministère de la Défense à Moscou.",
                "The Organization of American States (OEA, in Spanish) and the Russian Defense Ministry met in the capital on Thursday.",
                "President Kassym-Jomart Tokayev and Russian Defense Minister Sergei Shoigu spoke about the troops on Thursday evening.",
            })
    void cleanSentencesAreNotFlagged(String sentence) {
        for (Passage p : read(sentence).passages()) assertThat(p.flags()).isEmpty();
    }
}
