package org.sitrep.extract.times;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.language.Categories;
import org.sitrep.language.Data;
import org.sitrep.language.Pack;
import org.sitrep.language.PackError;

/**
 * The time rules of one language, all their variants in one trie: {@code languages/<xx>/times/*.yaml}, then those that hold in
 * every language, {@code languages/times/*.yaml}. A file is a list of rules: {@code id}, {@code makes}, {@code find} (one
 * pattern or several, see {@link Pattern}), {@code means} (see {@link Template}), {@code inner}, {@code ahead}, {@code blocks}, {@code why},
 * {@code yes}, {@code no}.
 */
final class Grammar {
    private static final Set<String> KEYS =
            Set.of("id", "makes", "find", "means", "inner", "ahead", "blocks", "why", "yes", "no");
    private static final String NUMBER = "number";
    private static final String MARK = "mark";
    private static final String LOWER = "lower";

    /** Leaves 15 bits of a hash. */
    private static final int HASH_SHIFT = 17;

    /** A step that every rule takes that came so far. */
    static final class Node {
        final Map<String, Node> words = new HashMap<>(4);
        final Map<String, Node> glued = new HashMap<>(2);
        final Map<String, List<Edge>> lexicon = new HashMap<>(2);
        final Map<String, List<Edge>> rules = new HashMap<>(2);
        final List<Edge> digits = new ArrayList<>(0);
        final List<Edge> numbers = new ArrayList<>(0);
        final List<Edge> marks = new ArrayList<>(0);
        final List<Edge> lower = new ArrayList<>(0);
        final List<Rule> ends = new ArrayList<>(0);
        Optional<Node> start = Optional.empty();
        Optional<Node> stop = Optional.empty();

        private List<Edge> edges(Fill fill, String kind) {
            return switch (fill) {
                case LEXICON -> lexicon.computeIfAbsent(kind, k -> new ArrayList<>(1));
                case RULES -> rules.computeIfAbsent(kind, k -> new ArrayList<>(1));
                case RANGE -> digits;
                case NUMBER -> numbers;
                case MARK -> marks;
                case LOWER -> lower;
            };
        }
    }

    /** How a slot is filled. */
    enum Fill {
        LEXICON,
        RANGE,
        NUMBER,
        MARK,
        LOWER,
        RULES
    }

    /** A slot and what follows it. */
    record Edge(Pattern.Slot slot, Fill fill, int low, int high, int width, Node next) {}

    private final Pack pack;
    private final Node root = new Node();
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private Categories categories = Categories.of();
    private Categories opening = Categories.of();
    private final BitSet firstWords = new BitSet(1 << Integer.SIZE - HASH_SHIFT);
    private final Set<String> bare = new HashSet<>();
    private int rules;

    private Grammar(Pack pack) {
        this.pack = pack;
    }

    /** @throws PackError naming file and line where a rule is wrong */
    static Grammar load(Pack pack) {
        Grammar g = new Grammar(pack);
        List<Data> all = new ArrayList<>();
        for (Path file : files(pack)) all.addAll(Data.load(file).items());
        for (Data rule : all)
            if (!rule.at("makes").absent()) g.kinds.add(rule.at("makes").text());
        for (Data rule : all) g.add(rule);
        g.categories = Categories.of(g.asked);
        g.index();
        return g;
    }

    /** The rule files of a pack, its own first. */
    static List<Path> files(Pack pack) {
        List<Path> out = new ArrayList<>(Pack.files(pack.folder().resolve("times")));
        out.addAll(Pack.files(pack.folder().resolveSibling("times")));
        return out;
    }

    Node root() {
        return root;
    }

    /** Categories of the lexicon that a rule may begin with. */
    Categories opening() {
        return opening;
    }

    /** Whether a rule may begin with this word; some others pass as well. */
    boolean openingWord(String form) {
        return firstWords.get(form.hashCode() * 0x9E3779B9 >>> HASH_SHIFT);
    }

    /** What {@link #opening} and {@link #openingWord} answer from. */
    private void index() {
        Set<String> first = new HashSet<>(root.lexicon.keySet());
        if (!root.numbers.isEmpty()) first.add("number");
        opening = Categories.of(first);
        for (String word : root.words.keySet()) firstWords.set(word.hashCode() * 0x9E3779B9 >>> HASH_SHIFT);
        for (String word : root.glued.keySet()) firstWords.set(word.hashCode() * 0x9E3779B9 >>> HASH_SHIFT);
    }

