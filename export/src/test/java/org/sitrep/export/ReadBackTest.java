package org.sitrep.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.commonmark.ext.footnotes.FootnotesExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sitrep.model.Situation;

/** Every form that is taken away, read by its format's schema or by a reader that is not ours; among the pages are some that try to do harm. */
class ReadBackTest {
    private static final String HARM =
            "![x](https://evil.example/x.png) [the ministry](javascript:run) <img src=x onerror=run> `a | b`"
                    + " =HYPERLINK(1) \u0007\u001b[2J";
    /** Hashtags of HXL 1.1 that a table of figures can use. */
    private static final Set<String> HASHTAGS = Set.of(
            "#affected", "#contact", "#date", "#description", "#geo", "#indicator", "#loc", "#meta", "#org", "#status");
    /** Columns of UCDP's georeferenced event data that are given. */
    private static final Set<String> UCDP = Set.of(
            "id",
            "conflict_name",
            "where_description",
            "latitude",
            "longitude",
            "date_start",
            "date_end",
            "low",
            "high",
            "best",
            "number_of_sources",
            "source_article");

    private static Situation situation;

    @BeforeAll
    static void derive() throws IOException {
        Map<String, String> harm = new LinkedHashMap<>();
        for (String key : List.of(
                "=cmd|' /c calc'!A0",
                " +1+1",
                "\t=1+2",
                "\r@SUM(2)",
                "\u0000=1+3",
                "\uFEFF=1+4",
                "\u00A0=1+5",
                "\u202E=1+6",
                "@SUM(1)",
                "\uFF1D1+1",
                "-2+3",
                "a b\"<>\\^`{|}",
                HARM))
            harm.put(
                    key,
                    HARM
                            + " Courier\n\n"
                            + "9 October 2023\n\n"
                            + "HERAT, Afghanistan - Officials in Herat said on Monday that \"=at least 2,000 people\""
                            + " were killed in the earthquake " + HARM + ". The " + HARM
                            + " Ministry said that 2,053 people died in Herat.");
        harm.put(
                "deeds",
                "Harbour Courier\n\n9 October 2023\n\nHERAT, Afghanistan - President Ilva Marsten declared a state of emergency in Herat on"
                        + " 8 October 2023 after the earthquake, in which at least 2,000 people were killed.");
        situation = Example.with(harm);
        assertThat(situation.articles()).anyMatch(a -> a.page().equals(HARM));
    }

    private static byte[] bytes(Export form) {
        return form.of(situation, List.of(), Locale.ENGLISH);
    }

    private static String text(Export form) {
        return new String(bytes(form), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({"GEOJSON, geojson", "PROV, prov-json", "ANNOTATIONS, web-annotation"})
    void holdsToItsSchema(Export form, String schema) throws IOException {
        Schemas.holds(schema, text(form), "{\"type\":\"Feature\"}");
    }

    private static List<CSVRecord> rows(Export form) throws IOException {
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text(form)))) {
            return parser.getRecords();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Export.class,
            names = {"CSV", "UCDP", "ACLED"})
    void noTableHoldsAFormula(Export form) throws IOException {
        for (CSVRecord row : rows(form))
            assertThat(row)
                    .noneMatch(c -> c.matches("(?s)[\\s\\p{Z}\\p{Cf}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20].*")
                            && !c.matches("-?[0-9.]+"))
                    .allMatch(c -> c.chars().noneMatch(Character::isISOControl));
    }

    @Test
    void aSpreadsheetFindsAHashtagInEachColumn() throws IOException {
        List<CSVRecord> rows = rows(Export.CSV);
        assertThat(rows.get(1)).allMatch(t -> t.matches("#[a-z]+(\\+[a-z]+)*"));
        assertThat(rows.get(1).stream().map(t -> t.replaceFirst("\\+.*", ""))).allMatch(HASHTAGS::contains);
        assertThat(rows).allMatch(r -> r.size() == rows.getFirst().size());
        assertThat(rows).anyMatch(r -> r.stream().anyMatch(c -> c.startsWith("'=cmd|")));
    }

    @Test
    void theTollHasOnlyColumnsOfUcdp() throws IOException {
        List<CSVRecord> rows = rows(Export.UCDP);
        assertThat(Arrays.asList(rows.getFirst().values()))
                .doesNotHaveDuplicates()
                .allMatch(UCDP::contains);
        assertThat(rows)
                .hasSizeGreaterThan(1)
                .allMatch(r -> r.size() == rows.getFirst().size());
    }

    @Test
    void theDocumentRefersToNothingOutsideItself() throws Exception {
        try (OPCPackage document = OPCPackage.open(new ByteArrayInputStream(bytes(Export.DOCX)))) {
            List<PackageRelationship> all = new ArrayList<>();
            document.getRelationships().forEach(all::add);
            for (PackagePart part : document.getParts())
                if (!part.isRelationshipPart()) part.getRelationships().forEach(all::add);
            assertThat(all).isNotEmpty().allMatch(r -> r.getTargetMode() == TargetMode.INTERNAL);
            assertThat(document.getParts())
                    .noneMatch(p -> p.getContentType().matches("(?i).*(macro|vba|oleObject|activeX).*"));
        }
    }

    @Test
    void noPageWritesMarkdownOfItsOwn() {
        Parser parser = Parser.builder()
                .extensions(
                        List.of(TablesExtension.create(), StrikethroughExtension.create(), FootnotesExtension.create()))
                .build();
        List<String> foreign = new ArrayList<>();
        parser.parse(text(Export.MD)).accept(new AbstractVisitor() {
            @Override
            public void visit(HtmlInline html) {
                foreign.add(html.getLiteral());
            }

            @Override
            public void visit(HtmlBlock html) {
                foreign.add(html.getLiteral());
            }

            @Override
            public void visit(Image image) {
                foreign.add(image.getDestination());
            }

            @Override
            public void visit(Link link) {
                if (!link.getDestination().matches("(https?://|#).*")
                        || link.getDestination().contains("evil")) foreign.add(link.getDestination());
                visitChildren(link);
            }
        });
        assertThat(foreign).isEmpty();
        assertThat(text(Export.MD)).contains("evil");
    }

    /** The member names and table heads of docs/exports.md are those that are written. */
    @Test
    void theDescriptionNamesWhatIsWritten() throws IOException {
        String page = Files.readString(Path.of(System.getProperty("sitrep.home"), "docs", "exports.md"));
        Map<String, List<Export>> kinds = Map.of(
                "csv",
                List.of(Export.CSV, Export.UCDP, Export.ACLED),
                "json",
                List.of(Export.GEOJSON, Export.PROV, Export.ANNOTATIONS, Export.PLOVER, Export.TIMELINE, Export.CSL));
        Matcher block =
                Pattern.compile("```(csv|json)\n(.*?)```", Pattern.DOTALL).matcher(page);
        int blocks = 0;
        while (block.find()) {
            String written = String.join(
                    "\n",
                    kinds.get(block.group(1)).stream().map(ReadBackTest::text).toList());
            boolean table = block.group(1).equals("csv");
            Matcher part = Pattern.compile(table ? "(?m)^.+$" : "\"[A-Za-z_:]+[A-Za-z]\": ")
                    .matcher(block.group(2));
            while (part.find())
                assertThat(written).contains(table ? part.group() : part.group().replace(": ", ":"));
            blocks++;
        }
        assertThat(blocks).isEqualTo(8);
        for (Export form : Export.values())
            assertThat(page).contains("| `" + form.name().toLowerCase(Locale.ROOT) + "` |");
    }
}
