package org.sitrep.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.Judgement;
import org.sitrep.judge.OutletKind;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.Decision;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Entry.NamesParted;
import org.sitrep.ledger.Entry.PageAdded;
import org.sitrep.ledger.Entry.PageTakenDown;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.ledger.Ledger.Outcome;
import org.sitrep.model.Amount;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;
import org.sitrep.model.Qualifier;

/** What every ledger must do, whatever holds its entries. */
abstract class LedgerContract {
    /** The ledger under test; the same one at each call within a test, opened anew. */
    abstract Ledger open();

    static Page page(String key, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Page(
                    key,
                    HexFormat.of().formatHex(hash),
                    Page.Format.TEXT,
                    text,
                    Optional.of("https://outlet.example/" + key),
                    Optional.empty(),
                    Edtf.parse("2022-01-11"),
                    Optional.empty());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Addition> additions(Page... pages) {
        return List.of(pages).stream().map(Addition::of).toList();
    }

    static List<Page> pages(Ledger ledger) {
        List<Page> pages = new ArrayList<>();
        ledger.pages(pages::add);
        return pages;
    }

    @Test
    void pagesComeBackAsTheyWereAddedOrderedByKey() {
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
    void addingTwiceChangesNothing() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one")));
            List<Recorded> before = ledger.entries(0);
            assertThat(ledger.add(additions(page("a", "one"), page("a", "one"))))
                    .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
            assertThat(ledger.entries(0)).isEqualTo(before);
        }
    }

