package org.sitrep.read;

/** Reads what stands between angle brackets: tags with their attributes, comments, declarations. */
final class Markers {
    /** What was read. */
    enum Kind {
        START,
        END,
        DOCTYPE,
        /** A comment, or what counts as one. */
        IGNORED
    }

    private final String page;
    private Kind kind = Kind.IGNORED;
    private PlainTag tag;
    private boolean closes;
    private boolean simple;

    Markers(String page) {
        this.page = page;
        this.tag = new PlainTag(page, HtmlTag.of("html"));
    }

    Kind kind() {
        return kind;
    }

    /** The tag read last, be it of an element's start or end. */
    PlainTag tag() {
        return tag;
    }

    /** Whether the tag ends with a slash. */
    boolean closes() {
        return closes;
    }

    /** Whether the declaration of the page's type is written as declarations are. */
    boolean simple() {
        return simple;
    }

    /** Whether an end tag of {@code other} was read last. */
    boolean ends(HtmlTag other) {
        return kind == Kind.END && tag.tag() == other;
    }

    /** Whether the bracket at {@code i} is markup, and no "a < b". */
    static boolean begins(String page, int i) {
        if (i + 1 >= page.length()) return false;
        char c = page.charAt(i + 1);
        return letter(c) || c == '/' || c == '!' || c == '?';
    }

    private static boolean letter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }

    /**
     * Reads the markup that begins at {@code from}.
     *
     * @return the offset behind it; -1 where it needs a whole parser
     */
    int read(int from) {
        char c = page.charAt(from + 1);
        if (c == '!') return declaration(from);
        if (c == '?') return ignored(from);
        boolean end = c == '/';
        int name = end ? from + 2 : from + 1;
        if (end && (name >= page.length() || !letter(page.charAt(name)))) return ignored(from);
        kind = end ? Kind.END : Kind.START;
        int i = name;
        while (i < page.length() && named(page.charAt(i))) i++;
        tag = new PlainTag(page, HtmlTag.of(page, name, i));
        return attributes(i);
    }

    /** Letters of a name; others are allowed too, and rare. */
    private static boolean named(char c) {
        return letter(c) || c >= '0' && c <= '9' || c == '-' || c == ':' || c == '_';
    }

    private int ignored(int from) {
        kind = Kind.IGNORED;
        int end = page.indexOf('>', from);
        return end < 0 ? -1 : end + 1;
    }

    private int declaration(int from) {
        if (page.startsWith("--", from + 2)) return comment(from);
        int end = ignored(from);
        if (!page.regionMatches(true, from + 2, "doctype", 0, "doctype".length())) return end;
        kind = Kind.DOCTYPE;
        simple = end > 0 && type(page.substring(from, end - 1).strip());
        return end;
    }

    /** Whether it names the type alone, or as public with quoted names behind. */
    private static boolean type(String declaration) {
        String name = "<!doctype html";
        if (!declaration.regionMatches(true, 0, name, 0, name.length())) return false;
        String rest = declaration.substring(name.length()).strip();
        return rest.isEmpty()
                || rest.regionMatches(true, 0, "public \"", 0, "public \"".length())
                        && rest.chars().filter(c -> c == '"').count() % 2 == 0
                        && rest.endsWith("\"");
    }

    private int comment(int from) {
        kind = Kind.IGNORED;
        int end = page.indexOf("-->", from + 2);
        if (end < 0) return -1;
        return page.indexOf("--!>", from + 2, end) >= 0 ? -1 : end + "-->".length();
    }

    /** Reads attributes up to the bracket that closes their tag. */
    private int attributes(int from) {
        closes = false;
        int i = from;
        while (i < page.length()) {
            char c = page.charAt(i);
            if (c == '>') return i + 1;
            if (blank(c)) {
                i++;
            } else if (c == '/') {
                closes = i + 1 < page.length() && page.charAt(i + 1) == '>';
                i++;
            } else if (i == from) {
                return -1;
            } else {
                i = attribute(i);
                if (i < 0) return -1;
            }
        }
        return -1;
    }

    private int attribute(int from) {
        int i = from;
        while (i < page.length() && inName(page.charAt(i))) i++;
        int to = i;
        if (to == from || to >= page.length() || page.charAt(to) == '<') return -1;
        while (i < page.length() && blank(page.charAt(i))) i++;
        if (i >= page.length()) return -1;
        if (page.charAt(i) != '=') {
            tag.add(from, to, to, to);
            return i;
        }
        i++;
        while (i < page.length() && blank(page.charAt(i))) i++;
        return i < page.length() ? value(from, to, i) : -1;
    }

    private static boolean inName(char c) {
        return !blank(c) && c != '/' && c != '>' && c != '=' && c != '<';
    }

    private int value(int nameFrom, int nameTo, int from) {
        char quote = page.charAt(from);
        if (quote == '>') return -1;
        if (quote == '"' || quote == '\'') {
            int end = page.indexOf(quote, from + 1);
            if (end >= 0) tag.add(nameFrom, nameTo, from + 1, end);
            return end < 0 ? -1 : end + 1;
        }
        int i = from;
        while (i < page.length() && !blank(page.charAt(i)) && page.charAt(i) != '>') i++;
        tag.add(nameFrom, nameTo, from, i);
        return i;
    }

    /** Where the end tag begins that closes what holds characters alone; -1 where there is none, or a script hides it. */
    int rawEnd(HtmlTag tag, int from) {
        for (int i = page.indexOf("</", from); i >= 0; i = page.indexOf("</", i + 2)) {
            int after = i + 2 + tag.name().length();
            boolean named = after < page.length()
                    && page.regionMatches(true, i + 2, tag.name(), 0, tag.name().length())
                    && (page.charAt(after) == '>' || page.charAt(after) == '/' || blank(page.charAt(after)));
            if (named) return tag.called("script") && hides(from, i) ? -1 : i;
        }
        return -1;
    }

    /** A comment in a script may hold the tags of a whole other script. */
    private boolean hides(int from, int to) {
        int comment = page.indexOf("<!--", from, to);
        return comment >= 0 && page.indexOf("-->", comment, to) < 0;
    }
}
