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

/** A crisis that never was, read from pages into the report: each line says what its page says, no more and no less. */
class ReportLinesTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    private static final String ARMY =
            "Mission over, says commander\n\nBANJUL (Reuters) - “The mission is accomplished”, said at the harbour "
                    + "Senegalese General Amadou Sarr, commander of the ECOWAS contingent comprising 1,270 soldiers, whom the capital "
                    + "had met with flowers on March 4.\n\nAt least 61 people died in the violence, including 14 police officers, the interior "
                    + "ministry said. The police arrested nearly 900 people.\n\nThe withdrawal has to be finished within ten days, "
                    + "according to President Lamin Jobe and ECOWAS.";
    private static final String BLOC =
            "Gambie : la force s’en va\n\nLa CEDEAO a envoyé des troupes en Gambie le 4 mars. Le président Lamin Jobe a promis "
                    + "lundi qu’il n’y aura plus un seul soldat étranger dans le pays après le 21 mars.\n\nLes Nations unies avaient "
                    + "publié le chiffre de 90 morts. Elles l’ont retiré quelques heures après.";
    private static final String REPORT =
            report(page("army", "2031-03-11", "en", ARMY), page("bloc", "2031-03-10", "fr", BLOC));

    private static Page page(String key, String day, String language, String text) {
        return new Page(
                key,
                key,
                Page.Format.TEXT,
                text,
                Optional.empty(),
                Optional.of(language),
                Edtf.parse(day),
                Optional.empty());
    }

    private static String report(Page... pages) {
        List<Claim.Claims> claims = Stream.of(pages).map(PIPELINE::claims).toList();
        List<Situation> situations = PIPELINE.situations(claims, Optional.empty());
        assertThat(situations).as("one crisis").hasSize(1);
        return new Reports().markdown(situations.getFirst(), Locale.ENGLISH).replaceAll("\\[\\^[0-9]+\\]", "");
    }

    private static Optional<String> line(String part) {
        return REPORT.substring(REPORT.indexOf("## Key figures"))
                .lines()
                .filter(l -> l.startsWith("- ") && l.contains(part))
                .findFirst();
    }

    @Test
    void aStrengthInAnAsideSaysWhoseItIsAndKeepsThePagesDay() {
        assertThat(line("1,270"))
                .hasValueSatisfying(l -> assertThat(l)
                        .contains("told 11 March 2031", "Reuters", "Amadou Sarr, commander of the ECOWAS contingent"));
    }

    @Test
    void aPartStandsUnderItsWholeAndNowhereElse() {
        assertThat(line("at least 61")).isPresent();
        String key = REPORT.substring(REPORT.indexOf("## Key figures"), REPORT.indexOf("## Situation overview"));
        assertThat(key).contains("· including 14 security forces").doesNotContain("**Killed** · security forces");
    }

    @Test
    void whatIsCountedIsNoEventOfItsOwn() {
        assertThat(REPORT).contains("almost 900").doesNotContain("- **Arrest**");
    }

    @Test
    void twoWhoSpeakTogetherAreBothNamed() {
        assertThat(REPORT).contains("Lamin Jobe and ECOWAS");
    }

    @Test
    void aNumberThatTheNextSentenceTakesBackDoesNotStand() {
        assertThat(line("90 — United Nations"))
                .hasValueSatisfying(l -> assertThat(l).contains("*withdrawal*"));
        assertThat(REPORT).doesNotContain("highest that stands: 90");
    }

    @Test
    void aPageThatNamesNoOutletIsSaidToNameNone() {
        assertThat(REPORT).contains("names no outlet");
    }
}
