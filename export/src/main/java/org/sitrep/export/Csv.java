package org.sitrep.export;

import java.util.List;

/** A table after RFC 4180, safe to open in a spreadsheet. */
final class Csv {
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder out = new StringBuilder();

    Csv row(List<String> cells) {
        out.append(String.join(",", cells.stream().map(Csv::cell).toList())).append("\r\n");
        return this;
    }

    /**
     * Quoted where it must be, and without control characters. What a spreadsheet would take for a formula is kept from being one by
     * an apostrophe; some look for its sign behind blanks and characters that nobody sees, and in its full-width form.
     */
    private static String cell(String text) {
        StringBuilder flat = new StringBuilder(text.length());
        text.codePoints().forEach(c -> flat.appendCodePoint(Character.isISOControl(c) ? ' ' : c));
        boolean formula = flat.codePoints().filter(c -> !unseen(c)).limit(1).anyMatch(c -> FORMULA.indexOf(c) >= 0);
        String safe = formula ? "'" + flat : flat.toString();
        return safe.indexOf('"') < 0 && safe.indexOf(',') < 0 && safe.equals(safe.strip())
                ? safe
                : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Blanks of any width, byte order marks, and marks of direction. */
    private static boolean unseen(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
