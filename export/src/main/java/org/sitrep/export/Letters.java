package org.sitrep.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The letters of a printed document: Liberation Sans as PDFBox brings it, with the letters of Latin, Greek and Cyrillic scripts. A
 * stretch in another script is not drawn as empty boxes: it becomes a note that it stands in the page.
 */
final class Letters {
    private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** What stands for a sign that the font lacks and a reader would miss. */
    private static final Map<Integer, String> SIGNS = Map.of(0x2714, "√", 0x2718, "×", 0x26A0, "!");

    private final PDFont font;
    private final BitSet drawn;
    private final String instead;

    /** @param instead what stands where letters are missing */
    Letters(PDDocument document, String instead) {
        this.instead = "[" + instead + "]";
        try (InputStream in = PDFont.class.getResourceAsStream(FILE)) {
            if (in == null) throw new IllegalStateException(FILE + " is not on the class path");
            byte[] bytes = in.readAllBytes();
            this.drawn = drawn(bytes);
            this.font = PDType0Font.load(document, new ByteArrayInputStream(bytes), true);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    private static BitSet drawn(byte[] bytes) throws IOException {
        BitSet out = new BitSet();
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(bytes))) {
            CmapLookup letters = parsed.getUnicodeCmapLookup();
            for (int c = 0x20; c < 0xFFFE; c++) if (letters.getGlyphId(c) != 0 && leftToRight(c)) out.set(c);
        }
        return out;
    }

    /** Scripts that run the other way would need more than their letters. */
    private static boolean leftToRight(int c) {
        byte way = Character.getDirectionality(c);
        return way != Character.DIRECTIONALITY_RIGHT_TO_LEFT && way != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    PDFont font() {
        return font;
    }

    /** {@code text} with nothing in it that cannot be drawn. */
    String drawable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean missing = false;
        for (int c :
                Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                // A space that holds a quotation mark or a group of digits to its words stays one at which no line
                // breaks.
                if (!missing) out.append(c == 0xA0 || c == 0x202F ? '\u00a0' : ' ');
            } else if (drawn.get(c)) {
                if (missing) out.append(' ');
                missing = false;
                out.appendCodePoint(c);
            } else if (SIGNS.containsKey(c)) {
                if (missing) out.append(' ');
                missing = false;
                out.append(SIGNS.get(c));
            } else if (Character.isLetterOrDigit(c) && !missing) {
                missing = true;
                out.append(instead);
            }
        }
        return out.toString();
    }

    /** How wide {@code text} is at a size, in points. */
    double width(String text, double size) {
        try {
            return font.getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException("the font cannot be measured", e);
        }
    }
}
