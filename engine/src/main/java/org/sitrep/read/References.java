package org.sitrep.read;

import java.util.Map;
import org.jsoup.parser.Parser;

/** The character references that nearly all pages get by with; whoever meets another one asks a whole parser. */
final class References {
    private static final int LONGEST = 8;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00A0"),
            Map.entry("shy", "\u00AD"),
            Map.entry("copy", "©"),
            Map.entry("laquo", "«"),
            Map.entry("raquo", "»"),
            Map.entry("middot", "·"),
            Map.entry("bull", "•"),
            Map.entry("hellip", "…"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("sbquo", "‚"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bdquo", "„"),
            Map.entry("auml", "ä"),
            Map.entry("ouml", "ö"),
            Map.entry("uuml", "ü"),
            Map.entry("Auml", "Ä"),
            Map.entry("Ouml", "Ö"),
            Map.entry("Uuml", "Ü"),
            Map.entry("szlig", "ß"),
            Map.entry("agrave", "à"),
            Map.entry("aacute", "á"),
            Map.entry("acirc", "â"),
            Map.entry("atilde", "ã"),
            Map.entry("ccedil", "ç"),
            Map.entry("egrave", "è"),
            Map.entry("eacute", "é"),
            Map.entry("ecirc", "ê"),
            Map.entry("iacute", "í"),
            Map.entry("ntilde", "ñ"),
            Map.entry("oacute", "ó"),
            Map.entry("ocirc", "ô"),
            Map.entry("uacute", "ú"),
            Map.entry("euro", "€"));

    private References() {}

    /** Tells {@code tree} the characters of {@code page} with their references read. */
    static void tell(String page, int from, int to, Tree tree) {
        int at = from;
        while (at < to) {
            int and = page.indexOf('&', at, to);
            if (and < 0) and = to;
            if (and > at) tree.text(page, at, and);
            at = and < to ? reference(page, and, to, tree) : to;
        }
    }

    /** What an element holds that holds characters alone: references stand in some of them. */
    static String content(HtmlTag tag, String page, int from, int to) {
        String text = page.substring(from, to);
        return tag.is(HtmlTag.TEXT) && text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    }

    /** @return the offset behind the reference */
    private static int reference(String page, int from, int limit, Tree tree) {
        String known = read(page, from, limit);
        int next = page.indexOf('&', from + 1, limit);
        int to = !known.isEmpty() ? page.indexOf(';', from) + 1 : next < 0 ? limit : next;
        String told = !known.isEmpty() ? known : Parser.unescapeEntities(page.substring(from, to), false);
        tree.text(told, 0, told.length());
        return to;
    }

    /**
     * What the reference that begins at {@code from} stands for; empty where it is none of those known here.
     *
     * @param limit offset behind the text that it stands in
     */
    private static String read(String page, int from, int limit) {
        int end = page.indexOf(';', from, Math.min(limit, from + LONGEST + 1));
        if (end < 0 || end < from + 2) return "";
        if (page.charAt(from + 1) == '#') return number(page, from + 2, end);
        return NAMED.getOrDefault(page.substring(from + 1, end), "");
    }

    /** The character of a decimal number, where that is one of the plain ones. */
    private static String number(String page, int from, int to) {
        int code = 0;
        for (int i = from; i < to; i++) {
            int digit = page.charAt(i) - '0';
            if (digit < 0 || digit > 9) return "";
            code = code * 10 + digit;
        }
        boolean plain = code >= ' ' && code < 0x7F || code >= 0xA0 && code < Character.MIN_SURROGATE;
        return plain ? Character.toString(code) : "";
    }
}
