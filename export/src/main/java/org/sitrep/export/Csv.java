package org.sitrep.export;

import java.util.List;

/** A table after RFC 4180, safe to open in a spreadsheet. */
final class Csv {
    private final StringBuilder out = new StringBuilder();

    Csv row(List<String> cells) {
        out.append(String.join(",", cells.stream().map(Csv::cell).toList())).append("\r\n");
        return this;
    }

    /** Quoted where it must be; what a spreadsheet would take for a formula is kept from being one by an apostrophe. */
    private static String cell(String text) {
        String flat = text.replace('\n', ' ').replace('\r', ' ').replace("\0", "");
        String safe = !flat.isEmpty() && "=+-@\t".indexOf(flat.charAt(0)) >= 0 ? "'" + flat : flat;
        return safe.indexOf('"') < 0 && safe.indexOf(',') < 0 && safe.equals(safe.strip())
                ? safe
                : '"' + safe.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
