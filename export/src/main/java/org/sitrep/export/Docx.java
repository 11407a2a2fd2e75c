package org.sitrep.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.VerticalAlign;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;
import org.sitrep.model.Claim;
import org.sitrep.report.Block;
import org.sitrep.report.Inline;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Labels;
import org.sitrep.report.Report;

/** A report as an Office Open XML document: headings, ladders as tables, every number a link to its quote at the end. Refers to nothing outside itself. */
final class Docx {
    private static final String ACCENT = "0D5A6B";
    private static final String SOFT = "68625A";
    private static final String RULE = "DDD8D0";
    /** Twentieths of a point between the margins of a page. */
    private static final long TEXT_WIDTH = 9_000;
    /** The oldest time that a ZIP entry can carry: a document's bytes do not depend on the clock. */
    private static final long TIME = 315_532_800_000L;

    private final Report report;
    private final Labels labels;
    private final XWPFDocument document = new XWPFDocument();
    private final Map<String, Claim> quoted = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Docx(Report report, Locale locale) {
        this.report = report;
        this.labels = Labels.of(locale);
    }

    /** The document's bytes. */
    byte[] write() {
        document.getProperties().getCoreProperties().setTitle(report.title());
        document.getProperties().getCoreProperties().setCreator("Sitrep");
        document.getProperties().getCoreProperties().setCreated(Optional.of(new Date(TIME)));
        title();
        for (Block.Section section : report.sections()) {
            heading(section.title(), 1);
            section.blocks().forEach(this::block);
        }
        quotes();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.write(out);
            document.close();
            return timeless(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a document to memory", e);
        }
    }

