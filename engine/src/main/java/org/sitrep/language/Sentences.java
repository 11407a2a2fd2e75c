package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Sentence boundaries: final marks that no abbreviation, initial, number or ordinal explains, and line breaks unless the text
 * is hard-wrapped.
 */
final class Sentences {
    private static final Set<String> FINAL = Set.of(".", "!", "?", "…", "。", "！", "？", "؟", "।", "۔", "．");
    /** Final marks of scripts that put no space behind them either. */
    private static final Set<String> WIDE = Set.of("。", "！", "？", "!", "?", "．");

    private static final Set<String> CLOSING = Set.of("\"", "”", "»", "’", "'", ")", "]", "」", "』", "“", "›");
    private static final int WRAP_SHORTEST = 45;
    private static final int WRAP_LONGEST = 100;

    private final Pack pack;
    private final String source;
    private final List<Token> tokens;
    private final boolean wrapped;
    private final boolean shouting;

    Sentences(Pack pack, String source, List<Token> tokens, boolean shouting) {
        this.pack = pack;
        this.source = source;
        this.tokens = tokens;
        this.shouting = shouting;
        this.wrapped = wrapped();
    }

    /** The tokens without the line breaks inside sentences, so that no phrase ends where a line does. */
    List<Token> joined() {
        List<Token> out = new ArrayList<>(tokens.size());
        for (int i = 0; i < tokens.size(); i++)
            if (tokens.get(i).kind() != Token.Kind.BREAK || !soft(i)) out.add(tokens.get(i));
        return out;
    }

    /** The sentences of tokens that {@link #joined} left: every line break among them ends one. */
    List<Text.Sentence> split() {
        List<Text.Sentence> out = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            if (t.kind() == Token.Kind.BREAK) {
                add(out, from, i);
                from = i + 1;
            } else if (FINAL.contains(t.form()) && ends(i)) {
                int to = i + 1;
                while (to < tokens.size()
                        && (FINAL.contains(tokens.get(to).form())
                                || CLOSING.contains(tokens.get(to).form())
                                        && tokens.get(to).glued())) to++;
                add(out, from, to);
                from = to;
                i = to - 1;
            }
        }
        add(out, from, tokens.size());
        return out;
    }

    private void add(List<Text.Sentence> out, int from, int to) {
        while (from < to && tokens.get(from).kind() == Token.Kind.BREAK) from++;
        while (to > from && tokens.get(to - 1).kind() == Token.Kind.BREAK) to--;
        if (from < to) out.add(new Text.Sentence(from, to));
    }

    /** Whether the final mark at {@code i} ends a sentence. */
    private boolean ends(int i) {
        int next = i + 1;
        while (next < tokens.size()
                && CLOSING.contains(tokens.get(next).form())
                && tokens.get(next).glued()) next++;
        if (next >= tokens.size()) return true;
        Token after = tokens.get(next);
        if (WIDE.contains(tokens.get(i).form()) && after.unspaced()) return true;
        if (!tokens.get(i).is(".")) return !(after.glued() && after.word()) && !lower(after);
        if (i == 0 || after.glued() && next == i + 1) return false;
        if (after.kind() == Token.Kind.BREAK) return true;
        Token before = tokens.get(i - 1);
        if (before.number() && pack.ordinalDot() && before.form().length() <= 2 && after.word()) return false;
        return !(before.word() && abbreviation(before)) && !lower(after);
    }

    private boolean abbreviation(Token before) {
        boolean initial = before.end() - before.start() == 1 && before.capital();
        return initial || pack.abbreviations().contains(before.form());
    }

    private boolean lower(Token after) {
        return after.word() && !after.capital() && Character.isLowerCase(source.codePointAt(after.start()));
    }

    /** Whether the line break at {@code i} stands inside a sentence. */
    private boolean soft(int i) {
        if (i == 0 || i + 1 >= tokens.size()) return false;
        String gap = source.substring(tokens.get(i).start(), tokens.get(i).end());
        if (gap.indexOf('\n') != gap.lastIndexOf('\n')) return false;
        Token before = tokens.get(i - 1);
        if (FINAL.contains(before.form())
                || CLOSING.contains(before.form())
                        && i > 1
                        && FINAL.contains(tokens.get(i - 2).form())) {
            return wrapped && before.is(".") && abbreviation(tokens.get(i - 2 < 0 ? 0 : i - 2));
        }
        if (wrapped) return lineLength(i) >= WRAP_SHORTEST;
        return lower(tokens.get(i + 1)) && !shouting;
    }

    private int lineLength(int breakIndex) {
        int end = tokens.get(breakIndex).start();
        int start = source.lastIndexOf('\n', end - 1) + 1;
        return end - start;
    }

    /** Hard-wrapped text: most lines that another follows directly have the length of a line of type. */
    private boolean wrapped() {
        int lines = 0;
        int fit = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).kind() != Token.Kind.BREAK) continue;
            String gap = source.substring(tokens.get(i).start(), tokens.get(i).end());
            if (gap.indexOf('\n') != gap.lastIndexOf('\n')) continue;
            lines++;
            int n = lineLength(i);
            if (n >= WRAP_SHORTEST && n <= WRAP_LONGEST) fit++;
        }
        return lines >= 2 && fit * 10 >= lines * 8;
    }
}
