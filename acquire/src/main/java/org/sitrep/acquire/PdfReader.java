package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.time.LocalDate;
import java.util.Calendar;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.ScratchFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Reads the text of a PDF file, paragraph by paragraph, with the title and the day that the file states of itself. */
final class PdfReader {
    /** Sheets of paper; a statement has a few, a yearbook some hundreds. */
    private static final int SHEETS = 1_000;

    private static final int MEMORY = 256_000_000;
    private static final String ADVICE = "save its text as .txt";

    static {
        FontMappers.set(new OneFont());
    }

    private final Unpacker unpacker;

    PdfReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, Place place, Told told) throws IOException {
        Optional<byte[]> bytes = unpacker.page(in, place);
        if (bytes.isEmpty()) return;
        try (PDDocument pdf = Loader.loadPDF(
                bytes.get(), "", null, null, () -> new ScratchFile(MemoryUsageSetting.setupMainMemoryOnly(MEMORY)))) {
            admit(pdf, bytes.get(), place, told);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // PDFBox throws all of these for damaged files; a bomb ends in the memory's limit.
            String words =
                    e instanceof OutOfMemoryError ? "it unpacks to more than there is memory for" : e.getMessage();
            unpacker.fail(place.where(), "is a PDF file that cannot be read (" + words + ")", ADVICE);
        }
    }

    private void admit(PDDocument pdf, byte[] bytes, Place place, Told told) throws IOException {
        String body = paragraphs(pdf);
        if (body.isBlank()) {
            unpacker.fail(place.where(), "is a PDF file without text, perhaps of scanned paper", ADVICE);
            return;
        }
        PDDocumentInformation info = pdf.getDocumentInformation();
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><head>");
        title(info)
                .ifPresent(
                        t -> html.append("<title>").append(Entities.escape(t)).append("</title>"));
        day(info.getCreationDate())
                .ifPresent(d -> html.append("<meta name=\"creation_date\" content=\"")
                        .append(d)
                        .append("\">"));
        html.append("</head>\n<body><article>\n").append(body).append("</article></body></html>\n");
        boolean more = pdf.getNumberOfPages() > SHEETS;
        Told known = more ? told.damaged("the file has more than 1000 sheets; the first 1000 are read") : told;
        unpacker.page(html.toString(), bytes, place, known);
    }

    private static String paragraphs(PDDocument pdf) throws IOException {
        PDFTextStripper stripper = new Escaping();
        stripper.setEndPage(SHEETS);
        stripper.setLineSeparator("\n");
        stripper.setParagraphStart("<p>");
        stripper.setParagraphEnd("</p>");
        StringWriter out = new StringWriter();
        stripper.writeText(pdf, out);
        return joined(out.toString());
    }

    /** Lines of a paragraph as one; a hyphen that the end of a line brought goes where a small letter follows. */
    private static String joined(String lines) {
        StringBuilder out = new StringBuilder(lines.length());
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            boolean end = i + 1 < lines.length() && lines.charAt(i + 1) == '\n';
            boolean broken = (c == '-' || c == '\u00ad')
                    && end
                    && i > 0
                    && Character.isLetter(lines.charAt(i - 1))
                    && i + 2 < lines.length()
                    && Character.isLowerCase(lines.charAt(i + 2));
            if (broken) i++;
            else out.append(c);
        }
        return out.toString().replace("<p></p>", "").replace("<p>\n</p>", "");
    }

    /** The title that the file states, unless it is a file's name, as word processors leave it. */
    private static Optional<String> title(PDDocumentInformation info) {
        return Optional.ofNullable(info.getTitle())
                .map(String::strip)
                .filter(t -> t.indexOf(' ') > 0 && t.lastIndexOf('.') < t.length() - 5);
    }

    private static Optional<LocalDate> day(@Nullable Calendar moment) {
        return Optional.ofNullable(moment)
                .map(m -> LocalDate.ofInstant(m.toInstant(), m.getTimeZone().toZoneId()));
    }

    /** Writes the text as it stands between tags. */
    private static final class Escaping extends PDFTextStripper {
        @Override
        protected void writeString(String text) throws IOException {
            super.writeString(Entities.escape(text));
        }
    }
}
