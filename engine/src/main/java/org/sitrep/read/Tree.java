package org.sitrep.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A web page as the list of its text blocks and the list of its elements, made in one walk without recursion. Elements are
 * numbered in page order, so that a parent's number is smaller than its children's.
 */
final class Tree implements NodeVisitor {
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
    private final List<Time> times = new ArrayList<>();
    private final List<Element> declarations = new ArrayList<>();
    private @Nullable Node skipped;
    private int links;
    private int heading;
    private int start;
    private int words;
    private int linked;
    private boolean space;
    private boolean inWord;

    private Tree(Markup markup) {
        this.markup = markup;
    }

    static Tree of(Element root, Markup markup) {
        Tree out = new Tree(markup);
        root.traverse(out);
        out.flush();
        return out;
    }

    @Override
    public void head(Node node, int depth) {
        if (skipped != null) return;
        if (node instanceof TextNode leaf) {
            text(leaf.getWholeText());
        } else if (node instanceof Element element) {
            String tag = element.normalName();
            if (telling(element, tag)) time(element, tag);
            boolean skip = SKIPPED.contains(tag);
            if (tag.equals("meta") || tag.equals("script") || tag.equals("link")) declarations.add(element);
            int named = skip || element.attributesSize() == 0 ? 0 : markup.marks(element.className());
            if (skip || hidden(element, named)) {
                skipped = node;
                return;
            }
            if (tag.equals("br")) flush();
            if (tag.equals("a")) links++;
            if (inline(element, tag)) return;
            flush();
            if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1)))
                heading = tag.charAt(1) - '0';
            enter(element, tag, named);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node == skipped) {
            skipped = null;
            return;
        }
        if (skipped != null || !(node instanceof Element element)) return;
        String tag = element.normalName();
        if (tag.equals("a")) links--;
        if (inline(element, tag)) return;
        flush();
        if (tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))) heading = 0;
        open.removeLast();
    }

    /** Whether its attributes may hold a moment: most elements have none, or a single one of another kind. */
    private static boolean telling(Element element, String tag) {
        int attributes = element.attributesSize();
        if (attributes == 0) return false;
        return attributes > 1
                        && (element.hasAttr("itemprop") || element.hasAttr("property") || element.hasAttr("pubdate"))
                || tag.equals("time")
                || tag.equals("abbr")
                || attributes == 1 && !element.hasAttr("class") && !element.hasAttr("href");
    }

    /** A moment in an attribute: {@code time datetime}, {@code itemprop="datePublished" content}, {@code abbr class="published" title}. */
    private void time(Element element, String tag) {
        String property = element.attr("itemprop") + " " + element.attr("property");
        boolean published = property.contains("datePublished")
                || property.contains("dc:date")
                || property.contains("dateCreated")
                || element.hasAttr("pubdate");
        boolean updated = property.contains("dateModified") || property.contains("dateUpdated");
        String names = element.className();
        boolean abbr = tag.equals("abbr") && names.contains("published");
        if (!tag.equals("time") && !published && !updated && !abbr) return;
        String value = element.hasAttr("datetime")
                ? element.attr("datetime")
                : element.hasAttr("content")
                        ? element.attr("content")
                        : abbr ? element.attr("title") : element.ownText();
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
        times.add(new Time(value.strip(), rank, open.isEmpty() ? 0 : open.getLast(), blocks.size()));
    }

    /** Inline elements, and elements of a site's own making inside a paragraph. */
    private static boolean inline(Element element, String tag) {
        if (INLINE.contains(tag)) return true;
        return tag.indexOf('-') > 0
                && element.parent() != null
                && element.parent().nameIs("p");
    }

    private void enter(Element element, String tag, int named) {
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
    private int own(Element element, String tag, int named) {
        int out = named;
        if (element.attributesSize() > 0) {
            out |= markup.marks(element.id()) | markup.marks(element.attr("role"));
            if (element.attr("itemprop").contains("articleBody")) out |= Markup.STORY;
        }
        if (CHROME_TAGS.contains(tag)) out |= Markup.CHROME;
        if (tag.equals("figcaption")) out |= Markup.CAPTION;
        if (tag.equals("blockquote")) out |= Markup.QUOTE;
        return out;
    }

    private static boolean hidden(Element element, int named) {
        if (element.attributesSize() == 0) return false;
        if (element.hasAttr("hidden")) return true;
        String style = element.attr("style");
        if (!style.isEmpty()) {
            String s = style.replace(" ", "").toLowerCase(java.util.Locale.ROOT);
            if (s.contains("display:none") || s.contains("visibility:hidden")) return true;
        }
        return (named & Markup.HIDDEN) != 0;
    }

    private void text(String s) {
        for (int i = 0; i < s.length(); i++) {
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
    List<Element> declarations() {
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