    @Test
    void otherBytesAreANewVersionAndTheOldOneStaysInTheChain() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one")));
            assertThat(ledger.add(additions(page("a", "two")))).containsExactly(Outcome.CHANGED);
            assertThat(ledger.add(additions(page("a", "one")))).containsExactly(Outcome.CHANGED);
            assertThat(pages(ledger)).containsExactly(page("a", "one"));
            assertThat(ledger.entries(0)).hasSize(3).allMatch(e -> e.entry() instanceof PageAdded);
            assertThat(ledger.verify()).isEmpty();
        }
    }

    /** Pages of a stream, each with a sheet. */
    static List<Ledger.Placed> placed(String stream, int from, int count) {
        List<Ledger.Placed> out = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            Page page = page(stream + "-" + i, "text " + i);
            byte[] bytes = {(byte) i};
            out.add(new Ledger.Placed(
                    stream,
                    i,
                    Addition.of(page),
                    new Shelf.Sheet(0, page.key(), bytes, bytes, i, new long[] {7, i}, "words " + i)));
        }
        return out;
    }

    @Test
    void whatAStreamBringsASecondTimeIsPassedOver() {
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
    void whatAnotherProgramDerivedIsLeftOutAndThePageIsAdded() {
        try (Ledger ledger = open()) {
            ledger.shelf().clear("reader");
            ledger.addOnce(placed("s", 0, 2), "another");
            assertThat(ledger.last()).isEqualTo(2);
            assertThat(ledger.shelf().missing(0, 9)).hasSize(2);
        }
    }

    @Test
    void sequencesHaveNoGapsAndHashesDiffer() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "one")));
            ledger.append(new NamesJoined(Optional.empty(), List.of("Tokayev", "Tokaïev"), "ana", "the same office"));
            assertThat(ledger.entries(0)).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L);
            assertThat(ledger.entries(0)).extracting(Recorded::hash).doesNotHaveDuplicates();
            assertThat(ledger.entries(2)).hasSize(1);
        }
    }

    @Test
    void judgementsComeBackWhole() {
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
    void aTakedownDeletesThePageAndItsQuotesAndTheChainStaysSound() {
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
    void bytesThatAreNotUtf8AreKeptAndVerified() throws Exception {
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
    void anEmptyLedgerIsSound() {
        try (Ledger ledger = open()) {
            assertThat(ledger.verify()).isEmpty();
            assertThat(ledger.entries(0)).isEmpty();
            assertThat(ledger.add(List.of())).isEmpty();
        }
    }

    @Test
    void whatWasKnownAtAnEntryIsAnsweredForEver() {
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
    void aJudgementHoldsUntilItIsUndoneAndAgainWhenTheUndoingIs() {
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

    private static final Anchor ON_A = new Anchor("a", "164 dead", "of ", " on", "figure", Optional.of("killed"));
    private static final Anchor ON_B = new Anchor("b", "225 dead", "of ", " by", "figure", Optional.of("killed"));

    /** One entry of each kind. */
    static void fill(Ledger ledger) {
        ledger.add(additions(page("a", "one"), page("b", "two"), page("c", "three")));
        ledger.add(additions(page("c", "three, mended")));
        ledger.append(new ClaimJudged(ON_B, Decision.CORRECTED, Optional.of("226"), "ana", "misread"));
        ledger.append(new Entry.ClaimsMatched(ON_A, ON_B, "ana", "one briefing"));
        ledger.append(new NamesJoined(Optional.of("a"), List.of("Tokayev", "Tokaïev"), "ana", "one man"));
        ledger.append(new NamesParted(Optional.empty(), List.of("Tokayev", "Tokarev"), "ana", "two men"));
        ledger.append(new Entry.OutletAssigned("Lantern Boards", OutletKind.FORUM, "ana", "it quotes others"));
        ledger.append(new Entry.JudgementUndone(7, "ben", "not so"));
        ledger.takeDown("c", "ben", "asked for");
    }

    @Test
    void everyKindOfJudgementHoldsAndWhatIsUndoneDoesNot() {
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
    void aTakedownOfTheSecondPageDeletesAJudgementsQuotesToo() {
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
    void aPageVersionIsFoundByItsEntryAndEntriesByTheirDay() {
        try (Ledger ledger = open()) {
            fill(ledger);
            assertThat(ledger.page(2)).contains(page("b", "two"));
            assertThat(ledger.page(3)).as("taken down").isEmpty();
            assertThat(ledger.page(5)).as("a judgement").isEmpty();
            assertThat(ledger.lastBefore(java.time.LocalDate.of(2020, 1, 1))).isZero();
            assertThat(ledger.lastBefore(java.time.LocalDate.of(9000, 1, 1))).isEqualTo(11);
        }
    }

    private static Shelf.Sheet sheet(long sequence, String page, long day, long... keys) {
        return new Shelf.Sheet(sequence, page, new byte[] {1}, new byte[] {2}, day, keys, "words of " + page);
    }

    @Test
    void whatWasDerivedIsTakenWholeAndPutAnew() {
        try (Ledger ledger = open()) {
            ledger.add(additions(page("a", "one"), page("b", "two"), page("c", "three")));
            Shelf shelf = ledger.shelf();
            shelf.clear("v1");
            shelf.put(List.of(sheet(1, "a", 10, 7, 8), sheet(2, "b", 12, 7), sheet(3, "c", 11, 7)));
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
    void whatWasDerivedIsFoundByItsNeighboursAsTheyWereKnown() {
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
    void anybodyCanComputeTheChainAgain() {
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
    void noTwoEntriesOfOneContentHaveOneHashOfIt() {
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
    void aPageThatIsNotWhatItsVersionSaysShows() {
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
    void aJudgementOnAPageThatIsNotThereShows() {
        try (Ledger ledger = open()) {
            ledger.append(new ClaimJudged(ON_A, Decision.ACCEPTED, Optional.empty(), "ana", ""));
            assertThat(ledger.verify()).containsExactly("entry 1: it judges a page that was not there yet");
        }
    }

    @Test
    void entriesComeInPortions() {
        try (Ledger ledger = open()) {
            fill(ledger);
            assertThat(ledger.entries(2, 3)).extracting(Recorded::sequence).containsExactly(3L, 4L, 5L);
            assertThat(ledger.entries(10, 9)).extracting(Recorded::sequence).containsExactly(11L);
            Recorded appended =
                    ledger.append(new NamesJoined(Optional.empty(), List.of("A", "B"), "ana", "one of them"));
            assertThat(appended).isEqualTo(ledger.entries(11).getFirst());
        }
    }

    @Test
    void recordsOfAnswersComeBackAsTheyWereKept() {
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

    /** More entries than are copied in one transaction, of every kind. */
    @Test
    void aCopyIsTheSameLedger(@TempDir Path elsewhere) {
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

    @Test
    void theShelfNamesTheNewestVersions() {
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
