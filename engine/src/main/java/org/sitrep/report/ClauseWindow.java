package org.sitrep.report;

import org.sitrep.model.Span;

/**
 * The words around a quote that make it readable: its sentence where that is short, else the part of it between marks that part
 * clauses, else whole words on both sides. What is shown always stands in the page as shown.
 */
final class ClauseWindow {
    /** Characters shown at most, unless the quote itself is longer. */
    static final int MOST = 150;
    /** The same where evidence is printed: most sentences whole. */
    static final int SENTENCE = 320;
    /** A clause shorter than this tells too little beside a quote of one word. */
    private static final int LEAST = 40;

    private static final String ENDS = ".!?…。！？؟।";
    private static final String PARTS = ",;:—–،、，；：()[]";
    private static final String QUOTES = "\"“”«»„";

    private ClauseWindow() {}

    /** The stretch of {@code text} to show for {@code quote}, within {@code limits}; at least the quote itself. */
    static Span around(String text, Span quote, Span limits) {
        return around(text, quote, limits, MOST);
    }

    /** The same with a limit of its own. */
    static Span around(String text, Span quote, Span limits, int most) {
        if (quote.length() >= most) return quote;
        Span sentence = trimmed(
                text,
                new Span(back(text, quote.start(), limits.start(), ""), ahead(text, quote.end(), limits.end(), "")),
                quote);
        if (sentence.length() <= most) return sentence;
        Span clause = trimmed(
                text,
                new Span(
                        back(text, quote.start(), sentence.start(), PARTS),
                        ahead(text, quote.end(), sentence.end(), PARTS)),
                quote);
        if (clause.length() > most) return cut(text, clause, quote, most);
        return clause.length() >= LEAST ? clause : cut(text, sentence, quote, most);
    }

    /** Where the sentence ends that goes on at {@code from}; at most {@code limit}. */
    static int sentenceEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && !parts(text, i, "")) i++;
        return i;
    }

    /** Where the clause ends that goes on at {@code from}, without its mark; at most {@code limit}. */
    static int clauseEnd(String text, int from, int limit) {
        int i = from;
        while (i < limit && !parts(text, i, PARTS)) i++;
        return i;
    }

    private static int back(String text, int from, int limit, String marks) {
        int i = from;
        while (i > limit && !parts(text, i - 1, marks)) i--;
        return i;
    }

    private static int ahead(String text, int from, int limit, String marks) {
        int i = from;
        if (i > 0 && i < limit && ends(text, i - 1)) return i;
        while (i < limit && !parts(text, i, marks)) i++;
        boolean full = i < limit && ENDS.indexOf(text.charAt(i)) >= 0;
        return full ? i + 1 : i;
    }

    private static boolean parts(String text, int at, String marks) {
        char c = text.charAt(at);
        if (c == '\n' || ends(text, at)) return true;
        return marks.indexOf(c) >= 0 && (at + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 1)));
    }

    /** A stop that ends a sentence: white space or a closing quotation mark follows, and no single letter stands before it ("J. Doe"). */
    private static boolean ends(String text, int at) {
        char c = text.charAt(at);
        if (ENDS.indexOf(c) < 0) return false;
        if (c == '…') return at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        if (c != '.') return true;
        boolean initial = shortened(text, at) || dotted(text, at);
        if (initial || at + 1 >= text.length()) return !initial;
        char next = text.charAt(at + 1);
        if (QUOTES.indexOf(next) >= 0) return true;
        return Character.isWhitespace(next) && (at + 2 >= text.length() || !Character.isLowerCase(text.charAt(at + 2)));
    }

    /** The last stop of "p.m." before an abbreviation in capitals ("p.m. GMT"): small letters with a stop between begin no sentence there. */
    private static boolean dotted(String text, int stop) {
        if (stop < 3 || stop + 3 >= text.length() || text.charAt(stop - 2) != '.') return false;
        return Character.isLetter(text.charAt(stop - 1))
                && Character.isLetter(text.charAt(stop - 3))
                && text.charAt(stop + 1) == ' '
                && Character.isUpperCase(text.charAt(stop + 2))
                && Character.isUpperCase(text.charAt(stop + 3));
    }

    /** An initial or a short title ("J.", "Gen.", "Dr."): a capital and at most two small letters. */
    private static boolean shortened(String text, int stop) {
        int from = stop;
        while (from > 0 && stop - from < 4 && Character.isLetter(text.charAt(from - 1))) from--;
        if (from == stop || stop - from > 3 || !Character.isUpperCase(text.charAt(from))) return false;
        return text.substring(from + 1, stop).chars().allMatch(Character::isLowerCase);
    }

    /** From the start of the clause or sentence where there is room; else whole words on both sides of the quote, more of them behind it. */
    private static Span cut(String text, Span within, Span quote, int most) {
        int room = most - quote.length();
        boolean whole = quote.end() - within.start() <= most;
        int start = whole ? within.start() : Math.max(within.start(), quote.start() - room / 2);
        int end = Math.min(within.end(), quote.end() + room - (quote.start() - start));
        start = Math.max(within.start(), Math.min(start, end - most));
        while (start > within.start() && start < quote.start() && !Character.isWhitespace(text.charAt(start - 1)))
            start++;
        while (end < within.end() && end > quote.end() && !Character.isWhitespace(text.charAt(end))) end--;
        return trimmed(text, new Span(start, end), quote);
    }

    /** Without white space and marks that open or close something else at its ends; a bracket that opens within it closes within it. */
    private static Span trimmed(String text, Span span, Span quote) {
        Span bare = bare(text, span, quote);
        boolean open = bare.end() < text.length()
                && text.charAt(bare.end()) == ')'
                && bare.of(text).lastIndexOf('(') > bare.of(text).lastIndexOf(')');
        return open ? new Span(bare.start(), bare.end() + 1) : bare;
    }

    private static Span bare(String text, Span span, Span quote) {
        int start = span.start();
        int end = span.end();
        while (start < quote.start() && loose(text.charAt(start))) start++;
        while (end > quote.end() && loose(text.charAt(end - 1))) end--;
        return new Span(start, end);
    }

    private static boolean loose(char c) {
        return Character.isWhitespace(c)
                || c == '\u00a0'
                || PARTS.indexOf(c) >= 0
                || QUOTES.indexOf(c) >= 0
                || c == '©'
                || c == '-';
    }

    /** Whether words of the sentence were left out before, or behind, {@code shown}. */
    static boolean midway(String text, int at, int limit, boolean before) {
        if (!before && at > 0 && ends(text, at - 1)) return false;
        for (int i = before ? at - 1 : at; before ? i >= limit : i < limit; i += before ? -1 : 1) {
            if (text.charAt(i) == '\n' || ends(text, i)) return false;
            if (Character.isLetterOrDigit(text.charAt(i))) return true;
        }
        return false;
    }
}
