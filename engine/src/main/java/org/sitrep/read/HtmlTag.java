package org.sitrep.read;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What HTML's rules of tree construction (HTML Living Standard, 13.2.6) ask of an element's name.
 *
 * @param name in lower case
 * @param marks the constants of this class that hold for it
 */
record HtmlTag(String name, int marks) {
    /** Has no end tag. */
    static final int VOID = 1;
    /** Ends an open paragraph. */
    static final int BLOCK = 1 << 1;
    /** Goes on behind the end of the block that it was opened in. */
    static final int FORMATTING = 1 << 2;
    /** Stops the search for what a stray end tag may close. */
    static final int SPECIAL = 1 << 3;
    /** Hides what was opened before it from end tags. */
    static final int SCOPE = 1 << 4;
    /** Ends without an end tag. */
    static final int IMPLIED = 1 << 5;

    static final int HEADING = 1 << 6;
    /** Holds characters up to its own end tag, whatever they look like. */
    static final int RAW = 1 << 7;
    /** As {@link #RAW}, but for character references. */
    static final int TEXT = 1 << 8;
    /** Belongs into a page's head. */
    static final int HEAD = 1 << 9;
    /** A table's own structure. */
    static final int TABLED = 1 << 10;
    /** Rows of a table. */
    static final int ROWS = 1 << 11;

    static final int CELL = 1 << 12;
    /** Closed by its end tag with all that is open inside. */
    static final int CLOSED = 1 << 13;
    /** Opens no formatting again that an ended block interrupted. */
    static final int BARE = 1 << 14;
    /** No name of HTML. */
    static final int UNKNOWN = 1 << 15;
    /** Asks for rules that only a whole parser has. */
    static final int ODD = 1 << 16;

    /** Holds other elements, as a page does. */
    static final int OBJECT = 1 << 17;
    /** The parts of words with their readings. */
    static final int RUBY = 1 << 18;
    /** One row of a table. */
    static final int ROW = 1 << 19;

    static final String ROW_NAME = "tr";

    /** One mark and the names that have it. */
    private record Listed(int mark, String names) {
        Stream<Map.Entry<String, Integer>> entries() {
            return Stream.of(names.split(" ")).map(n -> Map.entry(n, mark));
        }
    }

    private static final Map<String, HtmlTag> BY_NAME = Stream.of(
                    new Listed(
                            VOID,
                            "area base basefont bgsound br col embed hr img input keygen link meta param source track wbr"),
                    new Listed(
                            BLOCK | CLOSED | SPECIAL,
                            "address article aside blockquote center details dialog dir div dl fieldset figcaption figure"
                                    + " footer header hgroup main menu nav ol search section summary ul"),
                    new Listed(BLOCK | SPECIAL, "p h1 h2 h3 h4 h5 h6 li dd dt form hr pre"),
                    new Listed(CLOSED, "pre button"),
                    new Listed(FORMATTING, "a b big code em font i nobr s small strike strong tt u"),
                    new Listed(
                            SPECIAL,
                            "area base basefont bgsound body br button col colgroup embed frame frameset head html iframe img"
                                    + " input keygen link meta noembed noframes noscript param script select source style tbody"
                                    + " textarea tfoot thead title tr track wbr"),
                    new Listed(SPECIAL | SCOPE, "applet caption html marquee object table td th template"),
                    new Listed(IMPLIED, "dd dt li optgroup option p rb rp rt rtc"),
                    new Listed(HEADING, "h1 h2 h3 h4 h5 h6"),
                    new Listed(RAW, "script style noframes iframe"),
                    new Listed(TEXT, "title textarea"),
                    new Listed(HEAD, "base basefont bgsound link meta noframes script style title"),
                    new Listed(TABLED, "caption col colgroup tbody td tfoot th thead tr"),
                    new Listed(ROWS, "tbody tfoot thead"),
                    new Listed(ROW, ROW_NAME),
                    new Listed(CELL, "td th"),
                    new Listed(BARE, "param source track"),
                    new Listed(OBJECT, "applet marquee object"),
                    new Listed(
                            ODD,
                            "frameset frame plaintext xmp image isindex listing math noembed keygen optgroup option"),
                    new Listed(RUBY, "rb rp rt rtc"),
                    new Listed(
                            0,
                            "abbr acronym audio bdi bdo body canvas cite data datalist del dfn head ins kbd label legend map mark"
                                    + " meter noscript output picture progress q ruby samp select slot span sub sup svg table time"
                                    + " var video object"))
            .flatMap(Listed::entries)
            .collect(Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> new HtmlTag(e.getKey(), e.getValue()), HtmlTag::both));

    private static final int SLOTS = 1 << 10;
    private static final HtmlTag[][] TABLE = table();

    private static HtmlTag both(HtmlTag a, HtmlTag b) {
        return new HtmlTag(a.name, a.marks | b.marks);
    }

    private static HtmlTag[][] table() {
        HtmlTag[][] out = new HtmlTag[SLOTS][];
        Map<Integer, java.util.List<HtmlTag>> by =
                BY_NAME.values().stream().collect(Collectors.groupingBy(t -> hash(t.name, 0, t.name.length())));
        by.forEach((slot, tags) -> out[slot] = tags.toArray(HtmlTag[]::new));
        return out;
    }

    private static int hash(String text, int from, int to) {
        int h = to - from;
        for (int i = from; i < to; i++) h = h * 31 + (text.charAt(i) | 0x20);
        return (h ^ h >>> 10) & SLOTS - 1;
    }

    /** The tag that is called so in {@code page}, whatever its case. */
    static HtmlTag of(String page, int from, int to) {
        HtmlTag[] known = TABLE[hash(page, from, to)];
        if (known != null)
            for (HtmlTag t : known)
                if (t.name.length() == to - from && page.regionMatches(true, from, t.name, 0, to - from)) return t;
        return new HtmlTag(page.substring(from, to).toLowerCase(Locale.ROOT), UNKNOWN);
    }

    /** The tag of a name of HTML. */
    static HtmlTag of(String name) {
        return of(name, 0, name.length());
    }

    /** Whether one of {@code wanted} holds. */
    boolean is(int wanted) {
        return (marks & wanted) != 0;
    }

    boolean called(String other) {
        return name.equals(other);
    }
}
