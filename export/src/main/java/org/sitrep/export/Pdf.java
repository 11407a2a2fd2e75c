package org.sitrep.export;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.sitrep.model.Claim;
import org.sitrep.report.Block;
import org.sitrep.report.Inline;
import org.sitrep.report.Inline.Line;
import org.sitrep.report.Labels;
import org.sitrep.report.Report;

/** A report as PDF: headings that stand in the reader's outline, ladders as rows, every number a link to its quote at the end. */
final class Pdf {
    private static final Color ACCENT = new Color(0x0D5A6B);
    private static final Color SOFT = new Color(0x68625A);
    private static final Color WARN = new Color(0x97350F);
    private static final double BODY = 9.5;

    private final Report report;
    private final Labels labels;
    private final Locale locale;
    private final Map<String, Claim> quoted = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final PDDocumentOutline outline = new PDDocumentOutline();

    Pdf(Report report, Locale locale) {
        this.report = report;
        this.labels = Labels.of(locale);
        this.locale = locale;
    }

    /** The document's bytes: the same for the same report, so nothing of the clock is in them. */
    byte[] write() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.setDocumentId(0L);
            document.getDocumentInformation().setTitle(report.title());
            document.getDocumentInformation().setCreator("Sitrep");
            document.getDocumentCatalog().setLanguage(locale.toLanguageTag());
            document.getDocumentCatalog().setDocumentOutline(outline);
            PDViewerPreferences view = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
            view.setDisplayDocTitle(true);
            document.getDocumentCatalog().setViewerPreferences(view);
            Sheet sheet = new Sheet(document, new Letters(document, labels.text("pdf.letters")));
            body(sheet);
            sheet.end(report.title());
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a document to memory", e);
        }
    }

    private void body(Sheet sheet) throws IOException {
        sheet.paragraph(List.of(bold(labels.text("kicker").toUpperCase(Locale.ROOT), 9, ACCENT)), 0);
        sheet.gap(4);
        sheet.paragraph(List.of(bold(report.title(), 24, Color.BLACK)), 0);
        sheet.gap(2);
        sheet.paragraph(List.of(plain(report.asOf(), 11, SOFT)), 0);
        sheet.paragraph(runs(report.tally()), 0);
        sheet.gap(4);
        sheet.paragraph(
                List.of(
                        bold(labels.text("caution") + " ", BODY, WARN),
                        plain(labels.text("caution.more"), BODY, Color.BLACK)),
                0);
        for (Block.Section section : report.sections()) {
            heading(sheet, section.title(), 1);
            for (Block block : section.blocks()) block(sheet, block);
        }
        quotes(sheet);
    }

    private static Sheet.Run plain(String text, double size, Color colour) {
        return new Sheet.Run(text, size, colour, false, false, Optional.empty());
    }

    private static Sheet.Run bold(String text, double size, Color colour) {
        return new Sheet.Run(text, size, colour, true, false, Optional.empty());
    }

    private void heading(Sheet sheet, String text, int level) throws IOException {
        sheet.gap(level == 1 ? 16 : 8);
        sheet.keep(level == 1 ? 70 : 50); // a heading alone at the foot of a page heads nothing
        if (level == 1) {
            PDOutlineItem item = new PDOutlineItem();
            item.setTitle(text);
            item.setDestination(sheet.mark("section " + text));
            outline.addLast(item);
        }
        sheet.paragraph(List.of(bold(text, level == 1 ? 15 : 11, level == 1 ? ACCENT : Color.BLACK)), 0);
        sheet.gap(3);
    }

    private void block(Sheet sheet, Block block) throws IOException {
        switch (block) {
            case Block.Paragraph p -> {
                sheet.paragraph(runs(p.line()), 0);
                sheet.gap(4);
            }
            case Block.Heading h -> heading(sheet, h.text(), 2);
            case Block.Items items -> items(sheet, items.lines());
            case Block.Table table -> table(sheet, table);
            case Block.Ladder ladder -> ladder(sheet, ladder);
            case Block.Days days -> {
                for (Block.Day day : days.days()) {
                    heading(sheet, day.label(), 2);
                    items(sheet, day.entries());
                }
            }
        }
    }

    private void items(Sheet sheet, List<Line> lines) throws IOException {
        for (Line line : lines) {
            List<Sheet.Run> runs = new ArrayList<>(List.of(plain("• ", BODY, SOFT)));
            runs.addAll(runs(line));
            sheet.paragraph(runs, 8);
            sheet.gap(2);
        }
    }

    private void table(Sheet sheet, Block.Table table) throws IOException {
        if (table.rows().isEmpty()) return;
        double[] shares = parts(Columns.shares(table.head(), table.rows()));
        if (!table.head().isEmpty())
            sheet.row(
                    table.head().stream().map(h -> List.of(bold(h, 8.5, SOFT))).toList(), shares);
        for (List<Line> row : table.rows())
            sheet.row(row.stream().map(this::runs).toList(), shares);
        sheet.gap(6);
    }

    private void ladder(Sheet sheet, Block.Ladder ladder) throws IOException {
        sheet.gap(8);
        sheet.keep(60);
        sheet.paragraph(
                runs(ladder.title()).stream()
                        .map(r -> new Sheet.Run(r.text(), 11, r.colour(), true, r.struck(), r.target()))
                        .toList(),
                0);
        items(sheet, ladder.summary());
        for (List<Block.Rung> rungs : List.of(ladder.rungs(), ladder.undated()))
            for (Block.Rung rung : rungs)
                sheet.row(
                        List.of(
                                List.of(plain(rung.day().orElse(labels.text("undated.one")), 9, SOFT)),
                                runs(rung.number()),
                                runs(rung.said())),
                        parts(Columns.LADDER));
        sheet.gap(6);
    }

    private static double[] parts(List<Integer> hundredths) {
        return hundredths.stream().mapToDouble(h -> h / 100.0).toArray();
    }

    private List<Sheet.Run> runs(Line line) {
        List<Sheet.Run> out = new ArrayList<>();
        for (Inline part : line.parts()) {
            switch (part) {
                case Inline.Text t -> out.add(plain(t.text(), BODY, Color.BLACK));
                case Inline.Strong s -> out.add(bold(s.text(), BODY, Color.BLACK));
                case Inline.Aside a -> out.add(plain(a.text(), BODY, SOFT));
                case Inline.Words w ->
                    out.add(plain(
                            labels.text("quote.open") + w.text() + labels.text("quote.close"), BODY, Color.BLACK));
                case Inline.Number n -> {
                    out.add(new Sheet.Run(n.text(), BODY, Color.BLACK, !n.struck(), n.struck(), Optional.empty()));
                    cite(out, n.claims());
                }
                case Inline.Cite c -> cite(out, c.claims());
                case Inline.Tag t -> out.add(plain(" [" + t.text() + "]", 8.5, WARN));
                case Inline.PageLink link -> out.add(plain(link.text(), BODY, Color.BLACK));
            }
        }
        return out;
    }

    /** Numbers that lead to the quotes at the end; a claim keeps its number. */
    private void cite(List<Sheet.Run> out, List<? extends Claim> claims) {
        for (Claim claim : claims) {
            quoted.putIfAbsent(claim.id(), claim);
            int number = numbers.computeIfAbsent(claim.id(), id -> numbers.size() + 1);
            out.add(new Sheet.Run(" " + number, 6.5, ACCENT, false, false, Optional.of("q" + number)));
        }
    }

    private void quotes(Sheet sheet) throws IOException {
        heading(sheet, labels.text("section.quotes"), 1);
        for (Claim claim : List.copyOf(quoted.values())) {
            int number = numbers.getOrDefault(claim.id(), 0);
            sheet.keep(24);
            sheet.mark("q" + number);
            sheet.paragraph(
                    List.of(bold(number + "  ", 8, ACCENT), plain(Quoted.note(report, labels, claim), 8, Color.BLACK)),
                    0);
            sheet.gap(2);
        }
    }
}
