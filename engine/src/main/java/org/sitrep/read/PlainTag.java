package org.sitrep.read;

import java.util.Arrays;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A start tag of a {@link PlainHtml} page: where in the page those of its attributes stand that some reader asks for. */
final class PlainTag implements StartTag {
    /** A script's type, a link's address: what nobody asks for is most of a page's markup, and is not kept. */
    private static final String[] ASKED = {
        "id",
        "rel",
        "name",
        "role",
        "type",
        "href",
        "lang",
        "class",
        "style",
        "title",
        "hidden",
        "content",
        "pubdate",
        "datetime",
        "itemprop",
        "property",
        "xml:lang",
        "http-equiv"
    };

    private static final int FIELDS = 3;

    private final String page;
    private final HtmlTag tag;
    /** Number in {@link #ASKED}, first and last offset of the value, of each attribute kept. */
    private int[] kept = {};

    private String content = "";

    PlainTag(String page, HtmlTag tag) {
        this.page = page;
        this.tag = tag;
    }

    /** Keeps an attribute that is asked for; of two of one name the first counts. */
    void add(int nameFrom, int nameTo, int from, int to) {
        int asked = asked(nameFrom, nameTo);
        if (asked >= 0 && find(asked) < 0) keep(asked, from, to);
    }

    /** Takes over the attributes of another tag that this one has not. */
    void merge(PlainTag other) {
        for (int i = 0; i < other.kept.length; i += FIELDS)
            if (find(other.kept[i]) < 0) keep(other.kept[i], other.kept[i + 1], other.kept[i + 2]);
    }

    private void keep(int asked, int from, int to) {
        int size = kept.length;
        kept = Arrays.copyOf(kept, size + FIELDS);
        kept[size] = asked;
        kept[size + 1] = from;
        kept[size + 2] = to;
    }

    private int asked(int from, int to) {
        int length = to - from;
        if (length > ASKED[ASKED.length - 1].length()) return -1;
        for (int i = 0; i < ASKED.length; i++) {
            int less = ASKED[i].length() - length;
            if (less == 0 && page.regionMatches(true, from, ASKED[i], 0, length)) return i;
            if (less > 0) return -1;
        }
        return -1;
    }

    private int find(int asked) {
        for (int i = 0; i < kept.length; i += FIELDS) if (kept[i] == asked) return i;
        return -1;
    }

    private int find(String name) {
        for (int i = 0; i < kept.length; i += FIELDS) if (ASKED[kept[i]].equals(name)) return i;
        return -1;
    }

    /** Another element with the same name and attributes. */
    PlainTag again() {
        PlainTag out = new PlainTag(page, tag);
        out.kept = kept;
        return out;
    }

    void holds(String text) {
        content = text;
    }

    HtmlTag tag() {
        return tag;
    }

    @Override
    public String name() {
        return tag.name();
    }

    @Override
    public String attribute(String name) {
        int i = kept.length == 0 ? -1 : find(name);
        if (i < 0) return "";
        String value = page.substring(kept[i + 1], kept[i + 2]);
        return value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    }

    @Override
    public boolean has(String name) {
        return kept.length > 0 && find(name) >= 0;
    }

    @Override
    public String content() {
        return tag.is(HtmlTag.TEXT) ? new Element("title").text(content).text() : content;
    }
}
