package org.sitrep.extract.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.sitrep.language.PackError;
import org.sitrep.model.Claim;

/**
 * A line of a {@code figures/*.cases} table: a sentence and the figures that it tells.
 *
 * @param sentence what is read
 * @param wanted the figures in text order, each as the words that must be said of it, measure and amount first; empty for none
 */
record CaseLine(String sentence, List<List<String>> wanted) {
    private static final String ARROW = " => ";

    /** @throws PackError where the line has no arrow */
    static CaseLine parse(String line, java.nio.file.Path file, int number) {
        int at = line.lastIndexOf(ARROW);
        if (at < 0)
            throw new PackError(file, number, "a case is: sentence => measure amount; … (or - where nothing is told)");
        List<List<String>> wanted = new ArrayList<>();
        String right = line.substring(at + ARROW.length()).strip();
        if (!right.equals("-"))
            for (String figure : right.split(";"))
                wanted.add(List.of(figure.strip().split("\\s+")));
        return new CaseLine(line.substring(0, at), wanted);
    }

    /** Measure and amount of each wanted figure. */
    List<String> keys() {
        return wanted.stream()
                .map(w -> String.join(" ", w.subList(0, Math.min(2, w.size()))))
                .toList();
    }

    /** Whether the figures found are those wanted, in order, with all that is asked of each. */
    boolean holds(List<Claim.Figure> found) {
        if (found.size() != wanted.size()) return false;
        for (int i = 0; i < found.size(); i++)
            if (!List.of(words(found.get(i)).split(" ")).containsAll(wanted.get(i))) return false;
        return true;
    }

    /** Measure and amount of a figure. */
    static String key(Claim.Figure f) {
        return f.measure() + " " + f.amount().key();
    }

    /** All that a case may ask of a figure. */
    static String words(Claim.Figure f) {
        return key(f) + " " + f.amount().qualifier().name().toLowerCase(Locale.ROOT) + " " + f.who() + " "
                + f.status().name().toLowerCase(Locale.ROOT) + (f.increment() ? " +" : "")
                + (f.partOf().isPresent() ? " <" : "") + (f.common().background() ? " background" : "");
    }
}
