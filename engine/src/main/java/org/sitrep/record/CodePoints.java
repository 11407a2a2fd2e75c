package org.sitrep.record;

import java.util.Arrays;

/** Converts UTF-16 offsets of one text to Unicode code points, which is what every record counts in. Built once for each text. */
public final class CodePoints {
    /** For texts that are not at hand: offsets stay as they are. */
    static final CodePoints NONE = new CodePoints("");

    /** Offsets of the second halves of surrogate pairs, ascending. */
    private final int[] seconds;

    public CodePoints(String text) {
        int[] found = new int[16];
        int count = 0;
        for (int i = 1; i < text.length(); i++) {
            if (!Character.isLowSurrogate(text.charAt(i)) || !Character.isHighSurrogate(text.charAt(i - 1))) continue;
            if (count == found.length) found = Arrays.copyOf(found, 2 * count);
            found[count++] = i;
        }
        seconds = Arrays.copyOf(found, count);
    }

    /** Code points before the UTF-16 offset {@code offset}; an offset inside a pair counts as the one after it. */
    public int at(int offset) {
        int below = Arrays.binarySearch(seconds, offset);
        return offset - (below < 0 ? -below - 1 : below);
    }
}
