package org.sitrep.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** What holds of every set of pages. */
class ReconcilerProperties {
    private static final Reconciler RECONCILER = new Reconciler(Packs.load(Path.of("../languages")));
    private static final LocalDate START = LocalDate.of(2031, 3, 1);

    @Property(tries = 150)
    void theOrderOfPagesDoesNotMatter(@ForAll("crisis") List<String> pages, @ForAll long seed) {
        List<Claim.Claims> read = read(pages);
        List<Claim.Claims> shuffled = new ArrayList<>(read);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(RECONCILER.situations(shuffled, Optional.empty()))
                .isEqualTo(RECONCILER.situations(read, Optional.empty()));
    }

    @Property(tries = 150)
    void aLaterPageNeverChangesWhatWasKnownBefore(@ForAll("crisis") List<String> pages) {
        List<Claim.Claims> all = read(pages);
        for (int day = 0; day < 6; day++) {
            LocalDate asOf = START.plusDays(day);
            List<Claim.Claims> before = all.stream()
                    .filter(p -> p.article()
                            .published()
                            .map(d -> !d.date().day().orElseThrow().isAfter(asOf))
                            .orElse(true))
                    .toList();
            assertThat(RECONCILER.situations(all, Optional.of(asOf)))
                    .isEqualTo(RECONCILER.situations(before, Optional.of(asOf)));
        }
    }

    @Property(tries = 100)
    void everyNumberIsOneThatAPageStates(@ForAll("crisis") List<String> pages) {
        List<Claim.Claims> all = read(pages);
        Set<String> stated = new HashSet<>();
        for (Claim.Claims p : all)
            for (Claim c : p.claims()) if (c instanceof Claim.Figure f) stated.add(f.measure() + f.amount());
        for (Situation s : RECONCILER.situations(all, Optional.empty()))
            for (Situation.History h : s.histories())
                for (Situation.Point p : h.points())
                    assertThat(stated).contains(h.matter().measure() + p.amount());
    }

    @Property(tries = 100)
    void everyFigureStandsInOneHistoryAndOneOrigin(@ForAll("crisis") List<String> pages) {
        for (Situation s : RECONCILER.situations(read(pages), Optional.empty())) {
            List<String> figures = s.claims().stream()
                    .filter(Claim.Figure.class::isInstance)
                    .map(Claim::id)
                    .sorted()
                    .toList();
            assertThat(s.histories().stream()
                            .flatMap(h -> h.points().stream())
                            .flatMap(p -> p.claims().stream())
                            .map(Claim::id)
                            .sorted()
                            .toList())
                    .isEqualTo(figures);
            assertThat(s.origins().stream()
                            .flatMap(o -> o.claims().stream())
                            .map(Claim::id)
                            .distinct()
                            .sorted()
                            .toList())
                    .isEqualTo(s.claims().stream().map(Claim::id).sorted().toList());
        }
    }

    private static List<Claim.Claims> read(List<String> pages) {
        List<String> lines = new ArrayList<>(List.of("== any"));
        for (int i = 0; i < pages.size(); i++)
            lines.addAll(pages.get(i).replace("PAGE", "p" + i).lines().toList());
        return Scenario.read(lines).getFirst().pages();
    }

    @Provide
    Arbitrary<List<String>> crisis() {
        return Combinators.combine(
                        Arbitraries.integers().between(-1, 5),
                        figure().list().ofMinSize(1).ofMaxSize(5),
                        Arbitraries.of("", " | agency AFP"))
                .as(ReconcilerProperties::page)
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private static String page(int day, List<String> figures, String agency) {
        StringBuilder out =
                new StringBuilder("page PAGE" + (day < 0 ? "" : " | " + START.plusDays(day)) + agency + "\n");
        for (int i = 0; i < figures.size(); i++)
            out.append(figures.get(i).replace("ID", "PAGE." + i)).append('\n');
        return out.toString();
    }

    private static Arbitrary<String> figure() {
        Arbitrary<String> measure = Arbitraries.of("killed", "detained", "deployed", "missing", "protesting");
        Arbitrary<String> amount = Arbitraries.of(
                "12", "17", "at least 17", "more than 100", "164", "225", "about 2000", "2300", "dozens", "hundreds");
        Arbitrary<String> group =
                Arbitraries.of("people", "people", "protesters", "fighters", "security_forces", "civilians");
        Arbitrary<String> place = Arbitraries.of("", " | in Kenya", " | in Кения", " | in Kisumu", " | in Peru");
        Arbitrary<String> rest = Arbitraries.of(
                "",
                "",
                " | says Red Cross",
                " | says Interior Ministry",
                " | says authorities",
                " | status denied",
                " | status superseded",
                " | status hypothetical",
                " | more",
                " | scope for terrorism",
                " | period 2031-03-02");
        Arbitrary<String> on = Arbitraries.of("", " | on 2031-03-01", " | on 2031-03-03");
        return Combinators.combine(measure, amount, group, place, rest, on)
                .as((m, a, g, p, r, d) -> "figure ID | " + m + " | " + a + " " + g + p + r + d);
    }
}
