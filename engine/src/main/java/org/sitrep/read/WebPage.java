package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * A web page as its readers see it.
 *
 * @param tree its body
 * @param html the outermost element
 * @param head the elements of its head
 */
record WebPage(Tree tree, StartTag html, List<StartTag> head) {
    /** The page of some HTML, however broken. */
    static WebPage of(String html, Markup markup) {
        return PlainHtml.read(html, new Tree(markup)).orElseGet(() -> parsed(html, markup));
    }

    /** The same, built as a tree by jsoup first. */
    static WebPage parsed(String html, Markup markup) {
        Document document = Jsoup.parse(html);
        Tree tree = new Tree(markup);
        tree.read(document.body());
        List<StartTag> head = new ArrayList<>();
        document.head().traverse((node, depth) -> {
            if (node instanceof Element e) head.add(new StartTag.Parsed(e));
        });
        Element outermost = document.head().parent();
        return new WebPage(tree, new StartTag.Parsed(outermost == null ? document : outermost), head);
    }
}
