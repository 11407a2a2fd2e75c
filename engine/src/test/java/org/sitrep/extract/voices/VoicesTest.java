package org.sitrep.extract.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.extract.Sample;
import org.sitrep.model.Claim;

/** Who is meant where the page names its speaker once and then says "the committee", "its secretariat", or nothing. */
class VoicesTest {
    /** What holds; the language; a number in the quote; who said it; the text. */
    @ParameterizedTest(name = "{0} ({1}, {2})")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    a channel keeps the number in its name | en | 31 | Lagoon 7 | State television channel Lagoon 7 said on Sunday that 31 people had died.
                    a channel keeps the number in its name | fr | 31 | Lagune 7 | La chaîne publique Lagune 7 a annoncé dimanche que 31 personnes sont mortes.
                    a compound of their account holds the speaker | de | 31 | Police | Nach Polizeiangaben wurden 31 Menschen getötet.
                    a compound of their account holds the speaker | de | 31 | Klinikangaben | Klinikangaben zufolge wurden 31 Menschen verletzt.
                    a compound of their account holds the speaker | de | 31 | nobody | Nach Bergsturzwarnungen wurden 31 Menschen evakuiert.
                    a count stands before who made it | fr | 31 | Police | La crue a fait 31 morts, selon un bilan compilé dimanche par la préfecture.
                    a count stands before who made it | es | 31 | Police | La riada dejó 31 muertos, según un recuento elaborado el lunes por la policía.
                    a paper that tells speaks for its author | fr | 31 | Police | Un bilan de la police, qui fait état de 31 morts, a été publié.
                    a paper that tells speaks for its author | en | 31 | nobody | A report by the police praised the pilots who said 31 people had died.
                    a speaker in brackets tells only what is beside it | fr | 31 | Red Cross | On compte 31 blessés au nord (Croix-Rouge) et 52 blessés au sud (police).
                    a speaker in brackets tells only what is beside it | fr | 52 | Police | On compte 31 blessés au nord (Croix-Rouge) et 52 blessés au sud (police).
                    a body named in full before is meant by its last word | en | 31 | National Flood Committee | The National Flood Committee met on Monday. The committee said that 31 people had died.
                    an organisation's own body bears its name | fr | 31 | CSTO secrétariat | L’OTSC enverra des soldats. Selon son secrétariat, 31 militaires ont été tués.
                    an office known by its acronym speaks under it | en | 31 | OCHA | The UN's humanitarian office, OCHA, said that 31 people had died.
                    a rank behind an office belongs to its holder | fr | 2 030 | Igor Petrov | Le contingent compte 2 030 militaires, a précisé son commandant, le général russe Igor Petrov, lundi.
                    who gave the total gave its parts | en | 103 | Health Ministry | The health ministry counts 164 dead. Of the 164 dead, 103 were killed in the old capital.
                    numbers that make up a total are its parts | en | 41 | Health Ministry | At least 49 people have died, the health ministry said on Monday. So far 41 people were killed in clashes; 8 people were killed on the roads.
                    numbers that make up a total are its parts | en | 41 | nobody | At least 49 people have died, the health ministry said on Monday. So far 41 people were killed in clashes; 9 people were killed on the roads.
                    what is told of a thing denounced is the outlet's | en | 18 | nobody | Residents denounced the shooting, which left 18 people dead.
                    an organisation is meant by its word whatever its name is | en | 31 | ECOWAS | ECOWAS met on Monday. The bloc said that 31 people had died.
                    an organisation is meant by its word whatever its name is | fr | 31 | NATO | L'OTAN s'est réunie. L'alliance a indiqué que 31 personnes sont mortes.
                    a verb of counting with a length of time counts nobody | es | 31 | NATO | La OTAN indicó que el general dio diez días a los 31 heridos para salir.
                    whoever welcomes what stands in quotation marks says it | fr | 31 | Igor Petrov | « Les 31 blessés sont hors de danger », s'est félicité le général Igor Petrov, qui les a vus.
                    whoever welcomes what stands in quotation marks says it | fr | 31 | nobody | Le général Igor Petrov a salué la libération de 31 soldats blessés.
                    an announcement is whose the next sentence says | fr | 31 | Igor Petrov | 31 soldats ont été tués. L'annonce a été faite par le ministre de la Défense Igor Petrov.
                    """)
    void theSpeakerIs(String holds, String language, String number, String speaker, String text) {
        String name = Sample.read(language, text, Optional.empty()).claims().stream()
                .filter(c -> c.evidence().quote().contains(number))
                .findFirst()
                .flatMap(c -> c.common().attribution().name())
                .orElse("nobody");
        assertThat(name).isEqualTo(speaker);
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
    void whoDeniesIsNotWhoClaimed() {
        Claim denied = Sample.claims(
                        "en",
                        "The health ministry denied a report by Channel 5 that 300 people were killed.",
                        Optional.empty())
                .getFirst();
        assertThat(denied.common().attribution().name()).contains("Health Ministry");
        assertThat(denied.common().status().code()).isEqualTo("denied");
    }
}
