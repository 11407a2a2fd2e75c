package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** `sitrep copies` over pages and over a ledger in which a page was changed. */
class CopiesTest {
    @TempDir
    Path folder;

    @Test
    void reprintsAndTheirTranslationHangOnTheAgencyThatTheyCredit() {
        String example = Path.of(System.getProperty("sitrep.home"), "examples/kazakhstan-2022")
                .toString();
        Run run = Run.of("copies", example);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("meridian-toll  Meridian News Agency, en, 2022-01-09  likely original: others credit it\n")
                .containsPattern(
                        "    harbour-courier-toll .* same text: 9\\d% in common, .*credits Meridian News Agency")
                .containsPattern("    depeche-des-collines-bilan .* translation: ");
        assertThat(Run.of("copies", example, "--format", "jsonl").out())
                .contains("{\"original\":\"meridian-toll\",\"why\":\"credited\",\"copies\":[{\"page\":")
                .contains("\"kind\":\"part\"");
    }

    @Test
    void aPageThatWasQuietlyChangedSaysWhatItSaidBefore() throws IOException {
        String ledger = folder.resolve("crisis.db").toString();
        add(ledger, "Police counted 23 dead in Oldport. Nobody was detained.");
        add(ledger, "Police counted 31 dead in Oldport. Nobody was detained.");
        for (String[] command : new String[][] {{"copies", ledger}, {"changes", ledger, "--since", "1"}}) {
            Run run = Run.of(command);
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(run.out())
                    .containsPattern("page changed silently: a: read \\S+Z \\(entry 1\\) and \\S+Z \\(entry 2\\)")
                    .contains(
                            "    figure killed 23 → killed 31\n",
                            "    - Police counted 23 dead in Oldport.\n",
                            "    + Police counted 31 dead in Oldport.\n")
                    .doesNotContain("- Nobody", "+ Nobody");
        }
        assertThat(Run.of("changes", ledger, "--since", "1", "--format", "jsonl")
                        .out())
                .contains(
                        "{\"change\":\"page_changed\",\"page\":\"a\",\"silent\":true,\"before\":{\"entry\":1,\"read\":");
        Run.of("takedown", ledger, "a", "--by", "ana", "--why", "asked to");
        assertThat(Run.of("copies", ledger).out()).as("gone with the page").doesNotContain("Police");
    }

    private void add(String ledger, String text) throws IOException {
        Path page = Files.writeString(
                folder.resolve("a.jsonl"),
                "{\"id\":\"a\",\"language\":\"en\",\"text\":\"" + text + "\",\"date_seen\":\"2024-05-07\"}\n");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
    }
}
