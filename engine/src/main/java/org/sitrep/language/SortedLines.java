package org.sitrep.language;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A UTF-8 text file whose lines are sorted by their bytes, searched in place: nothing becomes a string but the lines asked for. */
final class SortedLines {
    private final byte[] bytes;

    private SortedLines(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @throws PackError where the file cannot be read */
    static SortedLines load(Path file) {
        try {
            return new SortedLines(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new PackError(
                    file, 0, "cannot be read (" + e.getMessage() + "); languages/places/build.py writes it");
        }
    }

    /** Every line, in file order. */
    Stream<String> all() {
        return new String(bytes, StandardCharsets.UTF_8).lines();
    }

    /** All lines that are {@code word} followed by a tab or a space and anything more, in file order. */
    List<String> startingWith(String word) {
        byte[] wanted = word.getBytes(StandardCharsets.UTF_8);
        List<String> out = new ArrayList<>(0);
        for (int at = lowest(wanted); starts(at, wanted); at = next(at)) {
            byte after = bytes[at + wanted.length];
            if (after != '\t' && after != ' ') break;
            out.add(new String(bytes, at, next(at) - 1 - at, StandardCharsets.UTF_8));
        }
        return out;
    }

    private boolean starts(int at, byte[] wanted) {
        return at + wanted.length < bytes.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** Start of the first line that is not less than {@code wanted}. */
    private int lowest(byte[] wanted) {
        int low = 0;
        int high = bytes.length;
        while (low < high) {
            int line = start((low + high) >>> 1);
            int end = next(line);
            if (Arrays.compareUnsigned(bytes, line, end - 1, wanted, 0, wanted.length) < 0) low = end;
            else high = line;
        }
        return low;
    }

    private int start(int at) {
        while (at > 0 && bytes[at - 1] != '\n') at--;
        return at;
    }

    private int next(int at) {
        while (at < bytes.length && bytes[at] != '\n') at++;
        return Math.min(at + 1, bytes.length);
    }
}
