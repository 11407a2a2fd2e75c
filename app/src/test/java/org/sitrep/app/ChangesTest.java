package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changed between two states of a real ledger, and because of what. */
class ChangesTest {
    private static final String SETTING =
            "Protests over fuel prices shook Kazakhstan. Protesters stormed the mayor's office in Almaty on 5 January 2022. ";

    @TempDir
    Path folder;

    private String ledger = "";

    @BeforeEach
    void addPages() throws IOException {
        ledger = folder.resolve("crisis.db").toString();
        add("a", "2022-01-09", "The health ministry said 164 people were killed in Kazakhstan.");
    }

    private void add(String key, String day, String text) throws IOException {
        Path page = Files.writeString(
                folder.resolve(key + ".jsonl"),
                "{\"id\":\"" + key + "\",\"text\":\"" + SETTING + text + "\",\"date_seen\":\"" + day + "\"}\n");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
    }

    private String changes(String... more) {
        String[] all = new String[2 + more.length];
        all[0] = "changes";
        all[1] = ledger;
        System.arraycopy(more, 0, all, 2, more.length);
        Run run = Run.of(all);
        assertThat(run.code()).as(run.err()).isZero();
        return run.out();
    }

    @Test
    void aNewPageBringsItsFigureAndIsNamed() throws IOException {
        add("b", "2022-01-15", "Prosecutors said 225 people were killed in Kazakhstan.");
        assertThat(changes("--since", "1"))
                .contains("figure new: killed, people, Kazakhstan: 225", "entry 2, page added: b")
                .doesNotContain("164");
        assertThat(changes("--since", "1", "--format", "jsonl"))
                .contains("\"change\":\"figure_new\"", "\"pages\":[\"b\"]", "\"entry\":2");
    }

    @Test
    void aJudgementIsTheCauseOfWhatItChanges() {
        String id = Run.of("claims", ledger)
                .out()
                .lines()
                .filter(l -> l.contains("killed 164"))
                .findFirst()
                .orElseThrow()
                .substring(0, 16);
        Run.of("judge", ledger, "correct", id, "--value", "165", "--by", "ana", "--note", "misread");
        assertThat(changes("--since", "1"))
                .contains(
                        "figure changed: killed, people, Kazakhstan: 164", "→ 165", "entry 2, judged by ana: misread");
        Run.of("judge", ledger, "reject", id, "--by", "ben", "--note", "withdrawn");
        assertThat(changes("--since", "2")).contains("figure gone: ", "entry 3, judged by ben: withdrawn");
        Run.of("judge", ledger, "undo", "3", "--by", "ben", "--note", "not so");
        assertThat(changes("--since", "3")).contains("figure new: ", "entry 4, judged by ben: not so");
        assertThat(changes("--since", "2")).startsWith("nothing changed from entry 2 to entry 4");
    }

    @Test
    void aNewVersionOfAPageTakesItsFigureAway() throws IOException {
        add("a", "2022-01-09", "Officials gave no number.");
        assertThat(changes("--since", "1")).contains("figure gone: killed", "entry 2, page added: a");
        assertThat(changes("--since", "9000-01-01")).startsWith("nothing changed");
        assertThat(changes("--since", "0", "--until", "1")).contains("figure new: killed");
    }
}
