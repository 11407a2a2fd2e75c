package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose words, names and identifiers would move a terminal's cursor, hide lines or forge them. */
class TerminalTest {
    private static final String ESC = "\u001b";

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("quay" + ESC + "[31m.txt"),
                "Quay Post" + ESC + "]0;renamed\u0007\n\nFerry sinks off Iceland\n\n3 March 2021\n\n"
                        + "SEAHAVEN, Iceland - Officials said on Wednesday, March 3, that 31 people were killed" + ESC
                        + "[8m when the ferry sank off Iceland. Some \u009b31m29 people died, said the Harbour Ministry"
                        + ESC
                        + "[2J of Iceland. The call came at 13\b\b14h00.\n");
        Files.writeString(folder.resolve("empty" + ESC + "[2K\rsitrep: all is well\n.txt"), "");
        Files.writeString(
                folder.resolve("archive.jsonl"),
                "{\"id\":\"quay\\u001b[31m\\u009b\\nsitrep: all is well\",\"language\":\"en\",\"date_seen\":\"2021-03-04\",\"text\":"
                        + "\"Harbour\\u0007 Wire\\u001b[2J\\n\\nFerry sinks off Iceland\\n\\nSEAHAVEN, Iceland - Officials said on Wednesday, March 3, that 31"
                        + " people were killed when the ferry sank off Iceland. Some \\u009b31m29 people died, said the Harbour Ministry of Iceland.\"}\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "report --format html",
                "report --format json",
                "report --format csv",
                "report --format ucdp",
                "report --format geojson",
                "report --format prov",
                "report --format annotations",
                "claims",
                "refused",
                "read",
                "situation",
                "names",
                "times",
                "crises",
                "stories",
                "claims --format jsonl",
                "read --format jsonl"
            })
    void nothingThatIsPrintedMovesTheCursorOrForgesALine(String command) {
        String[] words = (command + " FOLDER").split(" ");
        words[words.length - 1] = folder.toString();
        Run run = Run.of(words);
        assertThat(run.out()).isNotEmpty();
        plain(run);
        assertThat(run.err()).contains("the file is empty");
    }

    /** Of a ledger, whose judgements carry words of people too, and which has changed pages and one that was taken down. */
    @Test
    void nothingThatIsPrintedOfALedgerDoesEither() throws IOException {
        String ledger = folder.resolve("crisis.db").toString();
        plain(Run.of("add", ledger, folder.toString()));
        Path changed = folder.resolve("archive.jsonl");
        Files.writeString(changed, Files.readString(changed).replace("that 31", "that 3\\u001b[8m5"));
        plain(Run.of("add", ledger, folder.toString()));
        Matcher claim = Pattern.compile("\"id\":\"([0-9a-f]{16})\"")
                .matcher(Run.of("claims", ledger, "--format", "jsonl").out());
        assertThat(claim.find()).isTrue();
        String who = "ana" + ESC + "[2J";
        String why = "misread\rsitrep: all is well\n" + ESC + "]0;renamed\u0007";
        for (String[] command : new String[][] {
            {"judge", ledger, "accept", claim.group(1), "--by", who, "--note", why},
            {"explain", claim.group(1), ledger},
            {"report", ledger},
            {"crises", ledger},
            {"stories", ledger},
            {"copies", ledger},
            {"names", ledger},
            {"review", ledger},
            {"changes", ledger, "--since", "0"},
            {"changes", ledger, "--since", "0", "--format", "jsonl"},
            {"verify", ledger},
            {"rebuild", ledger},
            {"backup", ledger, folder.resolve("copy" + ESC + ".db").toString()},
            {
                "export",
                ledger,
                "--bundle",
                folder.resolve("bundle" + ESC + ".zip").toString()
            }
        }) {
            Run run = Run.of(command);
            plain(run);
            assertThat(run.code()).as(command[0] + " " + run.err()).isLessThan(2);
        }
        for (String[] refused : new String[][] {
            {"judge", ledger, "outlet", "Quay Post" + ESC, "forum", "--by", who, "--note", why},
            {"judge", ledger, "merge", "Harbour Ministry", "Har\u009bbour", "--by", who, "--note", why},
            {"takedown", ledger, "no" + ESC + "[2Ksuch", "--by", who, "--why", why}
        }) plain(Run.of(refused));
    }

    private static void plain(Run run) {
        assertThat(run.out() + run.err()).isNotEmpty();
        assertThat((run.out() + run.err()).replace("\r\n", "\n").chars())
                .noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
        assertThat((run.out() + run.err()).lines()).noneMatch(l -> l.startsWith("sitrep: all is well"));
    }
}
