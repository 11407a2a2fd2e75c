package org.sitrep.language;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What the endings of words say, looked up from the last letter on without cutting words apart. Immutable. */
public final class Endings<T> {
    /** Letters share a row; each row is short. */
    private static final int ROWS = 64;

    private record Ending<T>(String letters, T value) {}

    /** By the last letter, longest first. */
    private final List<List<Ending<T>>> rows;

    private final boolean none;

    /** @param values by ending, which has a letter at least */
    public Endings(Map<String, T> values) {
        List<Ending<T>> all = values.entrySet().stream()
                .map(e -> new Ending<>(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Ending<T> e) -> -e.letters().length())
                        .thenComparing(Ending::letters))
                .toList();
        this.none = all.isEmpty();
        this.rows = java.util.stream.IntStream.range(0, ROWS)
                .mapToObj(row -> List.copyOf(
                        all.stream().filter(e -> row(e.letters()) == row).toList()))
                .toList();
    }

    private static int row(String word) {
        return word.charAt(word.length() - 1) & ROWS - 1;
    }

    /** Whether no ending says anything. */
    public boolean isEmpty() {
        return none;
    }

    /**
     * What the longest known ending of {@code word} says.
     *
     * @param most letters of that ending
     * @param otherwise what is said where no ending is known
     */
    public T longest(String word, int most, T otherwise) {
        if (word.isEmpty()) return otherwise;
        List<Ending<T>> row = rows.get(row(word));
        for (int k = 0; k < row.size(); k++) {
            Ending<T> e = row.get(k);
            if (e.letters().length() <= most && word.endsWith(e.letters())) return e.value();
        }
        return otherwise;
    }
}
