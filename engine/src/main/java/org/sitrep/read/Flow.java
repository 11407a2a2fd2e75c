package org.sitrep.read;

/** What tags do in a page's body and in the cells of its tables, where text and all elements may stand. */
final class Flow {
    private final String page;
    private final OpenElements open;
    private final PlainTag none;
    /** The form that is open, wherever; a page has none in another. */
    private PlainTag form;
    /** Whether the page declares its type; where it does not, a table may stand inside a paragraph. */
    private boolean typed;

    private boolean standard;
    private boolean odd;
    private Place place = Place.BODY;

    Flow(String page, OpenElements open) {
        this.page = page;
        this.open = open;
        this.none = made("form");
        this.form = none;
    }

    private PlainTag made(String name) {
        return new PlainTag(page, HtmlTag.of(name));
    }

    /** Whether something was met that needs a whole parser. */
    boolean odd() {
        return odd;
    }

    /** @param simple whether it is written as declarations are */
    void doctype(boolean simple) {
        if (typed) return;
        typed = true;
        standard = simple;
    }

    /** A form in a table holds nothing, but is the form that is open. @return whether it is one */
    boolean formOpens(PlainTag start) {
        if (form != none) return false;
        form = start;
        return true;
    }

    void formEnds() {
        form = none;
    }

    /** A start tag. @return where the next tag belongs */
    Place start(PlainTag start, Place here) {
        place = here;
        inside(start);
        return place;
    }

    /** An end tag. @return where the next tag belongs */
    Place end(HtmlTag t, Place here) {
        place = here == Place.END ? Place.BODY : here;
        endInside(t);
        return place;
    }

    private void inside(PlainTag start) {
        HtmlTag t = start.tag();
        if (t.is(HtmlTag.TABLED)) return;
        if (t.is(HtmlTag.FORMATTING)) format(start);
        else if (t.is(HtmlTag.BLOCK)) block(start);
        else if (t.is(HtmlTag.HEAD | HtmlTag.BARE)) open.empty(start);
        else if (t.called("table")) openTable(start);
        else special(start);
    }

    private void special(PlainTag start) {
        HtmlTag t = start.tag();
        odd |= t.called("button") && open.inScope("button") || t.is(HtmlTag.UNKNOWN) && open.interrupted();
        if (odd) return;
        if (t.is(HtmlTag.RUBY)) {
            if (open.inScope("ruby")) open.implied(t.called("rt") || t.called("rp") ? "rtc" : "");
            open.push(start);
            return;
        }
        open.resume();
        if (t.is(HtmlTag.VOID) || t.called("svg")) open.empty(start);
        else open.push(start);
        if (t.is(HtmlTag.OBJECT)) open.bound();
        if (t.called("select")) place = Place.SELECT;
    }

    private void openTable(PlainTag start) {
        if (typed && open.paragraph()) {
            odd |= !standard;
            open.endParagraph();
        }
        open.push(start);
        place = Place.TABLE;
    }

    private void format(PlainTag start) {
        if (start.tag().called("a") && open.formats("a")) {
            open.endFormat("a");
            odd |= open.anywhere("a");
        }
        open.resume();
        odd |= start.tag().called("nobr") && open.inScope("nobr");
        open.format(start);
    }

    private void block(PlainTag start) {
        HtmlTag t = start.tag();
        if (t.called("form") && !formOpens(start)) return;
        if (t.called("li")) open.endItem("li", "li");
        if (t.called("dd") || t.called("dt")) open.endItem("dd", "dt");
        open.endParagraph();
        if (t.is(HtmlTag.HEADING) && open.current().is(HtmlTag.HEADING)) open.pop();
        if (t.is(HtmlTag.VOID)) open.empty(start);
        else open.push(start);
    }

    private void endInside(HtmlTag t) {
        if (t.is(HtmlTag.FORMATTING)) open.endFormat(t.name());
        else if (t.called("p")) endParagraph();
        else if (t.called("br")) special(made("br"));
        else if (t.called("form")) endForm();
        else if (t.called("body") || t.called("html")) endBody();
        else if (t.is(HtmlTag.CLOSED | HtmlTag.OBJECT)) endBlock(t);
        else if (t.is(HtmlTag.HEADING)) endHeading(t);
        else if (t.called("li")) endItem(t, open.inScope("li", "ol", "ul"));
        else if (t.called("dd") || t.called("dt")) endItem(t, open.inScope(t.name()));
        else open.endOther(t.name());
    }

    private void endParagraph() {
        if (!open.paragraph()) open.push(made("p"));
        open.endParagraph();
    }

    private void endBody() {
        if (open.inScope("body")) place = Place.END;
    }

    private void endForm() {
        PlainTag ended = form;
        form = none;
        if (ended == none || !open.inScope("form")) return;
        open.implied("");
        odd |= !open.current().called("form");
        if (!odd) open.pop();
    }

    private void endBlock(HtmlTag t) {
        if (!open.inScope(t.name())) return;
        open.implied("");
        open.popTo(t.name());
        if (t.is(HtmlTag.OBJECT)) open.unbound();
    }

    private void endHeading(HtmlTag t) {
        if (!open.inScope(HtmlTag.HEADING)) return;
        open.implied(t.name());
        open.popTo(HtmlTag.HEADING);
    }

    private void endItem(HtmlTag t, boolean open) {
        if (!open) return;
        this.open.implied(t.name());
        this.open.popTo(t.name());
    }
}
