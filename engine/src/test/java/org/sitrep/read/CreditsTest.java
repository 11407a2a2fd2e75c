package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.read.Pages.read;
import static org.sitrep.read.Pages.role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sitrep.model.Article;
import org.sitrep.model.Passage.Role;

/** Outlets and agencies that no list knows, told by where their names stand. */
class CreditsTest {
    private static final String STORY = """
            Rescuers are digging through the night in the valley above Lisek, where a dam gave way and took two bridges with it, the mayor said on Thursday.

            More than four thousand people were cut off by the water and the roads were gone, and the government asked three neighbouring states for help.
            """;

    private static String story(String opening) {
        return "Dam gives way above the town of Lisek\n\n" + opening + STORY;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LISEK, March 4 (Meridian) - | Meridian",
                "LISEK (Northern Wire) -- | Northern Wire",
                "Lisek, le 4 mars (Agence Horizon) — | Agence Horizon",
                "Lisek, 4. März (Nordlicht) – | Nordlicht",
                "LISEK (Agencia Pampa) – | Agencia Pampa",
                "(Agenzia Ponente) - LISEK, 4 MAR - | Agenzia Ponente",
                "Lisek, 4 mar (Agência Litoral) - | Agência Litoral",
                "ЛИСЕК, 4 марта (Агентство Рубеж) — | Агентство Рубеж",
                "NORTHERN WIRE - | NORTHERN WIRE",
                "Lisek, Agence Horizon – | Agence Horizon",
                "LISEK (Reuters) - | Reuters"
            })
    void theDatelineNamesTheAgency(String dateline, String agency) {
        assertThat(read(story(dateline + " ")).agency()).contains(agency);
    }

    /** A bracket directly behind a place names its state or region; a bracket behind a person, a party. */
    @ParameterizedTest
    @ValueSource(strings = {"LISEK (Morava) - ", "Lisek (Morava), 4 March - ", "As Jana Novak (Greens) said - "})
    void aBracketBehindAPlaceIsNoAgency(String dateline) {
        assertThat(read(story(dateline)).agency()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "By our foreign staff, with Meridian News Agency | Meridian News Agency",
                "Par la rédaction, avec l’Agence Horizon | Agence Horizon",
                "Por la redacción, con EFE | EFE",
                "Von Jana Novak, mit dpa | dpa",
                "Di Jana Novak, con ANSA | ANSA",
                "Por Jana Novak, com Agência Litoral | Agência Litoral",
                "Fuente: Agencia Pampa | Agencia Pampa",
                "Quelle: dpa | dpa",
                "Источник: Агентство Рубеж | Агентство Рубеж"
            })
    void aBylineOrCreditLineNamesTheAgency(String line, String agency) {
        assertThat(read("Dam gives way above the town of Lisek\n" + line + "\n\n" + STORY)
                        .agency())
                .contains(agency);
    }

    @Test
    void aSecondPersonInABylineIsNoAgency() {
        assertThat(read("Dam gives way above the town of Lisek\nBy Jana Novak with Petr Svoboda\n\n" + STORY)
                        .agency())
                .isEmpty();
    }

    @Test
    void aHeadlineThatEndsInWithAndANameCreditsNobody() {
        assertThat(read("Government of Morava ends talks with Lisek\n\n" + STORY)
                        .agency())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"(Meridian News Agency) | Meridian News Agency", "— Agence Horizon | Agence Horizon", "(AFP) | AFP"
            })
    void aLineBelowTheStoryIsTheAgencysSignature(String line, String agency) {
        Article a = read("Dam gives way above the town of Lisek\n\n" + STORY + "\n" + line + "\n");
        assertThat(a.agency()).contains(agency);
        assertThat(role(a, line)).isEqualTo(Role.CHROME);
    }

    @Test
    void whoProvidedTheStorysOwnPictureProvidedTheStory() {
        String head = "Dam gives way above the town of Lisek";
        Article a = read("All the news\n\n" + head + "\n\n " + head
                + " © Provided by Northern Wire  Soldiers carry sandbags through the old town.\n\n" + STORY);
        assertThat(a.agency()).contains("Northern Wire");
        assertThat(a.title()).contains(head);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Harbour Courier | Harbour Courier",
                "HARVEST DAILY  all the news, one basket | HARVEST DAILY",
                "The Morning Ferry / Your paper on the water | The Morning Ferry",
                "Dépêche des Collines | Dépêche des Collines",
                "Diario del Puerto | Diario del Puerto",
                "Inselzeitung Nord – Nachrichten für alle | Inselzeitung Nord",
                "Gazzetta del Molo | Gazzetta del Molo",
                "Jornal da Serra | Jornal da Serra",
                "Газета Причал | Газета Причал",
                "valley-post.example | valley-post.example",
                "Helping Hands Network / Home  About us  Donate  Contact | Helping Hands Network"
            })
    void theMastheadNamesTheOutlet(String top, String outlet) {
        Article a = read(top.replace(" / ", "\n") + "\n\nDam gives way above the town of Lisek\n\n" + STORY);
        assertThat(a.outlet()).contains(outlet);
        assertThat(a.title()).contains("Dam gives way above the town of Lisek");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "World",
                "Breaking News",
                "Central Asia",
                "By Jana Novak",
                "Thursday, March 4, 2021",
                "Top Stories"
            })
    void aSectionABylineOrADayIsNoMasthead(String top) {
        assertThat(read(top + "\n\nDam gives way above the town of Lisek\n\n" + STORY)
                        .outlet())
                .isEmpty();
    }

    @Test
    void aNoticeOfRightsNamesTheOutletAndAPictureDoesNot() {
        String page = "Dam gives way above the town of Lisek\n\n" + STORY;
        assertThat(read(page + "\n© 2021 Northgate Herald. All rights reserved.\n")
                        .outlet())
                .contains("Northgate Herald");
        assertThat(read("© Jana Novak The dam on Thursday\n" + page).outlet()).isEmpty();
    }

    @Test
    void theLineOfTheDayMayNameTheOutlet() {
        Article a =
                read("Dam gives way above the town of Lisek\n\nThe Hill Gazette, Thursday, March 4, 2021\n\n" + STORY);
        assertThat(a.outlet()).contains("The Hill Gazette");
    }
}
