package org.sitrep.relate;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.relate.NameTable.Found;
import org.sitrep.relate.NameTable.Word;

/**
 * For whom a person speaks, where a page says so beside the name: "Ms X of the prosecutor's office", "X, du parquet". Elsewhere the
 * same person may stand without it, and the office without the person; the two are one speaker.
 */
public final class Affiliations {
    /** Words between the name and the office: a comma's worth and a genitive. */
    private static final int BETWEEN = 2;
    /** Words of one family and given name. */
    private static final int NAME = 3;

    private Affiliations() {}

    /** The words from the person's name to the end of the office, each once, as {@link Actors} reads them. */
    public static Set<String> of(List<String> texts, NameTable names) {
        Set<String> out = new TreeSet<>();
        for (String text : texts) {
            List<Word> words = NameTable.words(text);
            for (int i = 1; i < words.size(); i++) told(text, words, i, names).ifPresent(out::add);
        }
        return out;
    }

    /** @param i a word that may begin the genitive behind a name */
    private static Optional<String> told(String text, List<Word> words, int i, NameTable names) {
        if (words.get(i).capital() || !words.get(i - 1).capital()) return Optional.empty();
        Optional<Found> link =
                names.at(words, i).filter(f -> f.entry().category().equals("affiliation"));
        if (link.isEmpty() || link.get().to() - i > BETWEEN || link.get().to() >= words.size()) return Optional.empty();
        Optional<Found> office = names.at(words, link.get().to());
        boolean body = office.filter(f -> f.entry().category().equals("office")
                        || f.entry().category().equals("organisation"))
                .isPresent();
        if (!body || !close(text, words.get(i - 1), words.get(i))) return Optional.empty();
        int from = i - 1;
        while (from > 0
                && i - from < NAME
                && words.get(from - 1).capital()
                && names.at(words, from - 1).isEmpty()
                && close(text, words.get(from - 1), words.get(from))) from--;
        // A single capitalised word may be a town or the month.
        if (i - from < 2
                || names.at(words, from).isPresent()
                || names.at(words, i - 1).isPresent()) return Optional.empty();
        Word last = words.get(office.get().to() - 1);
        return Optional.of(text.substring(
                words.get(from).start(), last.start() + last.text().length()));
    }

    /** Whether nothing but a space, or a comma and a space, stands between. */
    private static boolean close(String text, Word a, Word b) {
        String between = text.substring(a.start() + a.text().length(), b.start());
        return between.equals(" ") || between.equals(", ");
    }
}
