package org.sitrep.read;

/** Where in a page's tree the next tag belongs: the insertion modes of HTML's rules, in the order in which a page comes to them. */
enum Place {
    START,
    BEFORE_HEAD,
    HEAD,
    AFTER_HEAD,
    BODY,
    CELL,
    CAPTION,
    /** From here on text is out of place. */
    TABLE,
    COLUMNS,
    ROWS,
    ROW,
    SELECT,
    /** Behind the end tag of the body: what follows belongs to the body still. */
    END;

    /** Whether the body has not begun. */
    boolean early() {
        return compareTo(BODY) < 0;
    }

    /** Whether text and all elements may stand here. */
    boolean flows() {
        return this == BODY || this == CELL || this == CAPTION;
    }

    /** Whether this is between a table's cells, where style and script may stand. */
    boolean tabled() {
        return this == TABLE || this == ROWS || this == ROW;
    }

    /** The place that the innermost of table, row and cell makes. */
    static Place of(OpenElements open) {
        for (int i = open.size() - 1; i > 0; i--) {
            HtmlTag t = open.at(i);
            if (t.is(HtmlTag.CELL)) return CELL;
            if (t.is(HtmlTag.ROW)) return ROW;
            if (t.is(HtmlTag.ROWS)) return ROWS;
            if (t.called("caption")) return CAPTION;
            if (t.called("table")) return TABLE;
        }
        return BODY;
    }
}
