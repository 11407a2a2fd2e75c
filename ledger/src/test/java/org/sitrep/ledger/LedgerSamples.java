package org.sitrep.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.OutletKind;
import org.sitrep.ledger.Entry.ClaimJudged;
import org.sitrep.ledger.Entry.Decision;
import org.sitrep.ledger.Entry.NamesJoined;
import org.sitrep.ledger.Entry.NamesParted;
import org.sitrep.ledger.Ledger.Addition;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/** Pages, sheets and entries for the tests of ledgers. */
final class LedgerSamples {
    private LedgerSamples() {}

    static final Anchor ON_A = new Anchor("a", "164 dead", "of ", " on", "figure", Optional.of("killed"));

    static final Anchor ON_B = new Anchor("b", "225 dead", "of ", " by", "figure", Optional.of("killed"));

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

    static List<Addition> additions(Page... pages) {
        return List.of(pages).stream().map(Addition::of).toList();
    }

    static List<Page> pages(Ledger ledger) {
        List<Page> pages = new ArrayList<>();
        ledger.pages(pages::add);
        return pages;
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

    static Shelf.Sheet sheet(long sequence, String page, long day, long... keys) {
        return new Shelf.Sheet(sequence, page, new byte[] {1}, new byte[] {2}, day, keys, "words of " + page);
    }

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
}
