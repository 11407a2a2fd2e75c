package org.sitrep.web;

import java.util.Locale;

/** A picture drawn on the server: its looks are classes of the style sheet, since the pages allow no style in line. Lengths are units of the picture. */
final class Svg {
    private final StringBuilder out = new StringBuilder();

    /**
     * Begins a picture. It is a group and not an image, because what it holds are links, and an image's inside is hidden from those who
     * do not see it.
     *
     * @param name what it shows, for those who do not see it
     */
    Svg(String kind, int width, int height, String name) {
        out.append(String.format(
                Locale.ROOT,
                "<svg class=\"%s\" width=\"%d\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"%s\">",
                kind,
                width,
                width,
                height,
                escape(name)));
    }

    /** What is in it in words, told after its name. */
    Svg told(String words) {
        out.append("<desc>").append(escape(words)).append("</desc>");
        return this;
    }

    Svg line(int x1, int y1, int x2, int y2) {
        out.append(String.format(Locale.ROOT, "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", x1, y1, x2, y2));
        return this;
    }

    /** @param anchor start, middle or end: which part of the text stands at {@code x} */
    Svg text(double x, double y, String anchor, String kind, String words) {
        out.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" class=\"%s\">",
                        length(x),
                        length(y),
                        anchor,
                        kind))
                .append(escape(words))
                .append("</text>");
        return this;
    }

    Svg box(String kind, int x, int y, int width, int height) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>",
                kind,
                x,
                y,
                width,
                height));
        return this;
    }

    Svg disc(String kind, double x, double y, double radius) {
        out.append(String.format(
                Locale.ROOT,
                "<circle class=\"%s\" cx=\"%s\" cy=\"%s\" r=\"%s\"/>",
                kind,
                length(x),
                length(y),
                length(radius)));
        return this;
    }

    Svg path(String kind, CharSequence way) {
        out.append("<path class=\"").append(kind).append("\" d=\"").append(way).append("\"/>");
        return this;
    }

    /** A path that says what it is where the pointer rests on it. */
    Svg path(String kind, CharSequence way, String title) {
        out.append("<path class=\"").append(kind).append("\" d=\"").append(way).append("\">");
        return title(title).tag("</path>");
    }

    /** What follows, up to {@link #unlink}, leads to {@code address}. */
    Svg link(String address) {
        out.append("<a href=\"").append(escape(address)).append("\">");
        return this;
    }

    Svg unlink() {
        return tag("</a>");
    }

    /** Names what it stands in. */
    Svg title(String words) {
        out.append("<title>").append(escape(words)).append("</title>");
        return this;
    }

    private Svg tag(String tag) {
        out.append(tag);
        return this;
    }

    String end() {
        return out + "</svg>";
    }

    /** A tenth of a unit is finer than any screen. */
    private static String length(double units) {
        return units == Math.rint(units) ? Long.toString((long) units) : String.format(Locale.ROOT, "%.1f", units);
    }

    private static String escape(String text) {
        return j2html.utils.EscapeUtil.escape(text);
    }
}
