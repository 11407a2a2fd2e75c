package org.sitrep.acquire;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jsoup.nodes.Entities;
import org.sitrep.model.Edtf;

/**
 * One entry of a feed.
 *
 * @param id what the feed calls it; empty where it gives no id
 * @param address of the page it announces, in canonical form
 * @param title its headline, plain
 * @param content its text as HTML
 * @param outlet the feed's title
 * @param author who wrote it, or the agency it comes from
 */
record FeedEntry(
        String id,
        Optional<String> address,
        Optional<String> title,
        String content,
        Optional<String> outlet,
        Optional<String> author,
        Optional<String> language,
        Optional<Edtf> published) {

    private static final String MIDNIGHT = " 00:00:00 GMT";

    /** The entry as a page of its own. */
    String html() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html><head>");
        title.ifPresent(t -> out.append("<title>").append(Entities.escape(t)).append("</title>"));
        meta(out, "og:title", title);
        meta(out, "og:site_name", outlet);
        meta(out, "author", author);
        out.append("</head>\n<body><article>\n");
        title.ifPresent(t -> out.append("<h1>").append(Entities.escape(t)).append("</h1>\n"));
        boolean marked = content.indexOf('<') >= 0;
        out.append(marked ? content : "<p>" + content + "</p>");
        return out.append("\n</article></body></html>\n").toString();
    }

    private static void meta(StringBuilder out, String name, Optional<String> value) {
        value.ifPresent(v -> out.append("<meta property=\"")
                .append(name)
                .append("\" content=\"")
                .append(Entities.escape(v))
                .append("\">"));
    }

    boolean empty() {
        return title.isEmpty() && content.isBlank();
    }

    /** Hands the entry on as a page. */
    void admit(Unpacker unpacker, Place place, Optional<String> damage) {
        String html = html();
        Told told = new Told(address, language, published, Optional.empty(), damage);
        unpacker.page(html, html.getBytes(StandardCharsets.UTF_8), place, told);
    }

    /**
     * The day of a moment as feeds write it: RFC 822 with four or two digits of the year, or ISO 8601. It is the day in the zone
     * that the feed states.
     */
    static Optional<Edtf> day(String moment) {
        String text = moment.strip();
        if (text.length() >= 10 && text.charAt(4) == '-') return Edtf.parse(text.substring(0, 10));
        String[] parts = text.substring(text.indexOf(',') + 1).strip().split("[ -]+");
        if (parts.length < 3) return Optional.empty();
        String year = parts[2].length() == 2 ? "20" + parts[2] : parts[2];
        String month = parts[1].length() > 3 ? parts[1].substring(0, 3) : parts[1];
        try {
            return Optional.of(Edtf.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    parts[0] + " " + month + " " + year + MIDNIGHT, LocalDate::from)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
