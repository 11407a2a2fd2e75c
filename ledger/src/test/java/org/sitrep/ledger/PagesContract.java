package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ledger.LedgerSamples.additions;
import static org.sitrep.ledger.LedgerSamples.fill;
import static org.sitrep.ledger.LedgerSamples.page;
import static org.sitrep.ledger.LedgerSamples.pages;
import static org.sitrep.ledger.LedgerSamples.placed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.ledger.Entry.PageAdded;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.ledger.Ledger.Outcome;
import org.sitrep.model.Page;

/** Pages, their versions, and what a stream brings. */
interface PagesContract {
    /** The ledger under test; the same one at each call within a test, opened anew. */
    Ledger open();

    @Test
    default void pagesComeBackAsTheyWereAddedOrderedByKey() {
        Page b = page("b", "Twelve soldiers 🕊 were injured.\r\n\u0000é");
        Page a = page("a", "  nothing here  ");
        try (Ledger ledger = open()) {
            assertThat(ledger.add(additions(b, a))).containsExactly(Outcome.ADDED, Outcome.ADDED);
        }
        try (Ledger ledger = open()) {
            assertThat(pages(ledger)).containsExactly(a, b);
        }
    }

    @Test
    default void addingTwiceChangesNothing() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one")));
            List<Recorded> before = ledger.entries(0);
            assertThat(ledger.add(additions(page("a", "one"), page("a", "one"))))
                    .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
            assertThat(ledger.entries(0)).isEqualTo(before);
        }
    }

    @Test
    default void otherBytesAreANewVersionAndTheOldOneStaysInTheChain() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one")));
            assertThat(ledger.add(additions(page("a", "two")))).containsExactly(Outcome.CHANGED);
            assertThat(ledger.add(additions(page("a", "one")))).containsExactly(Outcome.CHANGED);
            assertThat(pages(ledger)).containsExactly(page("a", "one"));
            assertThat(ledger.entries(0)).hasSize(3).allMatch(e -> e.entry() instanceof PageAdded);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    default void whatAStreamBringsASecondTimeIsPassedOver() {
        try (Ledger ledger = open()) {
            ledger.shelf().clear("reader");
            assertThat(ledger.addOnce(placed("s", 0, 3), "reader")).containsOnly(Outcome.ADDED);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.addOnce(placed("s", 1, 4), "reader"))
                    .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.ADDED, Outcome.ADDED);
            ledger.add(additions(page("s-1", "changed meanwhile")));
            assertThat(ledger.addOnce(placed("s", 1, 1), "reader")).containsExactly(Outcome.UNCHANGED);
            assertThat(ledger.addOnce(placed("t", 0, 1), "reader")).containsExactly(Outcome.ADDED);
            assertThat(ledger.last()).isEqualTo(7);
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.shelf().claims(5))
                    .hasValueSatisfying(c -> assertThat(c).containsExactly(4));
            assertThat(ledger.shelf().missing(0, 9)).hasSize(1);
        }
    }

    @Test
    default void bytesThatAreNotUtf8AreKeptAndVerified() throws Exception {
        byte[] bytes = "déjà".getBytes(StandardCharsets.ISO_8859_1);
        String version =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        Page page = new Page(
                "a",
                version,
                Page.Format.HTML,
                "déjà",
                Optional.empty(),
                Optional.of("fr"),
                Optional.empty(),
                Optional.of("line 1: odd"));
        try (Ledger ledger = open()) {
            ledger.add(List.of(new Addition(page, Optional.of(bytes))));
            assertThat(pages(ledger)).containsExactly(page);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    default void anEmptyLedgerIsSound() {
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.entries(0)).isEmpty();
            assertThat(ledger.add(List.of())).isEmpty();
        }
    }

    @Test
    default void whatWasKnownAtAnEntryIsAnsweredForEver() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("b", "first"), page("a", "one")));
            ledger.add(additions(page("b", "second"), page("c", "late")));
            List<Page> known = new ArrayList<>();
            ledger.pages(2, known::add);
            assertThat(known).containsExactly(page("a", "one"), page("b", "first"));
            known.clear();
            ledger.pages(3, known::add);
            assertThat(known).containsExactly(page("a", "one"), page("b", "second"));
            ledger.takeDown("b", "ana", "asked for");
            known.clear();
            ledger.pages(2, known::add);
            assertThat(known).containsExactly(page("a", "one"));
        }
    }

    @Test
    default void aPageVersionIsFoundByItsEntryAndEntriesByTheirDay() {
        try (Ledger ledger = open()) {
            fill(ledger);
            assertThat(ledger.page(2)).contains(page("b", "two"));
            assertThat(ledger.page(3)).as("taken down").isEmpty();
            assertThat(ledger.page(5)).as("a judgement").isEmpty();
            assertThat(ledger.lastBefore(java.time.LocalDate.of(2020, 1, 1))).isZero();
            assertThat(ledger.lastBefore(java.time.LocalDate.of(9000, 1, 1))).isEqualTo(11);
        }
    }

    @Test
    default void recordsOfAnswersComeBackAsTheyWereKept() {
        try (Ledger ledger = open()) {
            byte[] record = {87, 65, 82, 67};
            ledger.add(List.of(
                    new Addition(page("a", "one"), Optional.empty(), Optional.of(record)),
                    Addition.of(page("b", "two"))));
            List<byte[]> records = new ArrayList<>();
            ledger.records(records::add);
            assertThat(records).singleElement().isEqualTo(record);
        }
    }
}
