package org.sitrep.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.read.Pages.read;
import static org.sitrep.read.Pages.role;
import static org.sitrep.read.Pages.texts;
import static org.sitrep.read.Pages.with;

import org.junit.jupiter.api.Test;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;
import org.sitrep.model.Passage.Role;

class FlattenedPageTest {
    private static final String AGGREGATOR = """
            Latest News

            Flood in Morava: rescuers leave the valley after nine days of work

            Why did the dam at Lisek fail so suddenly last week?

             Why did the dam at Lisek fail so suddenly last week? © Via Northwire - the dam Engineers inspect the wall on 4 March 2021. It had held for sixty years, and nobody had warned the villages below it.

            Lisek (Northwire) - The rescuers who came from three neighbouring states began to leave the Morava valley on Thursday, nine days after the dam gave way above the town.

            The government had asked for help on the first evening, when more than 4,000 people were cut off by the water and the roads were gone.

            video: a village in the south counts its sheep after the storm (Le Berger)

            The last pumps are to be taken down before the end of the month, the ministry said, and the schools are open again since Monday.

            See also
            Storm in the south: the harbour stays closed for a third day
            """;

    @Test
    void aHeadlineRepeatedBeforeItsSummaryIsATeaser() {
        Article a = read(AGGREGATOR);
        assertThat(role(a, "It had held for sixty years")).isEqualTo(Role.TEASER);
        assertThat(role(a, "video: a village")).isEqualTo(Role.TEASER);
        assertThat(with(a, "video: a village").outlet()).contains("Le Berger");
        assertThat(role(a, "Storm in the south")).isEqualTo(Role.TEASER);
        assertThat(role(a, "Latest News")).isEqualTo(Role.CHROME);
        assertThat(role(a, "more than 4,000 people")).isEqualTo(Role.BODY);
        assertThat(a.title()).contains("Flood in Morava: rescuers leave the valley after nine days of work");
    }

    @Test
    void passagesLieInOrderAndHoldEveryWord() {
        Article a = read(AGGREGATOR);
        int past = 0;
        for (Passage p : a.passages()) {
            assertThat(p.span().start()).isGreaterThanOrEqualTo(past);
            assertThat(a.text().substring(past, p.span().start())).isBlank();
            past = p.span().end();
        }
        assertThat(a.text().substring(past)).isBlank();
        assertThat(a.text()).isEqualTo(AGGREGATOR);
    }

    @Test
    void aForumPostQuotesTheOutletsWhoseAddressesCloseTheExcerpts() {
        Article a = read("""
                Welcome to the Harbour Board! Create a free account Become a member All Forums Support Forums Help & Search

                Quiet_Gull_77

                (12,431 posts)
                Wed Mar 3, 2021, 09:14 AM

                Neighbours send rescuers to the flooded valley

                Three neighbouring states are sending rescuers to the Morava valley, where a dam gave way on Tuesday evening above the town.

                https://www.northwire.example/world/neighbours-send-rescuers

                Valley cut off as dam fails

                More than 4,000 people were cut off on Tuesday night when the dam above Lisek failed without warning, officials said.

                How a sixty-year-old dam became the worry of a whole region and of its mayors
                The governor asked for boats and for helicopters before the night was over, and the army promised both of them.

                https://morning.example/valley-cut-off
                """);
        assertThat(a.repost()).contains("forum");
        assertThat(with(a, "Three neighbouring").outlet()).contains("northwire.example");
        assertThat(with(a, "The governor asked").outlet()).contains("morning.example");
        assertThat(role(a, "The governor asked")).isEqualTo(Role.QUOTED);
        assertThat(role(a, "How a sixty-year-old")).isEqualTo(Role.TEASER);
        assertThat(role(a, "12,431")).isEqualTo(Role.CHROME);
        assertThat(role(a, "Quiet_Gull_77")).isEqualTo(Role.CHROME);
        assertThat(Pages.published(a)).isEqualTo("2021-03-03 text");
    }

    @Test
    void bylineWithAgencyAndSourceLink() {
        Article a = read("""
                Rescuers leave the flooded valley

                By ValleePresse.fr with AFP

                The rescuers who came from three neighbouring states began to leave the Morava valley on Thursday, officials said.

                Source link -88
                """);
        assertThat(a.outlet()).contains("ValleePresse.fr");
        assertThat(a.agency()).contains("AFP");
        assertThat(a.repost()).contains("source link");
        assertThat(role(a, "Source link -88")).isEqualTo(Role.CHROME);
    }

    @Test
    void aPersonsBylineIsNoOutlet() {
        Article a = read("""
                Rescuers leave the flooded valley

                By Jane Someone

                The rescuers who came from three neighbouring states began to leave the Morava valley on Thursday, officials said.
                """);
        assertThat(a.outlet()).isEmpty();
        assertThat(role(a, "By Jane")).isEqualTo(Role.CHROME);
    }

