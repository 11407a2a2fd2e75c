package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ledger.LedgerSamples.additions;
import static org.sitrep.ledger.LedgerSamples.page;
import static org.sitrep.ledger.LedgerSamples.placed;
import static org.sitrep.ledger.LedgerSamples.sheet;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was derived from the pages. */
interface ShelfContract {
    /** The ledger under test; the same one at each call within a test, opened anew. */
    Ledger open();

    @Test
    default void whatAnotherProgramDerivedIsLeftOutAndThePageIsAdded() {
        try (Ledger ledger = open()) {
            ledger.shelf().clear("reader");
            ledger.addOnce(placed("s", 0, 2), "another");
            assertThat(ledger.last()).isEqualTo(2);
            assertThat(ledger.shelf().missing(0, 9)).hasSize(2);
        }
    }

    @Test
    default void whatWasDerivedIsTakenWholeAndPutAnew() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two"), page("c", "three")));
            Shelf shelf = ledger.shelf();
            shelf.clear("v1");
            assertThat(shelf.last()).isZero();
            shelf.put(List.of(sheet(1, "a", 10, 7, 8), sheet(2, "b", 12, 7), sheet(3, "c", 11, 7)));
            assertThat(shelf.last()).isEqualTo(3);
            shelf.unsign();
            assertThat(shelf.madeBy("v1")).isFalse();
            List<Shelf.Sheet> taken = shelf.take(1, 2);
            assertThat(taken).extracting(Shelf.Sheet::page).containsExactly("a", "b");
            assertThat(taken.getFirst().keys()).containsExactly(7, 8);
            assertThat(taken.getFirst().claims()).containsExactly(1);
            assertThat(shelf.take(1, 2)).isEmpty();
            assertThat(shelf.missing(0, 9)).hasSize(2);
            shelf.put(taken);
            shelf.sign("v2");
            assertThat(shelf.madeBy("v2")).isTrue();
            assertThat(shelf.after(7, new Shelf.Place(9, ""), 99, 9, 99))
                    .extracting(Shelf.Neighbour::page)
                    .containsExactly("a", "b");
        }
    }

    @Test
    default void aNoteStaysUntilTheShelfIsEmptiedOrAPageIsTakenDown() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two")));
            Shelf shelf = ledger.shelf();
            assertThat(shelf.note("crises")).isEmpty();
            List<Runnable> ends =
                    List.of(() -> shelf.clear("v1"), shelf::unsign, () -> ledger.takeDown("a", "asked for", "Ana"));
            for (Runnable end : ends) {
                shelf.note("crises", new Shelf.Note(1, new byte[] {1}));
                shelf.note("crises", new Shelf.Note(2, new byte[] {2, 3}));
                assertThat(shelf.note("crises").orElseThrow().entry()).isEqualTo(2);
                assertThat(shelf.note("crises").orElseThrow().content()).containsExactly(2, 3);
                assertThat(shelf.note("others")).isEmpty();
                end.run();
                assertThat(shelf.note("crises")).isEmpty();
            }
        }
    }

    @Test
    default void whatWasDerivedIsFoundByItsNeighboursAsTheyWereKnown() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two"), page("c", "three")));
            Shelf shelf = ledger.shelf();
            assertThat(shelf.madeBy("v1")).isFalse();
            shelf.clear("v1");
            assertThat(shelf.madeBy("v1")).isTrue();
            assertThat(shelf.missing(0, 2)).extracting(Shelf.Missing::sequence).containsExactly(1L, 2L);
            shelf.put(List.of(sheet(1, "a", 10, 7, 8), sheet(2, "b", 12, 7), sheet(3, "c", 11, 7)));
            shelf.put(List.of(sheet(3, "c", 11, 7)));
            assertThat(shelf.missing(0, 9)).isEmpty();
            assertThat(shelf.after(7, new Shelf.Place(10, "a"), 99, 9, 99))
                    .extracting(Shelf.Neighbour::page)
                    .containsExactly("c", "b");
            assertThat(shelf.before(7, new Shelf.Place(12, "b"), 0, 1, 99))
                    .extracting(Shelf.Neighbour::page)
                    .containsExactly("c");
            assertThat(shelf.after(7, new Shelf.Place(10, "a"), 11, 9, 99)).hasSize(1);
            assertThat(shelf.before(7, new Shelf.Place(12, "b"), 11, 9, 99)).hasSize(1);
            ledger.add(additions(page("c", "three, mended")));
            shelf.put(List.of(sheet(4, "c", 15, 8)));
            assertThat(shelf.after(7, new Shelf.Place(10, "a"), 99, 9, 99))
                    .extracting(Shelf.Neighbour::page)
                    .containsExactly("b");
            assertThat(shelf.after(7, new Shelf.Place(10, "a"), 99, 9, 3))
                    .extracting(Shelf.Neighbour::sequence)
                    .containsExactly(3L, 2L);
            assertThat(shelf.after(8, new Shelf.Place(10, "a"), 99, 9, 3)).isEmpty();
            assertThat(shelf.version("c", 3)).contains(new Shelf.Neighbour(3, "c"));
            assertThat(shelf.version("c", 4)).contains(new Shelf.Neighbour(4, "c"));
            assertThat(shelf.holding(List.of(List.of("wor", "none"), List.of("c")), false, 9, 99))
                    .extracting(Shelf.Neighbour::sequence)
                    .containsExactly(4L);
            assertThat(shelf.holding(List.of(List.of("words"), List.of("none")), true, 9, 99))
                    .isEmpty();
            assertThat(shelf.holding(List.of(), true, 2, 99))
                    .extracting(Shelf.Neighbour::sequence)
                    .containsExactly(4L, 2L);
            assertThat(shelf.claims(2)).contains(new byte[] {1});
            ledger.takeDown("c", "ana", "asked for");
            assertThat(shelf.version("c", 3)).isEmpty();
            assertThat(shelf.profile(3)).isEmpty();
            List<String> left = new ArrayList<>();
            shelf.versions(99, n -> left.add(n.page()));
            assertThat(left).containsExactly("a", "b");
            shelf.put(List.of(sheet(4, "c", 15, 8)));
            assertThat(shelf.version("c", 99)).as("taken down meanwhile").isEmpty();
        }
    }

    @Test
    default void theShelfNamesTheNewestVersions() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two")));
            Shelf shelf = ledger.shelf();
            shelf.clear("v1");
            shelf.put(List.of(sheet(1, "a", 10, 9, 7, 8), sheet(2, "b", 12, 7)));
            assertThat(shelf.profile(1)).hasValueSatisfying(p -> assertThat(p).isNotEmpty());
            assertThat(shelf.after(8, new Shelf.Place(9, ""), 99, 9, 99)).hasSize(1);
            List<String> newest = new ArrayList<>();
            shelf.latest(1, 2, s -> newest.add(s.sequence() + s.page() + s.words()));
            assertThat(newest).containsExactly("1awords of a", "2bwords of b");
            shelf.clear("v2");
            assertThat(shelf.madeBy("v1")).isFalse();
            assertThat(shelf.missing(0, 9))
                    .as("what another program derived is gone")
                    .hasSize(2);
        }
    }
}
