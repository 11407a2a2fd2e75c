package org.sitrep.extract.times;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.Token;
import org.sitrep.model.Span;

/**
 * A rule's pattern, spelled out into all its variants. In a pattern, words stand for themselves; {@code [x]} may be missing;
 * {@code (x|y)} is a choice; {@code {name}} or {@code {name=kind}} is a slot: a category of the lexicon, what other rules make,
 * {@code number}, {@code mark}, {@code lower} (a word without a capital that is nothing to count), or digits within limits ({@code 1..31}; {@code 00..59} asks for two digits); {@code ~} means no space before; what
 * stands before {@code >} or after {@code <} must be there but is not part of the expression (the end of the sentence stands for any slot there); a
 * backslash takes the next character as it is.
 */
final class Pattern {
    private static final int MOST = 600;
    private final Data where;
    private final Pack pack;
    private final String text;
    private int at;

    /** One element. */
    sealed interface Step {}

    /** A word or mark in folded form. */
    record Word(String form, boolean glued) implements Step {}

    /** A slot. */
    record Slot(String name, String kind, boolean glued) implements Step {}

    /** Where the expression starts or ends, if not at the ends of the pattern. */
    enum Bound implements Step {
        START,
        END
    }

    private Pattern(Data where, Pack pack) {
        this.where = where;
        this.pack = pack;
        this.text = where.text();
    }

    static List<List<Step>> variants(Data where, Pack pack) {
        Pattern p = new Pattern(where, pack);
        List<List<Step>> out = p.choice();
        if (p.at < p.text.length()) throw where.error("a ) or ] too many in \"" + p.text + "\"");
        for (List<Step> v : out)
            if (v.isEmpty()
                    || v.getFirst() instanceof Slot s
                            && v.size() == 1
                            && s.kind().isEmpty())
                throw where.error("nothing is left when all [ ] are missing in \"" + p.text + "\"");
        return out;
    }

    private List<List<Step>> choice() {
        List<List<Step>> out = new ArrayList<>(sequence());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            out.addAll(sequence());
        }
        return out;
    }

    private List<List<Step>> sequence() {
        List<List<Step>> out = List.of(List.of());
        boolean glued = false;
        while (at < text.length() && "|)]".indexOf(text.charAt(at)) < 0) {
            char c = text.charAt(at);
            if (c == ' ' || c == '~') {
                glued = c == '~';
                at++;
                continue;
            }
            out = product(out, element(c, glued));
            glued = false;
        }
        return out;
    }

    private List<List<Step>> element(char c, boolean glued) {
        return switch (c) {
            case '(' -> group(')');
            case '[' -> {
                List<List<Step>> all = new ArrayList<>(group(']'));
                all.add(List.of());
                yield all;
            }
            case '{' -> List.of(List.of(slot(glued)));
            case '>' -> bound(Bound.START);
            case '<' -> bound(Bound.END);
            default -> List.of(word(glued));
        };
    }

    private List<List<Step>> bound(Bound b) {
        at++;
        return List.of(List.of(b));
    }

    private List<List<Step>> group(char close) {
        at++;
        List<List<Step>> inside = choice();
        if (at >= text.length() || text.charAt(at) != close) throw where.error("no " + close + " in \"" + text + "\"");
        at++;
        return inside;
    }

    private Slot slot(boolean glued) {
        int end = text.indexOf('}', at);
        if (end < 0) throw where.error("a { is never closed in \"" + text + "\"");
        String[] parts = text.substring(at + 1, end).split("=", 2);
        at = end + 1;
        return new Slot(parts[0], parts[parts.length - 1], glued);
    }

    private List<Step> word(boolean glued) {
        StringBuilder plain = new StringBuilder();
        for (; at < text.length() && " |()[]{}~".indexOf(text.charAt(at)) < 0; at++) {
            if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
            plain.append(text.charAt(at));
        }
        String word = plain.toString();
        List<Step> out = new ArrayList<>();
        for (Token t : pack.text(word, new Span(0, word.length())).tokens())
            out.add(new Word(t.form(), out.isEmpty() ? glued : t.glued()));
        return out;
    }

    private List<List<Step>> product(List<List<Step>> heads, List<List<Step>> tails) {
        List<List<Step>> out = new ArrayList<>();
        for (List<Step> h : heads) {
            for (List<Step> t : tails) {
                List<Step> both = new ArrayList<>(h);
                both.addAll(t);
                out.add(both);
            }
        }
        if (out.size() > MOST) throw where.error("more than " + MOST + " variants; split the rule: \"" + text + "\"");
        return out;
    }
}
