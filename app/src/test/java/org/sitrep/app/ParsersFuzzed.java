package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.BugDetectors;
import com.code_intelligence.jazzer.api.SilentCloseable;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.sitrep.Pipeline;
import org.sitrep.acquire.Acquired;
import org.sitrep.acquire.Inputs;
import org.sitrep.language.Data;
import org.sitrep.language.PackError;
import org.sitrep.model.Claim;
import org.sitrep.model.Page;
import org.sitrep.model.Situation;
import org.sitrep.report.Reports;

/**
 * Every parser that meets a stranger's bytes, given bytes that a fuzzer chooses (Jazzer, guided by coverage). In {@code ./check} the kept inputs are replayed: the seeds, and whatever
 * was ever found. {@code ./check --long} looks for more, ten minutes a parser. Nothing may be thrown, and no span may leave its page.
 */
class ParsersFuzzed {
    private static final Path HOME = Path.of(System.getProperty("sitrep.home", ".."));
    private static final Pipeline PIPELINE = Pipeline.load(HOME.resolve("languages"));
    private static final String TIME = "10m";

    /** Longer than each kept input of {@code texts} and {@code webPages}. */
    private static final int FEW_BYTES = 1000;

    @FuzzTest(maxDuration = TIME)
    void anyBytes(byte[] bytes) {
        acquired(bytes, "input");
    }

    @FuzzTest(maxDuration = TIME)
    void webArchives(byte[] bytes) {
        acquired(bytes, "input.warc");
    }

    @FuzzTest(maxDuration = TIME)
    void feeds(byte[] bytes) {
        acquired(bytes, "input.xml");
    }

    @FuzzTest(maxDuration = TIME)
    void zips(byte[] bytes) {
        acquired(bytes, "input.zip");
    }

    @FuzzTest(maxDuration = TIME)
    void savedPages(byte[] bytes) {
        acquired(bytes, "input.mhtml");
    }

    @FuzzTest(maxDuration = TIME)
    void pdfs(byte[] bytes) {
        acquired(bytes, "input.pdf");
    }

    @FuzzTest(maxDuration = TIME)
    void jsonLines(byte[] bytes) {
        acquired(bytes, "input.jsonl");
    }

    @FuzzTest(maxDuration = TIME)
    void webPages(byte[] bytes) {
        claims(acquired(few(bytes), "input.html"));
    }

    @FuzzTest(maxDuration = TIME)
    void texts(byte[] bytes) {
        claims(acquired(few(bytes), "input.txt"));
    }

    /** Extraction costs by the character, and what is found in many can be found in few: four thousand small inputs tell more than four hundred large ones. */
    private static byte[] few(byte[] bytes) {
        return Arrays.copyOf(bytes, Math.min(bytes.length, FEW_BYTES));
    }

    @FuzzTest(maxDuration = TIME)
    void packFiles(byte[] bytes) {
        try {
            Data.parse(Path.of("rules.yaml"), new String(bytes, StandardCharsets.UTF_8));
        } catch (PackError expected) {
            assertThat(expected.getMessage()).contains("rules.yaml");
        }
    }

    /** What a browser may send: the first byte picks the form, the rest is its body. It is taken, or the answer says what is wrong with it. */
    @FuzzTest(maxDuration = TIME)
    void forms(byte[] bytes) throws IOException, InterruptedException {
        if (bytes.length == 0) return;
        Form form = FORMS.get((bytes[0] & 0xff) % FORMS.size());
        byte[] body = Arrays.copyOfRange(bytes, 1, bytes.length);
        try (SilentCloseable own = BugDetectors.allowNetworkConnections((host, port) -> host.equals(Asked.HOST))) {
            HttpResponse<String> answer = Asked.SERVER.send(form.path, form.type, body);
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        }
    }

    private record Form(String path, String type) {}

    private static final String FIELDS = "application/x-www-form-urlencoded";

    /** Pages are sent as files only: an address in the form would be fetched. */
    private static final List<Form> FORMS = List.of(
            new Form("/judge", FIELDS),
            new Form("/names", FIELDS),
            new Form("/outlet", FIELDS),
            new Form("/undo", FIELDS),
            new Form("/login", FIELDS),
            new Form("/add", "multipart/form-data; boundary=x"));

    /** What a client of the assistant may say: the bytes are its lines. Whatever they are, the next question is answered. */
    @FuzzTest(maxDuration = TIME)
    void assistant(byte[] bytes) {
        try (SilentCloseable own = BugDetectors.allowNetworkConnections((host, port) -> host.equals(Asked.HOST))) {
            Talked.TALK.say(new String(bytes, StandardCharsets.UTF_8));
            assertThat(Talked.TALK.ping()).contains("\"result\"");
        }
    }

    /** The only talk of its process. */
    private static final class Talked {
        static final Talk TALK = new Talk(Asked.SERVER.ledger, PIPELINE);
    }

    /** The fuzzer stops at the claims, because reports take a hundred times as long; what it kept goes the whole way. */
    @TestFactory
    Stream<DynamicTest> keptInputsGoTheWholeWay() throws IOException {
        try (Stream<Path> all = Files.walk(HOME.resolve("app/src/test/resources/org/sitrep/app/ParsersFuzzedInputs"))) {
            List<Path> kept = all.filter(p -> Files.isRegularFile(p)
                            && !p.toString().contains("packFiles")
                            && !p.toString().contains("api"))
                    .toList();
            return kept.stream()
                    .map(p -> DynamicTest.dynamicTest(
                            p.getParent().getFileName() + "/" + p.getFileName(),
                            () -> report(claims(acquired(Files.readAllBytes(p), "input")))));
        }
    }

    /** What a stranger may ask of the API: the bytes are a path and a query. It answers, or says what is wrong with the question. */
    @FuzzTest(maxDuration = TIME)
    void api(byte[] bytes) throws IOException, InterruptedException {
        try (SilentCloseable own = BugDetectors.allowNetworkConnections((host, port) -> host.equals(Asked.HOST))) {
            HttpResponse<String> answer = Asked.SERVER.ask(new String(bytes, StandardCharsets.ISO_8859_1));
            assertThat(answer.statusCode()).isLessThan(500);
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (type.contains("json"))
                assertThat(answer.body().strip()).startsWith("{").endsWith("}");
            if (answer.statusCode() == 200) assertThat(type).doesNotContain("problem");
        }
    }

    private static List<Page> acquired(byte[] bytes, String name) {
        List<Page> pages = new ArrayList<>();
        new Inputs(a -> {
                    if (a instanceof Acquired.Arrived arrived) pages.add(arrived.page());
                })
                .read(new ByteArrayInputStream(bytes), name);
        return pages;
    }

    private static List<Claim.Claims> claims(List<Page> pages) {
        List<Claim.Claims> read = pages.stream().map(PIPELINE::claims).toList();
        for (Claim.Claims page : read)
            for (Claim claim : page.claims())
                assertThat(claim.evidence().span().of(page.article().text()))
                        .isEqualTo(claim.evidence().quote());
        return read;
    }

    private static void report(List<Claim.Claims> read) {
        Reports reports = new Reports();
        for (Situation s : PIPELINE.situations(read, Optional.empty())) {
            assertThat(reports.markdown(s, Locale.ENGLISH)).isNotEmpty();
            assertThat(reports.html(s, Locale.FRENCH)).isNotEmpty();
            assertThat(reports.json(s, Locale.ENGLISH)).isNotEmpty();
        }
    }
}
