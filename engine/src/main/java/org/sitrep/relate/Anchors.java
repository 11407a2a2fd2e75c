package org.sitrep.relate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;

/**
 * What a translator leaves as it is, in the order of the text: numbers in digits, names that the name table knows in many languages,
 * and the sound of other names.
 *
 * @param marks one hash for each, in text order
 * @param weights what each says, as long as {@code marks}: a telling number most
 * @param weight the sum of {@code weights}
 * @param day number of the day it was published; {@link Long#MIN_VALUE} where it is not known
 */
record Anchors(String page, String language, long[] marks, double[] weights, double weight, long day) {
    /** A number that two writers would hardly hit upon: from here on, not round and no year. */
    private static final long SMALL = 20;

    private static final long FIRST_YEAR = 1900;
    private static final long LAST_YEAR = 2100;
    private static final double TELLING = 3;
    private static final double PLAIN = 1;
    /** Digits between which a mark or a space groups thousands. */
    private static final int GROUP = 3;

    private static final int LONGEST_NUMBER = 9;
    private static final int SHORTEST_NAME = 4;
    /** A longer page is compared by its beginning. */
    private static final int MOST = 400;

    static Anchors of(Article article, NameTable names) {
        Builder b = new Builder(names);
        for (Passage p : article.passages())
            if (own(p.role())) b.read(p.span().of(article.text()), Calendar.names(p.language()));
        return b.anchors(article);
    }

    private static boolean own(Passage.Role role) {
        return switch (role) {
            case HEADLINE, BODY, QUOTED, CAPTION -> true;
            case TEASER, COMMENT, CHROME -> false;
        };
    }

    boolean dated() {
        return day != Long.MIN_VALUE;
    }

    /** Whether the two can have this share of their marks in common at all: a page cannot hold more than it holds. */
    boolean mayShare(Anchors other, double share) {
        return 2 * Math.min(weight, other.weight) >= share * (weight + other.weight);
    }

    /** The weight of the heaviest sequence of marks that stands in both in this order. */
    double common(Anchors other) {
        double[] row = new double[other.marks.length + 1];
        for (int i = 0; i < marks.length; i++) {
            double diagonal = 0;
            for (int j = 0; j < other.marks.length; j++) {
                double up = row[j + 1];
                row[j + 1] = marks[i] == other.marks[j] ? diagonal + weights[i] : Math.max(up, row[j]);
                diagonal = up;
            }
        }
        return row[other.marks.length];
    }

    private static final class Builder {
        private final NameTable names;
        private final List<Long> marks = new ArrayList<>();
        private final List<Double> weights = new ArrayList<>();

        Builder(NameTable names) {
            this.names = names;
        }

        void read(String text, Set<String> calendar) {
            List<NameTable.Word> words = NameTable.words(text);
            for (int i = 0; i < words.size() && marks.size() < MOST; ) {
                int digits = number(words, i, text);
                Optional<NameTable.Found> found = digits > 0 ? Optional.empty() : names.at(words, i);
                if (digits > 0) number(words.subList(i, i + digits));
                else if (found.isPresent())
                    add(found.get().entry().category() + ":"
                            + found.get().entry().id());
                else name(words.get(i), calendar);
                i += digits > 0 ? digits : found.map(NameTable.Found::to).orElse(i + 1) - i;
            }
        }

        /** How many words from {@code i} on are one number in digits; 0 where none stands there. */
        private static int number(List<NameTable.Word> words, int i, String text) {
            if (!digits(words.get(i))) return 0;
            int n = 1;
            while (i + n < words.size() && groups(words.get(i + n - 1), words.get(i + n), text)) n++;
            return n;
        }

        private static boolean digits(NameTable.Word w) {
            return w.text().length() <= LONGEST_NUMBER && w.text().chars().allMatch(Character::isDigit);
        }

        private static boolean groups(NameTable.Word a, NameTable.Word b, String text) {
            int gap = a.start() + a.text().length();
            return a.text().length() <= GROUP
                    && b.text().length() == GROUP
                    && digits(b)
                    && b.start() == gap + 1
                    && ".,'\u2019\u066c \u00a0\u202f".indexOf(text.charAt(gap)) >= 0;
        }

        private void number(List<NameTable.Word> parts) {
            long value = 0;
            for (NameTable.Word w : parts)
                for (int i = 0; i < w.text().length(); i++)
                    value = value * 10 + Character.digit(w.text().charAt(i), 10);
            boolean year = parts.size() == 1 && value >= FIRST_YEAR && value <= LAST_YEAR;
            boolean tells = value >= SMALL && value % 10 != 0 && !year;
            marks.add(value);
            weights.add(tells ? TELLING : PLAIN);
        }

        private void name(NameTable.Word w, Set<String> calendar) {
            if (w.capital() && w.text().length() >= SHORTEST_NAME && !calendar.contains(w.folded()))
                NameKey.of(w.text()).stream().findFirst().ifPresent(key -> add("sound:" + key));
        }

        private void add(String mark) {
            marks.add((long) mark.hashCode() << Integer.SIZE);
            weights.add(PLAIN);
        }

        Anchors anchors(Article article) {
            return new Anchors(
                    article.page(),
                    article.language(),
                    marks.stream().mapToLong(Long::longValue).toArray(),
                    weights.stream().mapToDouble(Double::doubleValue).toArray(),
                    weights.stream().mapToDouble(Double::doubleValue).sum(),
                    article.published()
                            .flatMap(p -> p.date().first())
                            .map(LocalDate::toEpochDay)
                            .orElse(Long.MIN_VALUE));
        }
    }
}
