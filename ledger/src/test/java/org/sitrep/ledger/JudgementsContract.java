package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sitrep.ledger.LedgerSamples.ON_A;
import static org.sitrep.ledger.LedgerSamples.ON_B;
import static org.sitrep.ledger.LedgerSamples.additions;
import static org.sitrep.ledger.LedgerSamples.fill;
import static org.sitrep.ledger.LedgerSamples.page;
import static org.sitrep.ledger.LedgerSamples.pages;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.OutletKind;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.Decision;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Entry.NamesParted;
import org.sitrep.ledger.Entry.PageTakenDown;
import org.sitrep.ledger.Ledger.Outcome;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/** Judgements, their undoing, and takedown. */
interface JudgementsContract {
    /** The ledger under test; the same one at each call within a test, opened anew. */
    Ledger open();

    @Test
    default void judgementsComeBackWhole() {
        Anchor anchor =
                new Anchor("a", "164 dead", "officials spoke of ", " on Sunday", "figure", Optional.of("killed"));
        List<Entry.Judgement> judgements = List.of(
                new ClaimJudged(anchor, Decision.REJECTED, Optional.empty(), "ana", "withdrawn by the ministry"),
                new ClaimJudged(anchor, Decision.CORRECTED, Optional.of("value=165"), "ben", ""),
                new NamesJoined(Optional.of("kz"), List.of("CSTO", "ОДКБ"), "ana", "one organisation"),
                new NamesParted(Optional.empty(), List.of("Tokayev", "Tokarev"), "ana", "two men"));
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "officials spoke of 164 dead on Sunday")));
            judgements.forEach(ledger::append);
        }
        try (Ledger ledger = open()) {
            assertThat(ledger.entries(1)).extracting(Recorded::entry).containsExactlyElementsOf(judgements);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    default void aTakedownDeletesThePageAndItsQuotesAndTheChainStaysSound() {
        Anchor anchor = new Anchor("a", "164 dead", "of ", " on", "figure", Optional.of("killed"));
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two")));
            ledger.add(additions(page("a", "one, mended")));
            ledger.append(new ClaimJudged(anchor, Decision.ACCEPTED, Optional.empty(), "ana", "seen it"));
            assertThat(ledger.takeDown("a", "ben", "asked for by the outlet")).isTrue();
            assertThat(pages(ledger)).containsExactly(page("b", "two"));
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.add(additions(page("a", "one")))).containsExactly(Outcome.TAKEN_DOWN);
            assertThat(ledger.takeDown("a", "ben", "again")).isFalse();
            List<Recorded> entries = ledger.entries(0);
            assertThat(entries.getLast().entry()).isEqualTo(new PageTakenDown("a", "ben", "asked for by the outlet"));
            assertThat(entries.get(3).entry()).isInstanceOfSatisfying(ClaimJudged.class, judged -> {
                assertThat(judged.anchor().quote()).isEmpty();
                assertThat(judged.decision()).isEqualTo(Decision.ACCEPTED);
            });
        }
    }

    @Test
    default void aJudgementHoldsUntilItIsUndoneAndAgainWhenTheUndoingIs() {
        Anchor anchor = new Anchor("a", "164 dead", "of ", " on", "figure", Optional.of("killed"));
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one")));
            ledger.append(new ClaimJudged(anchor, Decision.CORRECTED, Optional.of("225 at_least"), "ana", "misread"));
            ledger.append(new Entry.JudgementUndone(2, "bo", "not so"));
            ledger.append(new Entry.JudgementUndone(3, "ana", "but so"));
            Judgement corrected = new Judgement.Corrected(2, anchor, "ana", Amount.of(225, Qualifier.AT_LEAST));
            assertThat(ledger.judgements(1)).isEmpty();
            assertThat(ledger.judgements(2)).containsExactly(corrected);
            assertThat(ledger.judgements(3)).isEmpty();
            assertThat(ledger.judgements(Long.MAX_VALUE)).containsExactly(corrected);
            assertThat(ledger.verify()).isEmpty();
            ledger.takeDown("a", "ana", "asked for");
            assertThat(ledger.judgements(Long.MAX_VALUE)).isEmpty();
        }
    }

    @Test
    default void everyKindOfJudgementHoldsAndWhatIsUndoneDoesNot() {
        try (Ledger ledger = open()) {
            fill(ledger);
            assertThat(ledger.judgements(Long.MAX_VALUE))
                    .containsExactly(
                            new Judgement.Corrected(5, ON_B, "ana", Amount.of(226, Qualifier.EXACT)),
                            new Judgement.Same(6, ON_A, ON_B, "ana"),
                            new Judgement.Names(8, Optional.empty(), List.of("Tokayev", "Tokarev"), false, "ana"),
                            new Judgement.Outlet(9, "Lantern Boards", OutletKind.FORUM, "ana"));
            assertThat(ledger.decisions()).extracting(Recorded::sequence).containsExactly(5L, 6L, 7L, 8L, 9L, 10L, 11L);
            assertThat(ledger.last()).isEqualTo(11);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    default void aTakedownOfTheSecondPageDeletesAJudgementsQuotesToo() {
        try (Ledger ledger = open()) {
            fill(ledger);
            ledger.takeDown("b", "ben", "asked for");
            assertThat(ledger.decisions().get(1).entry()).isInstanceOfSatisfying(Entry.ClaimsMatched.class, m -> {
                assertThat(m.anchor().quote()).isEmpty();
                assertThat(m.other().quote()).isEmpty();
            });
            assertThat(ledger.judgements(Long.MAX_VALUE)).hasSize(2);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    @Test
    default void aJudgementOnAPageThatIsNotThereShows() {
        try (Ledger ledger = open()) {
            ledger.append(new ClaimJudged(ON_A, Decision.ACCEPTED, Optional.empty(), "ana", ""));
            assertThat(ledger.verify()).containsExactly("entry 1: it judges a page that was not there yet");
        }
    }
}
