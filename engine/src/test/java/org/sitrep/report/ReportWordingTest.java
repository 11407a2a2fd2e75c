package org.sitrep.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sitrep.Pipeline;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;

/** What a person reads of a flood that never was: a count that rose is no quarrel, and what is planned or only feared says so. */
class ReportWordingTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    private static final String FIRST = "Flood kills twelve in Gambia\n\n"
            + "BANJUL - The flood in Gambia killed 12 people, the interior ministry said on May 2. Another 30"
            + " people were injured. The bridge had been closed in March 2031.";
    private static final String THIRD = "Flood toll in Gambia rises\n\n"
            + "BANJUL - The flood in Gambia killed 47 people, the interior ministry said on May 5. One of the"
            + " victims was a child. The death toll could reach 90, the mayor warned.";

    private static Situation situation(String... texts) {
        List<Claim.Claims> claims = Stream.of(texts)
                .map(t -> PIPELINE.claims(new Page(
                        "page-" + t.hashCode(),
                        "page-" + t.hashCode(),
                        Page.Format.TEXT,
                        t,
                        Optional.empty(),
                        Optional.of("en"),
                        Edtf.parse(t.contains("May 5") ? "2031-05-05" : "2031-05-02"),
                        Optional.empty())))
                .toList();
        List<Situation> all = PIPELINE.situations(claims, Optional.empty());
        assertThat(all).as("one crisis").hasSize(1);
        return all.getFirst();
    }

    private static String report(Locale locale) {
        return new Reports().markdown(situation(FIRST, THIRD), locale).replaceAll("\\[\\^[0-9]+\\]", "");
    }

    private static String part(String report, String from, String to) {
        int at = report.indexOf("## " + from);
        return report.substring(at, report.indexOf("## " + to, at));
    }

    @Test
    void aCountThatRoseSaysFromWhatAndIsNoRange() {
        String highlights = part(report(Locale.ENGLISH), "Highlights", "Key figures");
        assertThat(highlights)
                .contains("47 (Interior Ministry", "*new*", "; up from 12 (2 May 2031)")
                .doesNotContain("reach from");
        assertThat(part(report(Locale.ENGLISH), "Key figures", "Situation overview"))
                .contains("grew from: 12")
                .contains("*grew from 12*")
                .doesNotContain("lowest that stands: 12");
    }

    @Test
    void aNewHeadFigureIsNamedAmongWhatChangedAndToldInFullBelow() {
        assertThat(part(report(Locale.ENGLISH), "What changed", "Highlights"))
                .doesNotContain("47 (")
                .contains("- New head figures: **Killed** · Gambia, 47;");
    }

    @Test
    void whatIsOnlyFearedSaysSo() {
        assertThat(report(Locale.ENGLISH).lines().filter(l -> l.contains("90")))
                .isNotEmpty()
                .allSatisfy(l -> assertThat(l).containsAnyOf("*forecast*", "*supposed*", "“"));
    }

    @Test
    void frenchNamesTheOfficeThatSpeaks() {
        assertThat(report(Locale.FRENCH))
                .contains("47 (ministère de l’Intérieur")
                .doesNotContain("Interior Ministry");
    }

    @Test
    void frenchTellsGrowthToo() {
        assertThat(report(Locale.FRENCH)).contains("avant\u00a0: 12").contains("*nouveau*");
    }

    @Test
    void aTollOfAnotherYearStandsInASectionOfItsOwn() {
        String old =
                "Flood in Gambia\n\nBANJUL - The flood in Gambia killed 12 people, the interior ministry said on May 2. In 1999 a"
                        + " flood killed 1,340 people in Gambia.";
        String report = new Reports().markdown(situation(FIRST, old), Locale.ENGLISH);
        assertThat(part(report, "Other events told on the pages", "Who is who"))
                .contains("**Killed** · Gambia: 1,340", "1999");
        assertThat(part(report, "What changed", "Other events told on the pages"))
                .doesNotContain("1,340");
        assertThat(new Reports().html(situation(FIRST, old), Locale.ENGLISH))
                .contains("Other events told on the pages");
        assertThat(new Reports().json(situation(FIRST, old), Locale.ENGLISH)).contains("\"type\":\"elsewhere\"");
        assertThat(report(Locale.ENGLISH)).doesNotContain("Other events told");
    }

    @Test
    void oneOfficeUnderTwoNamesIsOneSpeaker() {
        String other =
                "Flood in Gambia\n\nBANJUL - The flood in Gambia killed 47 people, the Interior Ministry of Gambia said on May 5.";
        String names = part(new Reports().markdown(situation(FIRST, other), Locale.ENGLISH), "Who is who", "Pages");
        assertThat(names.lines().filter(l -> l.contains("Interior Ministry"))).hasSize(1);
    }

    @Test
    void evidenceIsTheWholeSentenceWithTheFiguresOwnWordsBehindIt() {
        assertThat(report(Locale.ENGLISH))
                .contains(
                        "“BANJUL - The flood in Gambia killed 47 people, the interior ministry said on May 5.” (here: “killed 47 people”)");
    }

    @Test
    void growthToAnotherSpeakersNumberSaysSo() {
        String other = "Flood in Gambia\n\nBANJUL - The flood in Gambia killed 47 people, the Red Cross said on May 5.";
        String report =
                new Reports().markdown(situation(FIRST, other), Locale.ENGLISH).replaceAll("\\[\\^[0-9]+\\]", "");
        assertThat(report).contains("*grew from 12, given by another speaker*", "; up from 12 (Interior Ministry");
        assertThat(report(Locale.ENGLISH)).doesNotContain("given by another speaker");
    }

    @Test
    void whatWasNotRecognisedIsNotSaidToBeAbsent() {
        assertThat(part(report(Locale.ENGLISH), "Situation overview", "The operation"))
                .contains("was recognised")
                .doesNotContain("hold no");
    }
}
