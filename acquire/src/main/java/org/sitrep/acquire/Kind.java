package org.sitrep.acquire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** What a file holds, by its ending, else by how it begins. */
enum Kind {
    TEXT,
    HTML,
    LINES;

    /** By the ending of {@code name}; empty for an ending that tells nothing. */
    static Optional<Kind> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".txt") || lower.endsWith(".text")) return Optional.of(TEXT);
        if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) return Optional.of(HTML);
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) return Optional.of(LINES);
        return Optional.empty();
    }

    /** By the first characters of {@code head}. */
    static Kind byContent(byte[] head) {
        String start =
                new String(head, 0, Math.min(head.length, 512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        String from = start.startsWith("ï»¿") ? start.substring(3).stripLeading() : start.stripLeading();
        if (from.startsWith("<!doctype html")
                || from.startsWith("<html")
                || from.startsWith("<?xml") && from.contains("<html")) return HTML;
        return from.startsWith("{") ? LINES : TEXT;
    }

    /** What a binary file is, in words; empty for text in any encoding. */
    static Optional<String> binary(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("%PDF")) return Optional.of("a PDF file");
        if (head.startsWith("PK\u0003\u0004")) return Optional.of("a ZIP or office file");
        if (head.startsWith("\u001f\u008b")) return Optional.of("a gzip file");
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8"))
            return Optional.of("a picture");
        int window = Math.min(bytes.length, 1 << 16);
        int controls = 0;
        for (int i = 0; i < window; i++)
            if (bytes[i] >= 0 && bytes[i] < 0x20 && "\t\n\r\f\u001b".indexOf(bytes[i]) < 0) controls++;
        return controls > window / 50 ? Optional.of("a binary file") : Optional.empty();
    }

    /** The name without the ending that tells its kind. */
    static String withoutEnding(String name) {
        return byName(name).isPresent() ? name.substring(0, name.lastIndexOf('.')) : name;
    }
}
