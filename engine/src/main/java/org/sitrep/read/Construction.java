package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;

/** Opens and closes elements as the tags of a page ask: what is left out is added, what is out of place passed over. */
final class Construction {
    private final String page;
    private final Tree tree;
    private final OpenElements open;
    private final Flow flow;
    private final Tables tables;
    private final List<StartTag> declared = new ArrayList<>();
    private PlainTag html;
    private Place place = Place.START;
    private boolean odd;

    Construction(String page, Tree tree) {
        this.page = page;
        this.tree = tree;
        this.open = new OpenElements(tree);
        this.flow = new Flow(page, open);
        this.tables = new Tables(page, open, flow);
        this.html = made("html");
    }

    private PlainTag made(String name) {
        return new PlainTag(page, HtmlTag.of(name));
    }

    /** Whether something was met that needs a whole parser. */
    boolean odd() {
        return odd || open.odd() || flow.odd() || tables.odd();
    }

    /** What the page told. */
    WebPage finish() {
        body();
        while (open.size() > 0) open.pop();
        return new WebPage(tree, html, declared);
    }

    /** @param simple whether it is written as declarations are */
    void doctype(boolean simple) {
        if (place == Place.START) flow.doctype(simple);
    }

    /** Characters between two tags. */
    void characters(int from, int to) {
        boolean blank = blank(from, to);
        if (place == Place.SELECT || blank && (place.early() || place == Place.END)) return;
        // White space behind the body is no part of it, though other characters behind that are.
        odd |= place == Place.END && blank(from, from + 1);
        body();
        odd |= !blank && !place.flows();
        if (odd) return;
        if (place.flows()) open.resume();
        References.tell(page, from, to, tree);
    }

    private boolean blank(int from, int to) {
        for (int i = from; i < to; i++) {
            char c = page.charAt(i);
            if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') return false;
        }
        return true;
    }

    /** Sees to it that the page's body is open. */
    private void body() {
        if (place.early()) enter(made("body"));
        if (place == Place.END) place = Place.BODY;
    }

    private void enter(PlainTag body) {
        open.push(body);
        place = Place.BODY;
    }

    /** An element that is passed over whole. */
    void skipped(PlainTag element) {
        if (!inner()) return;
        open.resume();
        open.empty(element);
    }

    /** Makes sure that what comes belongs into the body or one of its cells. */
    private boolean inner() {
        body();
        odd |= !place.flows();
        return !odd;
    }

    /** A part of the page that has nothing to do with what stands around it. @param inside its elements, of which those in the page's head count */
    void apart(PlainTag element, List<PlainTag> inside) {
        boolean template = element.tag().called("template");
        if (place.compareTo(Place.AFTER_HEAD) < 0) {
            place = Place.HEAD;
            declared.addAll(inside);
        } else if (template && place == Place.AFTER_HEAD) {
            declared.addAll(inside);
        } else if (template && place.tabled()) {
            open.empty(element);
        } else if (inner()) {
            if (!template) open.resume();
            open.empty(element);
        }
    }

    /** An element that holds characters alone. */
    void raw(PlainTag start, int from, int to) {
        HtmlTag t = start.tag();
        if (t.called("script") || t.called("title")) start.holds(References.content(t, page, from, to));
        if (t.is(HtmlTag.HEAD) && place.early()) {
            if (place != Place.AFTER_HEAD) place = Place.HEAD;
            declared.add(start);
        } else if (place.tabled() && (t.called("script") || t.called("style"))
                || place == Place.SELECT && t.called("script")) {
            open.empty(start);
        } else if (inner()) {
            tree.open(start);
            if (t.called("title")) References.tell(page, from, to, tree);
            tree.close();
        }
    }

    /** A start tag. */
    void start(PlainTag start) {
        HtmlTag t = start.tag();
        if (place.early() && outside(start)) return;
        odd |= t.is(HtmlTag.ODD) && place != Place.SELECT;
        if (odd || t.called("head") || again(start)) return;
        body();
        switch (place) {
            case SELECT -> choice(t);
            case TABLE, ROWS, ROW, COLUMNS -> place = tables.start(start, place);
            case CELL, CAPTION -> {
                if (!t.is(HtmlTag.TABLED)) {
                    place = flow.start(start, place);
                } else {
                    place = tables.leave(place);
                    start(start);
                }
            }
            default -> place = flow.start(start, place);
        }
    }

    /** Whether it is a second tag of an element that a page has once: its attributes add to those of the first. */
    private boolean again(PlainTag start) {
        if (start.tag().called("html")) {
            html.merge(start);
            return true;
        }
        if (!start.tag().called("body")) return false;
        body();
        odd |= tree.hides(start) || start.has("itemprop") || start.has("property");
        return true;
    }

    /** Before the body. @return whether that is all */
    private boolean outside(PlainTag start) {
        HtmlTag t = start.tag();
        if (t.called("html")) {
            if (place != Place.START) return again(start);
            html = start;
            place = Place.BEFORE_HEAD;
            return true;
        }
        if (t.called("head")) {
            if (place != Place.AFTER_HEAD) place = Place.HEAD;
            return true;
        }
        if (t.called("body")) {
            enter(start);
            return true;
        }
        if (!t.is(HtmlTag.HEAD)) return false;
        if (place != Place.AFTER_HEAD) place = Place.HEAD;
        declared.add(start);
        return true;
    }

    /** A list to choose from holds its choices, as far as anybody reads them. */
    private void choice(HtmlTag t) {
        odd |= !t.called("option") && !t.called("optgroup");
    }

    /** An end tag. */
    void end(HtmlTag t) {
        if (place.early() && !before(t)) return;
        switch (place) {
            case SELECT -> {
                if (t.called("select")) {
                    open.popTo("select");
                    place = Place.of(open);
                } else odd |= !t.called("option") && !t.called("optgroup");
            }
            case TABLE, ROWS, ROW, COLUMNS -> place = tables.end(t, place);
            case CELL, CAPTION -> endCell(t);
            default -> place = flow.end(t, place);
        }
    }

    /** @return whether an end tag that stands before the body opens it */
    private boolean before(HtmlTag t) {
        if (t.called("head") && place != Place.AFTER_HEAD) place = Place.AFTER_HEAD;
        if (!t.called("body") && !t.called("html") && !t.called("br")) return false;
        body();
        return true;
    }

    private void endCell(HtmlTag t) {
        if (t.is(HtmlTag.CELL)) {
            if (place == Place.CAPTION || !open.inTable(t.name())) return;
            open.implied("");
            open.popTo(t.name());
            open.unbound();
            place = Place.ROW;
        } else if (t.called("caption")) {
            if (place == Place.CAPTION) place = tables.leave(place);
        } else if (t.called("table") || (t.is(HtmlTag.ROWS) || t.is(HtmlTag.ROW)) && place == Place.CELL) {
            if (!open.inTable(t.name())) return;
            place = tables.leave(place);
            end(t);
        } else if (!t.is(HtmlTag.TABLED) && !t.called("body") && !t.called("html")) {
            place = flow.end(t, place);
        }
    }
}
