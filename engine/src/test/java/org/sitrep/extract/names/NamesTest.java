package org.sitrep.extract.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.model.Span;

class NamesTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));
    private static final Names NAMES = new Names(PACKS);

    private static Mentions mentions(String language, String s) {
        Text t = PACKS.pack(language).orElseThrow().text(s, new Span(0, s.length()));
        return NAMES.of(List.of(new Names.Part(language, t))).getFirst();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | Interior Minister Paula Okeke spoke in Lagos. | PERSON | Paula Okeke
            en | Gen. Ivo Marek left. | PERSON | Ivo Marek
            en | Lena Falk of the prosecutor's office said so. | PERSON | Lena Falk
            en | Anna Weiss, a spokeswoman for the army, agreed. | PERSON | Anna Weiss
            en | The police of Lagos agreed. | INSTITUTION | Police of Lagos
            es | Según la Dirección de Salud de Cusco, no hay más. | INSTITUTION | Health Directorate of Cusco
            en | Officials from the CSTO met. | GENERIC | officials
            en | The Russian Defense Ministry denied it. | INSTITUTION | Defence Ministry of Russia
            en | The Collective Security Treaty Organisation met. | ORGANISATION | CSTO
            en | Telenord.kz reported fire. | MEDIA | Telenord.kz
            en | Witness Paul Brown ran away. | GENERIC | witnesses
            fr | Le vice-ministre Ali Sarr arrive. | PERSON | Ali Sarr
            fr | Pour Paul Durand, de l'ONU, c'est grave. | PERSON | Paul Durand
            fr | Le ministère russe de la Défense dément. | INSTITUTION | Defence Ministry of Russia
            fr | Les autorités kazakhes enquêtent. | GENERIC | authorities of Kazakhstan
            """)
    void findsActors(String language, String text, Mention.Kind kind, String name) {
        assertThat(mentions(language, text).all())
                .extracting(Mention::kind, Mention::name)
                .contains(org.assertj.core.groups.Tuple.tuple(kind, name));
    }

    @Test
    void aSurnameMeansThePersonInOfficeNamedElsewhereOnThePage() {
        assertThat(mentions("en", "Colonel Marta Dijkstra arrived. Later Dijkstra left, and Dykstra stayed.")
                        .all())
                .extracting(Mention::name)
                .containsExactly("Marta Dijkstra", "Marta Dijkstra", "Marta Dijkstra");
    }

    @Test
    void privatePersonsNeverBecomeActors() {
        assertThat(mentions("en", "Maria Lopez, 34, lost her son Pablo. Protester John Doe was shot.")
                        .all())
                .noneMatch(Mention::actor);
    }

    @Test
    void aWitnessKeepsTheRoleOnly() {
        Mention m = mentions("en", "A witness Paul Brown ran.").all().getFirst();
        assertThat(m.shortForm().of("A witness Paul Brown ran.")).isEqualTo("witness");
    }

    @Test
    void townsCarryIdAndCoordinates() {
        Mentions.Where where = mentions("en", "Fires broke out in Alma-Ata overnight.")
                .places()
                .getFirst();
        assertThat(where.place().label()).isEqualTo("Almaty");
        assertThat(where.place().point()).isPresent();
    }

    @Test
    void aPageTeachesItsAcronyms() {
        assertThat(mentions("en", "The Sahel Stabilisation Mission (SASTAM) arrived. On Friday SASTAM left.")
                        .all())
                .anyMatch(m -> m.kind() == Mention.Kind.ORGANISATION && m.name().equals("SASTAM"));
    }
}
