package org.sitrep.relate;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.relate.NameTable.Word;

/** Acronyms that pages explain themselves, as "Name of Something (NOS)"; they hold within one crisis only. */
public final class Acronyms {
    public static final Acronyms NONE = new Acronyms(Map.of());
    private static final int LONGEST = 8;

    private final Map<String, String> names;

    private Acronyms(Map<String, String> names) {
        this.names = names;
    }

    /** Reads every explanation of what {@code table} does not know in the texts; of two explanations of one acronym the one that comes first in the alphabet holds. */
    public static Acronyms learn(List<String> texts, NameTable table) {
        Map<String, String> out = new TreeMap<>();
        for (String text : texts) {
            for (int open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
                int close = text.indexOf(')', open);
                if (close > open && close - open <= LONGEST + 2)
                    explained(text, open, text.substring(open + 1, close).strip(), out);
            }
        }
        out.keySet().removeIf(a -> table.at(NameTable.words(a), 0).isPresent());
        return new Acronyms(Map.copyOf(out));
    }

    private static void explained(String text, int open, String acronym, Map<String, String> out) {
        boolean upper = acronym.length() >= 2
                && acronym.chars().allMatch(Character::isLetter)
                && acronym.equals(acronym.toUpperCase(Locale.ROOT));
        if (!upper) return;
        List<Word> before = NameTable.words(text.substring(Math.max(0, open - 120), open));
        initials(before, acronym).ifPresent(name -> out.merge(acronym, name, (a, b) -> a.compareTo(b) <= 0 ? a : b));
    }

    /** The shortest run of words at the end whose capital initials spell the acronym. */
    private static Optional<String> initials(List<Word> words, String acronym) {
        int letter = acronym.length() - 1;
        for (int i = words.size() - 1; i >= 0 && words.size() - i <= 2 * LONGEST; i--) {
            Word w = words.get(i);
            if (!w.capital()) continue;
            if (Character.toUpperCase(w.text().charAt(0)) != acronym.charAt(letter)) return Optional.empty();
            if (--letter < 0)
                return Optional.of(String.join(
                        " ",
                        words.subList(i, words.size()).stream()
                                .map(Word::folded)
                                .toList()));
        }
        return Optional.empty();
    }

    /** The key of the body that the words name by a learnt acronym or by its explained name. */
    Optional<String> key(List<Word> words) {
        for (Word w : words) if (names.containsKey(w.text())) return Optional.of("name:" + names.get(w.text()));
        String all = " " + String.join(" ", words.stream().map(Word::folded).toList()) + " ";
        return names.values().stream()
                .filter(n -> all.contains(" " + n + " "))
                .min(String::compareTo)
                .map(n -> "name:" + n);
    }

    /** Whether the word is a learnt acronym. */
    boolean explains(Word word) {
        return names.containsKey(word.text());
    }
}
