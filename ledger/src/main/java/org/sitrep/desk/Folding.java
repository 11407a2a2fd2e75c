package org.sitrep.desk;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Words as they are compared in a search: without case and marks. */
public final class Folding {
    private Folding() {}

    /** {@code text} without case and marks. */
    public static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /** The words of {@code text}, folded. */
    public static List<String> words(String text) {
        return Stream.of(of(text).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
