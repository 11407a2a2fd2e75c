package org.sitrep.export;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;

/** Text that flows over pages of A4, from top to bottom; lengths are points. */
final class Sheet {
    /** A run of text in one look. @param target name of the mark that it leads to */
    record Run(String text, double size, Color colour, boolean bold, boolean struck, Optional<String> target) {}

    private static final double MARGIN = 56;
    private static final double LEADING = 1.32;

    private final PDDocument document;
    private final Letters letters;
    private final List<PDPage> pages = new ArrayList<>();
    private final Map<String, PDPageXYZDestination> marks = new HashMap<>();
    private final Map<PDAnnotationLink, String> links = new HashMap<>();
    private Optional<PDPageContentStream> open = Optional.empty();
    private double y;

    Sheet(PDDocument document, Letters letters) throws IOException {
        this.document = document;
        this.letters = letters;
        turn();
    }

    double width() {
        return PDRectangle.A4.getWidth() - 2 * MARGIN;
    }

    private static double height() {
        return PDRectangle.A4.getHeight() - 2 * MARGIN;
    }

    private PDPageContentStream out() {
        return open.orElseThrow();
    }

    private void turn() throws IOException {
        if (open.isPresent()) out().close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        open = Optional.of(new PDPageContentStream(document, page));
        y = PDRectangle.A4.getHeight() - MARGIN;
    }

    void gap(double points) {
        y -= points;
    }

    /** Begins a new page where less than {@code points} are left on this one. */
    void keep(double points) throws IOException {
        if (y - points < MARGIN && points < height()) turn();
    }

    /** What stands next is where {@code name} leads to. */
    PDPageXYZDestination mark(String name) {
        PDPageXYZDestination here = new PDPageXYZDestination();
        here.setPage(pages.getLast());
        here.setTop((int) Math.ceil(y + 4));
        marks.put(name, here);
        return here;
    }

    /** A word at its place within its line. */
    private record Word(Run look, String text, double x, double width) {}

    /** Words broken to a width; a word that is wider than it is broken too. */
    private List<List<Word>> broken(List<Run> runs, double width) {
        List<List<Word>> lines = new ArrayList<>(List.of(new ArrayList<>()));
        double x = 0;
        for (Run run : runs)
            for (String word : letters.drawable(run.text()).split("(?<= )")) {
                for (String part : fitting(word, run.size(), width)) {
                    double wide = letters.width(part, run.size());
                    if (x > 0 && x + letters.width(part.stripTrailing(), run.size()) > width) {
                        lines.add(new ArrayList<>());
                        x = 0;
                    }
                    if (x == 0 && part.isBlank()) continue;
                    lines.getLast().add(new Word(run, part, x, wide));
                    x += wide;
                }
            }
        return lines;
    }

    private List<String> fitting(String word, double size, double width) {
        List<String> out = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= word.length(); to++)
            if (to - from > 1 && letters.width(word.substring(from, to).stripTrailing(), size) > width) {
                out.add(word.substring(from, to - 1));
                from = to - 1;
            }
        out.add(word.substring(from));
        return out;
    }

    /** A paragraph, {@code left} in from the margin. */
    void paragraph(List<Run> runs, double left) throws IOException {
        for (List<Word> line : broken(runs, width() - left)) {
            double high = size(line) * LEADING;
            keep(high);
            y -= high;
            draw(line, MARGIN + left, y);
        }
    }

    /** Cells side by side, kept on one page where they fit on one. @param shares of the width, one a cell */
    void row(List<List<Run>> cells, double... shares) throws IOException {
        List<List<List<Word>>> columns = new ArrayList<>();
        int most = 0;
        double size = 0;
        for (int i = 0; i < cells.size(); i++) {
            columns.add(broken(cells.get(i), width() * shares[i] - 8));
            most = Math.max(most, columns.getLast().size());
            for (List<Word> line : columns.getLast()) size = Math.max(size, size(line));
        }
        keep(most * size * LEADING);
        for (int line = 0; line < most; line++) {
            keep(size * LEADING);
            y -= size * LEADING;
            double x = MARGIN;
            for (int i = 0; i < columns.size(); i++) {
                if (line < columns.get(i).size()) draw(columns.get(i).get(line), x, y);
                x += width() * shares[i];
            }
        }
        rule();
    }

    /** A thin line across. */
    void rule() throws IOException {
        y -= 3;
        out().setStrokingColor(new Color(0xDDD8D0));
        out().setLineWidth(0.5f);
        out().moveTo((float) MARGIN, (float) y);
        out().lineTo((float) (MARGIN + width()), (float) y);
        out().stroke();
        y -= 1;
    }

    private static double size(List<Word> line) {
        return line.stream().mapToDouble(w -> w.look().size()).max().orElse(10);
    }

    private void draw(List<Word> line, double left, double at) throws IOException {
        for (Word word : line) {
            Run look = word.look();
            out().setNonStrokingColor(look.colour());
            out().setStrokingColor(look.colour());
            out().beginText();
            out().setFont(letters.font(), (float) look.size());
            // The font has one weight; a heavier one is drawn with an edge.
            out().setRenderingMode(look.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            out().setLineWidth((float) (look.size() / 40));
            out().newLineAtOffset((float) (left + word.x()), (float) at);
            out().showText(word.text());
            out().endText();
            if (look.struck()) strike(left + word.x(), at + look.size() * 0.3, word.width());
            look.target().ifPresent(t -> link(t, left + word.x(), at, word));
        }
    }

    private void strike(double x, double at, double width) throws IOException {
        out().setLineWidth(0.7f);
        out().moveTo((float) x, (float) at);
        out().lineTo((float) (x + width), (float) at);
        out().stroke();
    }

    private void link(String target, double x, double at, Word word) {
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(
                (float) x,
                (float) at - 2,
                (float) word.width(),
                (float) word.look().size() + 2));
        PDBorderStyleDictionary none = new PDBorderStyleDictionary();
        none.setWidth(0);
        link.setBorderStyle(none);
        links.put(link, target);
        try {
            pages.getLast().getAnnotations().add(link);
        } catch (IOException e) {
            throw new UncheckedIOException("a page that is being written cannot be read", e);
        }
    }

    /** Numbers the pages, joins links and marks, and ends. @param foot stands before each page's number */
    void end(String foot) throws IOException {
        out().close();
        links.forEach((link, target) -> Optional.ofNullable(marks.get(target)).ifPresent(link::setDestination));
        for (int i = 0; i < pages.size(); i++)
            try (PDPageContentStream more = new PDPageContentStream(
                    document, pages.get(i), PDPageContentStream.AppendMode.APPEND, true, true)) {
                more.beginText();
                more.setFont(letters.font(), 8);
                more.setNonStrokingColor(new Color(0x68625A));
                more.newLineAtOffset((float) MARGIN, (float) MARGIN / 2);
                more.showText(letters.drawable(foot + " · " + (i + 1) + " / " + pages.size()));
                more.endText();
            }
    }
}