    @Test
    void commentFormsCaptionsAndUpdatesInFrench() {
        Article a = read("""
                (image : AFP)

                Les secouristes venus de trois pays voisins ont commencé jeudi à quitter la vallée, ont annoncé les autorités de la région.

                Mise à jour :

                Quatorze personnes ont été retrouvées vivantes dans une école du village, selon le ministère de l’Intérieur.

                Laisser un commentaire

                Pseudo :

                Votre adresse e-mail ne sera pas publiée.

                Site web :

                %d blogueurs aiment cet article
                """);
        assertThat(a.language()).isEqualTo("fr");
        assertThat(texts(a, Role.CAPTION)).containsExactly("(image : AFP)");
        assertThat(role(a, "Quatorze personnes")).isEqualTo(Role.BODY);
        assertThat(role(a, "Votre adresse")).isEqualTo(Role.CHROME);
        assertThat(role(a, "blogueurs aiment")).isEqualTo(Role.CHROME);
    }

    @Test
    void aHeadlineGluedToAParagraphIsAnotherStory() {
        Article a = read("""
                Dam repaired after nine days

                The engineers closed the last gap in the wall on Thursday morning and opened the road below, the ministry reports. Villagers ask who will pay
                The water had risen by three metres in one night, and four thousand people had to leave their homes for more than a week.
                """);
        assertThat(role(a, "Villagers ask")).isEqualTo(Role.TEASER);
        assertThat(role(a, "the ministry reports.")).isEqualTo(Role.BODY);
    }

    @Test
    void languageOfEachPassage() {
        Article a = read("""
                Les secouristes ont quitté la vallée jeudi, a annoncé le ministère de la Défense dans un communiqué publié à la mi-journée.
                The rescuers have left the valley, the ministry of defence said on Thursday in a statement that was read on the radio.
                Спасатели покинули долину в четверг, сообщили в министерстве обороны, и дороги в районе снова открыты для жителей.
                """);
        assertThat(with(a, "Les secouristes").language()).isEqualTo("fr");
        assertThat(with(a, "The rescuers").language()).isEqualTo("en");
        assertThat(with(a, "Спасатели").language()).isEqualTo("ru");
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        Article a = read("""
                LISEK, 3 MAR 90 -- [TEXT] THE ENGINEERS HAVE CLOSED THE LAST GAP IN THE
                WALL ABOVE THE TOWN, THE MINISTRY REPORTED. MORE THAN FOUR THOUSAND
                PEOPLE HAD TO LEAVE THEIR HOMES WHEN THE WATER CAME, AND MOST OF THEM
                ARE BACK BY NOW, ACCORDING TO THE GOVERNOR OF THE PROVINCE.
                """);
        assertThat(texts(a, Role.BODY)).hasSize(1);
        assertThat(Pages.published(a)).isEqualTo("1990-03-03 text");
    }

    @Test
    void emptyAndOddPagesAreReadWithoutFailing() {
        for (String odd : new String[] {
            "", "\n\n", "....", "\u0000\uFFFD", "x", "\uD83D\uDE00\uD800", "©", "(", "By", "1", "- - -"
        }) {
            Article a = read(odd);
            assertThat(a.text()).isEqualTo(odd);
        }
    }

    /** Written for this test: a list of other stories that close like sentences, a story, and notices behind it. */
    private static final String LISTED = """
            Sport
            Which running shoes last longest when you train on a wet track in winter?
            Five soups that need nothing but an onion, a lemon and a quarter of an hour.
            Chess: the youngest champion of all loses her temper and then her crown!
            A museum counts its teaspoons and finds that thousands of them have gone missing.
            Ferry sinks off Port Adela, dozens of passengers missing

            The ferry Santa Rita sank on Monday night on its way from Port Adela to the islands, and dozens of passengers are missing, the coast guard said.
            Fishermen pulled 61 passengers from the water before the coast guard arrived, and the hospital of Port Adela treated them during the night.
            The ferry carried at least 140 passengers, although its papers allow no more than 110, a port official said on Tuesday.
            Divers of the coast guard began to search the wreck on Tuesday; the ferry lies at a depth of forty metres in front of the islands.
            The port authority stopped all other ferries to the islands until their papers and their boats are examined by the coast guard.
            Relatives of the missing passengers waited in front of the hospital and asked the port authority for a list of the names.
            Nineteen passengers were found dead by Tuesday evening, the coast guard said, and the search of the wreck goes on.

            More offers
            Your monthly subscription renews automatically unless you cancel it before the renewal date in your settings.
            """;

    @Test
    void sentencesThatShareNoWordWithTheStoryAreOtherStories() {
        Article a = read(LISTED);
        assertThat(role(a, "Which running shoes")).isEqualTo(Role.TEASER);
        assertThat(role(a, "thousands of them have gone missing")).isEqualTo(Role.TEASER);
        assertThat(role(a, "Your monthly subscription")).isEqualTo(Role.TEASER);
        assertThat(role(a, "The ferry Santa Rita sank")).isEqualTo(Role.BODY);
        assertThat(role(a, "Nineteen passengers")).isEqualTo(Role.BODY);
        assertThat(a.title()).contains("Ferry sinks off Port Adela, dozens of passengers missing");
    }

    @Test
    void aLastParagraphOfOtherWordsStaysInTheStory() {
        String background = "Elsewhere, unusually heavy monsoon rains washed away bridges and railway embankments.";
        Article a = read(LISTED.substring(0, LISTED.indexOf("More offers")).strip() + "\n" + background + "\n");
        assertThat(role(a, "unusually heavy monsoon")).isEqualTo(Role.BODY);
    }
}
