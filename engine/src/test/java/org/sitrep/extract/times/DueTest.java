package org.sitrep.extract.times;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.model.Code;
import org.sitrep.model.Edtf;
import org.sitrep.model.Span;

/** Deadlines, announced on Tuesday 11 January 2022. */
class DueTest {
    private static final Packs PACKS = Packs.load(Path.of("..", "languages"));
    private static final LocalDate ANNOUNCED = LocalDate.of(2022, 1, 11);

    private static String due(String language, String text, Optional<LocalDate> announced, Optional<LocalDate> start) {
        Pack pack = PACKS.pack(language).orElseThrow();
        List<Moment> moments = new TimeReader(pack).read(pack.text(text, new Span(0, text.length())), announced);
        return moments.stream()
                .flatMap(m -> Due.of(m, announced, start).stream())
                .findFirst()
                .map(DueTest::line)
                .orElse("none");
    }

    private static String line(Due d) {
        return d.day().map(Edtf::text).orElse("-") + " "
                + (d.durationDays().isPresent() ? d.durationDays().getAsInt() : "-") + " "
                + d.base().map(Code::code).orElse("-") + " " + d.qualifier().code();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | All troops will leave within ten days.                     | 2022-01-21 10 announcement at_most
            en | The first units will leave within the next two days.       | 2022-01-13 2 announcement at_most
            en | The pull-out starts in two days, he said.                  | 2022-01-13 2 announcement exact
            en | The pull-out will begin in two days.                       | 2022-01-13 2 announcement exact
            en | The pull-out will take no more than 10 days.               | - 10 start at_most
            en | The pull-out will take at least ten days.                  | - 10 start at_least
            en | They will stay for six months.                             | - 180 start exact
            en | The mandate is extended by three months.                   | - 90 date at_most
            en | They will fall back by the end of the week.                | 2022-01-16 - - at_most
            en | They will be gone by the end of the month.                 | 2022-01-31 - - at_most
            en | They will be gone by year-end.                             | 2022-12-31 - - at_most
            en | They will be gone before the end of January.               | 2022-01-31 - - at_most
            en | He has until midnight of Wednesday to step down.           | 2022-01-12 - - at_most
            en | He has until noon on Friday to step down.                  | 2022-01-14 - - at_most
            en | They must be out by 19 January.                            | 2022-01-19 - - at_most
            en | It should start no later than February 19, 2022.           | 2022-02-19 - - at_most
            en | No foreign soldier will stay after January 23.             | 2022-01-23 - - at_most
            en | The force will start leaving this week.                    | 2022-01-16 - - exact
            en | The force will begin to leave on January 13.               | 2022-01-13 - - exact
            en | It will be cut to 500 men from 21 February.                | none
            en | They have guarded the airport since 6 January.             | none
            en | They will leave soon.                                      | none
            fr | Ils partiront d'ici au 19 janvier.                         | 2022-01-19 - - at_most
            fr | Ils partiront au plus tard le 19 janvier.                  | 2022-01-19 - - at_most
            fr | Ils partiront d'ici la fin de l'année.                     | 2022-12-31 - - at_most
            fr | Ils partiront dans deux jours.                             | 2022-01-13 2 announcement exact
            fr | Ils partiront dans les dix jours.                          | 2022-01-21 10 announcement at_most
            fr | Le retrait ne prendra pas plus de dix jours.               | - 10 start at_most
            fr | Le retrait prendra au moins dix jours.                     | - 10 start at_least
            fr | Il a jusqu'à vendredi midi pour partir.                    | 2022-01-14 - - at_most
            fr | L'état d'urgence est en vigueur jusqu'au 19 janvier.       | 2022-01-19 - - at_most
            fr | La mission est prolongée de trois mois.                    | - 90 date at_most
            es | La salida durará no más de diez días.                      | - 10 start at_most
            es | Se irán antes de fin de año.                               | 2022-12-31 - - at_most
            es | La misión fue prorrogada por tres meses.                   | - 90 date at_most
            es | Saldrán en un plazo de diez días.                          | 2022-01-21 10 announcement at_most
            es | Saldrán a más tardar el 19 de enero.                       | 2022-01-19 - - at_most
            ru | К 19 января они уйдут.                                     | 2022-01-19 - - at_most
            ru | Вывод займёт не более десяти дней.                         | - 10 start at_most
            ru | Вывод начнётся через два дня.                              | 2022-01-13 2 announcement exact
            ru | Они уйдут до конца недели.                                 | 2022-01-16 - - at_most
            ru | Они уйдут не позднее 19 января.                            | 2022-01-19 - - at_most
            ru | Миссия продлена на три месяца.                             | - 90 date at_most
            ru | Они уйдут в течение десяти дней.                           | 2022-01-21 10 announcement at_most
            de | Binnen zehn Tagen soll alles vorbei sein.                  | 2022-01-21 10 announcement at_most
            de | Bis spätestens 19. Januar sollen alle gehen.               | 2022-01-19 - - at_most
            de | Der Abzug soll bis Ende der Woche beginnen.                | 2022-01-16 - - at_most
            it | Il ritiro durerà non più di dieci giorni.                  | - 10 start at_most
            it | Lasceranno il Paese entro il 19 gennaio.                   | 2022-01-19 - - at_most
            it | Partiranno entro la fine della settimana.                  | 2022-01-16 - - at_most
            pt | A saída ficará concluída a 19 de janeiro.                  | 2022-01-19 - - exact
            pt | Vão sair no prazo de dez dias.                             | 2022-01-21 10 announcement at_most
            pt | Sairão até ao fim do mês.                                  | 2022-01-31 - - at_most
            """)
    void deadlines(String language, String text, String expected) {
        assertThat(due(language, text, Optional.of(ANNOUNCED), Optional.empty()))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The pull-out will take no more than 10 days.               | 2022-01-23 10 start at_most
            en | The pull-out will be over within 10 days.                  | 2022-01-23 10 start at_most
            en | They will stay for six months.                             | 2022-07-13 180 start exact
            """)
    void aKnownStartIsWhatALengthCountsFrom(String language, String text, String expected) {
        assertThat(due(language, text, Optional.of(ANNOUNCED), Optional.of(LocalDate.of(2022, 1, 13))))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | All troops will leave within ten days.                     | - 10 announcement at_most
            en | The pull-out will begin in two days.                       | - 2 announcement exact
            en | They will leave on Friday.                                 | none
            en | They must be out by 19 January 2022.                       | 2022-01-19 - - at_most
            """)
    void withoutAPageDateNothingIsGuessed(String language, String text, String expected) {
        assertThat(due(language, text, Optional.empty(), Optional.empty())).isEqualTo(expected);
    }
}
