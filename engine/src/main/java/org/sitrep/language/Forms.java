package org.sitrep.language;

import java.util.ArrayList;
import java.util.List;

/** Expands the alternatives in a pack's word forms: {@code soldier(s)} → soldier, soldiers; {@code tu(é|ée|és)} → tué, tuée, tués. */
public final class Forms {
    private Forms() {}

    /** Every spelling of {@code pattern}; groups may stand side by side and be nested. */
    public static List<String> expand(Data where, String pattern) {
        return spell(where, pattern).stream()
                .map(s -> s.strip().replace("  ", " "))
                .toList();
    }

    private static List<String> spell(Data where, String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) {
            if (pattern.indexOf(')') >= 0 || pattern.indexOf('|') >= 0)
                throw where.error("\"" + pattern + "\": | and ) belong inside ( )");
            return List.of(pattern);
        }
        int close = closing(where, pattern, open);
        String inside = pattern.substring(open + 1, close);
        List<String> choices = split(inside);
        if (choices.size() == 1) choices = List.of("", inside);
        List<String> out = new ArrayList<>();
        List<String> rest = spell(where, pattern.substring(close + 1));
        for (String choice : choices)
            for (String middle : spell(where, choice))
                for (String tail : rest) out.add(pattern.substring(0, open) + middle + tail);
        return out;
    }

    private static int closing(Data where, String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '(') depth++;
            if (pattern.charAt(i) == ')' && --depth == 0) return i;
        }
        throw where.error("\"" + pattern + "\": a ( is never closed");
    }

    private static List<String> split(String inside) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c == '|' && depth == 0) {
                out.add(inside.substring(from, i));
                from = i + 1;
            }
        }
        out.add(inside.substring(from));
        return out;
    }
}
