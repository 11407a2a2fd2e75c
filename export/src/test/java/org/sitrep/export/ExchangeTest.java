package org.sitrep.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import de.undercouch.citeproc.CSL;
import de.undercouch.citeproc.csl.CSLItemData;
import de.undercouch.citeproc.helper.json.JsonLexer;
import de.undercouch.citeproc.helper.json.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sitrep.judge.Anchor;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Situation;

/** The forms for other people's programs, read by their readers: events, judgements, the bibliography, the printed report. */
class ExchangeTest {
    private static final String PAGE = """
            Quayside Courier

            12 May 2021

            Port city <b>shaken</b>

            PORT ARTEN - On 11 May the National Army arrested 40 people in Port Arten. President Ilva Marsten declared a state of emergency on 10 May 2021.
            The Interior Ministry said 31 people were killed. The ministry promised that all soldiers would leave Port Arten by 20 May 2021.
            Protesters marched through Port Arten on 9 May 2021. "Мы потеряли 31 человека", the Interior Ministry said, "北京 محمد".
            """;

    private static Situation situation;
    private static Situation judged;

    @BeforeAll
    static void derive() throws IOException {
        List<Claim.Claims> pages = new ArrayList<>(List.of(Example.page("quayside", PAGE)));
        situation = Example.of(pages);
        Claim.Claims page = pages.getFirst();
        List<Claim> figures =
                page.claims().stream().filter(c -> c instanceof Claim.Figure).toList();
        assertThat(figures).hasSizeGreaterThan(1);
        judged = Example.of(Judged.of(
                        pages,
                        List.of(
                                new Judgement.Accepted(2, Anchor.of(page.article(), figures.getFirst()), "ana"),
                                new Judgement.Corrected(
                                        3,
                                        Anchor.of(page.article(), figures.get(1)),
                                        "ana",
                                        Amount.of(32, Qualifier.EXACT))))
                .pages());
    }

    private static String text(Situation s, Export form) {
        return new String(form.of(s, List.of(), Locale.ENGLISH), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"PLOVER, plover", "TIMELINE, timeline", "CLAIMREVIEW, claimreview"})
    void holdsToItsSchema(Export form, String schema) throws IOException {
        Schemas.holds(schema, text(judged, form), "{\"events\":[{\"id\":1}]}");
    }

    @Test
    void anEventWithoutAnActorIsNotCodedAndNoPageWritesHtmlIntoATimeline() {
        String plover = text(situation, Export.PLOVER);
        assertThat(plover).contains("\"MOBILIZE\"").contains("Ilva Marsten").doesNotContain("\"source\":[]");
        String timeline = text(situation, Export.TIMELINE);
        assertThat(timeline).contains("\"year\":2021,\"month\":5,\"day\":10").doesNotContain("<b>");
        assertThat(timeline).as("a promise stands on its due day").contains("\"day\":20");
    }

    @Test
    void onlyWhatAPersonJudgedIsReviewed() {
        assertThat(text(situation, Export.CLAIMREVIEW)).contains("\"@graph\":[]");
        String reviews = text(judged, Export.CLAIMREVIEW);
        assertThat(reviews.split("\"ClaimReview\"")).hasSize(3);
        assertThat(reviews)
                .contains("Corrected to “")
                .contains("32")
                .contains("was not judged")
                .doesNotContain("ratingValue");
    }

    @Test
    void eventsStandInAcledsColumnsAndNoFatalityIsChosen() throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text(situation, Export.ACLED)))) {
            assertThat(parser.getHeaderNames())
                    .hasSize(31)
                    .startsWith("event_id_cnty", "event_date", "year", "time_precision", "disorder_type")
                    .endsWith("notes", "fatalities", "tags", "timestamp");
            List<CSVRecord> rows = parser.getRecords();
            assertThat(rows).isNotEmpty().allMatch(r -> r.get("fatalities").isEmpty());
            assertThat(rows).allMatch(r -> r.get("event_date").startsWith(r.get("year") + "-"));
            assertThat(rows).anyMatch(r -> r.get("notes").contains("“declared a state of emergency”"));
        }
    }

    @Test
    void aReferenceManagerPrintsTheBibliography() throws IOException {
        List<CSLItemData> items = new ArrayList<>();
        for (Object item : new JsonParser(new JsonLexer(new StringReader(text(situation, Export.CSL)))).parseArray())
            items.add(CSLItemData.fromJson(members(item)));
        assertThat(items).hasSize(situation.articles().size());
        String printed = CSL.makeAdhocBibliography("apa", "text", items.toArray(CSLItemData[]::new))
                .makeString();
        assertThat(printed).contains("Quayside Courier").contains("2021").contains("May 12");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object item) {
        return (Map<String, Object>) item;
    }

    @Test
    void anotherReaderOpensThePrintedReportAndEveryNumberLeadsToItsQuote() throws IOException {
        byte[] bytes = Export.PDF.of(situation, List.of(), Locale.ENGLISH);
        try (PdfReader reader = new PdfReader(bytes)) {
            assertThat(reader.getInfo()).containsEntry("Title", situation.title());
            StringBuilder text = new StringBuilder();
            int links = 0;
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(new PdfTextExtractor(reader).getTextFromPage(page));
                PdfArray notes = reader.getPageN(page).getAsArray(PdfName.ANNOTS);
                for (int i = 0; notes != null && i < notes.size(); i++) {
                    PdfDictionary note = notes.getAsDict(i);
                    assertThat(note.getAsName(PdfName.SUBTYPE)).isEqualTo(PdfName.LINK);
                    assertThat(note.get(PdfName.DEST))
                            .as("every link leads within the file")
                            .isNotNull();
                    links++;
                }
            }
            assertThat(links).isGreaterThan(3);
            assertThat(text.toString().replaceAll("\\s+", " "))
                    .contains("Reported, not verified")
                    .contains("31 people were killed")
                    .doesNotContain("\u0000");
        }
    }

    @Test
    void aScriptThatTheFontLacksIsNamedAndTheOthersAreDrawn() {
        Claim.Claims page = Example.page("quay-zh", "港口快讯\n\n2021年5月12日\n\n内政部表示，骚乱造成31人死亡、40人受伤。");
        byte[] bytes = Export.PDF.of(Example.of(List.of(page)), List.of(), Locale.ENGLISH);
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.");
    }
}
