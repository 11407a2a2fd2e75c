package org.sitrep.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Every form of the second example crisis, with one page more that tries to do harm, read back by a reader that is not ours where there is one. */
class ExportTest {
    private static Situation situation;

    @BeforeAll
    static void derive() throws IOException {
        situation = Example.with(Map.of(
                "=cmd|harm",
                "Harbour Courier\n\n9 October 2023\n\nHERAT, Afghanistan - Officials in Herat said on Monday that \"+at least 2,000 people\" were killed in the"
                        + " earthquake, write to desk@harbour.example or call +93 700 123 456."));
        assertThat(situation.articles().size()).isGreaterThan(3);
    }

    private static String text(Export form) {
        return new String(form.of(situation, List.of(), Locale.ENGLISH), StandardCharsets.UTF_8);
    }

    /** Reads {@code json} to its end; every name of a member in it. */
    private static Set<String> names(String json) {
        Set<String> names = new HashSet<>();
        try (JsonParser parser = JsonFactory.builder().build().createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken())
                if (t == JsonToken.PROPERTY_NAME) names.add(parser.currentName());
        }
        return names;
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void theSameSituationGivesTheSameBytesAndMasksContacts(Export form) {
        byte[] first = form.of(situation, List.of(), Locale.ENGLISH);
        assertThat(form.of(situation, List.of(), Locale.ENGLISH))
                .isEqualTo(first)
                .isNotEmpty();
        assertThat(Export.named(form.name().toLowerCase(Locale.ROOT))).contains(form);
        if (form.text())
            assertThat(new String(first, StandardCharsets.UTF_8))
                    .doesNotContain("desk@harbour")
                    .doesNotContain("700 123 456");
    }

    @ParameterizedTest
    @EnumSource(Export.class)
    void nobodyPrivateIsNamedInAnyForm(Export form) throws IOException {
        Claim.Claims page = Example.page(
                "harbour-3",
                "Harbour Courier\n\n9 October 2023\n\nHERAT, Afghanistan - At least 2,000 people, among them the student Ester Quillfeather, 19,"
                        + " were killed in the earthquake, Health Minister Tor Banville said on Monday. Quillfeather had come home for a day.");
        Situation plain = Example.of(List.of(page));
        Situation masked = Example.masked(plain);
        assertThat(written(form, masked)).doesNotContain("Quillfeather", "Ester");
        // These tell of events, judgements and titles only, and the page has none that names her.
        if (Set.of(Export.PLOVER, Export.TIMELINE, Export.ACLED, Export.CLAIMREVIEW, Export.CSL)
                .contains(form)) return;
        assertThat(written(form, plain)).contains("Quillfeather");
        if (form != Export.UCDP) assertThat(written(form, masked)).contains("Banville");
    }

