package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person decided, in a real ledger, against what the program reads. */
class JudgeTest {
    private static final String DETAINED =
            "Police detained 1,700 people in Almaty on 12 January 2022, the ministry said. 🕊 ";

    /** What makes both pages tell of one crisis. */
    private static final String SETTING =
            "Protests over fuel prices shook Kazakhstan. Protesters stormed the mayor's office in Almaty on 5 January 2022, and"
                    + " President Kassym-Jomart Tokayev asked the Collective Security Treaty Organization (CSTO) for peacekeepers. ";

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void addPages() throws IOException {
        ledger = folder.resolve("crisis.db").toString();
        add("a", DETAINED + "Twelve soldiers were injured in Almaty, an army spokesman said.");
        add("b", "Police detained 2,300 people in Almaty by 13 January 2022, the ministry said.");
    }

    private void add(String key, String text) throws IOException {
        Path page = Files.writeString(
                folder.resolve(key + ".jsonl"),
                "{\"id\":\"" + key + "\",\"text\":\"" + SETTING + text + "\",\"date_seen\":\"2022-01-13\"}\n");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
    }

    private String report(String... more) {
        String[] all = new String[2 + more.length];
        all[0] = "report";
        all[1] = ledger;
        System.arraycopy(more, 0, all, 2, more.length);
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    /** The id of the claim whose line holds the words. */
    private String claim(String words) {
        return Run.of("claims", ledger)
                .out()
                .lines()
                .filter(l -> l.contains(words))
                .findFirst()
                .orElseThrow()
                .substring(0, 16);
    }

    private Run judge(String... words) {
        String[] all = new String[words.length + 6];
        all[0] = "judge";
        all[1] = ledger;
        System.arraycopy(words, 0, all, 2, words.length);
        System.arraycopy(new String[] {"--by", "ana", "--note", "seen"}, 0, all, words.length + 2, 4);
        return Run.of(all);
    }

    @Test
    void aRejectedClaimLeavesTheReportUntilThatIsUndone() {
        String before = report();
        assertThat(before).contains("1,700");
        assertThat(judge("reject", claim("detained 1700")).out()).startsWith("entry 3: reject");
        assertThat(report("--format", "json"))
                .contains("rejected by ana, entry 3")
                .doesNotContain("\"value\":1700");
        assertThat(report("--known-at", "2")).isEqualTo(before);
        assertThat(judge("undo", "3").code()).isZero();
        assertThat(report()).isEqualTo(before);
        assertThat(judge("undo", "4").code()).isZero();
        assertThat(report()).isEqualTo(report("--known-at", "3")).isNotEqualTo(before);
    }

    @Test
    void aCorrectedFigureHasThePersonsNumberAndSaysSo() {
        assertThat(judge("correct", claim("detained 1700"), "--value", "1950 at_least")
                        .code())
                .isZero();
        assertThat(report()).contains("1,950", "number corrected by a person");
        assertThat(report("--lang", "fr")).contains("chiffre corrigé par une personne");
        assertThat(report("--format", "html")).contains("number corrected by a person");
        assertThat(report("--format", "json"))
                .contains("\"value\":1950,\"qualifier\":\"at_least\"", "\"judged\":\"corrected\"");
    }

    @Test
    void anAcceptedClaimIsMarkedAndTheLaterOfTwoJudgementsHolds() {
        String id = claim("detained 1700");
        judge("reject", id);
        judge("accept", id);
        assertThat(report()).contains("1,700", "checked by a person");
    }

    @Test
    void aJudgementOutlivesANewVersionOfItsPageOrIsSaidToBeUnplaced() throws IOException {
        judge("reject", claim("detained 1700"));
        add("a", DETAINED + "Twelve soldiers were injured in Almaty, an army spokesman said. More follows.");
        assertThat(report("--format", "json")).contains("rejected by ana, entry 3");
        add(
                "a",
                DETAINED.replace("1,700", "1,800") + "Twelve soldiers were injured in Almaty, an army spokesman said.");
        Run run = Run.of("report", ledger);
        assertThat(run.out()).contains("1,800");
        assertThat(run.err()).contains("note: entry 3: the claim that ana judged is read no more on page “a”");
    }

    @Test
    void whatALedgerKnewLaterNeverChangesWhatItKnewBefore() {
        String first = report("--known-at", "1");
        assertThat(first).contains("1,700").doesNotContain("2,300");
        judge("correct", claim("detained 2300"), "--value", "9-11");
        assertThat(report("--known-at", "1")).isEqualTo(first);
        assertThat(Run.of("situation", ledger, "--known-at", "1").out()).doesNotContain("2300");
    }
}
