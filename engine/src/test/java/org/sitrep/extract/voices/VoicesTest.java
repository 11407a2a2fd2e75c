package org.sitrep.extract.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.extract.Sample;
import org.sitrep.model.Claim;

/** Who is meant where the page names its speaker once and then says "the committee", "its secretariat", or nothing. */
class VoicesTest {
    private static String name(String language, String text, String quote) {
        return Sample.read(language, text, Optional.empty()).claims().stream()
                .filter(c -> c.evidence().quote().contains(quote))
                .findFirst()
                .flatMap(c -> c.common().attribution().name())
                .orElse("nobody");
    }

    @Test
    void aChannelKeepsTheNumberInItsName() {
        assertThat(name("en", "State television channel Lagoon 7 said on Sunday that 31 people had died.", "31"))
                .isEqualTo("Lagoon 7");
        assertThat(name("fr", "La chaîne publique Lagune 7 a annoncé dimanche que 31 personnes sont mortes.", "31"))
                .isEqualTo("Lagune 7");
    }

    @Test
    void aCompoundOfTheirAccountHoldsTheSpeaker() {
        assertThat(name("de", "Nach Polizeiangaben wurden 31 Menschen getötet.", "31"))
                .isEqualTo("Police");
        assertThat(name("de", "Klinikangaben zufolge wurden 31 Menschen verletzt.", "31"))
                .isEqualTo("Klinikangaben");
        assertThat(name("de", "Nach Bergsturzwarnungen wurden 31 Menschen evakuiert.", "31"))
                .isEqualTo("nobody");
    }

    @Test
    void aCountStandsBeforeWhoMadeIt() {
        assertThat(name("fr", "La crue a fait 31 morts, selon un bilan compilé dimanche par la préfecture.", "31"))
                .isEqualTo("Police");
        assertThat(name("es", "La riada dejó 31 muertos, según un recuento elaborado el lunes por la policía.", "31"))
                .isEqualTo("Police");
    }

    @Test
    void aPaperThatTellsSpeaksForItsAuthor() {
        assertThat(name("fr", "Un bilan de la police, qui fait état de 31 morts, a été publié.", "31"))
                .isEqualTo("Police");
        assertThat(name("en", "A report by the police praised the pilots who said 31 people had died.", "31"))
                .isEqualTo("nobody");
    }

    @Test
    void aSpeakerInBracketsTellsOnlyWhatIsBesideIt() {
        String text = "On compte 31 blessés au nord (Croix-Rouge) et 52 blessés au sud (police).";
        assertThat(name("fr", text, "31")).isEqualTo("Red Cross");
        assertThat(name("fr", text, "52")).isEqualTo("Police");
    }

    @Test
    void aBodyNamedInFullBeforeIsMeantByItsLastWord() {
        String text = "The National Flood Committee met on Monday. The committee said that 31 people had died.";
        assertThat(name("en", text, "31")).isEqualTo("National Flood Committee");
    }

    @Test
    void anOrganisationsOwnBodyBearsItsName() {
        String text = "L’OTSC enverra des soldats. Selon son secrétariat, 31 militaires ont été tués.";
        assertThat(name("fr", text, "31")).isEqualTo("CSTO secrétariat");
    }

    @Test
    void anOfficeKnownByItsAcronymSpeaksUnderIt() {
        assertThat(name("en", "The UN's humanitarian office, OCHA, said that 31 people had died.", "31"))
                .isEqualTo("OCHA");
    }

    @Test
    void aRankBehindAnOfficeBelongsToItsHolder() {
        String text =
                "Le contingent compte 2 030 militaires, a précisé son commandant, le général russe Igor Petrov, lundi.";
        assertThat(name("fr", text, "2 030")).isEqualTo("Igor Petrov");
    }

    @Test
    void whoGaveTheTotalGaveItsParts() {
        String text = "The health ministry counts 164 dead. Of the 164 dead, 103 were killed in the old capital.";
        assertThat(name("en", text, "103")).isEqualTo("Health Ministry");
    }

    @Test
    void numbersThatMakeUpATotalAreItsParts() {
        String text =
                "At least 49 people have died, the health ministry said on Monday. So far 41 people were killed in clashes; 8 people were killed on the roads.";
        assertThat(name("en", text, "41")).isEqualTo("Health Ministry");
        String apart = text.replace("8 people", "9 people");
        assertThat(name("en", apart, "41")).isEqualTo("nobody");
    }

    @Test
    void whatIsToldOfAThingDenouncedIsTheOutlets() {
        String text = "Residents denounced the shooting, which left 18 people dead.";
        assertThat(name("en", text, "18")).isEqualTo("nobody");
    }

    @Test
    void whoDeniesIsNotWhoClaimed() {
        Claim denied = Sample.claims(
                        "en",
                        "The health ministry denied a report by Channel 5 that 300 people were killed.",
                        Optional.empty())
                .getFirst();
        assertThat(denied.common().attribution().name()).contains("Health Ministry");
        assertThat(denied.common().status().code()).isEqualTo("denied");
    }

    @Test
    void aLabelInQuotationMarksIsTheSpeakersAndComesWhole() {
        List<String> labels = Sample.claims(
                        "en", "The army killed 26 \"armed bandits\", the interior ministry said.", Optional.empty())
                .stream()
                .flatMap(c -> c instanceof Claim.Statement s ? s.labelText().stream() : java.util.stream.Stream.empty())
                .toList();
        assertThat(labels).containsExactly("armed bandits");
    }

    @Test
    void anOrganisationIsMeantByItsWordWhateverItsNameIs() {
        assertThat(name("en", "ECOWAS met on Monday. The bloc said that 31 people had died.", "31"))
                .isEqualTo("ECOWAS");
        assertThat(name("fr", "L'OTAN s'est réunie. L'alliance a indiqué que 31 personnes sont mortes.", "31"))
                .isEqualTo("NATO");
    }

    @Test
    void aVerbOfCountingWithALengthOfTimeCountsNobody() {
        String text = "La OTAN indicó que el general dio diez días a los 31 heridos para salir.";
        assertThat(name("es", text, "31")).isEqualTo("NATO");
    }

    @Test
    void whoeverWelcomesWhatStandsInQuotationMarksSaysIt() {
        String text = "« Les 31 blessés sont hors de danger », s'est félicité le général Igor Petrov, qui les a vus.";
        assertThat(name("fr", text, "31")).isEqualTo("Igor Petrov");
        assertThat(name("fr", "Le général Igor Petrov a salué la libération de 31 soldats blessés.", "31"))
                .isEqualTo("nobody");
    }

    @Test
    void anAnnouncementIsWhoeversTheNextSentenceSays() {
        String text = "31 soldats ont été tués. L'annonce a été faite par le ministre de la Défense Igor Petrov.";
        assertThat(name("fr", text, "31")).isEqualTo("Igor Petrov");
    }
}
