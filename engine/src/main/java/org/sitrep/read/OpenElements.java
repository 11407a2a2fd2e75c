package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements open at one point of a page, and the formatting that goes on behind the ends of blocks. Tells a {@link Tree} of each that opens or closes. */
final class OpenElements {
    /** Deeper pages, and more formatting that goes on, meet the limits of whole parsers. */
    private static final int DEEPEST = 90;

    private static final int MOST_FORMATTING = 10;
    /** Of so many elements of one name that format, a whole parser forgets some. */
    private static final int ALIKE = 3;

    private final Tree tree;
    private final List<PlainTag> open = new ArrayList<>();
    /** Formatting elements in the order in which they opened, open or to be opened again; null parts what stands in a cell from the rest. */
    private final List<@Nullable PlainTag> formatting = new ArrayList<>();

    private boolean odd;

    OpenElements(Tree tree) {
        this.tree = tree;
    }

    /** Whether something was met that needs a whole parser. */
    boolean odd() {
        return odd;
    }

    int size() {
        return open.size();
    }

    HtmlTag current() {
        return open.getLast().tag();
    }

    /** The element opened as number {@code i}, counted from 0. */
    HtmlTag at(int i) {
        return open.get(i).tag();
    }

    boolean holds(PlainTag element) {
        for (int i = open.size() - 1; i >= 0; i--) if (open.get(i) == element) return true;
        return false;
    }

    void push(PlainTag element) {
        tree.open(element);
        open.add(element);
        odd |= open.size() > DEEPEST;
    }

    /** An element without an end tag. */
    void empty(PlainTag element) {
        tree.open(element);
        tree.close();
    }

    void pop() {
        tree.close();
        open.removeLast();
    }

    /** Closes all up to the innermost element of one of these marks. */
    void popTo(int marks) {
        while (!current().is(marks)) pop();
        pop();
    }

    /** Closes all up to the innermost element of this name. */
    void popTo(String name) {
        while (!current().called(name)) pop();
        pop();
    }

    /** Closes all inside the innermost element of one of these marks or this name. */
    void clearTo(int marks, String name) {
        while (!current().is(marks) && !current().called(name)) pop();
    }

    /** Closes what ends without an end tag, but for elements called so. */
    void implied(String but) {
        while (current().is(HtmlTag.IMPLIED) && !current().called(but)) pop();
    }

    boolean inScope(String name) {
        return inScope(name, "", "");
    }

    /** Whether an element of this name is open, and no bound of scopes, nor one of these two, inside it. */
    boolean inScope(String name, String bound, String other) {
        for (int i = open.size() - 1; i >= 0; i--) {
            HtmlTag t = open.get(i).tag();
            if (t.called(name)) return true;
            if (t.is(HtmlTag.SCOPE) || t.called(bound) || t.called(other)) return false;
        }
        return false;
    }

    boolean inScope(int marks) {
        for (int i = open.size() - 1; i >= 0; i--) {
            HtmlTag t = open.get(i).tag();
            if (t.is(marks)) return true;
            if (t.is(HtmlTag.SCOPE)) return false;
        }
        return false;
    }

    /** Whether an element of this name is open inside the innermost table. */
    boolean inTable(String name) {
        for (int i = open.size() - 1; i >= 0; i--) {
            HtmlTag t = open.get(i).tag();
            if (t.called(name)) return true;
            if (t.called("table") || t.called("html")) return false;
        }
        return false;
    }

    boolean paragraph() {
        return inScope("p", "button", "");
    }

    void endParagraph() {
        if (!paragraph()) return;
        implied("p");
        popTo("p");
    }

    /** Closes the list item, or term, that the next one ends: no other special element may stand between, but for plain blocks. */
    void endItem(String name, String other) {
        for (int i = open.size() - 1; i > 0; i--) {
            HtmlTag t = open.get(i).tag();
            if (t.called(name) || t.called(other)) {
                implied(t.name());
                popTo(t.name());
                return;
            }
            if (t.is(HtmlTag.SPECIAL) && !t.called("address") && !t.called("div") && !t.called("p")) return;
        }
    }

    /** An end tag without rules of its own closes the innermost element of its name, unless a special one is open inside that. */
    void endOther(String name) {
        for (int i = open.size() - 1; i > 0; i--) {
            HtmlTag t = open.get(i).tag();
            if (t.called(name)) {
                implied(name);
                popTo(name);
                return;
            }
            if (t.is(HtmlTag.SPECIAL)) return;
        }
    }

    void format(PlainTag element) {
        push(element);
        int alike = 0;
        for (int i = formatting.size() - 1; i >= 0 && formatting.get(i) != null; i--)
            if (formatting.get(i).tag() == element.tag()) alike++;
        formatting.add(element);
        odd |= formatting.size() > MOST_FORMATTING || alike >= ALIKE;
    }

    /** From here on formatting is that of a cell. */
    void bound() {
        formatting.add(null);
    }

    void unbound() {
        while (!formatting.isEmpty() && formatting.removeLast() != null) continue;
    }

    /** Index of the formatting element of this name that opened last in this cell; -1 for none. */
    private int last(String name) {
        for (int i = formatting.size() - 1; i >= 0; i--) {
            PlainTag f = formatting.get(i);
            if (f == null) return -1;
            if (f.tag().called(name)) return i;
        }
        return -1;
    }

    boolean formats(String name) {
        return last(name) >= 0;
    }

    /** Whether a block ended inside formatting that goes on. */
    boolean interrupted() {
        PlainTag last = formatting.isEmpty() ? null : formatting.getLast();
        return last != null && !holds(last);
    }

    /** Opens again what the end of a block interrupted. */
    void resume() {
        if (!interrupted()) return;
        int i = formatting.size() - 1;
        while (i > 0 && formatting.get(i - 1) != null && !holds(formatting.get(i - 1))) i--;
        for (; i < formatting.size(); i++) {
            PlainTag again = formatting.get(i).again();
            push(again);
            formatting.set(i, again);
        }
    }

    /** The end of a formatting element; with a special element open inside it, the page has to be moved about. */
    void endFormat(String name) {
        int at = last(name);
        if (at < 0) {
            endOther(name);
            return;
        }
        PlainTag element = formatting.get(at);
        if (!holds(element)) {
            formatting.remove(at);
            return;
        }
        if (!inScope(name)) return;
        for (int i = open.size() - 1; open.get(i) != element; i--)
            odd |= open.get(i).tag().is(HtmlTag.SPECIAL) || open.get(i).tag().called(name);
        if (odd) return;
        popTo(name);
        formatting.remove(at);
    }

    /** Whether an element of this name is open anywhere. */
    boolean anywhere(String name) {
        for (PlainTag e : open) if (e.tag().called(name)) return true;
        return false;
    }
}
