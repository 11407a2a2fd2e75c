package org.sitrep.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example gives exactly the report that lies beside it. {@code -Dsitrep.accept=true} rewrites the reports and prints what
 * changed, to be read line by line before it is committed.
 */
class ExamplesTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

    @BeforeAll
    static void home() {
        System.setProperty("sitrep.home", HOME.toString());
    }

    /** The folders of {@code examples/} that are a crisis of their own: those with a report. */
    static List<String> crises() throws IOException {
        try (Stream<Path> folders = Files.list(HOME.resolve("examples"))) {
            return folders.filter(f -> Files.exists(f.resolve("report.md")))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("crises")
    void theReportIsTheOneThatLiesBesideThePages(String crisis) throws IOException {
        Path golden = HOME.resolve("examples").resolve(crisis).resolve("report.md");
        String report = report(crisis, "md");
        String before = Files.readString(golden);
        if (Boolean.getBoolean("sitrep.accept")) {
            difference(before, report).forEach(System.out::println);
            Files.writeString(golden, report);
            return;
        }
        assertThat(String.join("\n", difference(before, report)))
                .as("accept with -Dsitrep.accept=true, after reading the difference")
                .isEmpty();
        assertThat(report).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("crises")
    void everyNumberOfTheHtmlReportLeadsToAQuoteInAPage(String crisis) {
        var html = org.jsoup.Jsoup.parse(report(crisis, "html"));
        List<String> links = html.select("a.num, sup a").eachAttr("href");
        assertThat(links)
                .hasSizeGreaterThan(20)
                .allSatisfy(link -> assertThat(html.select("mark" + link)).hasSize(1));
    }

    private static String report(String crisis, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream o = new PrintStream(out, false, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int code = Main.run(
                    o, e, "report", HOME.resolve("examples").resolve(crisis).toString(), "--format", format);
            assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Lines only in one of the two, in order: "-" expected, "+" written. */
    private static List<String> difference(String expected, String written) {
        List<String> old = expected.lines().toList();
        List<String> now = written.lines().toList();
        Stream<String> gone = old.stream().filter(l -> !now.contains(l)).map(l -> "- " + l);
        return Stream.concat(gone, now.stream().filter(l -> !old.contains(l)).map(l -> "+ " + l))
                .toList();
    }
}
