package org.sitrep.read;

import org.jsoup.nodes.Element;

/** An element's name and attributes, whoever parsed the page. */
interface StartTag {
    /** In lower case. */
    String name();

    /** The value of an attribute with its character references read; empty where there is none. @param name in lower case */
    String attribute(String name);

    /** Whether the attribute stands there, be it without a value. */
    boolean has(String name);

    /** The text of a title, the script of a script; empty for other elements. */
    String content();

    /** The class names without white space around them. */
    default String classes() {
        return attribute("class").trim();
    }

    /** An element of a page that jsoup parsed. */
    record Parsed(Element element) implements StartTag {
        @Override
        public String name() {
            return element.normalName();
        }

        @Override
        public String attribute(String name) {
            return element.attr(name);
        }

        @Override
        public boolean has(String name) {
            return element.hasAttr(name);
        }

        @Override
        public String content() {
            return element.nameIs("script") ? element.data() : element.nameIs("title") ? element.text() : "";
        }
    }
}
