package org.sitrep.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sitrep.language.Data;

/**
 * Phrases of all languages in one trie over folded words, so that one look-up per word serves them all. In a phrase {@code #}
 * stands for any number, {@code (x|y)} for alternatives, a final comma for a comma
 * that must follow, a final {@code *} for a capitalised word that must, and {@code ^} in front for the start of a sentence.
 */
final class Phrases {
    private static final String NUMBER = "#";
    private static final int WIDEST_GAP = 3;
    private final Dictionary dictionary = new Dictionary();
    private final Node numbers = new Node();

    /**
     * What a phrase means.
     *
     * @param kind category in the data file ("chrome", "teaser")
     * @param language the file's language; "" for all
     * @param value canonical value ("3" for March), else empty
     */
    record Sense(String kind, String language, String value) {}

    /** A phrase met. {@code from} inclusive and {@code to} exclusive are word indices. */
    record Hit(int from, int to, Sense sense) {}

    /** A phrase's end. {@code follows}: a comma, {@code *} for a capitalised word, or a space for anything. */
    private record Entry(Sense sense, boolean opens, char follows) {
        boolean meets(Words words, int first, int last) {
            if (opens && !opening(words, first)) return false;
            return switch (follows) {
                case ',' -> words.gap(last).startsWith(",");
                case '*' ->
                    last + 1 < words.size()
                            && words.capital(last + 1)
                            && words.gap(last).equals(" ");
                default -> true;
            };
        }

        private static boolean opening(Words words, int first) {
            if (first == 0) return true;
            String gap = words.gap(first - 1);
            return gap.indexOf('.') >= 0 || gap.indexOf('\n') >= 0;
        }
    }

    /** The phrases that start with the words read so far. */
    static final class Node {
        private final Map<String, Node> next = new HashMap<>(2);
        private final List<Entry> entries = new ArrayList<>(1);
    }

    void add(Data where, String pattern, Sense sense) {
        for (String phrase : expand(where, pattern)) {
            Words words = Words.of(phrase.replace("#", " 0 "), dictionary);
            if (words.size() == 0) throw where.error("\"" + pattern + "\" holds no word");
            Node node =
                    number(words, 0) ? numbers : dictionary.add(words.form(0)).phrases();
            for (int i = 1; i < words.size(); i++) {
                String form = number(words, i)
                        ? NUMBER
                        : dictionary.add(words.form(i)).form();
                node = node.next.computeIfAbsent(form, f -> new Node());
            }
            char last = phrase.charAt(phrase.length() - 1);
            node.entries.add(new Entry(sense, phrase.startsWith("^"), last == ',' || last == '*' ? last : ' '));
        }
    }

    private static boolean number(Words words, int i) {
        return words.form(i).equals("0");
    }

    /** The words of all phrases; function words join them. */
    Dictionary dictionary() {
        return dictionary;
    }

    private static List<String> expand(Data where, String pattern) {
        int open = pattern.indexOf('(');
        if (open < 0) return List.of(pattern);
        int close = pattern.indexOf(')', open);
        if (close < 0) throw where.error("\"" + pattern + "\": a ( is never closed");
        String inside = pattern.substring(open + 1, close);
        List<String> out = new ArrayList<>();
        for (String choice : (inside.indexOf('|') < 0 ? "|" + inside : inside).split("\\|", -1))
            for (String rest : expand(where, pattern.substring(close + 1)))
                out.add(pattern.substring(0, open) + choice + rest);
        return out;
    }

    /** Adds to {@code out} every phrase that starts at word {@code from}, shortest first. */
    void at(Words words, int from, int limit, List<Hit> out) {
        Node node = words.digits(from) ? numbers : words.entry(from).phrases();
        for (int i = from; ; ) {
            for (int k = 0; k < node.entries.size(); k++)
                if (node.entries.get(k).meets(words, from, i))
                    out.add(new Hit(from, i + 1, node.entries.get(k).sense()));
            if (++i >= limit || node.next.isEmpty() || !near(words, i)) return;
            Node next = node.next.get(words.digits(i) ? NUMBER : words.entry(i).form());
            if (next == null) return;
            node = next;
        }
    }

    private static boolean near(Words words, int i) {
        int gap = words.start(i) - words.end(i - 1);
        if (gap > WIDEST_GAP) return false;
        for (int k = words.end(i - 1); k < words.start(i); k++) if (words.text().charAt(k) == '\n') return false;
        return true;
    }
}
