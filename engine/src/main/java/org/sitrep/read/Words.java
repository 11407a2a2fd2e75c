package org.sitrep.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.Fold;

/**
 * A text as runs of letters and runs of digits, found in one pass. Marks are no words; they are seen in the gaps. An apostrophe
 * parts words, and every character of an unspaced script is a word of its own, so that phrases need no tokenizer per language.
 */
final class Words {
    private final String text;
    private int[] starts;
    private int[] ends;
    private Dictionary.Entry[] entries;
    /** The folded words, each made when first asked for. */
    private @Nullable String[] forms = {};

    private int size;

    private Words(String text) {
        this.text = text;
        int guess = text.length() / 5 + 8;
        this.starts = new int[guess];
        this.ends = new int[guess];
        this.entries = new Dictionary.Entry[guess];
    }

    static Words of(String text, Dictionary dictionary) {
        Words out = new Words(text);
        out.scan(dictionary);
        return out;
    }

    private void scan(Dictionary dictionary) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c) && !Character.isHighSurrogate(c)) {
                i++;
                continue;
            }
            int end = end(i, c);
            if (end > i) add(i, end, dictionary);
            i = Math.max(end, i + 1);
        }
    }

    private int end(int from, char first) {
        if (Character.isHighSurrogate(first)) return surrogate(from);
        if (unspaced(first)) return from + 1;
        boolean digit = Character.isDigit(first);
        int i = from + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean same = digit ? Character.isDigit(c) : Character.isLetter(c) && !unspaced(c) || mark(c);
            if (!same) return i;
            i++;
        }
        return i;
    }

    private int surrogate(int from) {
        if (from + 1 >= text.length() || !Character.isLetterOrDigit(text.codePointAt(from))) return from;
        return from + 2;
    }

    private static boolean mark(char c) {
        return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK || c == 0xAD;
    }

    private static boolean unspaced(char c) {
        return c >= 0xE00
                && (c < 0xF00 || c >= 0x3040 && c < 0x3100 || c >= 0x3400 && c < 0xA000 || c >= 0xF900 && c < 0xFB00);
    }

    private void add(int start, int end, Dictionary dictionary) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            entries = Arrays.copyOf(entries, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        entries[size++] = dictionary.find(text, start, end);
    }

    String text() {
        return text;
    }

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    /** Number of UTF-16 units. */
    int length(int i) {
        return ends[i] - starts[i];
    }

    /** What the vocabulary knows of the word. */
    Dictionary.Entry entry(int i) {
        return entries[i];
    }

    /** The folded word. */
    String form(int i) {
        if (entries[i] != Dictionary.UNKNOWN) return entries[i].form();
        if (forms.length < size) forms = Arrays.copyOf(forms, size);
        String known = forms[i];
        if (known != null) return known;
        String form = Fold.form(text.substring(starts[i], ends[i]));
        forms[i] = form;
        return form;
    }

    boolean digits(int i) {
        return Character.isDigit(text.charAt(starts[i]));
    }

    boolean capital(int i) {
        return Character.isUpperCase(text.charAt(starts[i]));
    }

    boolean lower(int i) {
        return Character.isLowerCase(text.charAt(starts[i]));
    }

    /** Whether all letters are capitals and there are at least two. */
    boolean upper(int i) {
        if (ends[i] - starts[i] < 2) return false;
        for (int k = starts[i]; k < ends[i]; k++) if (!Character.isUpperCase(text.charAt(k))) return false;
        return true;
    }

    /** The whole number written by the digits of word {@code i}; -1 for other words and for more than nine digits. */
    int number(int i) {
        if (i < 0 || i >= size || !digits(i) || ends[i] - starts[i] > 9) return -1;
        int out = 0;
        for (int k = starts[i]; k < ends[i]; k++) out = out * 10 + Character.digit(text.charAt(k), 10);
        return out;
    }

    /** Whether word {@code i} is a year of four digits. */
    boolean year(int i) {
        int n = ends[i] - starts[i] == 4 ? number(i) : -1;
        return n >= 1990 && n <= 2100;
    }

    /** The characters between word {@code i} and the next. */
    String gap(int i) {
        return text.substring(ends[i], i + 1 < size ? starts[i + 1] : text.length());
    }

    /** Whether nothing but one space stands between word {@code i} and the next. */
    boolean spaced(int i) {
        return i + 1 < size && starts[i + 1] == ends[i] + 1 && text.charAt(ends[i]) == ' ';
    }

    /** Index of the first word that starts at or after {@code offset}. */
    int from(int offset) {
        int found = Arrays.binarySearch(starts, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }
}
