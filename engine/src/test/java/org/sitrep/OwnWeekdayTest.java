package org.sitrep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/** A page that knows its own month names a weekday, and the other pages tell its day: both must leave one day open. */
class OwnWeekdayTest {
    private static final Pipeline PIPELINE = Pipeline.load(Path.of("../languages"));

    private static final Page TOLD = page(
            "told",
            "2031-03-03",
            "en",
            "An earthquake struck the coast of Kenya on Monday. At least 43 people were killed, said Daniel Otieno of the interior ministry. Roads around Malindi and Lamu are cut.");
    private static final Page LATER = page(
            "later",
            "2031-03-10",
            "en",
            "A second earthquake struck the coast of Kenya on Monday. It killed 57 people around Malindi and Lamu, said Daniel Otieno of the interior ministry.");
    private static final String ENGLISH =
            "The earthquake on the coast of Kenya killed 31 people on Monday. Malindi and Lamu wait for help, said Daniel Otieno. Another 16 people were injured.";
    private static final String FRENCH =
            "Le séisme sur la côte du Kenya a fait 31 morts lundi. À Malindi et à Lamu, on attend les secours, a dit Daniel Otieno. On compte aussi 16 blessés.";

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

    /** The day of the only figure of a measure on the page "asks", read together with others in any order. */
    private static String asOf(String measure, Page... pages) {
        List<Claim.Claims> read =
                new ArrayList<>(List.of(pages).stream().map(PIPELINE::claims).toList());
        List<Claim.Claims> forth = PIPELINE.together(read);
        Collections.reverse(read);
        List<Claim.Claims> back = new ArrayList<>(PIPELINE.together(read));
        Collections.reverse(back);
        assertThat(back).as("the order of the pages does not matter").isEqualTo(forth);
        return forth.stream()
                .filter(p -> p.article().page().equals("asks"))
                .flatMap(p -> p.claims().stream())
                .filter(c -> c instanceof Claim.Figure f && f.measure().equals(measure))
                .map(c -> ((Claim.Figure) c).asOf().map(Edtf::text).orElse("-"))
                .distinct()
                .reduce((a, b) -> a + " " + b)
                .orElse("no figure");
    }

    @Test
    void itsMondayIsTheOneOnWhichOthersSayThatItHappened() {
        assertThat(asOf("killed", TOLD, page("asks", "2031-03", "en", ENGLISH))).isEqualTo("2031-03-03");
        assertThat(asOf("killed", TOLD, page("asks", "2031-03", "fr", FRENCH))).isEqualTo("2031-03-03");
        assertThat(asOf("killed", TOLD, page("asks", "2031", "fr", FRENCH))).isEqualTo("2031-03-03");
    }

    @Test
    void whatNamesNoWeekdayKeepsTheMonth() {
        assertThat(asOf("injured", TOLD, page("asks", "2031-03", "en", ENGLISH)))
                .isNotEqualTo("2031-03-03");
        assertThat(asOf("injured", TOLD, page("asks", "2031-03", "fr", FRENCH))).isNotEqualTo("2031-03-03");
    }

    @Test
    void ofTwoMondaysNeitherIsChosen() {
        assertThat(asOf("killed", TOLD, LATER, page("asks", "2031-03", "en", ENGLISH)))
                .isEqualTo(asOf("killed", page("asks", "2031-03", "en", ENGLISH)));
        assertThat(asOf("killed", TOLD, LATER, page("asks", "2031-03", "fr", FRENCH)))
                .isEqualTo(asOf("killed", page("asks", "2031-03", "fr", FRENCH)));
    }

    @Test
    void aMondayOfAnotherMonthIsNotIts() {
        assertThat(asOf("killed", TOLD, page("asks", "2031-04", "fr", FRENCH))).doesNotContain("2031-03");
    }

    @Test
    void aPageWithoutAnyDateStaysWithoutOne() {
        assertThat(asOf("killed", TOLD, page("asks", "", "fr", FRENCH))).doesNotContain("2031-03-03");
    }

    @Test
    void aMondayToComeAndTheLastOneStayOpen() {
        String last =
                "The earthquake on the coast of Kenya killed 31 people last Monday. Rescuers reached Malindi and Lamu on Monday and found 12 dead, said Daniel Otieno.";
        assertThat(asOf("killed", TOLD, page("asks", "2031-03", "en", last))).doesNotContain("2031-03-03");
    }
}
