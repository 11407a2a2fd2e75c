package org.sitrep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What changed, what should be decided, and where: the pages of one crisis beside its report. */
class CrisisPagesTest {
    @TempDir
    Path folder;

    private Reader site;
    private String crisis;

    @BeforeEach
    void open() {
        site = new Reader(folder, "kazakhstan-2022");
        crisis = "?crisis=" + site.crisis();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void later() {
        try {
            Thread.sleep(2_100); // entries within two seconds are taken for one addition
            Path page = folder.resolve("tarn-evening-post.txt");
            Files.writeString(
                    page,
                    "The Tarn Evening Post\n16 January 2022\n\nKazakhstan: prosecutors count more dead\n\nThe prosecutor general's office of"
                            + " Kazakhstan said on 16 January 2022 that 226 people had been killed in the January unrest.\n");
            site.add(page);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatAnAdditionChangedStandsOnTheReportAndNamesThePageThatBroughtIt() {
        assertThat(site.get("/situation" + crisis).body()).doesNotContain("id=\"changed\"");
        String last = site.get("/api/v1/entries").body().replaceFirst("(?s).*\"total\":([0-9]+).*", "$1");
        later();
        assertThat(site.get("/situation" + crisis).body())
                .contains("id=\"changed\"")
                .contains("New figure")
                .contains("tarn-evening-post");
        assertThat(site.get("/changes" + crisis + "&since=" + last).body())
                .contains("226")
                .contains("tarn-evening-post")
                .doesNotContain("lakeside");
        assertThat(site.get("/api/v1/changes" + crisis + "&since=" + last).body())
                .contains("\"change\":\"figure_new\"")
                .contains("\"pages\":[\"tarn-evening-post\"]");
    }

    @Test
    void changesAreAFeedThatReadersOfEitherFormatTake() throws Exception {
        HttpResponse<String> atom = site.get("/api/v1/changes.atom" + crisis);
        assertThat(atom.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/atom+xml");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(atom.body())));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        assertThat(feed.getElementsByTagName("entry").getLength()).isGreaterThan(10);
        assertThat(atom.body())
                .contains("“")
                .doesNotContain("&amp;#", "&#82"); // letters stay letters, and nothing is escaped twice
        assertThat(site.get("/api/v1/changes.json" + crisis).body())
                .startsWith("{\"version\":\"https://jsonfeed.org/version/1.1\"")
                .contains("\"content_text\":\"“");
    }

    @Test
    void whatCannotBeComparedSaysWhy() {
        assertThat(site.get("/changes" + crisis + "&since=lately").statusCode()).isEqualTo(400);
        assertThat(site.get("/api/v1/changes" + crisis + "&since=100000").body())
                .contains("\"field\":\"since\"");
        assertThat(site.get("/api/v1/changes").body()).contains("\"field\":\"crisis\"");
    }

    @Test
    void aQuestionIsAnsweredWhereItIsAskedAndNotAskedAgain() {
        String review = site.get("/review" + crisis).body();
        Matcher ask = Pattern.compile(
                        "name=\"id\" value=\"([0-9a-f]{16})\"><input type=\"hidden\" name=\"page\" value=\"([^\"]*)\"")
                .matcher(review);
        assertThat(ask.find()).isTrue();
        String id = ask.group(1);
        HttpResponse<String> answer = site.post(
                "/judge",
                Map.of(
                        "id",
                        id,
                        "page",
                        ask.group(2),
                        "then",
                        "/review",
                        "decision",
                        "accepted",
                        "by",
                        "Ana",
                        "note",
                        "read it"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/review?crisis=");
        assertThat(site.get("/review" + crisis).body()).doesNotContain(id).contains("value=\"Ana\"");
    }

    @Test
    void aPageIsAskedOfWhenTwoPeopleDisagree() {
        Matcher claim = Pattern.compile("\"id\":\"([0-9a-f]{16})\"[^{}]*\"value\":748")
                .matcher(site.get("/api/v1/claims?kind=figure&limit=1000").body());
        assertThat(claim.find()).isTrue();
        for (String by : new String[] {"Ana", "Bo"})
            site.post(
                    "/judge",
                    Map.of(
                            "id",
                            claim.group(1),
                            "decision",
                            by.equals("Ana") ? "accepted" : "rejected",
                            "by",
                            by,
                            "note",
                            "x"));
        assertThat(site.get("/review" + crisis).body()).contains("Who is right, Ana or Bo?");
    }

    @Test
    void theMapShadesCountriesMarksTownsAndListsAllInWords() {
        String map = site.get("/map" + crisis).body();
        assertThat(map)
                .contains("class=\"land scene\"")
                .contains("class=\"spot\"")
                .contains(">Almaty</text>")
                .contains("a country: somewhere in it")
                .doesNotContain("NaN");
        Matcher mark = Pattern.compile("<a href=\"#(place-[^\"]*)\"><circle").matcher(map);
        while (mark.find()) assertThat(map).contains("id=\"" + mark.group(1) + "\"");
    }
}
