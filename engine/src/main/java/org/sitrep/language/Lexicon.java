package org.sitrep.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.model.Span;

/**
 * All words and phrases of one language in one trie over folded tokens; hyphens inside phrases are optional. A word that
 * is not found as it stands is looked up without its accents, so that upper-case and accentless text is read too.
 */
public final class Lexicon {
    /** First words as written and without accents; one look-up finds both for words that have none. */
    private final WordTable<Root> roots = new WordTable<>();

    /** Every word of every phrase, for splitting off prefixes; empty where the language has none. */
    private final Set<String> words = new HashSet<>();

    private final Tokenizer tokenizer;

    Lexicon(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /** What begins with one word. */
    static final class Root {
        private final Node exact = new Node();
        /** The same phrases without accents, a fallback that never hides a word that is written so. */
        private final Node bare = new Node();

        private final String form;
        private final String bareForm;

        private Root(String form) {
            this.form = form;
            this.bareForm = Fold.bare(form);
        }

        /** The word, folded. */
        String form() {
            return form;
        }

        /** The word without accents. */
        String bareForm() {
            return bareForm;
        }
    }

    private Root made(String form) {
        Root known = roots.of(form);
        if (known != null) return known;
        Root made = new Root(form);
        roots.put(form, made);
        return made;
    }

    /** What begins with the word that stands from {@code from} to before {@code to}; null where its letters need more than folding one by one. */
    @Nullable
    Root root(String text, int from, int to) {
        return roots.of(text, from, to);
    }

    private static final class Node {
        final Map<String, Node> next = new HashMap<>(2);
        final List<Sense> senses = new ArrayList<>(2);
    }

    void add(String phrase, Sense sense) {
        List<String> forms = new ArrayList<>();
        for (Token t : tokenizer.tokens(phrase, new Span(0, phrase.length()))) if (!t.is("-")) forms.add(t.form());
        if (forms.isEmpty()) return;
        if (tokenizer.splits()) {
            words.addAll(forms);
            for (String form : forms) words.add(Fold.bare(form));
        }
        put(made(forms.getFirst()).exact, forms, sense);
        forms.replaceAll(Fold::bare);
        put(made(forms.getFirst()).bare, forms, sense);
    }

    /** Whether a folded word stands in any phrase. */
    boolean knows(String form) {
        return words.contains(form) || words.contains(Fold.bare(form));
    }

    private static void put(Node first, List<String> forms, Sense sense) {
        Node node = first;
        for (String form : forms.subList(1, forms.size())) node = node.next.computeIfAbsent(form, f -> new Node());
        if (!node.senses.contains(sense)) node.senses.add(sense);
    }

    /** All phrases that start at token {@code from} and end before {@code limit}, longest first. */
    public List<Match> at(List<Token> tokens, int from, int limit) {
        Token first = tokens.get(from);
        Root root = first.root();
        if (root == null && !first.looked()) root = roots.of(first.form());
        if (root != null) {
            List<Match> exact = walk(root.exact, tokens, from, limit, false);
            if (!exact.isEmpty()) return exact;
        }
        String bare = first.bare();
        if (!bare.equals(first.form())) root = roots.of(bare);
        return root == null ? List.of() : walk(root.bare, tokens, from, limit, true);
    }

    private static List<Match> walk(Node first, List<Token> tokens, int from, int limit, boolean bare) {
        if (first.next.isEmpty()) return first.senses.isEmpty() ? List.of() : matches(from, from + 1, first.senses);
        Node node = first;
        List<Match> out = List.of();
        int i = from + 1;
        while (true) {
            if (!node.senses.isEmpty())
                out = out.isEmpty() ? matches(from, i, node.senses) : longer(out, from, i, node.senses);
            if (node.next.isEmpty()) break;
            while (i < limit && tokens.get(i).is("-") && tokens.get(i).glued()) i++;
            if (i >= limit) break;
            node = step(node.next, tokens.get(i++), bare);
            if (node == null) break;
        }
        return out;
    }

    /** What one stretch of tokens means, the sense that was listed last first. */
    private static List<Match> matches(int from, int to, List<Sense> senses) {
        int last = senses.size() - 1;
        if (last == 0) return List.of(new Match(from, to, senses.getFirst()));
        return longer(List.of(), from, to, senses);
    }

    /** The same before {@code shorter} matches. */
    private static List<Match> longer(List<Match> shorter, int from, int to, List<Sense> senses) {
        Match[] out = new Match[senses.size() + shorter.size()];
        int n = 0;
        for (int k = senses.size() - 1; k >= 0; k--) out[n++] = new Match(from, to, senses.get(k));
        for (int k = 0; k < shorter.size(); k++) out[n++] = shorter.get(k);
        return List.of(out);
    }

    private static @Nullable Node step(Map<String, Node> level, Token token, boolean bare) {
        return level.get(bare ? token.bare() : token.form());
    }
}