    /** Words that alone are a whole expression. */
    Set<String> bare() {
        return bare;
    }

    /** Categories of the lexicon that some rule asks for. */
    Categories categories() {
        return categories;
    }

    private void add(Data data) {
        for (String key : data.keys())
            if (!KEYS.contains(key))
                throw data.at(key).error("a time rule has no \"" + key + "\"; it has " + new TreeSet<>(KEYS));
        Set<String> slots = new HashSet<>();
        Map<Data, List<List<Pattern.Step>>> all = new LinkedHashMap<>();
        for (Data find : data.at("find").items()) all.put(find, Pattern.variants(find, pack));
        for (List<List<Pattern.Step>> variants : all.values())
            for (List<Pattern.Step> v : variants)
                for (Pattern.Step s : v) if (s instanceof Pattern.Slot slot) slots.add(slot.name());
        Template template = Template.parse(data.at("means"), data.at("means").text(), slots);
        Rule rule = new Rule(
                data.at("id").text(),
                data.at("makes").text(),
                data.at("inner").flag(),
                data.at("ahead").flag(),
                data.at("blocks").flag(),
                template,
                rules++);
        all.forEach((find, variants) -> variants.forEach(v -> add(find, v, rule)));
    }

    private void add(Data where, List<Pattern.Step> steps, Rule rule) {
        Node node = root;
        boolean fixed = true;
        for (Pattern.Step step : steps) {
            fixed &= !(step instanceof Pattern.Slot);
            node = switch (step) {
                case Pattern.Word w -> (w.glued() ? node.glued : node.words).computeIfAbsent(w.form(), k -> new Node());
                case Pattern.Slot s -> edge(where, node, s).next();
                case Pattern.Bound b -> bound(node, b);
            };
        }
        if (fixed && steps.getFirst() instanceof Pattern.Word w) bare.add(w.form());
        if (!node.ends.contains(rule)) node.ends.add(rule);
    }

    /** Bounds are edges of their own, taken without a token. */
    private static Node bound(Node node, Pattern.Bound b) {
        if (b == Pattern.Bound.START) node.start = Optional.of(node.start.orElseGet(Node::new));
        else node.stop = Optional.of(node.stop.orElseGet(Node::new));
        return (b == Pattern.Bound.START ? node.start : node.stop).orElseThrow();
    }

    private Edge edge(Data where, Node node, Pattern.Slot slot) {
        Edge made = made(where, slot);
        List<Edge> beside = node.edges(made.fill(), slot.kind());
        for (Edge e : beside) if (e.slot().equals(slot)) return e;
        beside.add(made);
        return made;
    }

    private Edge made(Data where, Pattern.Slot slot) {
        int dots = slot.kind().indexOf("..");
        if (dots > 0) {
            String low = slot.kind().substring(0, dots);
            int width = low.length() > 1 && (low.startsWith("0") || low.length() == 4) ? low.length() : 0;
            return new Edge(
                    slot,
                    Fill.RANGE,
                    Integer.parseInt(low),
                    Integer.parseInt(slot.kind().substring(dots + 2)),
                    width,
                    new Node());
        }
        if (slot.kind().equals(NUMBER)) return new Edge(slot, Fill.NUMBER, 0, 0, 0, new Node());
        if (slot.kind().equals(MARK)) return new Edge(slot, Fill.MARK, 0, 0, 0, new Node());
        if (slot.kind().equals(LOWER)) return new Edge(slot, Fill.LOWER, 0, 0, 0, new Node());
        if (kinds.contains(slot.kind())) return new Edge(slot, Fill.RULES, 0, 0, 0, new Node());
        if (pack.spellings(slot.kind()).isEmpty()) return unknown(where, slot);
        asked.add(slot.kind());
        return new Edge(slot, Fill.LEXICON, 0, 0, 0, new Node());
    }

    /** A rule for every language may ask for words that one pack lacks: it then never matches; a pack's own rule may not. */
    private Edge unknown(Data where, Pattern.Slot slot) {
        if (where.where().startsWith(pack.folder().toString()))
            throw where.error("no rule makes {" + slot.kind() + "} and no words/*.yaml has such a category");
        return new Edge(slot, Fill.LEXICON, 0, 0, 0, new Node());
    }
}
