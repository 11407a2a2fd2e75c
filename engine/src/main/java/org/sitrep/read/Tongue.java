package org.sitrep.read;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Names the language of a stretch of words by its script and its function words. */
final class Tongue {
    static final String UNKNOWN = "und";
    private static final int LEAST = 2;
    private final Vocabulary vocabulary;
    private final Words words;

    Tongue(Vocabulary vocabulary, Words words) {
        this.vocabulary = vocabulary;
        this.words = words;
    }

    /** The language of words {@code from} to {@code to}; {@code prior} where they do not tell. */
    String of(int from, int to, String prior) {
        double[] score = scores(from, to);
        int best = best(score);
        if (best < 0 || score[best] < LEAST) return script(from, to).orElse(prior);
        int known = vocabulary.languages().indexOf(prior);
        boolean clear = known < 0 || score[best] > score[known] * 1.3 + 1;
        return clear ? vocabulary.languages().get(best) : prior;
    }

    /** Function words of {@code language} among words {@code from} to {@code to}. */
    int functionWords(int from, int to, String language) {
        int at = vocabulary.languages().indexOf(language);
        if (at < 0) return 0;
        int out = 0;
        for (int i = from; i < to; i++) if ((words.entry(i).languages() >> at & 1) != 0) out++;
        return out;
    }

    /** Whether a text that ends with word {@code last} was cut there: at a function word, or behind a single letter. */
    boolean unfinished(int last, String language) {
        return functionWords(last, last + 1, language) > 0
                || words.end(last) - words.start(last) == 1 && !words.digits(last);
    }

    private double[] scores(int from, int to) {
        double[] score = new double[vocabulary.languages().size()];
        for (int i = from; i < to; i++) {
            long of = words.entry(i).languages();
            if (of == 0) continue;
            double share = 1.0 / Math.sqrt(Long.bitCount(of));
            for (long rest = of; rest != 0; rest &= rest - 1) score[Long.numberOfTrailingZeros(rest)] += share;
        }
        return score;
    }

    private static int best(double[] score) {
        int best = -1;
        for (int i = 0; i < score.length; i++) if (score[i] > 0 && (best < 0 || score[i] > score[best])) best = i;
        return best;
    }

    /** The language that the script of most letters stands for; of two in one text the rarer (Japanese mixes kana with Han). */
    private Optional<String> script(int from, int to) {
        Map<String, Integer> count = new TreeMap<>();
        for (int i = from; i < to; i++) {
            Character.UnicodeScript script =
                    Character.UnicodeScript.of(words.text().codePointAt(words.start(i)));
            vocabulary.languageOf(script).ifPresent(l -> count.merge(l, 1, Integer::sum));
        }
        int total = count.values().stream().mapToInt(Integer::intValue).sum();
        if (total * 2 < to - from || total == 0) return Optional.empty();
        return count.entrySet().stream()
                .filter(e -> e.getValue() * 5 >= total)
                .min(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }
}
