package org.sitrep.acquire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an input holds: by how it begins, where that leaves no doubt, else by its name. */
enum Kind {
    TEXT(".txt", ".text"),
    HTML(".html", ".htm", ".xhtml"),
    LINES(".jsonl", ".ndjson"),
    FEED(".rss", ".atom", ".xml"),
    JSON_FEED(".json"),
    PDF(".pdf"),
    MAIL(".mhtml", ".mht"),
    WARC(".warc"),
    ZIP(".zip", ".wacz"),
    TAR(".tar"),
    GZIP(".gz", ".tgz");

    /** A mark of what begins with it, in Latin-1. */
    private static final Map<String, Kind> MARKS =
            Map.of("%PDF-", PDF, "WARC/", WARC, "PK\u0003\u0004", ZIP, "\u001f\u008b\u0008", GZIP);

    private static final int TAR_MARK = 257;

    private final List<String> endings;

    Kind(String... endings) {
        this.endings = List.of(endings);
    }

    /** By the ending of {@code name}; empty for an ending that tells nothing. */
    static Optional<Kind> byName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (Kind kind : values()) if (kind.endings.stream().anyMatch(lower::endsWith)) return Optional.of(kind);
        return Optional.empty();
    }

    /** Whether a file of this name is looked into where it lies in a folder or archive; "a.js.gz" is not. */
    static boolean wanted(String name) {
        Optional<Kind> kind = byName(name);
        if (kind.isEmpty()) return false;
        boolean bare = kind.get() == GZIP && !name.toLowerCase(Locale.ROOT).endsWith(".tgz");
        return !bare || byName(name.substring(0, name.lastIndexOf('.'))).isPresent();
    }

    /** What {@code head}, the first bytes, cannot but be; empty where it may be several things. */
    static Optional<Kind> byContent(byte[] head) {
        String bytes = new String(head, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, Kind> mark : MARKS.entrySet())
            if (bytes.startsWith(mark.getKey())) return Optional.of(mark.getValue());
        if (bytes.startsWith("ustar", TAR_MARK)) return Optional.of(TAR);
        return switch (Markup.root(bytes)) {
            case "html" -> Optional.of(HTML);
            case "rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml" -> Optional.of(FEED);
            default -> Optional.empty();
        };
    }

    /** What {@code head} looks like, where neither its name nor a mark tells. */
    static Kind byLook(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.ISO_8859_1);
        String from = (start.startsWith("ï»¿") ? start.substring(3) : start).stripLeading();
        if (from.startsWith("{")) return from.contains("jsonfeed.org/version") ? JSON_FEED : LINES;
        return from.toLowerCase(Locale.ROOT).contains("\nmime-version:") && from.contains("multipart/related")
                ? MAIL
                : TEXT;
    }

    /** What a binary file that holds no page is, in words; empty for text in any encoding. */
    static Optional<String> binary(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (head.startsWith("\u0089PNG") || head.startsWith("\u00ff\u00d8\u00ff") || head.startsWith("GIF8"))
            return Optional.of("a picture");
        int window = Math.min(bytes.length, 1 << 16);
        int controls = 0;
        for (int i = 0; i < window; i++)
            if (bytes[i] >= 0 && bytes[i] < 0x20 && "\t\n\r\f\u001b".indexOf(bytes[i]) < 0) controls++;
        return controls > window / 50 ? Optional.of("a binary file") : Optional.empty();
    }

    /** The name without the endings that tell its kind. */
    static String withoutEnding(String name) {
        Optional<Kind> kind = byName(name);
        if (kind.isEmpty()) return name;
        String shorter = name.substring(0, name.lastIndexOf('.'));
        return kind.get() == GZIP ? withoutEnding(shorter) : shorter;
    }
}
