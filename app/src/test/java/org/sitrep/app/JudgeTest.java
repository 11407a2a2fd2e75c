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

    private String names() {
        return Run.of("names", ledger).out();
    }

    @Test
    void spellingsAreJoinedAndPartedAndThatIsUndone() throws IOException {
        add("c", "Police detained 2,500 people in Almaty, President Kassym-Jomart Tokarov said.");
        String before = names();
        assertThat(before).contains("Kassym-Jomart Tokarov");
        assertThat(before.lines().filter(l -> l.startsWith("person"))).hasSize(2);
        assertThat(judge("merge", "Kassym-Jomart Tokayev", "Kassym-Jomart Tokarov")
                        .out())
                .startsWith("entry 4: merge");
        assertThat(names().lines().filter(l -> l.startsWith("person")))
                .singleElement()
                .asString()
                .contains("Kassym-Jomart Tokayev", "Kassym-Jomart Tokarov");
        assertThat(report()).contains("Kassym-Jomart Tokarov (en)");
        judge("split", "Kassym-Jomart Tokayev", "Kassym-Jomart Tokarov");
        assertThat(names().lines().filter(l -> l.startsWith("person"))).hasSize(2);
        judge("undo", "5");
        judge("undo", "4");
        assertThat(names()).isEqualTo(before);
    }

    @Test
    void aScopeKeepsAJudgementOnNamesToItsOwnCrisis() {
        String before = names();
        judge("split", "CSTO", "Collective Security Treaty Organization", "--in", "a");
        assertThat(names()).isNotEqualTo(before);
        assertThat(judge("split", "CSTO", "Collective Security Treaty Organization", "--in", "elsewhere")
                        .err())
                .contains("holds no page “elsewhere”");
    }

    @Test
    void twoClaimsThatAPersonTookForOneStatementAreOneOrigin() {
        String id = claim("detained 1700");
        String other = claim("detained 2300");
        assertThat(report("--format", "json")).doesNotContain("joined by a person");
        assertThat(judge("same", id, other).out()).startsWith("entry 3: same");
        assertThat(report("--format", "json")).contains("joined by a person");
        assertThat(report("--lang", "fr")).contains("réunies par une personne");
        assertThat(judge("same", id, id).err()).contains("`same` needs two claims");
    }

    @Test
    void anOutletThatAPersonCalledAForumIsNoOrigin() throws IOException {
        Path page = Files.writeString(
                folder.resolve("lantern.html"),
                "<html lang=en><head><meta property='og:site_name' content='Lantern Boards'>"
                        + "<meta property='article:published_time' content='2022-01-13'><title>Unrest</title></head><body><article><h1>"
                        + "Unrest</h1><p>" + SETTING
                        + "</p><p>Police detained 3,100 people in Almaty.</p></article></body></html>");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
        assertThat(report()).doesNotContain("no origin");
        assertThat(judge("outlet", "lantern boards", "forum").code()).isZero();
        assertThat(report()).contains("no origin: forum page that quotes outlets");
        assertThat(judge("outlet", "lantern boards", "tavern").err()).contains("“tavern” is no kind of outlet");
    }

    @Test
    void twoPeoplesJudgementsAreBothKept() {
        String id = claim("detained 1700");
        judge("reject", id);
        Run.of("judge", ledger, "accept", id, "--by", "ben", "--note", "it counts people");
        assertThat(Run.of("verify", ledger).out()).isEqualTo("sound: 4 entries\n");
        assertThat(report()).contains("checked by a person");
        assertThat(report("--known-at", "3")).contains("rejected by ana, entry 3");
    }

    private String review() {
        Run run = Run.of("review", ledger);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void reviewAsksWithClaimQuoteReasonAndCommandAndNotAgainOnceItIsJudged() throws IOException {
        add("c", "The ministry said police detained 1,900 people in Almaty by 13 January 2022.");
        String contested = claim("detained 2300");
        assertThat(review())
                .contains(
                        contested,
                        "“detained 2,300 people”",
                        "why: ",
                        "sitrep judge " + ledger + " reject " + contested);
        judge("accept", contested);
        assertThat(review()).doesNotContain("Is this read rightly?  detained 2300");
    }

    @Test
    void reviewPutsUnplacedJudgementsAndDisagreementFirst() throws IOException {
        String id = claim("detained 1700");
        judge("reject", id);
        Run.of("judge", ledger, "accept", id, "--by", "ben", "--note", "it counts people");
        assertThat(review())
                .startsWith("1. Who is right, ana or ben?")
                .contains("says rejected", "says accepted and holds");
        add("a", "Officials gave no number.");
        assertThat(review())
                .startsWith("1. What about entry 3?")
                .contains("is read no more on page “a”", "2. What about entry 4?", "undo 3");
    }
}
