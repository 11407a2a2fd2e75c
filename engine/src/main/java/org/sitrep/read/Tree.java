package org.sitrep.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A web page as the list of its text blocks and the list of its elements, made in one walk without recursion. Elements are
 * numbered in page order, so that a parent's number is smaller than its children's.
 */
final class Tree {
    private static final Set<String> SKIPPED = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "iframe",
            "object",
            "embed",
            "select",
            "option",
            "textarea",
            "canvas",
            "audio",
            "video",
            "head",
            "map",
            "math",
            "datalist",
            "dialog");
    private static final Set<String> INLINE = Set.of(
            "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
            "img", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
            "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "nobr", "picture", "source", "amp-img");
    private static final Set<String> CHROME_TAGS =
            Set.of("nav", "footer", "aside", "form", "menu", "button", "fieldset");

    /**
     * A run of text that no block element interrupts.
     *
     * @param owner number of the element that holds it
     * @param heading 1 to 6 inside such a heading, else 0
     * @param linked words inside links
     */
    record Block(int start, int end, int words, int linked, int owner, String tag, int heading) {
        boolean mostlyLinks() {
            return linked * 3 > words;
        }
    }

    /**
     * A machine-readable moment in the page's body.
     *
     * @param owner number of the block element around it
     * @param block index of the text block at or behind it
     */
    record Time(String value, int rank, int owner, int block) {
        static final int PUBLISHED = 2;
        static final int PLAIN = 1;
        static final int UPDATED = 0;
    }

    private final Markup markup;
    private final StringBuilder text = new StringBuilder();
    private final List<Block> blocks = new ArrayList<>();
    private int[] parents = new int[256];
    private int[] marks = new int[256];
    private String[] tags = new String[256];
    private int size;
    private final List<Integer> open = new ArrayList<>();
    /** Every open element, and whether it lies inside a line of text. */
    private final List<StartTag> elements = new ArrayList<>();

    private final BitSet inline = new BitSet();
    private final List<Time> times = new ArrayList<>();
    private final List<StartTag> declarations = new ArrayList<>();
    /** How many elements are open around the outermost one that is not read; -1 where all are. */
    private int skipped = -1;
    /** How many elements are open around an element that tells its moment by the text inside; -1 where none does. */
    private int told = -1;

    /** Number of that moment. */
    private int momentOf;

    private final StringBuilder moment = new StringBuilder();
    private int links;
    private int heading;
    private int start;
    private int words;
    private int linked;
    private boolean space;
    private boolean inWord;

    /** An empty page. */
    Tree(Markup markup) {
        this.markup = markup;
    }

    /** Tells of {@code root} and everything inside it. */
    void read(Element root) {
        root.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode leaf) text(leaf.getWholeText());
                else if (node instanceof Element element) open(new StartTag.Parsed(element));
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element) close();
            }
        });
    }

    /** An element begins; it ends with {@link #close}. */
    void open(StartTag element) {
        boolean lies = INLINE.contains(element.name()) || ownName(element.name());
        elements.add(element);
        inline.set(elements.size(), lies);
        if (skipped < 0) begin(element, lies);
    }

    /** An element of a site's own making inside a paragraph. */
    private boolean ownName(String tag) {
        return tag.indexOf('-') > 0
                && !elements.isEmpty()
                && elements.getLast().name().equals("p");
    }

    private void begin(StartTag element, boolean lies) {
        String tag = element.name();
        if (telling(element, tag)) time(element, tag);
        boolean skip = SKIPPED.contains(tag);
        if (tag.equals("meta") || tag.equals("script") || tag.equals("link")) declarations.add(element);
        int named = skip ? 0 : markup.marks(element.classes());
        if (skip || hidden(element, named)) {
            skipped = elements.size();
            return;
        }
        if (tag.equals("br")) flush();
        if (tag.equals("a")) links++;
        if (lies) return;
        flush();
        if (heads(tag)) heading = tag.charAt(1) - '0';
        enter(element, tag, named);
    }

    private static boolean heads(String tag) {
        return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1));
    }

    /** The innermost open element ends. */
    void close() {
        int depth = elements.size();
        if (told == depth) moment();
        boolean lay = inline.get(depth);
        String tag = elements.removeLast().name();
        if (skipped == depth) {
            skipped = -1;
            return;
        }
        if (skipped >= 0) return;
        if (tag.equals("a")) links--;
        if (lay) return;
        flush();
        if (heads(tag)) heading = 0;
        open.removeLast();
        if (elements.isEmpty()) flush();
    }

    /** Whether its attributes may hold a moment: most elements have none. */
    private static boolean telling(StartTag element, String tag) {
        return tag.equals("time")
                || tag.equals("abbr")
                || element.has("itemprop")
                || element.has("property")
                || element.has("pubdate");
    }

    /** A moment in an attribute: {@code time datetime}, {@code itemprop="datePublished" content}, {@code abbr class="published" title}. */
    private void time(StartTag element, String tag) {
        String property = element.attribute("itemprop") + " " + element.attribute("property");
        boolean published = property.contains("datePublished")
                || property.contains("dc:date")
                || property.contains("dateCreated")
                || element.has("pubdate");
        boolean updated = property.contains("dateModified") || property.contains("dateUpdated");
        String names = element.classes();
        boolean abbr = tag.equals("abbr") && names.contains("published");
        if (!tag.equals("time") && !published && !updated && !abbr) return;
        Optional<String> value = Stream.of("datetime", "content")
                .filter(element::has)
                .findFirst()
                .or(() -> abbr ? Optional.of("title") : Optional.empty())
                .map(element::attribute);
        updated |= names.contains("updated") && !names.contains("published") || names.contains("modified");
        int rank = updated
                ? Time.UPDATED
                : published
                                || abbr
                                || names.contains("published")
                                || names.contains("entry-date")
                                || names.contains("pubdate")
                        ? Time.PUBLISHED
                        : Time.PLAIN;
        times.add(new Time(value.orElse("").strip(), rank, open.isEmpty() ? 0 : open.getLast(), blocks.size()));
        if (value.isPresent() || told >= 0) return;
        told = elements.size();
        momentOf = times.size() - 1;
    }

    private void enter(StartTag element, String tag, int named) {
        if (size == parents.length) {
            parents = Arrays.copyOf(parents, size * 2);
            marks = Arrays.copyOf(marks, size * 2);
            tags = Arrays.copyOf(tags, size * 2);
        }
        parents[size] = open.isEmpty() ? -1 : open.getLast();
        tags[size] = tag;
        marks[size] = tag.equals("body") || tag.equals("html") ? 0 : own(element, tag, named);
        open.add(size++);
    }

    /** @param named marks of its class names */
    private int own(StartTag element, String tag, int named) {
        int out = named | markup.marks(element.attribute("id")) | markup.marks(element.attribute("role"));
        if (element.attribute("itemprop").contains("articleBody")) out |= Markup.STORY;
        if (CHROME_TAGS.contains(tag)) out |= Markup.CHROME;
        if (tag.equals("figcaption")) out |= Markup.CAPTION;
        if (tag.equals("blockquote")) out |= Markup.QUOTE;
        return out;
    }

    /** Whether an element says that nothing in it is shown. */
    boolean hides(StartTag element) {
        return hidden(element, markup.marks(element.classes()));
    }

    private static boolean hidden(StartTag element, int named) {
        if (element.has("hidden")) return true;
        String style = element.attribute("style");
        if (!style.isEmpty()) {
            String s = style.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
            if (s.contains("display:none") || s.contains("visibility:hidden")) return true;
        }
        return (named & Markup.HIDDEN) != 0;
    }

    private void text(String s) {
        text(s, 0, s.length());
    }

    /** Characters of {@code s} stand inside the innermost open element. */
    void text(String s, int from, int to) {
        if (told == elements.size()) moment.append(s, from, to);
        if (skipped >= 0) return;
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (Character.isWhitespace(c) || c == '\u200B' || c == '\uFEFF') {
                space = true;
                inWord = false;
                continue;
            }
            if (space && text.length() > start) text.append(' ');
            space = false;
            text.append(c);
            boolean letter = Character.isLetterOrDigit(c);
            if (letter && (!inWord || c >= 0x3040 && c < 0xA000)) {
                words++;
                if (links > 0) linked++;
            }
            inWord = letter || inWord && c != '\u00A0';
        }
    }

    /** The element that tells its moment by its own text ends. */
    private void moment() {
        told = -1;
        Time t = times.get(momentOf);
        String value = new Element("time").text(moment.toString()).text();
        times.set(momentOf, new Time(value.strip(), t.rank(), t.owner(), t.block()));
        moment.setLength(0);
    }

    private void flush() {
        space = false;
        inWord = false;
        if (text.length() > start) {
            int owner = open.isEmpty() ? 0 : open.getLast();
            blocks.add(
                    new Block(start, text.length(), words, linked, owner, size == 0 ? "body" : tags[owner], heading));
            text.append('\n');
        }
        start = text.length();
        words = 0;
        linked = 0;
    }

    /** The readable text: blocks, each closed by a line break. */
    String text() {
        return text.toString();
    }

    /** Elements in the body that tell of the page instead of being read. */
    List<StartTag> declarations() {
        return declarations;
    }

    List<Time> times() {
        return times;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Number of elements. */
    int size() {
        return size;
    }

    /** The element around element {@code e}; -1 for the outermost. */
    int parent(int e) {
        return parents[e];
    }

    /** The element's own {@link Markup} marks. */
    int marks(int e) {
        return marks[e];
    }

    String tag(int e) {
        return tags[e];
    }
}
