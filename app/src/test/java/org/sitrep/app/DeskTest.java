package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.desk.Desk;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;

/** What a ledger keeps of its pages changes no answer, and a report on one crisis reads that crisis only. */
class DeskTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static final String[] PAGES = {
        HOME.resolve("examples/kazakhstan-2022").toString(),
        HOME.resolve("examples/herat-2023").toString()
    };

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void addPages() {
        ledger = folder.resolve("crisis.db").toString();
        assertThat(Run.of("add", ledger, PAGES[0], PAGES[1]).code()).isZero();
    }

    private static String out(String... words) {
        Run run = Run.of(words);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void aLedgerAnswersAsItsPagesDo() {
        assertThat(out("crises", ledger)).isEqualTo(out("crises", PAGES[0], PAGES[1]));
        assertThat(out("situation", ledger)).isEqualTo(out("situation", PAGES[0], PAGES[1]));
        assertThat(out("report", ledger, "--about", "Kazakhstan", "--as-of", "2022-01-11"))
                .isEqualTo(out("report", PAGES[0], "--as-of", "2022-01-11"));
    }

    @Test
    void aCrisisNamedByItsIdIsFoundFromItsFirstPageAlone() {
        for (String line : out("crises", ledger).lines().toList()) {
            String id = line.substring(line.indexOf("--about \"") + 9, line.lastIndexOf('"'));
            assertThat(out("report", ledger, "--about", id))
                    .isEqualTo(out("report", PAGES[0], PAGES[1], "--about", id));
        }
    }

    @Test
    void aCrisisIsFoundByAnyOfItsPages() {
        String report = out("report", ledger, "--about", "Kazakhstan");
        assertThat(out("report", ledger, "--about", "compass-rose-explainer")).isEqualTo(report);
        assertThat(out("report", PAGES[0], PAGES[1], "--about", "compass-rose-explainer"))
                .isEqualTo(report);
    }

    @Test
    void whatIsDerivedIsNotLookedForAgainAndWhatCameSinceIs() throws IOException {
        Path more = folder.resolve("more.jsonl");
        StringBuilder pages = new StringBuilder();
        for (int i = 0; i < 600; i++)
            pages.append("{\"id\":\"wire-").append(i).append("\",\"text\":\"Nothing new.\"}\n");
        Files.writeString(more, pages);
        assertThat(Run.of("add", ledger, more.toString()).code()).isZero();
        out("crises", ledger);
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            assertThat(open.shelf().note("derived").orElseThrow().entry()).isEqualTo(open.last());
        }
        Files.writeString(more, "{\"id\":\"late\",\"language\":\"en\",\"text\":\"31 people were killed in Kenya.\"}\n");
        assertThat(Run.of("add", ledger, more.toString()).code()).isZero();
        assertThat(out("crises", ledger)).contains("late");
    }

    @Test
    void onlyItsPagesAreRead() {
        Session session = new Session(System.out, System.err, HOME);
        String first = out("crises", PAGES[0]).replaceFirst("(?s).*--about \"([^\"]*)\".*", "$1");
        try (Desk desk = session.desk(ledger, OptionalLong.empty())) {
            assertThat(desk.read(Optional.of(first)).pages()).hasSize(16);
        }
    }

    @Test
    void whatIsKeptComesBackEqualAndInTheSameBytes() {
        try (Ledger open = Ledgers.openToRead(ledger)) {
            List<Shelf.Neighbour> versions = new ArrayList<>();
            open.shelf().versions(Long.MAX_VALUE - 1, versions::add);
            Session session = new Session(System.out, System.err, HOME);
            assertThat(versions).hasSizeGreaterThan(16);
            for (Shelf.Neighbour v : versions) {
                byte[] kept = open.shelf().claims(v.sequence()).orElseThrow();
                Claim.Claims read =
                        session.pipeline().claims(open.page(v.sequence()).orElseThrow());
                assertThat(Binary.record(kept, Claim.Claims.class)).isEqualTo(read);
                assertThat(Binary.bytes(read)).isEqualTo(kept);
            }
        }
    }

    @Test
    void whatAnotherProgramDerivedIsDerivedAnew() {
        String before = out("report", ledger, "--about", "Kazakhstan");
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            open.shelf().clear("another program");
            assertThat(open.shelf().missing(0, 5)).hasSize(5);
        }
        assertThat(out("report", ledger, "--about", "Kazakhstan")).isEqualTo(before);
        assertThat(out("verify", ledger)).startsWith("sound: ");
    }
}
