package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.model.Amount;
import org.sitrep.model.Code;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;

class LabelsTest {
    private static Properties file(String name) throws IOException {
        Properties words = new Properties();
        words.load(new InputStreamReader(LabelsTest.class.getResourceAsStream(name), StandardCharsets.UTF_8));
        return words;
    }

    @Test
    void frenchTranslatesEveryLabelAndNothingElse() throws IOException {
        Set<String> missing = new TreeSet<>(file("labels.properties").stringPropertyNames());
        Set<String> extra = new TreeSet<>(file("labels_fr.properties").stringPropertyNames());
        extra.removeIf(key -> key.startsWith("why."));
        extra.removeAll(missing);
        missing.removeAll(file("labels_fr.properties").stringPropertyNames());
        assertThat(extra).isEmpty();
        assertThat(missing)
                .as("labels that are the same in both languages")
                .containsExactly(
                        "amount.exact",
                        "date.day",
                        "date.month",
                        "date.plain",
                        "measures.misfortunes",
                        "measures.order");
    }

    @Test
    void actorsHaveTheirFrenchNamesByPartsAndNothingElseIsTranslated() throws IOException {
        Labels french = Labels.of(Locale.FRENCH);
        assertThat(french.name("NATO")).isEqualTo("OTAN");
        assertThat(french.name("Health Ministry of Chad")).isEqualTo("ministère de la Santé (Tchad)");
        assertThat(french.name("Chad")).isEqualTo("Tchad");
        assertThat(french.name("Harbour Board of Chad")).isEqualTo("Harbour Board of Chad");
        assertThat(Labels.of(Locale.ENGLISH).name("Health Ministry of Chad")).isEqualTo("Health Ministry of Chad");
    }

    @Test
    void everyFrenchNameStandsForOneThatReconciliationGives() throws IOException {
        String known = Files.readString(Path.of("..", "languages", "names", "organisations.yaml"))
                + Files.readString(Path.of("..", "languages", "fr", "words", "actors.yaml"));
        assertThat(file("names_fr.properties").stringPropertyNames())
                .allSatisfy(key -> assertThat(known).contains("\n  " + key.substring("name.".length()) + ":"));
    }

    @Test
    void everyMeasureHasItsLabelAndItsPlace() throws IOException {
        Set<String> labels = file("labels.properties").stringPropertyNames();
        List<String> order = Labels.of(Locale.ROOT).measures("order");
        try (var files = Files.list(Path.of("..", "languages", "measures"))) {
            assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
                    .as(
                            "languages/measures/ID.yaml asks for a line measure.ID in labels.properties and labels_fr.properties, and for a place in measures.order")
                    .allMatch(id -> labels.contains("measure." + id) && order.contains(id));
        }
    }

    @Test
    void translationsKeepThePlacesToFill() throws IOException {
        Properties base = file("labels.properties");
        Properties french = file("labels_fr.properties");
        for (String key : french.stringPropertyNames()) {
            for (String place : new String[] {"{0}", "{1}"}) {
                if (key.startsWith("date.") || key.startsWith("amount.") || key.startsWith("why.")) continue;
                assertThat(french.getProperty(key).contains(place))
                        .as(key)
                        .isEqualTo(base.getProperty(key).contains(place));
            }
        }
    }

    @Test
    void everyClosedCodeHasALabel() throws IOException {
        Properties base = file("labels.properties");
        label(base, "status", Status.values());
        label(base, "phase", Situation.Phase.values());
        label(base, "verdict", Situation.Verdict.values());
        label(base, "relation", ContestedPart.TOLD.toArray(Code[]::new));
        label(base, "flag", Passage.Flag.values());
        label(base, "kind", Situation.Name.Kind.values());
        label(base, "amount", Qualifier.values());
    }

