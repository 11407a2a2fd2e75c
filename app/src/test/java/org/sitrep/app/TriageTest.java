package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of one crisis out of mixed news. */
class TriageTest {
    @TempDir
    Path folder;

    private String page(String name, String date, String text) throws IOException {
        String line = "{\"id\":\"" + name + "\",\"date_seen\":\"" + date + "\",\"text\":\"" + text + "\"}\n";
        Files.writeString(folder.resolve(name + ".jsonl"), line);
        return folder.toString();
    }

    @Test
    void namesAreKnownInEveryLanguageAndWhatIsSetAsideIsCounted() throws IOException {
        page(
                "en",
                "2022-01-08",
                "Troops landed in Kazakhstan on Friday. Kazakhstan has asked for help, its president said.");
        page(
                "ru",
                "2022-01-09",
                "Власти Казахстана сообщили о задержанных. В Казахстане введён режим чрезвычайного положения.");
        page("undated", "", "Unrest in Kazakhstan: nine people were killed, police said.");
        page(
                "passing",
                "2022-01-10",
                "Grain prices rose again this week in most ports of the region, traders told a trade paper. "
                        + "Wheat went up by four per cent and barley by three, with little rain ahead. ".repeat(8)
                        + "Buyers in Kazakhstan were absent.");
        page("later", "2023-06-01", "Kazakhstan opens a bridge. The bridge is the longest in Kazakhstan.");
        String all = page("other", "2022-01-08", "Rain fell on Lower Vellin, and the flood office counted boats.");
        String ledger = folder.resolve("a.db").toString();
        Run run = Run.of("add", ledger, all, "--about", "Kazakhstan January 2022");
        assertThat(run.out())
                .isEqualTo(
                        "6 looked at for “Kazakhstan January 2022”: 3 kept, 3 set aside (1 do not name it, 1 name it in passing,"
                                + " 1 from another time)\n3 added\n");
        assertThat(Run.of("read", ledger).out())
                .contains("== en", "== ru", "== undated")
                .doesNotContain("== later");
        assertThat(Run.of("add", folder.resolve("b.db").toString(), all, "--about", "Казахстан")
                        .out())
                .contains(": 4 kept");
        assertThat(Run.of("add", folder.resolve("c.db").toString(), all, "--about", " ")
                        .code())
                .isEqualTo(Failure.USAGE);
    }

    /** Pages of 3 kB each, one in a thousand about the crisis. */
    private Path archive(int records) throws IOException {
        Path file = folder.resolve("news.warc.gz");
        String filler = "<p>The council of Lower Vellin met on the new school roof and put off its vote for a week.</p>"
                .repeat(30);
        try (OutputStream out = new java.io.BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < records; i++) {
                String what = i % 1000 == 0
                        ? "Kazakhstan: police detained " + (1700 + i) + " people. Kazakhstan said so."
                        : "Roof " + i + " is new.";
                String html = "<html><body><article><h1>News " + i + "</h1><p>" + what + "</p>" + filler
                        + "</article></body></html>";
                String answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + html;
                String head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:x:" + i
                        + ">\r\nWARC-Date: 2022-01-08T00:00:00Z\r\n"
                        + "WARC-Target-URI: https://valley-post.example/" + i
                        + "\r\nContent-Type: application/http\r\nContent-Length: "
                        + answer.length() + "\r\n\r\n";
                GZIPOutputStream member = new GZIPOutputStream(out);
                member.write((head + answer + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                member.finish();
            }
        }
        return file;
    }

    @Tag("slow")
    @Test
    void fiftyThousandRecordsFitIntoHalfAGigabyte() throws IOException, InterruptedException {
        String archive = archive(50_000).toString();
        for (String[] words : new String[][] {
            {"add", folder.resolve("all.db").toString(), archive},
            {"add", folder.resolve("some.db").toString(), archive, "--about", "Kazakhstan"},
            {"claims", archive}
        }) {
            java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-Dsitrep.home=" + System.getProperty("sitrep.home"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "org.sitrep.app.Main"));
            command.addAll(java.util.List.of(words));
            Path printed = folder.resolve("printed");
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile())
                    .start();
            assertThat(process.waitFor(20, TimeUnit.MINUTES)).isTrue();
            String out = Files.readString(printed);
            assertThat(process.exitValue())
                    .as(out.substring(0, Math.min(2000, out.length())))
                    .isZero();
            System.out.printf(Locale.ROOT, "%s: %.1f s%n", String.join(" ", words), (System.nanoTime() - start) / 1e9);
            if (words.length == 5) assertThat(out).contains("50000 looked at", "50 kept, 49950 set aside", "50 added");
            if (words.length == 3) assertThat(out).contains("50000 added");
        }
    }
}
