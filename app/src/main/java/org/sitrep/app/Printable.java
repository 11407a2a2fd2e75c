package org.sitrep.app;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 on its way to a terminal. Words of a page may carry sequences that move the cursor, hide lines or rename the window, so
 * control characters other than tab and line ends become U+FFFD.
 */
final class Printable extends FilterOutputStream {
    private static final byte[] INSTEAD = "\uFFFD".getBytes(StandardCharsets.UTF_8);
    private static final int NONE = -1;
    /** Leads the two bytes of U+0080 to U+00BF, of which those below U+00A0 are control characters. */
    private static final int LEAD = 0xC2;

    /** A byte that the next one decides on. */
    private int held = NONE;

    private Printable(OutputStream out) {
        super(out);
    }

    /** Prints to {@code out}, in which nothing is kept back but half a character. */
    static PrintStream over(PrintStream out) {
        return new PrintStream(new Printable(out), true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int given) throws IOException {
        int b = given & 0xFF;
        int before = held;
        held = NONE;
        if (before == LEAD && b >= 0x80 && b < 0xA0) {
            out.write(INSTEAD);
            return;
        }
        if (before == '\r' && b != '\n') out.write(INSTEAD);
        else if (before != NONE) out.write(before);
        if (b == LEAD || b == '\r') held = b;
        else if (b < ' ' && b != '\t' && b != '\n' || b == 0x7F) out.write(INSTEAD);
        else out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        for (int i = offset; i < offset + length; i++) {
            if (held == NONE && plain(bytes[i] & 0xFF)) continue;
            out.write(bytes, from, i - from);
            write(bytes[i]);
            from = i + 1;
        }
        out.write(bytes, from, offset + length - from);
    }

    private static boolean plain(int b) {
        return b >= ' ' && b != 0x7F && b != LEAD || b == '\t' || b == '\n';
    }
}
