package org.sitrep.relate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Which pages are one crisis, by profiles made for each case. */
class CrisesTest {
    private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

    private static Profile page(String key, Map<String, Integer> states, LocalDate day, String... words) {
        return new Profile(
                key,
                states,
                Set.of(),
                Set.of(),
                Set.of(words),
                Set.of(),
                Set.of("measure:killed", "event:protest"),
                day,
                day.equals(LocalDate.MIN) ? LocalDate.MAX : day);
    }

    private static Profile page(String key, Map<String, Integer> states, int day, String... words) {
        return page(key, states, DAY.plusDays(day), words);
    }

    /** The keys of each crisis of two pages or more; the same whether all are sorted or one is asked for. */
    private static Set<Set<String>> crises(Profile... pages) {
        List<Profile> ordered = new ArrayList<>(List.of(pages));
        ordered.sort(Comparator.comparing(Profile::page));
        Set<Set<String>> out = keys(ordered);
        assertThat(around(ordered)).as("found page by page").isEqualTo(out);
        return out;
    }

    private static Set<Set<String>> around(List<Profile> pages) {
        Set<Set<String>> out = new HashSet<>();
        for (Profile seed : pages) {
            Crises.Neighbours<Profile> all = new Crises.Neighbours<>() {
                @Override
                public Profile profile(Profile page) {
                    return page;
                }

                @Override
                public Set<Profile> of(Profile page) {
                    return pages.stream().filter(p -> p != page).collect(Collectors.toCollection(LinkedHashSet::new));
                }
            };
            List<Profile> found = Crises.around(seed, all, Integer.MAX_VALUE).pages();
            if (found.size() > 1)
                out.add(found.stream().map(Profile::page).collect(Collectors.toCollection(TreeSet::new)));
        }
        return out;
    }

    private static Set<Set<String>> keys(List<Profile> pages) {
        return Crises.components(pages).stream()
                .filter(c -> c.size() > 1)
                .map(c -> c.stream().map(i -> pages.get(i).page()).collect(Collectors.toCollection(TreeSet::new)))
                .collect(Collectors.toSet());
    }

    @Test
    void aPageOnTwoCountriesDoesNotMakeOneCrisisOfTheirs() {
        assertThat(crises(
                        page("a1", Map.of("Kenya", 9), 0, "nyr", "klf"),
                        page("a2", Map.of("Kenya", 7, "Uganda", 1), 1, "nyr", "klf"),
                        page("b1", Map.of("Uganda", 8), 0, "gln", "tsb"),
                        page("b2", Map.of("Uganda", 6), 1, "gln", "tsb"),
                        page("both", Map.of("Kenya", 6, "Uganda", 5), 1, "nyr", "klf", "gln")))
                .containsExactlyInAnyOrder(Set.of("a1", "a2", "both"), Set.of("b1", "b2"));
    }

    @Test
    void pagesOnTheSameTwoCountriesAreOneCrisisWithoutAClearPage() {
        assertThat(crises(
                        page("q1", Map.of("Kenya", 3, "Uganda", 3), 0),
                        page("q2", Map.of("Kenya", 2, "Uganda", 3), 1),
                        page("q3", Map.of("Kenya", 4, "Uganda", 4), 2)))
                .containsExactly(Set.of("q1", "q2", "q3"));
    }

    @Test
    void anUndatedPageJoinsTheCrisisItIsAboutAndNoOther() {
        assertThat(crises(
                        page("a1", Map.of("Kenya", 9), 0, "nyr", "klf", "mrt"),
                        page("a2", Map.of("Kenya", 9), 1, "nyr", "klf", "mrt"),
                        page("b1", Map.of("Uganda", 8), 0, "nyr", "klf", "mrt"),
                        page("b2", Map.of("Uganda", 8), 1, "nyr", "klf", "mrt"),
                        page("u", Map.of("Kenya", 4), LocalDate.MIN, "nyr", "klf", "mrt")))
                .containsExactlyInAnyOrder(Set.of("a1", "a2", "u"), Set.of("b1", "b2"));
    }

    @Test
    void afterAPauseOfTwoMonthsMuchMustBeShared() {
        Profile first = page("a", Map.of("Kenya", 9), 0, "nyr", "klf", "mrt", "gst");
        assertThat(crises(first, page("b", Map.of("Kenya", 9), 60, "nyr", "klf", "mrt", "gst")))
                .containsExactly(Set.of("a", "b"));
        assertThat(crises(first, page("b", Map.of("Kenya", 9), 60, "nyr"))).isEmpty();
        assertThat(crises(first, page("b", Map.of("Kenya", 9), 200, "nyr", "klf", "mrt", "gst")))
                .isEmpty();
    }

    @Test
    void pagesThatNameNoStateGoByTheirOtherNames() {
        assertThat(crises(
                        page("a", Map.of(), 0, "nyr", "klf", "mrt", "gst"),
                        page("b", Map.of(), 1, "nyr", "klf", "mrt", "gst"),
                        page("c", Map.of(), 1, "wdl")))
                .containsExactly(Set.of("a", "b"));
    }
}
