package org.sitrep.extract.times;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.Data;

/**
 * A rule's {@code means}: an operation with named arguments ({@code date month=$m day=$d}), each a slot, a number, a word or an
 * operation in brackets.
 */
final class Template {
    private static final Map<String, Set<String>> OPERATIONS = operations();

    private final String operation;
    private final Map<String, Argument> arguments;

    private sealed interface Argument {}

    private record Slot(String name) implements Argument {}

    private record Constant(Meaning value) implements Argument {}

    private record Nested(Template template) implements Argument {}

    private Template(String operation, Map<String, Argument> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    private static Map<String, Set<String>> operations() {
        Map<String, Set<String>> out = new HashMap<>();
        out.put("date", Makers.DATE_KEYS);
        out.put("shift", Set.of("by", "n", "unit", "sign", "from", "after"));
        out.put("length", Set.of("of", "n", "unit", "plus", "half"));
        out.put("every", Set.of("of"));
        out.put("past", Set.of());
        out.put("present", Set.of());
        out.put("future", Set.of());
        out.put("part", Set.of("edge", "of"));
        out.put("pair", Set.of("first", "second", "through"));
        out.put("number", Set.of("of", "plus", "times"));
        out.put("same", Set.of("of"));
        return out;
    }

    /** @throws org.sitrep.language.PackError where it names an operation, an argument or a slot that is not there */
    static Template parse(Data where, String text, Set<String> slots) {
        List<String> words = words(where, text);
        Set<String> known = OPERATIONS.get(words.getFirst());
        if (known == null)
            throw where.error("no operation \"" + words.getFirst() + "\"; there are "
                    + new java.util.TreeSet<>(OPERATIONS.keySet()));
        Map<String, Argument> arguments = new LinkedHashMap<>();
        for (String word : words.subList(1, words.size())) {
            int eq = word.indexOf('=');
            if (eq < 0 || !known.contains(word.substring(0, eq)))
                throw where.error(
                        words.getFirst() + " takes " + new java.util.TreeSet<>(known) + ", not \"" + word + "\"");
            arguments.put(word.substring(0, eq), argument(where, word.substring(eq + 1), slots));
        }
        return new Template(words.getFirst(), arguments);
    }

    private static Argument argument(Data where, String value, Set<String> slots) {
        if (value.startsWith("(")) return new Nested(parse(where, value.substring(1, value.length() - 1), slots));
        if (value.startsWith("$")) {
            if (!slots.contains(value.substring(1))) throw where.error("no slot " + value + " in the pattern");
            return new Slot(value.substring(1));
        }
        boolean digits = value.chars().allMatch(c -> Character.isDigit(c) || c == '-' || c == '.');
        return new Constant(digits ? new Meaning.Num(Double.parseDouble(value)) : new Meaning.Word(value));
    }

    private static List<String> words(Data where, String text) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (c == '(') depth++;
            if (c == ')') depth--;
            if (c != ' ' || depth != 0) continue;
            if (i > from) out.add(text.substring(from, i));
            from = i + 1;
        }
        if (depth != 0 || out.isEmpty()) throw where.error("brackets do not close in \"" + text + "\"");
        return out;
    }

    /** The meaning of a match; empty where the values make no time (31 February). */
    Optional<Meaning> make(@Nullable Bound bound, int from, int to) {
        if (operation.equals("pair")) return pair(bound, from, to);
        Map<String, Meaning> values = new HashMap<>();
        for (Map.Entry<String, Argument> e : arguments.entrySet()) {
            Optional<Meaning> value = value(e.getValue(), bound, from, to);
            if (value.isEmpty() && e.getValue() instanceof Nested) return Optional.empty();
            value.ifPresent(v -> values.put(e.getKey(), v));
        }
        return Makers.make(operation, values);
    }

    private static Optional<Meaning> value(Argument argument, @Nullable Bound bound, int from, int to) {
        return switch (argument) {
            case Constant c -> Optional.of(c.value());
            case Slot s -> Bound.find(bound, s.name()).map(Bound::value);
            case Nested n -> n.template().make(bound, from, to);
        };
    }

    /** Each half of a pair owns the tokens of the slots that the other does not use; what it is only {@code like} is not its own. */
    private Optional<Meaning> pair(@Nullable Bound bound, int from, int to) {
        Argument one = Objects.requireNonNull(arguments.get("first"));
        Argument other = Objects.requireNonNull(arguments.get("second"));
        Optional<Meaning> first = value(one, bound, from, to);
        Optional<Meaning> second = value(other, bound, from, to);
        if (first.isEmpty() || second.isEmpty()) return Optional.empty();
        Set<String> shared = new java.util.HashSet<>(slots(one));
        shared.retainAll(slots(other));
        int end = from;
        int start = to;
        for (Bound b = bound; b != null; b = b.rest()) {
            if (b.from() < from || b.to() > to || shared.contains(b.name())) continue;
            if (slots(one).contains(b.name())) end = Math.max(end, b.to());
            if (slots(other).contains(b.name())) start = Math.min(start, b.from());
        }
        if (from >= Math.min(end, start) || Math.max(start, end) >= to) return Optional.empty();
        return Optional.of(new Meaning.Pair(
                first.get(),
                from,
                Math.min(end, start),
                second.get(),
                Math.max(start, end),
                to,
                arguments.containsKey("through")));
    }

    private static Set<String> slots(Argument argument) {
        return switch (argument) {
            case Constant c -> Set.of();
            case Slot s -> Set.of(s.name());
            case Nested n -> {
                Set<String> out = new java.util.HashSet<>();
                n.template().arguments.forEach((key, a) -> {
                    if (!key.equals("like")) out.addAll(slots(a));
                });
                yield out;
            }
        };
    }
}
