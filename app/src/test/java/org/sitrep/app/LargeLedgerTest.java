package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.desk.Desk;

/** A ledger of more pages than are held at once answers as its pages do, one crisis after another. */
class LargeLedgerTest {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home"));
    private static final List<String> CRISES = List.of("kazakhstan-2022", "herat-2023");

    @TempDir
    static Path folder;

    private static String ledger = "";
    private static String pages = "";

    @BeforeAll
    static void fill() throws IOException {
        ledger = folder.resolve("large.db").toString();
        pages = folder.resolve("pages").toString();
        Path more = folder.resolve("pages/more.jsonl");
        Files.createDirectory(more.getParent());
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= Desk.FEW; i++)
            lines.append("{\"id\":\"wire-").append(i).append("\",\"text\":\"Nothing new.\"}\n");
        Files.writeString(more, lines);
        String[] words = {"add", ledger, pages, example(0), example(1)};
        assertThat(Run.of(words).code()).isZero();
    }

    private static String example(int number) {
        return HOME.resolve("examples").resolve(CRISES.get(number)).toString();
    }

    private Run same(String command) {
        Run kept = Run.of(command, ledger);
        assertThat(kept.out().lines().toList())
                .containsExactlyElementsOf(Run.of(command, pages, example(0), example(1))
                        .out()
                        .lines()
                        .toList());
        return kept;
    }

    @Test
    void theListOfCrisesIsThatOfItsPages() {
        assertThat(same("crises").out()).contains("   16 pages");
    }

    @Test
    void everySituationIsThatOfItsPages() {
        same("situation");
        same("names");
    }

    @Test
    void noMoreThanOneCrisisIsHeld() {
        AtomicInteger readings = new AtomicInteger();
        new Session(System.out, System.err, HOME).readings(List.of(ledger), OptionalLong.empty(), reading -> {
            readings.incrementAndGet();
            assertThat(reading.crises()).hasSizeLessThan(3);
        });
        assertThat(readings.get()).isGreaterThan(2);
    }

    @Test
    void aReportNeedsToBeToldOnWhat() {
        Run run = Run.of("report", ledger);
        assertThat(run.code()).isEqualTo(Failure.USAGE);
        assertThat(run.err())
                .contains("several crises; choose one with --about")
                .hasLineCount(1);
    }

    @Test
    void aJudgementWhoseSubjectNoCrisisHoldsIsToldOnce() throws IOException {
        String judged = folder.resolve("judged.db").toString();
        Files.copy(Path.of(ledger), Path.of(judged));
        add(judged, "Captain Barayev, or Baraev, brought the ferry in.");
        Run run = Run.of("judge", judged, "merge", "Barayev", "Baraev", "--by", "ana", "--note", "one man");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Run.of("crises", judged).err()).isEmpty();
        add(judged, "The captain brought the ferry in.");
        assertThat(Run.of("crises", judged).err())
                .contains("no page holds the spellings “Barayev”, “Baraev”, which ana judged")
                .hasLineCount(1);
    }

    private static void add(String ledger, String text) throws IOException {
        Path page = folder.resolve("ferry.jsonl");
        Files.writeString(page, "{\"id\":\"ferry\",\"language\":\"en\",\"text\":\"" + text + "\"}\n");
        assertThat(Run.of("add", ledger, page.toString()).code()).isZero();
    }

    @Test
    void tooLittleMemoryIsOneSentence() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx16m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dsitrep.home=" + HOME,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "report",
                        example(0))
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(Failure.INTERNAL);
        assertThat(out).isEmpty();
        assertThat(err)
                .startsWith("sitrep: out of memory: this takes more than the ")
                .contains("JAVA_OPTS=-Xmx2g")
                .hasLineCount(1);
    }
}