    /** The same ZIP with every entry's time set to one moment. */
    private static byte[] timeless(byte[] zip) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(zip.length);
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip), StandardCharsets.UTF_8);
                ZipOutputStream out = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                out.putNextEntry(copy);
                in.transferTo(out);
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private void title() {
        run(document.createParagraph(), labels.text("kicker").toUpperCase(Locale.ROOT), 9, ACCENT)
                .setBold(true);
        XWPFParagraph title = document.createParagraph();
        run(title, report.title(), 26, "000000").setBold(true);
        run(document.createParagraph(), report.asOf(), 12, SOFT);
        XWPFParagraph tally = document.createParagraph();
        line(tally, report.tally());
        XWPFParagraph caution = document.createParagraph();
        run(caution, labels.text("caution") + " ", 10, "97350F").setBold(true);
        run(caution, labels.text("caution.more"), 10, "000000");
    }

    private void heading(String text, int level) {
        XWPFParagraph p = document.createParagraph();
        p.setSpacingBefore(level == 1 ? 360 : 240);
        p.setSpacingAfter(80);
        p.setKeepNext(true);
        var properties =
                p.getCTP().isSetPPr() ? p.getCTP().getPPr() : p.getCTP().addNewPPr();
        properties
                .addNewOutlineLvl()
                .setVal(BigInteger.valueOf(level - 1L)); // a reader's navigation pane, without a style sheet
        run(p, text, level == 1 ? 16 : 12, level == 1 ? ACCENT : "000000").setBold(true);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, int size, String colour) {
        XWPFRun run = paragraph.createRun();
        run.setText(clean(text));
        run.setFontSize(size);
        run.setColor(colour);
        run.setFontFamily("Calibri");
        return run;
    }

    /** Characters that XML 1.0 can hold. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph p -> line(document.createParagraph(), p.line());
            case Block.Heading h -> heading(h.text(), 2);
            case Block.Items items -> items.lines().forEach(this::item);
            case Block.Table table -> table(table.head(), table.rows(), Columns.shares(table.head(), table.rows()));
            case Block.Ladder ladder -> ladder(ladder);
            case Block.Days days -> days.days().forEach(this::day);
        }
    }

    private void item(Line line) {
        XWPFParagraph p = document.createParagraph();
        p.setIndentationLeft(360);
        p.setIndentationHanging(220);
        p.setSpacingAfter(60);
        run(p, "•  ", 10, SOFT);
        line(p, line);
    }

    private void day(Block.Day day) {
        heading(day.label(), 2);
        day.entries().forEach(this::item);
    }

    private void ladder(Block.Ladder ladder) {
        heading(Columns.plain(ladder.title()), 2);
        ladder.summary().forEach(this::item);
        List<List<Line>> rows = new ArrayList<>();
        for (List<Block.Rung> rungs : List.of(ladder.rungs(), ladder.undated()))
            for (Block.Rung r : rungs)
                rows.add(List.of(
                        new Line(List.of(new Inline.Text(r.day().orElse(labels.text("undated.one"))))),
                        r.number(),
                        r.said()));
        table(List.of(), rows, Columns.LADDER);
    }

    /** @param shares of the width in hundredths, one a column */
    private void table(List<String> head, List<List<Line>> rows, List<Integer> shares) {
        if (rows.isEmpty()) return;
        int columns = rows.getFirst().size();
        XWPFTable table = document.createTable(0, 0);
        while (table.getNumberOfRows() > 0) table.removeRow(0); // a new table brings a row of its own
        table.setWidth("100%");
        rules(table);
        if (!head.isEmpty()) {
            XWPFTableRow row = row(table, columns);
            for (int i = 0; i < columns; i++)
                run(row.getCell(i).getParagraphs().getFirst(), head.get(i), 9, SOFT)
                        .setBold(true);
            row.setRepeatHeader(true);
        }
        for (List<Line> line : rows) {
            XWPFTableRow row = row(table, columns);
            for (int i = 0; i < columns; i++)
                line(row.getCell(i).getParagraphs().getFirst(), line.get(i));
            row.setCantSplitRow(true);
        }
        shares(table, shares);
        document.createParagraph();
    }

    /** Thin lines between the rows only: the columns are told apart by their room. */
    private static void rules(XWPFTable table) {
        table.setTopBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, RULE);
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, RULE);
        table.setCellMargins(40, 0, 40, 160);
    }

    /** Said twice, because some programs look at the grid and some at the cells. */
    private static void shares(XWPFTable table, List<Integer> shares) {
        var grid = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (grid.sizeOfGridColArray() > 0) grid.removeGridCol(0);
        for (int share : shares) grid.addNewGridCol().setW(BigInteger.valueOf(share * (TEXT_WIDTH / 100)));
        for (XWPFTableRow row : table.getRows())
            for (int i = 0; i < shares.size(); i++) row.getCell(i).setWidth(shares.get(i) + "%");
    }

    private static XWPFTableRow row(XWPFTable table, int columns) {
        XWPFTableRow row = table.createRow();
        while (row.getTableCells().size() < columns) row.createCell();
        return row;
    }

    private void line(XWPFParagraph p, Line line) {
        for (Inline part : line.parts()) {
            switch (part) {
                case Inline.Text t -> run(p, t.text(), 10, "000000");
                case Inline.Strong s -> run(p, s.text(), 10, "000000").setBold(true);
                case Inline.Aside a -> run(p, a.text(), 10, SOFT);
                case Inline.Words w ->
                    run(p, labels.text("quote.open") + w.text() + labels.text("quote.close"), 10, "000000");
                case Inline.Number n -> {
                    XWPFRun run = run(p, n.text(), 10, "000000");
                    run.setBold(!n.struck());
                    run.setStrikeThrough(n.struck());
                    cite(p, n.claims());
                }
                case Inline.Cite c -> cite(p, c.claims());
                case Inline.Tag t -> run(p, " [" + t.text() + "]", 9, "97350F");
                case Inline.PageLink link -> run(p, link.text(), 10, "000000");
            }
        }
    }

    /** Numbers that lead to the quotes at the end; a claim keeps its number. */
    private void cite(XWPFParagraph p, List<? extends Claim> claims) {
        String separator = "";
        for (Claim claim : claims) {
            quoted.putIfAbsent(claim.id(), claim);
            int number = numbers.computeIfAbsent(claim.id(), id -> numbers.size() + 1);
            CTHyperlink link = p.getCTP().addNewHyperlink();
            link.setAnchor("q" + number);
            XWPFRun run = new XWPFRun(link.addNewR(), (IRunBody) p);
            run.setText(separator + number);
            run.setFontSize(10);
            run.setFontFamily("Calibri");
            run.setColor(SOFT);
            run.setSubscript(VerticalAlign.SUPERSCRIPT);
            separator = " ";
        }
    }

    private void quotes() {
        heading(labels.text("section.quotes"), 1);
        for (Claim claim : List.copyOf(quoted.values())) {
            int number = numbers.getOrDefault(claim.id(), 0);
            XWPFParagraph p = document.createParagraph();
            p.setIndentationLeft(360);
            p.setIndentationHanging(360);
            p.setSpacingAfter(40);
            CTBookmark mark = p.getCTP().addNewBookmarkStart();
            mark.setName("q" + number);
            mark.setId(BigInteger.valueOf(number));
            run(p, number + "  ", 9, SOFT);
            p.getCTP().addNewBookmarkEnd().setId(BigInteger.valueOf(number));
            run(p, Quoted.note(report, labels, claim), 9, "000000");
        }
    }
}
