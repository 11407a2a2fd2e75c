package org.sitrep.relate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people decided across claims: which spellings are one actor or several, which claims are one statement. They hold against
 * whatever is inferred.
 *
 * @param spellings oldest first; of two that oppose each other on the same spellings the later holds
 */
public record Rulings(List<Spellings> spellings, List<Same> same) {
    /** Nobody decided anything. */
    public static final Rulings NONE = new Rulings(List.of(), List.of());

    /**
     * Spellings that stand for one actor or for as many as there are spellings.
     *
     * @param scope key of a page in whose crisis this holds; empty: in every crisis
     * @param forms at least two, the one by which the actor is to be called first
     */
    public record Spellings(Optional<String> scope, List<String> forms, boolean one) {
        public Spellings {
            forms = List.copyOf(forms);
        }
    }

    /** Two claims, by their ids, that carry one statement. */
    public record Same(String claim, String other) {}

    public Rulings {
        spellings = List.copyOf(spellings);
        same = List.copyOf(same);
    }

    /** What of it holds in the crisis of {@code pages}, without what a later decision takes back. */
    public Rulings within(Set<String> pages) {
        List<Spellings> out = new ArrayList<>();
        for (Spellings s : spellings.reversed())
            if (s.scope().filter(p -> !pages.contains(p)).isEmpty()
                    && out.stream().noneMatch(later -> opposed(later, s))) out.add(s);
        return new Rulings(out.reversed(), same);
    }

    /** The spellings that people took for one actor. */
    List<List<String>> joined() {
        return forms(true);
    }

    /** The spellings that people held apart. */
    List<List<String>> parted() {
        return forms(false);
    }

    private List<List<String>> forms(boolean one) {
        return spellings.stream()
                .filter(s -> s.one() == one)
                .map(Spellings::forms)
                .toList();
    }

    private static boolean opposed(Spellings later, Spellings earlier) {
        if (later.one() == earlier.one()) return false;
        Set<String> both = folded(later);
        both.retainAll(folded(earlier));
        return both.size() > 1;
    }

    private static Set<String> folded(Spellings s) {
        Set<String> out = new HashSet<>();
        for (String form : s.forms()) out.add(folded(form));
        return out;
    }

    /** A spelling without case and marks, its words joined by one space. */
    static String folded(String form) {
        return String.join(
                " ", NameTable.words(form).stream().map(NameTable.Word::folded).toList());
    }

    /** The longest of {@code forms} that stands, word for word, in {@code words}. */
    static Optional<String> form(List<String> forms, String words) {
        String all = " " + folded(words) + " ";
        Optional<String> best = Optional.empty();
        for (String form : new TreeSet<>(forms)) {
            boolean longer = best.isEmpty() || best.get().length() < form.length();
            if (longer && all.contains(" " + folded(form) + " ")) best = Optional.of(form);
        }
        return best;
    }
}
