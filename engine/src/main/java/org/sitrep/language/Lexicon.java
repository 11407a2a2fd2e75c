package org.sitrep.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Span;

/**
 * All words and phrases of one language in one trie over folded tokens; hyphens inside phrases are optional. A word that
 * is not found as it stands is looked up without its accents, so that upper-case and accentless text is read too.
 */
public final class Lexicon {
    private final Map<String, Node> roots = new HashMap<>();
    /** The same phrases without accents, a fallback that never hides a word that is written so. */
    private final Map<String, Node> bareRoots = new HashMap<>();

    /** Every word of every phrase, for splitting off prefixes. */
    private final Set<String> words = new HashSet<>();

    private final Tokenizer tokenizer;

    Lexicon(Tokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    private static final class Node {
        final Map<String, Node> next = new HashMap<>(2);
        final Set<Sense> senses = new LinkedHashSet<>(2);
    }

    void add(String phrase, Sense sense) {
        List<String> forms = new ArrayList<>();
        for (Token t : tokenizer.tokens(phrase, new Span(0, phrase.length()))) if (!t.is("-")) forms.add(t.form());
        if (forms.isEmpty()) return;
        words.addAll(forms);
        put(roots, forms, sense);
        put(bareRoots, forms.stream().map(Fold::bare).toList(), sense);
    }

    /** Whether a folded word stands in any phrase. */
    boolean knows(String form) {
        return words.contains(form);
    }

    private static void put(Map<String, Node> trie, List<String> forms, Sense sense) {
        Map<String, Node> level = trie;
        Node node = null;
        for (String form : forms) {
            node = level.computeIfAbsent(form, f -> new Node());
            level = node.next;
        }
        if (node != null) node.senses.add(sense);
    }

    /** All phrases that start at token {@code from} and end before {@code limit}, longest first. */
    public List<Match> at(List<Token> tokens, int from, int limit) {
        List<Match> exact = walk(tokens, from, limit, false);
        return exact.isEmpty() ? walk(tokens, from, limit, true) : exact;
    }

    private List<Match> walk(List<Token> tokens, int from, int limit, boolean bare) {
        Optional<Node> node = step(bare ? bareRoots : roots, tokens.get(from), bare);
        if (node.isEmpty()) return List.of();
        List<Match> out = new ArrayList<>(2);
        int i = from + 1;
        while (true) {
            for (Sense s : node.get().senses) out.add(new Match(from, i, s));
            while (i < limit && tokens.get(i).is("-") && tokens.get(i).glued()) i++;
            if (i >= limit) break;
            node = step(node.get().next, tokens.get(i++), bare);
            if (node.isEmpty()) break;
        }
        Collections.reverse(out);
        return List.copyOf(out);
    }

    private static Optional<Node> step(Map<String, Node> level, Token token, boolean bare) {
        if (level.isEmpty()) return Optional.empty();
        return Optional.ofNullable(level.get(bare ? Fold.bare(token.form()) : token.form()));
    }
}
