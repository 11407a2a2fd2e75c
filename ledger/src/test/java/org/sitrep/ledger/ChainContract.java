package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sitrep.ledger.LedgerSamples.additions;
import static org.sitrep.ledger.LedgerSamples.fill;
import static org.sitrep.ledger.LedgerSamples.page;
import static org.sitrep.ledger.LedgerSamples.pages;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.ledger.Ledger.Outcome;
import org.sitrep.model.Page;

/** The numbered chain of entries, and copies of it. */
interface ChainContract {
    /** The ledger under test; the same one at each call within a test, opened anew. */
    Ledger open();

    @Test
    default void sequencesHaveNoGapsAndHashesDiffer() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "one")));
            ledger.append(new NamesJoined(Optional.empty(), List.of("Tokayev", "Tokaïev"), "ana", "the same office"));
            assertThat(ledger.entries(0)).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L);
            assertThat(ledger.entries(0)).extracting(Recorded::hash).doesNotHaveDuplicates();
            assertThat(ledger.entries(2)).hasSize(1);
        }
    }

    @Test
    default void anybodyCanComputeTheChainAgain() {
        try (Ledger ledger = open()) {
            fill(ledger);
            List<Link> links = new ArrayList<>();
            ledger.chain(links::add);
            assertThat(links).extracting(Link::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L);
            String previous = Link.START;
            for (Link link : links) {
                assertThat(link.follows(previous)).isTrue();
                assertThat(link.follows("1".repeat(64)))
                        .as("behind another entry")
                        .isFalse();
                assertThat(link.holds()).isTrue();
                previous = link.hash();
            }
            assertThat(links.getFirst().content())
                    .as("a page's text is no part")
                    .isEmpty();
            Link judged = links.get(4);
            assertThat(judged.content()).hasValueSatisfying(c -> assertThat(c).contains("225 dead"));
            assertThat(new Link(
                                    judged.sequence(),
                                    judged.at(),
                                    judged.kind(),
                                    judged.page(),
                                    judged.body(),
                                    judged.contentHash(),
                                    judged.hash(),
                                    judged.salt(),
                                    judged.content().map(c -> c.replace("225", "226")))
                            .holds())
                    .isFalse();
        }
    }

    @Test
    default void noTwoEntriesOfOneContentHaveOneHashOfIt() {
        try (Ledger ledger = open()) {
            for (int i = 0; i < 2; i++) ledger.append(new NamesJoined(Optional.empty(), List.of("A", "B"), "ana", ""));
            List<Link> links = new ArrayList<>();
            ledger.chain(links::add);
            assertThat(links.get(0).contentHash())
                    .as("salted: nobody finds out by trying what was taken down")
                    .isNotEqualTo(links.get(1).contentHash());
        }
    }

    @Test
    default void aPageThatIsNotWhatItsVersionSaysShows() {
        Page odd = new Page(
                "a",
                "0".repeat(64),
                Page.Format.TEXT,
                "one",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        try (Ledger ledger = open()) {
            ledger.add(additions(odd));
            assertThat(ledger.verify()).containsExactly("entry 1: the page's bytes are not those of its version");
        }
    }

    @Test
    default void entriesComeInPortions() {
        try (Ledger ledger = open()) {
            fill(ledger);
            assertThat(ledger.entries(2, 3)).extracting(Recorded::sequence).containsExactly(3L, 4L, 5L);
            assertThat(ledger.entries(10, 9)).extracting(Recorded::sequence).containsExactly(11L);
            Recorded appended =
                    ledger.append(new NamesJoined(Optional.empty(), List.of("A", "B"), "ana", "one of them"));
            assertThat(appended).isEqualTo(ledger.entries(11).getFirst());
        }
    }

    /** More entries than are copied in one transaction, of every kind. */
    @Test
    default void aCopyIsTheSameLedger(@TempDir Path elsewhere) {
        try (Ledger ledger = open();
                Ledger copy = SqliteLedger.open(elsewhere.resolve("copy.db"), Clock.systemUTC())) {
            fill(ledger);
            for (int i = 0; i < 60; i++) {
                List<Addition> ten = new ArrayList<>();
                for (int k = 0; k < 10; k++) ten.add(Addition.of(page("p" + i + "-" + k, "text " + k)));
                ledger.add(ten);
            }
            ledger.copyTo(copy);
            assertThat(copy.verify()).isEmpty();
            assertThat(copy.entries(0)).isEqualTo(ledger.entries(0));
            assertThat(pages(copy)).isEqualTo(pages(ledger));
            assertThat(copy.add(additions(page("c", "again")))).containsExactly(Outcome.TAKEN_DOWN);
            assertThat(copy.add(additions(page("b", "two")))).containsExactly(Outcome.UNCHANGED);
            assertThatThrownBy(() -> ledger.copyTo(copy))
                    .isInstanceOf(LedgerProblem.class)
                    .hasMessageContaining("holds entries already");
        }
    }
}
