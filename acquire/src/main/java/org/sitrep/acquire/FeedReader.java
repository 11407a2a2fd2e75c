package org.sitrep.acquire;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Reads RSS 0.9 to 2.0 and Atom, entry by entry. The parser is lenient, as feeds are seldom well-formed, knows no entities but
 * those of HTML, and so expands none that a feed declares and opens nothing that one names.
 */
final class FeedReader {
    private final Unpacker unpacker;

    FeedReader(Unpacker unpacker) {
        this.unpacker = unpacker;
    }

    void read(InputStream in, byte[] head, Place place, Told told) throws IOException {
        String root = Markup.root(Decoder.characters(head).text());
        if (!root.equals("rss") && !root.equals("feed") && !root.equals("rdf:rdf")) {
            addresses(root, place);
            return;
        }
        long[] bytes = {0};
        Reader decoded = new InputStreamReader(
                Counted.telling(in, n -> bytes[0] += n),
                told.charset().orElse(Decoder.characters(head).charset()));
        FeedText text = new FeedText(decoded);
        try (StreamParser parser = new StreamParser(Parser.xmlParser()).parse(text, "")) {
            entries(parser, text, root, place, bytes);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void entries(StreamParser parser, FeedText text, String root, Place place, long[] bytes)
            throws IOException {
        Optional<FeedEntry> held = Optional.empty();
        int n = 0;
        try {
            for (Element e = parser.selectNext("item, entry"); e != null; e = parser.selectNext("item, entry")) {
                FeedEntry entry = entry(parser.document(), e);
                forget(e);
                text.more();
                held.ifPresent(h -> h.admit(unpacker, at(place, h), Optional.empty()));
                held = entry.empty() ? Optional.empty() : Optional.of(entry);
                n++;
            }
        } catch (IOException | UncheckedIOException e) {
            held.ifPresent(h -> h.admit(unpacker, at(place, h), Optional.empty()));
            throw e;
        }
        boolean whole = text.tail().toLowerCase(Locale.ROOT).contains("</" + root);
        Optional<String> damage =
                whole ? Optional.empty() : Optional.of("the feed ends early, perhaps inside this entry");
        held.ifPresent(h -> h.admit(unpacker, at(place, h), damage));
        if (!whole)
            unpacker.fail(place.at(bytes[0]), "the feed ends early", "get it again; the entries before are read");
        else if (n == 0) unpacker.fail(place.where(), "the feed has no entry", "leave it out");
    }

    private void addresses(String root, Place place) {
        if (!place.named()) return;
        unpacker.fail(
                place.where(),
                "lists addresses (<" + root + ">) and holds no page",
                "`sitrep add LEDGER` with its address fetches what it lists");
    }

    private static Place at(Place place, FeedEntry entry) {
        return new Place(place.where(), place.key() + "#" + entry.id(), place.depth(), false);
    }

    /** Takes an entry that was read, and the space before it, out of the tree, which otherwise grows with the feed. */
    private static void forget(Element entry) {
        Node before = entry.previousSibling();
        if (before instanceof TextNode) before.remove();
        entry.remove();
    }

    private static FeedEntry entry(Document feed, Element entry) {
        Optional<String> id = text(entry, "guid", "id");
        Optional<String> address = link(entry).or(() -> id.filter(i -> i.startsWith("http")));
        Optional<String> title = text(entry, "title").map(FeedReader::plain).filter(t -> !t.isBlank());
        return new FeedEntry(
                id.or(() -> title).orElse(""),
                address.map(Address::canonical),
                title,
                content(entry),
                Optional.ofNullable(feed.selectFirst("channel > title, feed > title"))
                        .map(e -> plain(e.wholeText())),
                author(entry),
                language(feed),
                text(entry, "pubdate", "published", "dc:date", "issued", "updated")
                        .flatMap(FeedEntry::day));
    }

    private static Optional<Element> child(Element parent, String name) {
        for (Element child : parent.children()) if (child.tagName().equalsIgnoreCase(name)) return Optional.of(child);
        return Optional.empty();
    }

    /** The text of the first of these children that is not blank. */
    private static Optional<String> text(Element parent, String... names) {
        for (String name : names) {
            Optional<String> text =
                    child(parent, name).map(e -> e.wholeText().strip()).filter(t -> !t.isEmpty());
            if (text.isPresent()) return text;
        }
        return Optional.empty();
    }

    private static Optional<String> link(Element entry) {
        for (Element link : entry.children()) {
            if (!link.tagName().equalsIgnoreCase("link")) continue;
            String rel = link.attr("rel");
            String target = link.hasAttr("href") ? link.attr("href") : link.wholeText();
            if ((rel.isEmpty() || rel.equals("alternate")) && target.strip().startsWith("http"))
                return Optional.of(target.strip());
        }
        return Optional.empty();
    }

    /** The full text where the feed carries it, else the summary. */
    private static String content(Element entry) {
        for (String name : List.of("content:encoded", "content", "description", "summary")) {
            Optional<Element> found = child(entry, name);
            if (found.isEmpty()) continue;
            String type = found.get().attr("type");
            String text =
                    type.equals("xhtml") ? found.get().html() : found.get().wholeText();
            if (!text.isBlank()) return type.equals("text") ? Entities.escape(text) : text;
        }
        return "";
    }

    /** RSS asks for an e-mail address in "author"; that is no name. */
    private static Optional<String> author(Element entry) {
        return text(entry, "dc:creator")
                .or(() -> child(entry, "author").flatMap(a -> text(a, "name")))
                .or(() -> text(entry, "author"))
                .filter(a -> a.indexOf('@') < 0)
                .map(FeedReader::plain);
    }

    private static Optional<String> language(Document feed) {
        Element top = feed.firstElementChild();
        Optional<String> declared = Optional.ofNullable(feed.selectFirst("channel > language"))
                .map(e -> e.wholeText().strip());
        return declared.or(() -> top == null ? Optional.empty() : Optional.of(top.attr("xml:lang")))
                .filter(l -> !l.isBlank());
    }

    /** Titles are plain text by RSS and escaped HTML in fact. */
    private static String plain(String title) {
        return title.indexOf('<') < 0 && title.indexOf('&') < 0
                ? title.strip()
                : Jsoup.parseBodyFragment(title).text().strip();
    }
}
