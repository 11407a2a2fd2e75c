package org.sitrep.extract.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.extract.Sample;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Place;
import org.sitrep.model.Span;

class SceneTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));
    private static final Names NAMES = new Names(PACKS);

    private static Place place(String language, String s, String words) {
        List<Names.Part> parts = List.of(new Names.Part(
                language, PACKS.pack(language).orElseThrow().text(s, new Span(0, s.length()))));
        int at = s.indexOf(words);
        return NAMES.scene(parts, NAMES.of(parts))
                .at(new Span(at, at + words.length()))
                .orElseThrow();
    }

    @Test
    void theSentenceGivesThePlace() {
        Place place = place(
                "en",
                "Peru's army moved. On Monday 17 people died in Juliaca, officials in Lima said.",
                "17 people died");
        assertThat(place.label()).isEqualTo("Juliaca");
        assertThat(place.point()).isPresent();
        assertThat(place("fr", "Au Pérou, la nuit fut longue. À Juliaca, 17 personnes sont mortes.", "17 personnes")
                        .label())
                .isEqualTo("Juliaca");
    }

    @Test
    void elseItIsTheStateTheArticleIsAboutAndNotTheOneThatSendsTroops() {
        String s = "Russia sent planes and Russia sent troops. Shops in Almaty were burnt. Some 2,000 soldiers came.";
        Place place = place("en", s, "2,000 soldiers");
        assertThat(place.label()).isEqualTo("Kazakhstan");
        assertThat(place.point()).as("a state has no point").isEmpty();
        assertThat(place.precision()).contains(Place.Precision.COUNTRY);
    }

    @Test
    void aPeopleCountsWhereNoPlaceIsNamed() {
        assertThat(place("en", "The Gambian president stayed. Some 7,000 soldiers came.", "7,000 soldiers")
                        .label())
                .isEqualTo("Gambia");
    }

    @Test
    void bracketsTellOfWhatStandsBeforeThem() {
        String land = "Peru mourns. In Peru the count goes on. ";
        assertThat(place("en", land + "There were 60 dead (30 in Juliaca, 20 in Puno) by noon.", "60 dead")
                        .label())
                .isEqualTo("Peru");
        assertThat(place("en", land + "There were 60 dead (30 in Juliaca, 20 in Puno) by noon.", "20 in")
                        .label())
                .isEqualTo("Puno");
        assertThat(place("en", land + "There was fighting in Puno (12 dead) and a march in Juliaca.", "12 dead")
                        .label())
                .isEqualTo("Puno");
        assertThat(place("en", land + "The bridge (40 km from Juliaca) fell and 12 people died.", "12 people")
                        .label())
                .isEqualTo("Peru");
        assertThat(place("en", land + "Twelve people died (Juliaca) on Monday.", "Twelve people")
                        .label())
                .isEqualTo("Juliaca");
    }

    @Test
    void theDeadOfATownAreThere() {
        String s = "Lima. — Los fallecidos de Juliaca subieron a 14, y así son 43 en todo el país. Perú llora.";
        assertThat(place("es", s, "fallecidos").label()).isEqualTo("Juliaca");
        assertThat(place("es", s, "43").label()).isEqualTo("Peru");
    }

    @Test
    void aStateThatCountsIsTheScene() {
        String s = "En Syrie la nuit fut longue. En Syrie on creuse. La Turquie à elle seule compte 900 défunts.";
        assertThat(place("fr", s, "900").label()).isEqualTo("Turkey");
    }

    @Test
    void mostlyInATownIsNotInThatTown() {
        String s = "In Kazakhstan all is calm. Police held 400 people, mostly in Almaty.";
        assertThat(place("en", s, "400 people").label()).isEqualTo("Kazakhstan");
    }

    @Test
    void theCityIsTheOneNamedLast() {
        String s = "Комендант Алматы говорил, что в городе пострадали 500 человек. В Казахстане спокойно.";
        assertThat(place("ru", s, "500 человек").label()).isEqualTo("Almaty");
    }

    @Test
    void theReportersTownIsNotTheScene() {
        String s = "JULIACA (Agencia) - Una semana después murieron 30 personas, dijo la policía. Perú llora.";
        assertThat(place("es", s, "30 personas").label()).isEqualTo("Peru");
    }

    @Test
    void troopsOfAPeopleDoNotMoveTheScene() {
        String s = "Russian-led troops begin to go home. Some 2,000 soldiers have begun to leave Kazakhstan.";
        assertThat(place("en", s, "2,000 soldiers").label()).isEqualTo("Kazakhstan");
    }

    private static String told(String language, String text, String quote) {
        return Sample.read(language, text, Optional.empty()).claims().stream()
                .filter(c -> c instanceof Claim.Figure && c.evidence().quote().contains(quote))
                .map(c -> ((Claim.Figure) c).place().map(Place::label).orElse("nowhere"))
                .findFirst()
                .orElse("no claim");
    }

    @Test
    void aParagraphsOpeningStateRulesInARoundUpUntilTheNext() {
        String text =
                "La Tunisie en colère, la Tunisie en grève\n\nEn Tunisie, les rues sont vides. En Tunisie, on attend.\n\n"
                        + "Au Yémen, la journée a été calme. La police a tué 2 manifestants.\n\nOn compte 14 blessés.\n\n"
                        + "En Tunisie, la nuit fut longue. La police a tué 5 manifestants.";
        String yemen = told("fr", "Au Yémen, 14 personnes ont été tuées.", "14");
        assertThat(told("fr", text, "2 manifestants")).isEqualTo(yemen);
        assertThat(told("fr", text, "14 blessés")).isEqualTo(yemen);
        assertThat(told("fr", text, "5 manifestants")).isNotEqualTo(yemen);
    }

    @Test
    void anAsideAbroadRulesItsOwnParagraphOnly() {
        String text = "Túnez espera, Túnez calla\n\nLa vida sigue en Túnez. En Túnez nadie trabaja.\n\n"
                + "En Yemen, el día fue tranquilo. La policía mató a 2 manifestantes.\n\nHay 14 heridos en los hospitales.";
        String yemen = told("es", "En Yemen, 14 personas murieron.", "14");
        assertThat(told("es", text, "2 manifestantes")).isEqualTo(yemen);
        assertThat(told("es", text, "14 heridos")).isNotEqualTo(yemen);
    }
}
