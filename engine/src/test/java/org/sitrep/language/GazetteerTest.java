package org.sitrep.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.model.Place;
import org.sitrep.model.Span;

class GazetteerTest {
    private static final Path LANGUAGES = Path.of("..", "languages");
    private static final Packs PACKS = Packs.load(LANGUAGES);
    private static final Gazetteer GAZETTEER = Gazetteer.load(LANGUAGES);

    private static List<String> places(String language, String s) {
        Text text = PACKS.pack(language).orElseThrow().text(s, new Span(0, s.length()));
        return GAZETTEER.resolve(GAZETTEER.mentions(text, language), Set.of()).stream()
                .map(p -> p.mention().words() + "=" + p.toponym().name())
                .toList();
    }

    @Test
    void namesOldAndNewMeanTheSamePlace() {
        assertThat(places("en", "Flights from Nur-Sultan to Alma-Ata were cancelled."))
                .containsExactly("Nur-Sultan=Astana", "Alma-Ata=Almaty");
        assertThat(places("fr", "L'armée a quitté Nour-Soultan pour l'Ouzbékistan."))
                .containsExactly("Nour-Soultan=Astana", "Ouzbékistan=Uzbekistan");
    }

    @Test
    void theWordBesideANameTellsRegionFromTown() {
        assertThat(places("en", "Shots were heard in Herat. Herat province was calm, the city of Herat was not."))
                .containsExactly("Herat=Herat", "Herat province=Herat Province", "city of Herat=Herat");
        assertThat(places("en", "Police in the Almaty, Zhambyl and Kyzylorda regions were on alert."))
                .containsExactly("Almaty=Almaty Region", "Zhambyl=Jambyl Region", "Kyzylorda regions=Kyzylorda Region");
        assertThat(places("fr", "dans la région d'Almaty et à Almaty"))
                .containsExactly("région d'Almaty=Almaty Region", "Almaty=Almaty");
    }

    @Test
    void aTownTakesTheCountryOfItsPage() {
        assertThat(places("en", "Clashes in Tripoli, Lebanon, left two dead."))
                .containsExactly("Tripoli=Tripoli", "Lebanon=Lebanon");
        Text text = PACKS.pack("en").orElseThrow().text("In Tripoli shots were heard.", new Span(0, 28));
        List<PlaceMention> mentions = GAZETTEER.mentions(text, "en");
        assertThat(GAZETTEER.resolve(mentions, Set.of("LB")))
                .extracting(p -> p.toponym().country())
                .containsExactly("LB");
        assertThat(GAZETTEER.resolve(mentions, Set.of()))
                .extracting(p -> p.toponym().country())
                .containsExactly("LY");
    }

    @Test
    void everydayWordsAndNamesAreNoPlaces() {
        assertThat(
                        places(
                                "en",
                                "Police said it was nice. Mobile networks failed. Reading aloud, General Martin agreed. Michael Jordan left."))
                .isEmpty();
        assertThat(places("fr", "La police a parlé. Nice a été épargnée, a dit Jean Martin à Nice."))
                .containsExactly("Nice=Nice");
    }

    @Test
    void onlyTownsHaveAPoint() {
        Toponym state = GAZETTEER.place("1522867").orElseThrow();
        assertThat(state.place("Kazakhstan").point()).isEmpty();
        assertThat(state.precision()).isEqualTo(Place.Precision.COUNTRY);
        assertThat(GAZETTEER.place("1526384").orElseThrow().place("Almaty").point())
                .contains(new Place.Point(43.2567, 76.9286));
        assertThat(GAZETTEER.place("999")).isEqualTo(Optional.empty());
    }

    @Test
    void aMissingFileSaysWhatWritesIt(@TempDir Path empty) throws Exception {
        Files.createDirectories(empty.resolve("places"));
        assertThatThrownBy(() -> Gazetteer.load(empty))
                .isInstanceOf(PackError.class)
                .hasMessageContaining("names.tsv")
                .hasMessageContaining("build.py");
    }
}
