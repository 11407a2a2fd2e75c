package org.sitrep.read;

/** What tags do between the cells of a table; what stands there without belonging there needs a whole parser. */
final class Tables {
    private final String page;
    private final OpenElements open;
    private final Flow flow;
    private boolean odd;
    private Place place = Place.TABLE;

    Tables(String page, OpenElements open, Flow flow) {
        this.page = page;
        this.open = open;
        this.flow = flow;
    }

    private PlainTag made(String name) {
        return new PlainTag(page, HtmlTag.of(name));
    }

    /** Whether something was met that needs a whole parser. */
    boolean odd() {
        return odd;
    }

    /** A start tag between cells. @return where the next tag belongs */
    Place start(PlainTag start, Place here) {
        place = here;
        table(start);
        return place;
    }

    /** An end tag between cells. @return where the next tag belongs */
    Place end(HtmlTag t, Place here) {
        place = here;
        endTable(t);
        return place;
    }

    /** Closes the cell or the caption that is open. @return where the next tag belongs */
    Place leave(Place cell) {
        boolean caption = cell == Place.CAPTION;
        open.implied("");
        if (caption) open.popTo("caption");
        else open.popTo(HtmlTag.CELL);
        open.unbound();
        return caption ? Place.TABLE : Place.ROW;
    }

    private void table(PlainTag start) {
        HtmlTag t = start.tag();
        if (place == Place.COLUMNS) {
            if (t.called("col")) {
                open.empty(start);
                return;
            }
            open.pop();
            place = Place.TABLE;
        }
        if (t.called("input") && start.attribute("type").equalsIgnoreCase("hidden")) {
            open.empty(start);
        } else if (t.called("form")) {
            if (flow.formOpens(start)) open.empty(start);
        } else if (t.is(HtmlTag.CELL) || t.is(HtmlTag.ROW)) {
            row(start);
        } else if (t.is(HtmlTag.TABLED)) {
            open.clearTo(0, "table");
            place = Place.TABLE;
            structure(start);
        } else {
            odd = true;
        }
    }

    private void structure(PlainTag start) {
        HtmlTag t = start.tag();
        if (t.called("col")) {
            open.push(made("colgroup"));
            open.empty(start);
            place = Place.COLUMNS;
            return;
        }
        open.push(start);
        if (t.called("caption")) open.bound();
        place = t.called("caption") ? Place.CAPTION : t.called("colgroup") ? Place.COLUMNS : Place.ROWS;
    }

    private void row(PlainTag start) {
        HtmlTag t = start.tag();
        if (place == Place.TABLE) {
            open.push(made("tbody"));
            place = Place.ROWS;
        }
        if (t.is(HtmlTag.ROW)) {
            open.clearTo(HtmlTag.ROWS, "table");
            open.push(start);
            place = Place.ROW;
            return;
        }
        if (place == Place.ROWS) open.push(made(HtmlTag.ROW_NAME));
        open.push(start);
        open.bound();
        place = Place.CELL;
    }

    private void endTable(HtmlTag t) {
        if (place == Place.COLUMNS) {
            if (t.called("col")) return;
            open.pop();
            place = Place.TABLE;
            if (t.called("colgroup")) return;
        }
        if (t.called("table")) {
            open.popTo("table");
            place = Place.of(open);
        } else if (t.is(HtmlTag.ROWS)) {
            if (!open.inTable(t.name())) return;
            open.clearTo(HtmlTag.ROWS, "table");
            open.pop();
            place = Place.TABLE;
        } else if (t.is(HtmlTag.ROW)) {
            if (place != Place.ROW) return;
            open.pop();
            place = Place.ROWS;
        } else if (!t.is(HtmlTag.TABLED) && !t.called("body") && !t.called("html")) {
            odd |= !t.called("form");
            flow.formEnds();
        }
    }
}
