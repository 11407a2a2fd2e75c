package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds for every report, wherever its pages come from and however many they are. */
class ReportTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "kazakhstan-2022, md",
        "kazakhstan-2022, html",
        "kazakhstan-2022, json",
        "herat-2023, md",
        "herat-2023, html",
        "herat-2023, json"
    })
    void aFolderAndALedgerOfTheSamePagesGiveTheSameBytes(String crisis, String format) {
        String pages = HOME.resolve("examples").resolve(crisis).toString();
        String ledger = folder.resolve("crisis.db").toString();
        assertThat(Run.of("add", ledger, pages).code()).isZero();
        Run kept = Run.of("report", ledger, "--format", format);
        assertThat(kept.code()).as(kept.err()).isZero();
        assertThat(kept.out())
                .isNotEmpty()
                .isEqualTo(Run.of("report", pages, "--format", format).out());
    }

    @Test
    void moreThanAThousandPagesAreDatedEachByItselfAndClaimsSaysSo() throws IOException {
        Path pages = folder.resolve("many.jsonl");
        write(pages, 1_001);
        Run run = Run.of("claims", pages.toString());
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("more than 1,000 pages").contains("dated by itself");
        Path few = folder.resolve("few.jsonl");
        write(few, 20);
        assertThat(Run.of("claims", few.toString()).err()).isEmpty();
    }

    @Test
    void aMatterOfManyContestedNumbersIsToldAsFarAsItIsRead() throws IOException {
        Path pages = folder.resolve("contested.jsonl");
        write(pages, 300);
        Run run = Run.of("report", pages.toString());
        assertThat(run.code()).as(run.err()).isZero();
        String contested =
                run.out().substring(run.out().indexOf("## Contested"), run.out().indexOf("## Commitments"));
        assertThat(contested.lines().filter(l -> l.startsWith("- ")))
                .hasSize(101)
                .last()
                .satisfies(l -> assertThat(l).startsWith("- … and 200 more"));
    }

    @Test
    void aReportThatIsHandedOnNamesNobodyPrivateUnlessItIsAskedTo() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.txt"),
                "Harbour Courier\n\n9 October 2023\n\nAt least 40 people, among them the baker Ester Quillfeather, 19, were killed in the storm in"
                        + " Kenya, Interior Minister Tor Banville said.");
        Path report = folder.resolve("report.html");
        assertThat(Run.of("report", page.toString()).out()).contains("Quillfeather");
        assertThat(Run.of("report", page.toString(), "--private-names", "masked")
                        .out())
                .doesNotContain("Quillfeather")
                .contains("Banville");
        assertThat(Run.of("report", page.toString(), "--format", "prov").out()).doesNotContain("Quillfeather");
        Run.of("report", page.toString(), "--format", "html", "-o", report.toString(), "--private-names", "masked");
        assertThat(report).content().doesNotContain("Quillfeather").contains("Banville");
        Run.of("report", page.toString(), "--format", "prov", "-o", report.toString(), "--private-names", "shown");
        assertThat(report).content().contains("Quillfeather");
    }

    @Test
    @Tag("slow")
    void tenThousandPagesFitIntoAHeapOf256Megabytes() throws IOException, InterruptedException {
        Path pages = folder.resolve("pages.jsonl");
        write(pages, 10_000);
        Path report = folder.resolve("report.md");
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsitrep.home=" + HOME,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.sitrep.app.Main",
                        "report",
                        pages.toString(),
                        "-o",
                        report.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(20, TimeUnit.MINUTES)).as("ends").isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        assertThat(report).content().contains("10,000 pages").contains("Killed");
    }

    private static final List<String> WORDS = List.of(
            "river", "road", "school", "market", "bridge", "water", "coast", "town", "morning", "evening", "weekend",
            "square", "station", "garden", "valley", "farmer", "teacher", "doctor", "driver", "baker", "rises", "falls",
            "opens", "closes", "waits", "moves", "stays", "returns", "near", "behind", "along", "across", "under",
            "above", "and", "but", "while", "because", "old", "new", "wet", "dry", "narrow", "wide", "quiet", "busy");

    /** Pages of about 3 kB on one flood, with figures that grow by the day. */
    private static void write(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                LocalDate day = LocalDate.of(2031, 3, 1).plusDays(i % 60);
                out.write("{\"id\":\"p" + i + "\",\"date_seen\":\"" + day + "\",\"text\":\"" + text(i, day) + "\"}\n");
            }
        }
    }

    private static String text(int i, LocalDate day) {
        int dead = 100 + i % 60 * 7;
        String month = List.of("March", "April").get(day.getMonthValue() - 3);
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "Flood in Mozambique: %d dead\\n\\nBEIRA, %s %d - At least %d people have been killed and %d"
                        + " injured by the flood in Mozambique, the health ministry said.\\n\\n",
                dead,
                month,
                day.getDayOfMonth(),
                dead,
                3 * dead + i % 9));
        SplittableRandom random = new SplittableRandom(i);
        for (int sentence = 0; sentence < 36; sentence++) {
            text.append("The");
            for (int k = 0; k < 12; k++) text.append(' ').append(WORDS.get(random.nextInt(WORDS.size())));
            text.append(sentence % 4 == 3 ? ".\\n\\n" : ". ");
        }
        return text.append("Police detained ")
                .append(20 + i % 30)
                .append(" people for looting in Beira. The United Nations said ")
                .append(1_000 + i)
                .append(" people had been displaced.")
                .toString();
    }
}
