package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.ledger.Ledger;
import org.sitrep.ledger.Ledgers;
import org.sitrep.ledger.Shelf;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.record.Binary;

/** What is derived anew is what was there, and where it is not, the difference is told and mended. */
class RebuildTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void addPages() throws IOException {
        ledger = folder.resolve("crisis.db").toString();
        Path pages = Files.writeString(folder.resolve("pages.jsonl"), """
                {"id":"a","text":"Protests shook Kazakhstan. The health ministry said 164 people were killed in Kazakhstan.","date_seen":"2022-01-09"}
                {"id":"b","text":"Prosecutors said 225 people were killed in Kazakhstan on 5 January 2022.","date_seen":"2022-01-15"}
                """);
        assertThat(Run.of("add", ledger, pages.toString()).code()).isZero();
        assertThat(Run.of("report", ledger).code()).isZero();
    }

    private Run rebuild(String... more) {
        List<String> words = new ArrayList<>(List.of("rebuild", ledger));
        words.addAll(List.of(more));
        return Run.of(words);
    }

    /** Makes the shelf hold other claims of page a, as if {@code reader} had read it. */
    private void alter(String reader, UnaryOperator<byte[]> claims) {
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            Shelf shelf = open.shelf();
            shelf.unsign();
            List<Shelf.Sheet> sheets = new ArrayList<>();
            for (Shelf.Sheet s : shelf.take(1, open.last())) {
                byte[] bytes = s.page().equals("a") ? claims.apply(s.claims()) : s.claims();
                sheets.add(new Shelf.Sheet(s.sequence(), s.page(), bytes, s.profile(), s.day(), s.keys(), s.words()));
            }
            shelf.put(sheets);
            shelf.sign(reader);
        }
    }

    private static byte[] each(byte[] bytes, UnaryOperator<Claim> change) {
        Claim.Claims c = Binary.record(bytes, Claim.Claims.class);
        return Binary.bytes(
                new Claim.Claims(c.article(), c.claims().stream().map(change).toList(), c.refused()));
    }

    private static Claim other(Claim claim) {
        if (!(claim instanceof Claim.Figure f)) return claim;
        Claim.Common c = f.common();
        Claim.Figure more = f.with(Amount.of(999, org.sitrep.model.Qualifier.EXACT));
        return more.with(new Claim.Common(
                "0123456789abcdef", c.evidence(), c.attribution(), c.status(), c.background(), c.knownOn(), c.rule()));
    }

    private static String own() {
        return org.sitrep.desk.Program.name(HOME.resolve("languages"));
    }

    @Test
    void theSameProgramYieldsTheSame() {
        String report = Run.of("report", ledger).out();
        Run run = rebuild();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("rebuilt 2 versions of pages: everything as before\n");
        assertThat(rebuild("--format", "jsonl").out()).isEmpty();
        assertThat(Run.of("report", ledger).out()).isEqualTo(report);
        assertThat(Run.of("verify", ledger).out()).startsWith("sound: ");
    }

    /** Sets have another order in each run of the JVM, which two runs within this one would not show. */
    @Test
    void noRunDecidesTheOrderOfWhatIsKept() {
        assertThat(Run.of(
                                "add",
                                ledger,
                                HOME.resolve("examples/kazakhstan-2022").toString())
                        .code())
                .isZero();
        assertThat(Run.of("report", ledger).code()).isZero();
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            List<Shelf.Sheet> sheets = open.shelf().take(1, open.last());
            assertThat(sheets).hasSizeGreaterThan(10).anyMatch(s -> s.keys().length > 3);
            for (Shelf.Sheet s : sheets) assertThat(s.keys()).isSorted();
        }
    }

    @Test
    void anAlteredShelfIsToldAndMended() {
        String report = Run.of("report", ledger).out();
        alter(own(), bytes -> each(bytes, RebuildTest::other));
        assertThat(Run.of("report", ledger).out()).isNotEqualTo(report);
        Run run = rebuild();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .contains("a (entry 1)\n", "claim changed (amount, id): killed 999", "→ killed 164")
                .doesNotContain("b (entry")
                .contains(
                        "in the reports:\n    figure new: killed, people, Kazakhstan: 164",
                        "figure gone: killed, people, Kazakhstan: 999")
                .endsWith("rebuilt 2 versions of pages: 1 differs, 2 changes in the reports\n");
        assertThat(run.err()).contains("had kept something else of 1 version of a page");
        assertThat(Run.of("report", ledger).out()).isEqualTo(report);
        assertThat(rebuild().out()).endsWith("everything as before\n");
    }

    @Test
    void whatAnotherProgramReadOtherwiseIsToldAndIsNoFault() {
        alter("another program", bytes -> {
            Claim.Claims c = Binary.record(bytes, Claim.Claims.class);
            return Binary.bytes(new Claim.Claims(c.article(), List.of(), c.refused()));
        });
        Run run = rebuild("--format", "jsonl");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains(
                        "\"change\":\"figure_new\"",
                        "\"change\":\"claim_new\"",
                        "\"page\":\"a\"",
                        "\"entry\":1",
                        "killed 164")
                .doesNotContain("claim_gone", "\"page\":\"b\"");
        assertThat(rebuild().out()).isEqualTo("rebuilt 2 versions of pages: everything as before\n");
    }

    @Test
    void aFormOfAnotherProgramIsToldAsSuch() {
        alter("another program", bytes -> new byte[] {1, 2, 3});
        Run run = rebuild();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("a (entry 1)\n    what was kept is in a form that this program cannot compare")
                .endsWith("1 differs; another program or other language packs read them before\n");
    }

    @Test
    void oneThatEndsHalfwayLeavesNothingInUse() {
        String report = Run.of("report", ledger).out();
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            open.shelf().unsign();
            assertThat(open.shelf().take(1, 1)).hasSize(1);
        }
        assertThat(Run.of("report", ledger).out()).isEqualTo(report);
    }

    @Test
    void pagesNeverReadBeforeAreCounted() throws IOException {
        Path page = Files.writeString(folder.resolve("c.txt"), "Police detained 1,700 people in Almaty.");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
        alter(own(), bytes -> bytes);
        try (Ledger open = Ledgers.open(ledger, Clock.systemUTC())) {
            open.shelf().take(3, 3);
        }
        assertThat(rebuild().out())
                .isEqualTo("rebuilt 3 versions of pages: everything as before; 1 had not been read before\n");
    }
}
