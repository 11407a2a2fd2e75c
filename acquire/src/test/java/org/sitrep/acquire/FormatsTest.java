package org.sitrep.acquire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.sitrep.model.Edtf;
import org.sitrep.model.Page;

/** Every format gives the pages that were put into it. */
class FormatsTest {
    @TempDir
    Path folder;

    private Taken take(String name, byte[] bytes) throws IOException {
        return Taken.from(Files.write(folder.resolve(name), bytes));
    }

    @TestFactory
    Stream<DynamicTest> everyArchiveGivesItsPagesInOrder() {
        return Samples.archives().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    Taken taken = take(e.getKey(), e.getValue());
                    assertThat(taken.faults()).isEmpty();
                    assertThat(taken.pages()).hasSize(Samples.PAGES);
                    for (int i = 0; i < Samples.PAGES; i++)
                        assertThat(taken.pages().get(i).content()).contains(Samples.sentence(i));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theNameMayBeWrongOrMissing() {
        return Samples.archives().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    assertThat(take("page.txt", e.getValue()).pages())
                            .hasSize(e.getKey().endsWith(".jsonl") || e.getKey().endsWith(".json") ? 1 : Samples.PAGES);
                    assertThat(take("download", e.getValue()).pages()).hasSize(Samples.PAGES);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everythingComesThroughAPipe() {
        return Samples.archives().entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> {
                    InputStream before = System.in;
                    System.setIn(new ByteArrayInputStream(e.getValue()));
                    try {
                        assertThat(Taken.of("-").pages()).hasSize(Samples.PAGES);
                    } finally {
                        System.setIn(before);
                    }
                }));
    }

    @Test
    void aWebArchiveNamesItsPagesByTheirAddress() throws IOException {
        Page page = take("a.warc", Samples.joined(Samples.records())).pages().get(3);
        assertThat(page.key()).isEqualTo(Samples.address(3));
        assertThat(page.address()).contains(Samples.address(3));
        assertThat(page.content()).contains("boats № ");
    }

    @Test
    void otherBytesAtOneAddressOfAnArchiveAreAnotherVersion() throws IOException {
        byte[] first = Samples.record(
                "response",
                Samples.address(1),
                "application/http",
                Samples.answer("text/html", "", Samples.utf8(Samples.html(1))));
        byte[] later = Samples.record(
                "response",
                Samples.address(1),
                "application/http",
                Samples.answer("text/html", "", Samples.utf8(Samples.html(2))));
        Taken taken = take("a.warc", Samples.joined(List.of(first, later, first)));
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.pages()).extracting(Page::key).containsExactly(Samples.address(1), Samples.address(1));
    }

    @Test
    void whatTheServerBrokeOffIsAPageWithANote() throws IOException {
        byte[] answer = Samples.answer("text/html", "", Samples.utf8(Samples.html(1)));
        byte[] cut = java.util.Arrays.copyOf(answer, answer.length - 300);
        Taken taken = take("a.warc", Samples.record("response", Samples.address(1), "application/http", cut));
        assertThat(taken.pages()).singleElement().satisfies(p -> {
            assertThat(p.content()).contains(Samples.sentence(1));
            assertThat(p.damage()).contains("what the server sent breaks off");
        });
    }

    @Test
    void aFeedTellsOutletLanguageAndTheDayInItsOwnZone() throws IOException {
        Page rss = take("a.rss", Samples.rss()).pages().getFirst();
        assertThat(rss.published()).contains(new Edtf("2022-01-01"));
        assertThat(rss.language()).contains("en");
        assertThat(rss.content()).contains("content=\"Valley Post\"", "<h1>Flood, day 0</h1>");
        Page atom = take("a.atom", Samples.atom()).pages().getFirst();
        assertThat(atom.content()).contains("<h1>Flood, day &amp; night 0</h1>");
        assertThat(atom.published()).contains(new Edtf("2022-01-08"));
        assertThat(take("f.json", Samples.jsonFeed()).pages().getFirst().published())
                .contains(new Edtf("2022-01-08"));
    }

    @Test
    void aPdfGivesItsParagraphs() throws IOException {
        Taken taken = take("a.pdf", Samples.pdf());
        assertThat(taken.faults()).isEmpty();
        Page page = taken.pages().getFirst();
        for (int sheet = 0; sheet < 3; sheet++) assertThat(page.content()).contains("<p>" + Samples.sentence(sheet));
    }

    @Test
    void aSavedPageComesWithItsAddress() throws IOException {
        Taken taken = take("a.mhtml", Samples.mail());
        assertThat(taken.faults()).isEmpty();
        assertThat(taken.pages().getFirst().content()).contains("boats № 0 crossed the river");
        assertThat(taken.pages().getFirst().address()).contains(Samples.address(0));
    }

    @Test
    void pathsInsideArchivesAreNamesOnly() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("../../etc/evil.html", Samples.utf8(Samples.html(1)));
        entries.put("/abs\u001b[31m.html", Samples.utf8(Samples.html(2)));
        Taken taken = take("a.zip", Samples.zip(entries));
        assertThat(taken.pages()).extracting(Page::key).containsExactly("a/etc/evil", "a/abs\uFFFD[31m");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(1);
        }
    }

    @Test
    void whatHoldsNoPageIsPassedOverInAFolderAndNamedWhereTheUserNamedIt() throws IOException {
        Files.writeString(folder.resolve("package.json"), "{\n \"name\": \"x\"\n}");
        Files.writeString(folder.resolve("pom.xml"), "<project/>");
        Files.write(folder.resolve("page.html"), Samples.utf8(Samples.html(0)));
        assertThat(Taken.from(folder).faults()).isEmpty();
        assertThat(Taken.from(folder.resolve("pom.xml")).faults().getFirst()).contains("is neither a feed nor a page");
        Files.writeString(
                folder.resolve("map.xml"),
                "<?xml version='1.0'?><urlset><url><loc>https://a.example/</loc></url></urlset>");
        assertThat(Taken.from(folder.resolve("map.xml")).faults().getFirst()).contains("lists addresses");
    }
}
