package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Which pages and claims a situation of an earlier day knows, and what a situation is called. */
class KnownPagesTest {
    private static final Reconciler RECONCILER = new Reconciler(Packs.load(Path.of("../languages")));
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

    private static final List<Claim.Claims> PAGES = Scenario.read(List.of(
                    "== pages of four days",
                    "page e | 2031-03-04",
                    "figure a | killed | 40 people | in Kenya | known 2031-03-03",
                    "figure b | killed | 41 people | in Kenya",
                    "page d",
                    "figure c | killed | 42 people | in Kenya",
                    "page c | 2031-03-03",
                    "figure d | killed | 43 people | in Kenya",
                    "figure g | killed | 48 people | in Kenya | known 2031-03-04",
                    "page b | 2031-03-04",
                    "figure e | killed | 44 people | in Kenya",
                    "page a | 2031-03-03",
                    "text Nothing is counted in Kenya.",
                    "page f | 2031-03",
                    "text Nothing is counted in Kenya."))
            .getFirst()
            .pages();

    private static List<String> pages(Situation s) {
        return s.articles().stream().map(a -> a.page()).toList();
    }

    private static List<String> claims(Situation s) {
        return s.claims().stream().map(Claim::id).toList();
    }

    @Test
    void whatWasPublishedOrKnownOnTheDayIsKnown() {
        Situation s = RECONCILER.situation(PAGES, Optional.of(DAY));
        assertThat(pages(s)).containsExactly("a", "c", "e");
        assertThat(claims(s)).containsExactly("d", "a");
        assertThat(s.crisis()).isEqualTo("a");
        assertThat(RECONCILER.situations(PAGES, Optional.of(DAY)))
                .flatExtracting(KnownPagesTest::claims)
                .containsExactly("d", "a");
    }

    @Test
    void aMonthIsPublishedOnItsLastDay() {
        assertThat(pages(RECONCILER.situation(PAGES, Optional.of(LocalDate.of(2031, 3, 30)))))
                .containsExactly("a", "b", "c", "e");
        assertThat(pages(RECONCILER.situation(PAGES, Optional.of(LocalDate.of(2031, 3, 31)))))
                .containsExactly("a", "b", "c", "e", "f");
    }

    @Test
    void withoutADayEverythingIs() {
        assertThat(pages(RECONCILER.situation(PAGES))).containsExactly("a", "b", "c", "d", "e", "f");
    }

    @Test
    void ofNoPagesNothingIsKnown() {
        Situation s = RECONCILER.situation(PAGES, Optional.of(DAY.minusDays(1)));
        assertThat(s.crisis()).isEmpty();
        assertThat(s.title()).isEmpty();
        assertThat(s.articles()).isEmpty();
        assertThat(s.histories()).isEmpty();
    }

    private static String title(String... lines) {
        List<String> all = new ArrayList<>(List.of("== titles"));
        all.addAll(List.of(lines));
        return RECONCILER.situation(Scenario.read(all).getFirst().pages()).title();
    }

    @Test
    void aCrisisIsCalledByItsStatesAndMonths() {
        assertThat(title("page p | 2031-03-03", "figure a | displaced | 40 people | in Kenya"))
                .isEqualTo("Kenya, March 2031");
        assertThat(title(
                        "page p | 2031-03-03",
                        "figure a | displaced | 40 people | in Kenya | known 2031-02-27",
                        "page q | 2031-04-01",
                        "figure b | displaced | 40 people | in Chad"))
                .isEqualTo("Chad and Kenya, February 2031 to April 2031");
        assertThat(title("page p", "figure a | displaced | 40 people | in Kenya"))
                .isEqualTo("Kenya");
        assertThat(title("page p | 2031-03-03", "figure a | displaced | 40 people"))
                .isEqualTo("March 2031");
        assertThat(title("page p", "figure a | displaced | 40 people")).isEqualTo("p");
    }

    @Test
    void aStateNamedAThirdAsOftenBelongsToItsName() {
        String[] three = {
            "page p",
            "figure a | displaced | 40 people | in Kenya",
            "page q",
            "figure b | displaced | 40 people | in Kenya",
            "page r",
            "figure c | displaced | 40 people | in Kenya",
            "figure d | displaced | 40 people | in Chad"
        };
        assertThat(title(three)).isEqualTo("Kenya and Chad");
        List<String> four = new ArrayList<>(List.of(three));
        four.addAll(List.of("page s", "figure e | displaced | 40 people | in Kenya"));
        assertThat(title(four.toArray(String[]::new))).isEqualTo("Kenya");
    }
}
