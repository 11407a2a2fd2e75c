package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.model.Span;

/** Splits text into {@link Token}s in one pass. */
final class Tokenizer {
    private final Set<String> elisions;
    private final Set<String> clitics;
    private final List<String> prefixes;
    private @Nullable Lexicon lexicon;
    /** The forms of marks, each made when first met; two threads would make the same. */
    private static final @Nullable String[] MARKS = new String[0x3100];

    /**
     * @param elisions folded words that stand glued before another behind an apostrophe ("l", "qu")
     * @param clitics folded endings behind an apostrophe that are words of their own ("s" in "Kenya's")
     * @param prefixes folded words written together with the next (Arabic "and"), which are split off where that next word is
     *     {@link #know known} and the whole is not
     */
    Tokenizer(Set<String> elisions, Set<String> clitics, List<String> prefixes) {
        this.elisions = elisions;
        this.clitics = clitics;
        this.prefixes = prefixes;
    }

    /** Says which words the language knows; until then no prefix is split off. */
    void know(Lexicon words) {
        lexicon = words;
    }

    /** Whether the language writes some words together with the next. */
    boolean splits() {
        return !prefixes.isEmpty();
    }

    List<Token> tokens(String text, Span span) {
        List<Token> out = new ArrayList<>(span.length() / 5 + 4);
        int i = span.start();
        int last = -1;
        while (i < span.end()) {
            int c = text.codePointAt(i);
            int n = Character.charCount(c);
            if (c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029) {
                int end = i + n;
                while (end < span.end() && Character.isWhitespace(text.charAt(end))) end++;
                out.add(new Token(i, end, Token.Kind.BREAK, "\n", false, false));
                i = end;
                continue;
            }
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || invisible(c)) {
                i += n;
                continue;
            }
            int end = Math.min(end(text, i, c, span.end()), span.end());
            Token.Kind kind = Character.isDigit(c) ? Token.Kind.NUMBER : letter(c) ? Token.Kind.WORD : Token.Kind.MARK;
            if (kind == Token.Kind.WORD && lexicon != null && prefixes.isEmpty()) {
                out.add(word(lexicon, text, i, end, i == last, Character.isUpperCase(c) || Character.isTitleCase(c)));
                i = last = end;
                continue;
            }
            String form = form(text, i, end, kind);
            if (kind == Token.Kind.WORD && !prefixes.isEmpty()) {
                int cut = prefix(form, end - i);
                if (cut > 0) {
                    out.add(new Token(i, i + cut, kind, form.substring(0, cut), i == last, false));
                    i = last = i + cut;
                    continue;
                }
            }
            out.add(new Token(i, end, kind, form, i == last, Character.isUpperCase(c) || Character.isTitleCase(c)));
            i = last = end;
        }
        return out;
    }

    /** A word as the lexicon writes it, where it knows it. */
    private static Token word(Lexicon lexicon, String text, int from, int to, boolean glued, boolean capital) {
        Lexicon.Root root = lexicon.root(text, from, to);
        if (root != null) return Token.looked(from, to, root.form(), glued, capital, root);
        String form = Fold.form(text.substring(from, to));
        return WordTable.plain(text, from, to)
                ? Token.looked(from, to, form, glued, capital, null)
                : new Token(from, to, Token.Kind.WORD, form, glued, capital);
    }

    /** Length of the prefix to split off a word; 0 where there is none. Only where folding kept every character. */
    private int prefix(String form, int length) {
        if (lexicon == null || form.length() != length || lexicon.knows(form)) return 0;
        for (String p : prefixes)
            if (form.length() > p.length() + 1 && form.startsWith(p) && lexicon.knows(form.substring(p.length())))
                return p.length();
        return 0;
    }

    private static String form(String text, int from, int to, Token.Kind kind) {
        return switch (kind) {
            case NUMBER -> digits(text, from, to);
            case MARK -> mark(text, from, to);
            case WORD, BREAK -> Fold.form(text.substring(from, to));
        };
    }

    private static String mark(String text, int from, int to) {
        char c = text.charAt(from);
        if (to - from > 1 || c >= MARKS.length) return Fold.form(text.substring(from, to));
        String known = MARKS[c];
        return known != null
                ? known
                : (MARKS[c] = Fold.form(text.substring(from, to)).intern());
    }

    private static String digits(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) >= '0' && text.charAt(i) <= '9') i++;
        if (i == to) return text.substring(from, to);
        StringBuilder digits = new StringBuilder(to - from);
        for (i = from; i < to; ) {
            int c = text.codePointAt(i);
            digits.append((char) ('0' + Character.digit(c, 10)));
            i += Character.charCount(c);
        }
        return digits.toString();
    }

    private int end(String text, int from, int first, int limit) {
        int i = from + Character.charCount(first);
        if (Character.isDigit(first)) {
            while (i < limit && Character.isDigit(text.codePointAt(i))) i += Character.charCount(text.codePointAt(i));
            return i;
        }
        if (!letter(first) || unspaced(first)) return i;
        while (i < limit) {
            int c = text.codePointAt(i);
            if (letter(c) && !unspaced(c) || mark(c)) {
                i += Character.charCount(c);
            } else if (apostrophe(c) && elisions.contains(Fold.form(text.subSequence(from, i)))) {
                return i + 1;
            } else if (apostrophe(c) && i + 1 < limit && letter(text.codePointAt(i + 1))) {
                if (clitic(text, i + 1, limit)) return i;
                i++;
            } else {
                return i;
            }
        }
        return i;
    }

    private boolean clitic(String text, int from, int limit) {
        int i = from;
        while (i < limit && letter(text.codePointAt(i))) i += Character.charCount(text.codePointAt(i));
        return clitics.contains(Fold.form(text.subSequence(from, i)));
    }

    private static boolean letter(int c) {
        return Character.isLetter(c);
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || c == 0x200C
                || c == 0x200D;
    }

    private static boolean invisible(int c) {
        return c == 0xAD
                || c >= 0x200B && c <= 0x200F
                || c == 0xFEFF
                || c >= 0x202A && c <= 0x202E
                || c >= 0x2060 && c <= 0x2069;
    }

    private static boolean apostrophe(int c) {
        return c == '\'' || c == 0x2019 || c == 0x2BC;
    }

    static boolean unspaced(int c) {
        if (c < 0xE00) return false;
        Character.UnicodeScript script = Character.UnicodeScript.of(c);
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
            default -> false;
        };
    }
}
