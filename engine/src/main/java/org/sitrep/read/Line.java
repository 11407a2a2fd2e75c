package org.sitrep.read;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.model.Span;

/**
 * One paragraph of a flattened page: a line, or several where the text was wrapped at a fixed width.
 *
 * @param span without the white space around it
 * @param from first word, inclusive
 * @param to last word, exclusive
 * @param gap whether an empty line stands before it
 */
record Line(Span span, int from, int to, boolean gap) {
    private static final String FINAL = ".!?…。！？؟।";
    private static final String CLOSING = "\"”»’')]」』›";
    private static final int WRAP_SHORTEST = 45;
    private static final int WRAP_LONGEST = 100;

    int size() {
        return to - from;
    }

    /** Whether it ends as a sentence does. */
    boolean closed(String text) {
        int i = span.end() - 1;
        while (i > span.start() && (CLOSING.indexOf(text.charAt(i)) >= 0 || Character.isWhitespace(text.charAt(i))))
            i--;
        return i >= span.start() && FINAL.indexOf(text.charAt(i)) >= 0;
    }

    /** The paragraphs of a text. */
    static List<Line> of(Words words) {
        List<Line> lines = split(words);
        return wrapped(lines) ? unwrapped(lines, words.text()) : lines;
    }

    private static List<Line> split(Words words) {
        String text = words.text();
        List<Line> out = new ArrayList<>();
        int word = 0;
        int from = 0;
        boolean gap = false;
        while (from < text.length()) {
            int end = from;
            while (end < text.length() && !lineBreak(text.charAt(end))) end++;
            int a = from;
            int b = end;
            while (a < b && blank(text.charAt(a))) a++;
            while (b > a && blank(text.charAt(b - 1))) b--;
            if (a == b) {
                gap = true;
            } else {
                int first = word;
                while (word < words.size() && words.start(word) < b) word++;
                out.add(new Line(new Span(a, b), first, word, gap));
                gap = false;
            }
            from = end + (end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n' ? 2 : 1);
        }
        return out;
    }

    private static boolean lineBreak(char c) {
        return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029';
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u200B' || c == '\uFEFF';
    }

    /** Whether nearly all lines that another follows directly have the length of a line of type. */
    private static boolean wrapped(List<Line> lines) {
        int followed = 0;
        int fit = 0;
        for (int i = 0; i + 1 < lines.size(); i++) {
            if (lines.get(i + 1).gap()) continue;
            followed++;
            int n = lines.get(i).span().length();
            if (n >= WRAP_SHORTEST && n <= WRAP_LONGEST) fit++;
        }
        return followed >= 3 && fit * 10 >= followed * 9;
    }

    private static List<Line> unwrapped(List<Line> lines, String text) {
        List<Line> out = new ArrayList<>();
        for (Line line : lines) {
            boolean indented =
                    line.span().start() > 1 && text.charAt(line.span().start() - 1) == ' ';
            if (out.isEmpty() || line.gap() || indented) {
                out.add(line);
            } else {
                Line before = out.removeLast();
                out.add(new Line(before.span().cover(line.span()), before.from(), line.to(), before.gap()));
            }
        }
        return out;
    }
}
