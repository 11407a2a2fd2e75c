package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the markup of a page from its first character to its last and tells a {@link Tree} of every element as it opens and closes, as
 * HTML's rules say (HTML Living Standard, 13.2). It knows the rules that only ever add to what is open; where a page asks for one that
 * moves what was read before (text beside a table's cells, formatting that ends inside another block), it gives up, and a whole parser
 * has to build the page as a tree first. Most pages of the web ask for none.
 */
final class PlainHtml {
    private final String page;
    private final Markers markers;
    private final Construction construction;
    private int at;
    /** Whether the page needs another parser. */
    private boolean odd;

    private PlainHtml(String page, Tree tree) {
        this.page = page;
        this.markers = new Markers(page);
        this.construction = new Construction(page, tree);
    }

    /** The page, its text told to {@code tree}; empty where it needs a whole parser. */
    static Optional<WebPage> read(String page, Tree tree) {
        if (page.indexOf('\0') >= 0) return Optional.empty();
        PlainHtml reading = new PlainHtml(page, tree);
        return reading.run() ? Optional.of(reading.construction.finish()) : Optional.empty();
    }

    private boolean run() {
        while (at < page.length() && !odd && !construction.odd()) {
            int from = at;
            int open = page.indexOf('<', at);
            while (open >= 0 && !Markers.begins(page, open)) open = page.indexOf('<', open + 1);
            at = open < 0 ? page.length() : open;
            if (at > from) construction.characters(from, at);
            if (at < page.length() && !construction.odd()) markup();
        }
        return !odd && !construction.odd();
    }

    private void markup() {
        at = markers.read(at);
        odd = at < 0;
        if (odd) return;
        switch (markers.kind()) {
            case START -> start();
            case END -> construction.end(markers.tag().tag());
            case DOCTYPE -> construction.doctype(markers.simple());
            case IGNORED -> {}
        }
    }

    private void start() {
        PlainTag start = markers.tag();
        if (start.tag().called("noscript") || start.tag().called("template")) {
            apart(start);
        } else if (start.tag().called("svg") && !markers.closes()) {
            svg(start);
        } else if (start.tag().is(HtmlTag.RAW | HtmlTag.TEXT)) {
            raw(start);
        } else {
            construction.start(start);
        }
    }

    /** A script, a style, a title: characters up to the end tag of the same name. */
    private void raw(PlainTag start) {
        int end = markers.rawEnd(start.tag(), at);
        odd = end < 0;
        if (odd) return;
        construction.raw(start, at, end);
        at = page.indexOf('>', end) + 1;
        odd = at == 0;
    }

    /** What stands inside changes nothing around it, and is not read; in a page's head its declarations are. */
    private void apart(PlainTag start) {
        List<PlainTag> inside = new ArrayList<>();
        while (true) {
            odd |= !next();
            if (odd) return;
            PlainTag tag = markers.tag();
            if (markers.ends(start.tag())) break;
            if (markers.kind() != Markers.Kind.START) continue;
            // One such part inside another ends where neither does.
            odd = tag.tag().called("noscript")
                    || tag.tag().called("template")
                    || tag.tag().called("plaintext");
            if (tag.tag().is(HtmlTag.RAW | HtmlTag.TEXT)) {
                int end = markers.rawEnd(tag.tag(), at);
                odd |= end < 0;
                if (odd) return;
                tag.holds(References.content(tag.tag(), page, at, end));
                at = end;
            }
            inside.add(tag);
        }
        construction.apart(start, inside);
    }

    /** Reads the next markup, whatever stands before it; false where there is none, or it needs a whole parser. */
    private boolean next() {
        int open = page.indexOf('<', at);
        while (open >= 0 && !Markers.begins(page, open)) open = page.indexOf('<', open + 1);
        at = open < 0 ? -1 : markers.read(open);
        return at >= 0;
    }

    /** A drawing is not read: it ends with its end tag where all that stands inside belongs to drawings. */
    private void svg(PlainTag start) {
        List<HtmlTag> inside = new ArrayList<>(List.of(start.tag()));
        while (!inside.isEmpty()) {
            int cdata = page.indexOf("<", at);
            odd = cdata < 0 || page.startsWith("<![CDATA[", cdata) || !next() || !drawn(inside);
            if (odd) return;
        }
        construction.skipped(start);
    }

    /** Whether the markup read last belongs to a drawing; keeps what is open in it. */
    private boolean drawn(List<HtmlTag> inside) {
        HtmlTag tag = markers.tag().tag();
        return switch (markers.kind()) {
            case IGNORED -> true;
            case DOCTYPE -> false;
            case END -> {
                int i = inside.size() - 1;
                while (i >= 0 && !inside.get(i).name().equals(tag.name())) i--;
                if (i >= 0) inside.subList(i, inside.size()).clear();
                yield i >= 0;
            }
            case START -> {
                boolean text = tag.called("title") || tag.called("desc") || tag.called("style");
                if (text) yield markers.closes() || words(tag);
                boolean drawing = tag.is(HtmlTag.UNKNOWN) && !tag.called("foreignobject")
                        || tag.called("svg")
                        || tag.called("a")
                        || tag.called("image");
                if (drawing && !markers.closes()) inside.add(tag);
                yield drawing;
            }
        };
    }

    /** Passes over a title of a drawing that holds words alone. */
    private boolean words(HtmlTag tag) {
        at = page.indexOf('<', at);
        if (at < 0 || !page.startsWith("</" + tag.name() + ">", at)) return false;
        at += tag.name().length() + "</>".length();
        return true;
    }
}