    private static void label(Properties base, String group, Code[] codes) {
        for (Code code : codes) assertThat(base).containsKey(group + "." + code.code());
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0', '0'",
        "999, '999', '999'",
        "1700, '1,700', '1\u202f700'",
        "1234567, '1,234,567', '1\u202f234\u202f567'"
    })
    void numbersAreGrouped(long value, String english, String french) {
        assertThat(Labels.of(Locale.ENGLISH).number(value)).isEqualTo(english);
        assertThat(Labels.of(Locale.FRENCH).number(value)).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource({
        "2022-01-01, 1 January 2022, 1er janvier 2022", "2022-01-06~, about 6 January 2022, vers le 6 janvier 2022",
                "2022-01, January 2022, janvier 2022",
        "2022, 2022, 2022",
                "2022-01-05/2022-01-11, 5 January 2022 to 11 January 2022, du 5 janvier 2022 au 11 janvier 2022",
                "2022-01-05/.., since 5 January 2022, depuis le 5 janvier 2022"
    })
    void datesAreWrittenOut(String edtf, String english, String french) {
        assertThat(Labels.of(Locale.ENGLISH).date(new Edtf(edtf))).isEqualTo(english);
        assertThat(Labels.of(Locale.FRENCH).date(new Edtf(edtf))).isEqualTo(french);
    }

    @Test
    void reasonsOfOtherStagesAreTranslatedWithTheirDays() {
        String why = "it happened on 2022-01-12, due 2022-01-13";
        assertThat(Labels.of(Locale.ENGLISH).reason(why))
                .isEqualTo("it happened on 12 January 2022, due 13 January 2022");
        assertThat(Labels.of(Locale.FRENCH).reason(why))
                .isEqualTo("c’est arrivé le 12 janvier 2022, échéance le 13 janvier 2022");
        assertThat(Labels.of(Locale.FRENCH).reason("something new")).isEqualTo("something new");
    }

    @Test
    void noHedgeIsLost() {
        for (Qualifier q : Qualifier.values()) {
            if (q == Qualifier.EXACT || q.vague() || q == Qualifier.RANGE) continue;
            assertThat(Labels.of(Locale.ENGLISH).amount(Amount.of(1700, q)))
                    .as(q.code())
                    .contains("1,700")
                    .isNotEqualTo("1,700");
        }
        assertThat(Labels.of(Locale.ENGLISH).amount(Amount.range(7, 9))).isEqualTo("7 to 9");
        assertThat(Labels.of(Locale.FRENCH).amount(Amount.vague(Qualifier.DOZENS)))
                .isEqualTo("des dizaines");
        assertThat(Labels.of(Locale.ENGLISH).day(LocalDate.of(2022, 1, 9))).isEqualTo("9 January 2022");
    }

    @Test
    void everyReasonThatReconcilingGivesIsTranslated() throws IOException {
        Pattern literal = Pattern.compile("(?:say\\([^;]*?|Judged\\([^;]*?|Optional\\.of\\()\"([a-z][a-z ,']+)\"[ ,)]");
        Set<String> reasons = new TreeSet<>();
        for (String file : List.of("Comparison", "Promises", "Origins")) {
            Matcher found =
                    literal.matcher(Files.readString(Path.of("src/main/java/org/sitrep/reconcile/" + file + ".java")));
            while (found.find())
                if (found.group(1).contains(" ") && !found.group(1).endsWith(" ")) reasons.add(found.group(1));
        }
        assertThat(reasons).hasSizeGreaterThan(25);
        assertThat(reasons)
                .allSatisfy(r -> assertThat(Labels.of(Locale.FRENCH).reason(r))
                        .as("labels_fr.properties: why.…")
                        .isNotEqualTo(r));
    }

    @Test
    void aReasonKeepsTheWordsOfThePageAndItsWeekdays() {
        String why =
                "the year is that of the crisis's other pages; the latest day the story names is \"12; May\", a Thursday"
                        + " as in its opening";
        assertThat(Labels.of(Locale.FRENCH).reason(why))
                .isEqualTo("l’année est celle des autres pages de la crise\u00a0; le jour le plus récent que nomme"
                        + " l’article est «\u00a012; May\u00a0», un jeudi comme dans son ouverture");
        assertThat(Labels.of(Locale.ENGLISH).reason(why)).contains("“12; May”, a Thursday");
        assertThat(Labels.of(Locale.FRENCH).reason("what it opens with was still to come: \"deadline\""))
                .isEqualTo("ce par quoi il commence était encore à venir\u00a0: «\u00a0deadline\u00a0»");
    }

    @Test
    void languagesAreThoseOfTheBundles() {
        assertThat(Labels.languages()).containsExactly("en", "fr");
    }

    @Test
    void titlesAndStatesAreInTheReadersLanguage() {
        Labels french = Labels.of(Locale.FRENCH);
        assertThat(french.place("Turkey")).isEqualTo("Turquie");
        assertThat(french.list(List.of("A", "B", "C"))).isEqualTo("A, B et C");
        assertThat(french.operation(new Situation.Operation(
                        "x", Optional.of("ECOWAS"), Optional.of("Gambia"), List.of(), List.of(), List.of())))
                .isEqualTo("Opération Cédéao (Gambie)");
    }
}
