package org.sitrep.extract.times;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Sense;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * All readings of one sentence, made from right to left so that whatever follows the first word of a rule is there already. A
 * rule that begins with what another rule makes starts when that is found. Each start holds a bounded number of readings, so
 * the work grows with the sentence's length and no faster.
 */
final class Chart {
    private static final int MOST = 48;
    /** Marks that bind a number to what stands beside it. */
    private static final String JOINING = "-%/$€£";

    private static final Categories COUNTED = Categories.of("people", "thing", "modifier");

    /** A reading of the tokens {@code from} to before {@code to}. */
    record Item(Rule rule, int from, int to, Meaning meaning) {}

    private final Grammar grammar;
    private final Text text;
    private final int from;
    private final int to;
    private final BooleanSupplier ahead;
    private final List<List<Item>> at;
    private final List<Item> answers = new ArrayList<>();

    Chart(Grammar grammar, Text text, Text.Sentence sentence, BooleanSupplier ahead) {
        this.grammar = grammar;
        this.text = text;
        this.from = sentence.from();
        this.to = sentence.to();
        this.ahead = ahead;
        this.at = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) at.add(List.of());
    }

    /** Every reading that is an expression of its own, unordered. */
    List<Item> read() {
        for (int i = to - 1; i >= from; i--) {
            if (!begins(i)) continue;
            step(grammar.root(), i, new Walk(i, i, -1, null));
            for (int k = 0; k < at.get(i - from).size() && k < MOST; k++)
                begin(at.get(i - from).get(k));
        }
        return answers;
    }

    /** Whether some rule may begin at token {@code i}: at most tokens none does. */
    private boolean begins(int i) {
        Grammar.Node root = grammar.root();
        Token token = text.token(i);
        return token.number()
                || text.has(i, grammar.opening())
                || !root.marks.isEmpty() && token.kind() == Token.Kind.MARK
                || !root.lower.isEmpty() && token.word()
                || grammar.openingWord(token.form());
    }

    /** A match under way: where it began, where the expression itself starts and stops, and the slots. */
    private record Walk(
            int begin, int start, int stop, @Nullable Bound bound) {
        Walk bind(String name, Meaning value, int from, int to) {
            return new Walk(begin, start, stop, new Bound(name, value, from, to, bound));
        }
    }

    private void begin(Item item) {
        List<Grammar.Edge> edges = grammar.root().rules.get(item.rule().makes());
        if (edges == null) return;
        for (Grammar.Edge e : edges)
            walk(
                    e.next(),
                    item.to(),
                    new Walk(item.from(), item.from(), -1, null)
                            .bind(e.slot().name(), item.meaning(), item.from(), item.to()));
    }

    private void walk(Grammar.Node node, int i, Walk walk) {
        for (int r = 0; r < node.ends.size(); r++) complete(node.ends.get(r), i, walk);
        if (node.start.isPresent()) walk(node.start.get(), i, new Walk(walk.begin(), i, -1, walk.bound()));
        if (node.stop.isPresent()) walk(node.stop.get(), i, new Walk(walk.begin(), walk.start(), i, walk.bound()));
        if (i >= to) {
            if (walk.stop() >= 0) sentenceEnd(node, i, walk);
            return;
        }
        step(node, i, walk);
        Token token = text.token(i);
        if (i > walk.begin()
                && i + 1 < to
                && token.is("-")
                && token.glued()
                && text.token(i + 1).glued()) step(node, i + 1, walk);
    }

    /** Whatever may follow an expression, the end of the sentence may too. */
    private void sentenceEnd(Grammar.Node node, int i, Walk walk) {
        for (List<Grammar.Edge> edges : node.lexicon.values()) for (Grammar.Edge e : edges) walk(e.next(), i, walk);
        for (Grammar.Edge e : node.marks) walk(e.next(), i, walk);
        for (Grammar.Edge e : node.lower) walk(e.next(), i, walk);
    }

    private void step(Grammar.Node node, int i, Walk walk) {
        Token token = text.token(i);
        Grammar.Node next = node.words.isEmpty() ? null : node.words.get(token.form());
        if (next != null) walk(next, i + 1, walk);
        next = node.glued.isEmpty() || !token.glued() ? null : node.glued.get(token.form());
        if (next != null) walk(next, i + 1, walk);
        if (token.number()) for (int k = 0; k < node.digits.size(); k++) range(node.digits.get(k), i, token, walk);
        if (!node.numbers.isEmpty()) number(node, i, token, walk);
        if (!node.marks.isEmpty() && token.kind() == Token.Kind.MARK && JOINING.indexOf(token.form()) < 0)
            for (Grammar.Edge e : node.marks) walk(e.next(), i + 1, walk);
        if (!node.lower.isEmpty() && token.word() && !token.capital() && !text.has(i, COUNTED))
            for (Grammar.Edge e : node.lower) walk(e.next(), i + 1, walk);
        if (!node.lexicon.isEmpty() && text.has(i, grammar.categories())) lexicon(node, i, token, walk);
        if (!node.rules.isEmpty() && i > walk.begin()) made(node, i, token, walk);
    }

    private void number(Grammar.Node node, int i, Token token, Walk walk) {
        if (!token.number() && text.at(i, "number").isEmpty()) return;
        Optional<Numbers.Read> n = Numbers.at(text, i, to);
        if (n.isEmpty()) return;
        for (Grammar.Edge e : node.numbers)
            if (!e.slot().glued() || token.glued())
                walk(
                        e.next(),
                        n.get().to(),
                        walk.bind(
                                e.slot().name(),
                                new Meaning.Num(n.get().value()),
                                i,
                                n.get().to()));
    }

    private void made(Grammar.Node node, int i, Token token, Walk walk) {
        List<Item> items = at.get(i - from);
        for (int k = 0; k < items.size(); k++) {
            Item item = items.get(k);
            List<Grammar.Edge> edges = node.rules.get(item.rule().makes());
            if (edges == null) continue;
            for (Grammar.Edge e : edges)
                if (!e.slot().glued() || token.glued())
                    walk(e.next(), item.to(), walk.bind(e.slot().name(), item.meaning(), i, item.to()));
        }
    }

    private void range(Grammar.Edge e, int i, Token token, Walk walk) {
        if (e.slot().glued() && !token.glued()
                || token.form().length() > 4
                || e.width() > 0 && token.form().length() != e.width()) return;
        int n = Integer.parseInt(token.form());
        if (n >= e.low() && n <= e.high())
            walk(e.next(), i + 1, walk.bind(e.slot().name(), new Meaning.Num(n), i, i + 1));
    }

    private void lexicon(Grammar.Node node, int i, Token token, Walk walk) {
        List<Match> matches = text.matches().get(i);
        for (int k = 0; k < matches.size(); k++) {
            Match m = matches.get(k);
            if (!grammar.categories().has(m)) continue;
            List<Grammar.Edge> edges = node.lexicon.get(m.sense().category());
            if (edges == null || m.to() > to || !cased(m, i)) continue;
            for (Grammar.Edge e : edges)
                if (!e.slot().glued() || token.glued())
                    walk(e.next(), m.to(), walk.bind(e.slot().name(), value(m.sense()), i, m.to()));
        }
    }

    /** A form listed under {@code capital} is a word of time only with a capital that the start of a sentence does not explain. */
    private boolean cased(Match m, int i) {
        if (!m.sense().form().equals("capital") || text.shouting()) return true;
        return text.token(i).capital()
                && (i > from || i + 1 < to && text.token(i + 1).number());
    }

    private static Meaning value(Sense sense) {
        String id = sense.id();
        boolean digits = !id.isEmpty() && id.length() < 9 && id.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? new Meaning.Num(Integer.parseInt(id)) : new Meaning.Word(id);
    }

    private void complete(Rule rule, int end, Walk walk) {
        if (rule.ahead() && !ahead.getAsBoolean()) return;
        int stop = walk.stop() >= 0 ? walk.stop() : end;
        if (stop <= walk.start()) return;
        Optional<Meaning> made = rule.template().make(walk.bound(), walk.start(), stop);
        if (made.isEmpty()) return;
        Item item = new Item(rule, walk.start(), stop, made.get());
        if (!rule.inner()) answers.add(item);
        if (walk.start() == walk.begin() && stop == end) keep(item);
    }

    private void keep(Item item) {
        List<Item> here = at.get(item.from() - from);
        if (here.isEmpty()) at.set(item.from() - from, here = new ArrayList<>(4));
        if (here.size() >= MOST) return;
        for (Item other : here)
            if (other.to() == item.to()
                    && other.rule().makes().equals(item.rule().makes())
                    && other.meaning().equals(item.meaning())) return;
        here.add(item);
    }
}
