package org.sitrep.acquire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.model.Page;

/** Every format cut off and with bits turned over: no crash, no hang, no lost earlier page, each fault named with its place. */
class BadInputTest {
    private static final int CUT = 1024;
    private static final int FLIPS = 20;
    /** Before this byte stand a feed's title and an archive's names, which every page carries. */
    private static final int NAMES = 600;
    /** The file, then perhaps entries of archives, then a byte or line. */
    private static final Pattern PLACED = Pattern.compile(
            "(?s).*bad[^ ]*(, byte \\d+|:\\d+)(:|, byte|!).*|.*bad.*(holds no page|is empty|PDF file|saved page).*");

    @TempDir
    Path folder;

    private Map<String, byte[]> all() {
        Map<String, byte[]> all = new LinkedHashMap<>(Samples.archives());
        all.put("a.pdf", Samples.pdf());
        all.put("a.mhtml", Samples.mail());
        all.put("a.html", Samples.utf8(Samples.html(1)));
        return all;
    }

    /** A minute is a thousand times what any of these takes. */
    private Taken take(String name, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("bad-" + name), bytes);
        return assertTimeoutPreemptively(Duration.ofMinutes(1), () -> Taken.from(file), name);
    }

    @TestFactory
    Stream<DynamicTest> cutOff() {
        return all().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> cut(e.getKey(), e.getValue())));
    }

    private void cut(String name, byte[] whole) throws IOException {
        List<Page> pages = take(name, whole).pages();
        int last = 0;
        for (int size = CUT; size < whole.length; size += CUT) {
            Taken taken = take(name, Arrays.copyOf(whole, size));
            String at = name + " cut at " + size;
            int complete = sound(pages, taken.pages());
            assertThat(complete).as(at).isGreaterThanOrEqualTo(last);
            last = complete;
            assertThat(taken.pages().size()).as(at).isBetween(complete, complete + 1);
            if (pages.size() > 1) assertThat(taken.faults()).as(at).isNotEmpty();
            assertThat(taken.faults()).as(at).allMatch(f -> PLACED.matcher(f).matches());
        }
        boolean compressedWhole = name.startsWith("single")
                || name.startsWith("a.jsonl.gz")
                || name.startsWith("a.tar")
                || name.startsWith("nested");
        if (pages.size() > 1 && !compressedWhole) assertThat(last).as(name).isGreaterThanOrEqualTo(Samples.PAGES - 3);
    }

    /** How many of the first pages came unharmed. */
    private static int sound(List<Page> whole, List<Page> part) {
        int n = 0;
        while (n < part.size()
                && n < whole.size()
                && part.get(n).content().equals(whole.get(n).content())) n++;
        return n;
    }

    @TestFactory
    Stream<DynamicTest> bitsTurnedOver() {
        return flips(FLIPS);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> manyBitsTurnedOver() {
        return flips(50 * FLIPS);
    }

    private Stream<DynamicTest> flips(int times) {
        return all().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> flip(e.getKey(), e.getValue(), times)));
    }

    private void flip(String name, byte[] whole, int times) throws IOException {
        Random random = new Random(name.hashCode() + times);
        List<Page> pages = take(name, whole).pages();
        for (int n = 0; n < times; n++) {
            byte[] bytes = whole.clone();
            int at = random.nextInt(bytes.length);
            bytes[at] ^= (byte) (1 << random.nextInt(8));
            Taken taken = take(name, bytes);
            String as = name + " flipped at byte " + at;
            // The JDK's ZIP reader keeps back up to 512 bytes of what it unpacked before a damage, for each layer.
            int kept = sound(pages, take(name, Arrays.copyOf(whole, at)).pages()) - (name.contains("zip") ? 3 : 1);
            if (pages.size() > 1 && at > NAMES)
                assertThat(sound(pages, taken.pages())).as(as).isGreaterThanOrEqualTo(kept);
            assertThat(taken.faults()).as(as).allMatch(f -> f.contains("bad-"));
        }
    }

    @Test
    void aBrokenRecordCostsItselfOnly() throws IOException {
        List<byte[]> packed = new java.util.ArrayList<>(
                Samples.records().stream().map(Samples::gzip).toList());
        byte[] broken = packed.get(2 + 3 * 5).clone();
        for (int i = 40; i < 80; i++) broken[i] ^= 0x55;
        packed.set(2 + 3 * 5, broken);
        Taken taken = take("a.warc.gz", Samples.joined(packed));
        assertThat(taken.pages()).hasSize(Samples.PAGES - 1);
        assertThat(taken.faults()).hasSize(1);
        byte[] plain = Samples.joined(Samples.records());
        byte[] mark = Samples.utf8("Content-Length");
        int at = new String(plain, java.nio.charset.StandardCharsets.ISO_8859_1)
                .indexOf("Content-Length", plain.length / 2);
        System.arraycopy(Samples.utf8("Content-Lxngth"), 0, plain, at, mark.length);
        Taken unpacked = take("a.warc", plain);
        assertThat(unpacked.pages().size()).isGreaterThanOrEqualTo(Samples.PAGES - 2);
        assertThat(unpacked.faults()).isNotEmpty();
    }

    @Test
    void bombsStopAtANamedLimit() throws IOException {
        byte[] zeros = new byte[200_000_000];
        Arrays.fill(zeros, (byte) 'x');
        byte[] packed = Samples.gzip(zeros);
        assertThat(take("bomb.html.gz", packed).faults())
                .singleElement()
                .asString()
                .contains("larger than 16 MB");
        assertThat(take("bomb.jsonl.gz", packed).faults())
                .singleElement()
                .asString()
                .contains("more than 200 times its size");
        assertThat(take("bomb.zip", Samples.zip(Map.of("a.jsonl", zeros))).faults())
                .singleElement()
                .asString()
                .contains("more than 200 times its size");
        byte[] warc = Samples.gzip(Samples.joined(List.of(Samples.record(
                "response", Samples.address(1), "application/http", Samples.answer("image/png", "", zeros)))));
        assertThat(take("bomb.warc.gz", warc).faults())
                .singleElement()
                .asString()
                .contains("more than 200 times its size");
        byte[] answer = Samples.answer("text/html", "Content-Encoding: gzip\r\n", packed);
        Taken inside = take(
                "bomb.warc",
                Samples.joined(List.of(
                        Samples.record("response", Samples.address(1), "application/http", answer),
                        Samples.records().get(2))));
        assertThat(inside.faults()).singleElement().asString().contains("larger than 16 MB");
        assertThat(inside.pages()).hasSize(1);
    }

    @Test
    void archivesInArchivesStopAtANamedDepth() throws IOException {
        byte[] nested = Samples.zip(Map.of("a.html", Samples.utf8(Samples.html(1))));
        for (int i = 0; i < 6; i++) nested = Samples.zip(Map.of("a.zip", nested));
        Taken taken = take("deep.zip", nested);
        assertThat(taken.pages()).isEmpty();
        assertThat(taken.faults().getFirst()).contains("lies in more than 4 archives");
    }

    @Test
    void manySmallBombsInOneArchiveStopToo() throws IOException {
        byte[] inner = Samples.zip(Map.of("a.jsonl", new byte[20_000_000]));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < 30; i++) entries.put(i + ".zip", inner);
        assertThat(take("many.zip", Samples.zip(entries)).faults().getLast()).contains("more than 200 times its size");
    }

    @Test
    void entitiesAreNotExpanded() throws IOException {
        StringBuilder rss = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"haha\">");
        for (char c = 'b'; c < 'p'; c++)
            rss.append("<!ENTITY ")
                    .append(c)
                    .append(" \"")
                    .append(("&" + (char) (c - 1) + ";").repeat(10))
                    .append("\">");
        rss.append(
                "<!ENTITY file SYSTEM \"file:///etc/passwd\">]><rss><channel><title>V</title><item><title>Rain</title><description>&o; &file; fell</description></item></channel></rss>");
        Taken taken = take("laughs.rss", Samples.utf8(rss.toString()));
        assertThat(taken.pages())
                .singleElement()
                .satisfies(
                        p -> assertThat(p.content()).contains("&o; &file; fell").hasSizeLessThan(1000));
    }

    @Test
    void aFeedEntryOfAnySizeAndARecordHeaderOfAnySizeStopAtANamedLimit() throws IOException {
        ByteArrayOutputStream rss = new ByteArrayOutputStream();
        rss.writeBytes(Samples.utf8(
                "<rss><channel><item><title>Rain</title><description>one</description></item><item><description>"));
        byte[] much = new byte[20_000_000];
        Arrays.fill(much, (byte) 'x');
        rss.writeBytes(much);
        Taken taken = take("large.rss", rss.toByteArray());
        assertThat(taken.pages()).hasSize(1);
        assertThat(taken.faults()).singleElement().asString().contains("more than 16 MB, which is the limit");
        byte[] warc = Samples.joined(List.of(Samples.records().get(2), Samples.utf8("WARC/1.0\r\nX: "), much));
        Taken archive = take("large.warc", warc);
        assertThat(archive.pages()).hasSize(1);
        assertThat(archive.faults()).singleElement().asString().contains("header has more than 1 MB");
    }

    @Test
    void aPdfBombStops() throws IOException {
        byte[] spaces = new byte[400_000_000];
        Arrays.fill(spaces, (byte) ' ');
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (var out = new java.util.zip.DeflaterOutputStream(deflated)) {
            out.write(spaces);
        }
        spaces = new byte[0];
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        pdf.writeBytes(Samples.utf8(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/Contents 4 0 R/MediaBox[0 0 99 99]>>endobj\n4 0 obj<</Filter/FlateDecode/Length "
                        + deflated.size() + ">>stream\n"));
        pdf.writeBytes(deflated.toByteArray());
        pdf.writeBytes(Samples.utf8("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"));
        assertThat(take("bomb.pdf", pdf.toByteArray()).faults())
                .singleElement()
                .asString()
                .contains("PDF file");
    }
}
