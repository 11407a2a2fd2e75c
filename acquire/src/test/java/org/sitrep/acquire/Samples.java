package org.sitrep.acquire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The same invented pages in every format that is read. */
final class Samples {
    static final int PAGES = 12;

    private Samples() {}

    /** Work that may fail only where the test is wrong. */
    interface Making<T> {
        T make() throws IOException;
    }

    static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String sentence(int page) {
        return "On day " + page + " the flood office of Lower Vellin counted " + (100 + page)
                + " people in its shelters.";
    }

    static String html(int page) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html><html><head><title>Flood, day " + page
                + "</title></head><body><article><h1>Flood, day " + page + "</h1>\n");
        out.append("<p>").append(sentence(page)).append("</p>\n");
        for (int i = 0; i < 8; i++)
            out.append("<p>Line ")
                    .append(i)
                    .append(" of page ")
                    .append(page)
                    .append(": boats № ")
                    .append(i * 37 + page)
                    .append(" crossed the river before the bridge was closed to carts.</p>\n");
        return out.append("</article></body></html>").toString();
    }

    static String address(int page) {
        return "https://valley-post.example/flood/" + page;
    }

    static byte[] gzip(byte[] bytes) {
        return made(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                gzip.write(bytes);
            }
            return out.toByteArray();
        });
    }

    /** A web archive's records: what the archive is, then each page between a request and a picture. */
    static List<byte[]> records() {
        List<byte[]> out = new ArrayList<>();
        out.add(record("warcinfo", "", "application/warc-fields", utf8("software: by hand\r\n")));
        for (int i = 0; i < PAGES; i++) {
            byte[] body = i % 2 == 0 ? utf8(html(i)) : gzip(utf8(html(i)));
            String coded = i % 2 == 0 ? "" : "Content-Encoding: gzip\r\n";
            out.add(record(
                    "request",
                    address(i),
                    "application/http;msgtype=request",
                    utf8("GET / HTTP/1.1\r\nHost: a\r\n\r\n")));
            out.add(record(
                    "response",
                    address(i),
                    "application/http;msgtype=response",
                    answer("text/html; charset=utf-8", coded, body)));
            out.add(record(
                    "response",
                    address(i) + ".png",
                    "application/http;msgtype=response",
                    answer("image/png", "", new byte[100])));
        }
        return out;
    }

    static byte[] answer(String type, String more, byte[] body) {
        return joined(List.of(
                utf8("HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\n" + more + "Content-Length: " + body.length
                        + "\r\n\r\n"),
                body));
    }

    static byte[] record(String type, String target, String contentType, byte[] body) {
        String head = "WARC/1.1\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-"
                + String.format(java.util.Locale.ROOT, "%012d", Math.abs((type + target).hashCode())) + ">\r\n"
                + "WARC-Date: 2022-01-08T09:00:00Z\r\n"
                + (target.isEmpty() ? "" : "WARC-Target-URI: " + target + "\r\n")
                + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length + "\r\n\r\n";
        return joined(List.of(utf8(head), body, utf8("\r\n\r\n")));
    }

    static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    static byte[] rss() {
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>"
                        + "<title>Valley Post</title><link>https://valley-post.example/</link><language>en</language>\n");
        for (int i = 0; i < PAGES; i++)
            out.append("<item><title>Flood, day ")
                    .append(i)
                    .append("</title><link>")
                    .append(address(i))
                    .append("</link><pubDate>Sat, ")
                    .append(String.format(java.util.Locale.ROOT, "%02d", i + 1))
                    .append(" Jan 2022 23:30:00 -0500</pubDate><description><![CDATA[")
                    .append(html(i))
                    .append("]]></description></item>\n");
        return utf8(out.append("</channel></rss>\n").toString());
    }

    static byte[] atom() {
        StringBuilder out = new StringBuilder(
                "<?xml version=\"1.0\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Valley Post</title>");
        for (int i = 0; i < PAGES; i++)
            out.append("<entry><id>tag:valley-post.example,2022:")
                    .append(i)
                    .append("</id><title type=\"html\">Flood, day &amp;amp; night ")
                    .append(i)
                    .append("</title><link href=\"")
                    .append(address(i))
                    .append("\"/><updated>2022-01-08T10:00:00Z</updated>")
                    .append("<content type=\"xhtml\"><div><p>")
                    .append(sentence(i))
                    .append("</p><p>")
                    .append("The water stands. ".repeat(60))
                    .append("</p></div></content></entry>\n");
        return utf8(out.append("</feed>\n").toString());
    }

    static byte[] jsonFeed() {
        StringBuilder out = new StringBuilder(
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Valley Post\",\"items\":[\n");
        for (int i = 0; i < PAGES; i++)
            out.append(i == 0 ? "" : ",\n")
                    .append("{\"id\":\"")
                    .append(i)
                    .append("\",\"url\":\"")
                    .append(address(i))
                    .append("\",\"date_published\":\"2022-01-08T10:00:00+06:00\",\"content_text\":\"")
                    .append(sentence(i))
                    .append(' ')
                    .append("The water stands. ".repeat(60))
                    .append("\"}");
        return utf8(out.append("]}").toString());
    }

    static byte[] lines() {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < PAGES; i++)
            out.append("{\"id\":\"p")
                    .append(i)
                    .append("\",\"text\":\"")
                    .append(sentence(i))
                    .append(' ')
                    .append("The water stands. ".repeat(60))
                    .append("\"}\n");
        return utf8(out.toString());
    }

    static byte[] pdf() {
        return made(() -> {
            try (PDDocument pdf = new PDDocument();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                for (int sheet = 0; sheet < 3; sheet++) {
                    PDPage page = new PDPage();
                    pdf.addPage(page);
                    try (PDPageContentStream text = new PDPageContentStream(pdf, page)) {
                        text.beginText();
                        text.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                        text.setLeading(14);
                        text.newLineAtOffset(50, 700);
                        text.showText("On day " + sheet + " the flood office of Lower Vellin counted " + (100 + sheet)
                                + " peo-");
                        text.newLine();
                        text.showText("ple in its shelters.");
                        text.endText();
                    }
                }
                pdf.save(out);
                return out.toByteArray();
            }
        });
    }

    static byte[] zip(Map<String, byte[]> entries) {
        return made(() -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                    zip.closeEntry();
                }
            }
            return out.toByteArray();
        });
    }

    static Map<String, byte[]> files() {
        Map<String, byte[]> out = new LinkedHashMap<>();
        for (int i = 0; i < PAGES; i++) out.put("flood/day" + i + ".html", utf8(html(i)));
        return out;
    }

    static byte[] tar(Map<String, byte[]> entries) {
        List<byte[]> out = new ArrayList<>();
        entries.forEach((name, bytes) -> {
            byte[] head = new byte[512];
            put(head, 0, name);
            put(head, 124, String.format(java.util.Locale.ROOT, "%011o", bytes.length));
            put(head, 156, "0");
            put(head, 257, "ustar");
            out.add(head);
            out.add(bytes);
            out.add(new byte[(512 - bytes.length % 512) % 512]);
        });
        out.add(new byte[1024]);
        return joined(out);
    }

    private static void put(byte[] head, int at, String text) {
        byte[] bytes = utf8(text);
        System.arraycopy(bytes, 0, head, at, bytes.length);
    }

    static byte[] mail() {
        return utf8("From: <Saved by a browser>\r\nSnapshot-Content-Location: " + address(0)
                + "\r\nSubject: Flood\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----cut\"\r\n\r\n"
                + "------cut\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: "
                + address(0) + "\r\n\r\n"
                + html(0).replace("=", "=3D").replace("№", "=E2=84=96").replace("river", "ri=\r\nver")
                + "\r\n------cut\r\nContent-Type: image/png\r\n\r\nxxxx\r\n------cut--\r\n");
    }

    /** Every format that holds several pages, by a file name; each holds {@link #PAGES}. */
    static Map<String, byte[]> archives() {
        Map<String, byte[]> out = new LinkedHashMap<>();
        List<byte[]> records = records();
        out.put("a.warc", joined(records));
        out.put("records.warc.gz", joined(records.stream().map(Samples::gzip).toList()));
        out.put("single.warc.gz", gzip(joined(records)));
        out.put("a.rss", rss());
        out.put("a.atom", atom());
        out.put("feed.json", jsonFeed());
        out.put("a.jsonl", lines());
        out.put("a.jsonl.gz", gzip(lines()));
        out.put("a.zip", zip(files()));
        out.put("nested.zip", zip(Map.of("inner/a.zip", zip(files()))));
        out.put("a.tar.gz", gzip(tar(files())));
        out.put("a.wacz", zip(wacz()));
        return out;
    }

    private static Map<String, byte[]> wacz() {
        Map<String, byte[]> out = new LinkedHashMap<>();
        out.put(
                "pages/pages.jsonl",
                utf8("{\"format\":\"json-pages-1.0\",\"id\":\"pages\"}\n{\"url\":\"" + address(0)
                        + "\",\"title\":\"Flood\"}\n"));
        out.put(
                "archive/data.warc.gz",
                joined(records().stream().map(Samples::gzip).toList()));
        out.put("indexes/index.cdx.gz", gzip(utf8("example,valley-post)/flood/0 20220108090000 {}")));
        out.put("datapackage.json", utf8("{\"profile\":\"data-package\",\"resources\":[]}"));
        return out;
    }
}