    /** What a form says; of a document its text. */
    private static String written(Export form, Situation s) throws IOException {
        byte[] bytes = form.of(s, List.of(), Locale.ENGLISH);
        if (form.text()) return new String(bytes, StandardCharsets.UTF_8);
        if (form == Export.PDF) return printed(bytes);
        StringBuilder out = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry())
                out.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
        return out.toString();
    }

    private static String printed(byte[] bytes) throws IOException {
        StringBuilder out = new StringBuilder();
        try (PdfReader reader = new PdfReader(bytes)) {
            for (int page = 1; page <= reader.getNumberOfPages(); page++)
                out.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        return out.toString();
    }

    @Test
    void theDocumentOpensHoldsTheTitleAndEveryLinkLeadsToItsQuote() throws IOException {
        byte[] bytes = Export.DOCX.of(situation, List.of(), Locale.FRENCH);
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            List<String> lines = document.getParagraphs().stream()
                    .map(XWPFParagraph::getText)
                    .toList();
            assertThat(lines).anyMatch(l -> l.contains("2023"));
            assertThat(document.getTables())
                    .isNotEmpty()
                    .allMatch(t -> t.getNumberOfRows() > 0
                            && !t.getRow(0).getTableCells().isEmpty());
        }
        String xml = part(bytes, "word/document.xml");
        Set<String> marks = matches(xml, "w:name=\"(q[0-9]+)\"");
        assertThat(matches(xml, "w:anchor=\"(q[0-9]+)\"")).isNotEmpty().isEqualTo(marks);
        assertThat(part(bytes, "word/_rels/document.xml.rels")).doesNotContain("TargetMode=\"External\"");
    }

    private static Set<String> matches(String text, String pattern) {
        Set<String> found = new HashSet<>();
        java.util.regex.Matcher m = java.util.regex.Pattern.compile(pattern).matcher(text);
        while (m.find()) found.add(m.group(1));
        return found;
    }

    private static String part(byte[] zip, String name) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry())
                if (e.getName().equals(name)) return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        throw new AssertionError("no part " + name);
    }

    @Test
    void theTableHasAHashtagForEachColumnARowForEachFigureAndNoFormula() {
        List<List<String>> rows = rows(text(Export.CSV));
        assertThat(rows.get(1)).hasSameSizeAs(rows.getFirst()).allMatch(t -> t.matches("#[a-z]+(\\+[a-z]+)*"));
        long figures = situation.claims().stream()
                .filter(c -> c instanceof Claim.Figure)
                .count();
        assertThat(rows)
                .hasSize((int) figures + 2)
                .allMatch(r -> r.size() == rows.getFirst().size());
        assertThat(rows.subList(2, rows.size()))
                .allSatisfy(r -> assertThat(r).noneMatch(c -> !c.isEmpty() && "=+-@".indexOf(c.charAt(0)) >= 0));
        assertThat(rows).anyMatch(r -> r.contains("'=cmd|harm"));
    }

    /** Rows of a table after RFC 4180, as another program reads them. */
    private static List<List<String>> rows(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') cell.append(csv.charAt(++i));
            else if (c == '"') quoted = !quoted;
            else if (!quoted && (c == ',' || c == '\r')) {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && c == '\n') {
                rows.add(List.copyOf(row));
                row.clear();
            } else cell.append(c);
        }
        return rows;
    }

    @Test
    void theTollOfUcdpHasEndsAndNoBestEstimate() {
        List<List<String>> rows = rows(text(Export.UCDP));
        int best = rows.getFirst().indexOf("best");
        assertThat(rows.size()).isGreaterThan(1);
        assertThat(rows.subList(1, rows.size())).allSatisfy(r -> {
            assertThat(r.get(best)).isEmpty();
            assertThat(Long.parseLong(r.get(rows.getFirst().indexOf("low"))))
                    .isLessThanOrEqualTo(Long.parseLong(r.get(rows.getFirst().indexOf("high"))));
        });
    }

    @Test
    void aCountryIsNoDotAndACityIsCoarse() {
        String json = text(Export.GEOJSON);
        assertThat(names(json))
                .contains("type", "features", "geometry", "properties", "precision", "claims", "coordinates");
        assertThat(json)
                .startsWith("{\"type\":\"FeatureCollection\"")
                .contains("\"geometry\":null,\"properties\":{\"name\":\"Afghanistan\"");
        assertThat(matches(json, "\"coordinates\":\\[([^\\]]*)\\]"))
                .isNotEmpty()
                .allMatch(c -> c.matches("-?\\d+\\.\\d,-?\\d+\\.\\d"));
    }

    @Test
    void provenanceNamesOnlyWhatItDeclares() {
        String json = text(Export.PROV);
        assertThat(names(json)).contains("prefix", "entity", "agent", "wasDerivedFrom", "wasAttributedTo");
        Set<String> used = matches(json, "\"prov:(?:usedEntity|generatedEntity|entity|agent)\":\"([^\"]+)\"");
        assertThat(used).isNotEmpty().allMatch(id -> json.contains("\"" + id + "\":{"));
    }

    @Test
    void everyAnnotationQuotesItsPage() {
        String json = text(Export.ANNOTATIONS);
        assertThat(json).startsWith("{\"@context\":\"http://www.w3.org/ns/anno.jsonld\"");
        assertThat(matches(json, "\"id\":\"urn:sitrep:claim:([0-9a-f]{16})\"")).hasSize((int)
                situation.claims().stream().map(Claim::id).distinct().count());
        assertThat(names(json)).contains("motivation", "body", "target", "selector", "exact", "prefix", "suffix");
    }
}
