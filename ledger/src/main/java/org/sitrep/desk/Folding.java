package org.sitrep.desk;

import java.text.Normalizer;
import java.util.ArrayList;
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

    /**
     * The words of {@code text} as an index holds them, folded: those of scripts that part no words letter by letter, so that any part of a
     * phrase is found.
     */
    public static List<String> terms(String text) {
        List<String> out = new ArrayList<>();
        for (String word : words(text)) {
            StringBuilder rest = new StringBuilder();
            for (int c : word.codePoints().toArray()) {
                if (unparted(c)) {
                    if (!rest.isEmpty()) out.add(rest.toString());
                    rest.setLength(0);
                    out.add(Character.toString(c));
                } else rest.appendCodePoint(c);
            }
            if (!rest.isEmpty()) out.add(rest.toString());
        }
        return out;
    }

    /** Whether a letter belongs to a script that writes no blanks between words. */
    private static boolean unparted(int c) {
        if (c < 0x0E00) return false;
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    /** The words of {@code text}, folded. */
    public static List<String> words(String text) {
        return Stream.of(of(text).split("[^\\p{L}\\p{N}]+"))
                .filter(w -> !w.isEmpty())
                .toList();
    }
}
