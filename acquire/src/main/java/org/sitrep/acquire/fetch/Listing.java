package org.sitrep.acquire.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** What an answer lists that holds no page itself: a sitemap's pages, an index's sitemaps, an OPML file's feeds. */
public final class Listing {
    /** More are not fetched from one list: a news sitemap holds at most a thousand, of two days. */
    public static final int MOST = 1_000;

    private Listing() {}

    /** The addresses, the newest first where the list tells days; empty for an answer that is no list. */
    public static List<String> of(byte[] record) {
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(record))) {
            Optional<WarcRecord> first = reader.next();
            if (first.isEmpty() || !(first.get() instanceof WarcResponse response)) return List.of();
            String type = response.http().contentType().subtype().toLowerCase(Locale.ROOT);
            if (!type.contains("xml") && !type.contains("opml") && !type.equals("plain")) return List.of();
            byte[] body = response.http().bodyDecoded().stream().readNBytes(Manners.ANSWER_LIMIT);
            return addresses(Jsoup.parse(new ByteArrayInputStream(body), null, response.target(), Parser.xmlParser()));
        } catch (IOException | RuntimeException e) {
            return List.of(); // whoever reads it as a page will say what is wrong with it
        }
    }

    private record Line(String address, String day) {}

    private static List<String> addresses(Document list) {
        Element root = list.firstElementChild();
        if (root == null) return List.of();
        return switch (root.tagName().toLowerCase(Locale.ROOT)) {
            case "urlset" -> newest(list, "urlset > url");
            case "sitemapindex" -> newest(list, "sitemapindex > sitemap");
            case "opml" ->
                list.select("outline[xmlUrl]").stream()
                        .map(o -> o.attr("xmlUrl"))
                        .limit(MOST)
                        .toList();
            default -> List.of();
        };
    }

    private static List<String> newest(Document list, String each) {
        List<Line> lines = new ArrayList<>();
        for (Element one : list.select(each)) {
            String address = "";
            String day = "";
            for (Element e : one.getAllElements()) {
                switch (e.tagName().toLowerCase(Locale.ROOT)) {
                    case "loc" -> address = e.text().strip();
                    case "lastmod", "news:publication_date" -> day = e.text().strip();
                    default -> {}
                }
            }
            if (!address.isEmpty()) lines.add(new Line(address, day));
        }
        return lines.stream()
                .sorted(Comparator.comparing(Line::day).reversed())
                .limit(MOST)
                .map(Line::address)
                .toList();
    }
}
