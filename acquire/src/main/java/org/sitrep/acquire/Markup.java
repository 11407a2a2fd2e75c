package org.sitrep.acquire;

import java.util.Locale;

/** The little that must be known of marked-up text before it is read. */
final class Markup {
    private Markup() {}

    /**
     * The first element of {@code text}, in lower case, with "html" for a page that says so in its type only; empty where the
     * text begins otherwise. Byte order mark (also as Latin-1), white space, declarations, comments and the type are passed over.
     */
    static String root(String text) {
        int at = text.startsWith("ï»¿") ? 3 : text.startsWith("\uFEFF") ? 1 : 0;
        while (true) {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
            if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
            else if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
            else if (text.regionMatches(true, at, "<!doctype", 0, 9)) {
                if (text.substring(at + 9, Math.min(text.length(), at + 40))
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .startsWith("html")) return "html";
                at = type(text, at);
            } else return at < text.length() && text.charAt(at) == '<' ? name(text, at + 1) : "";
        }
    }

    /** The end of a type declaration, whose own declarations stand in brackets. */
    private static int type(String text, int at) {
        int bracket = text.indexOf('[', at);
        int end = text.indexOf('>', at);
        return after(text, ">", bracket >= 0 && bracket < end ? after(text, "]", bracket) : at);
    }

    private static int after(String text, String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() : at + mark.length();
    }

    private static String name(String text, int from) {
        int end = from;
        while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == ':')) end++;
        return text.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
