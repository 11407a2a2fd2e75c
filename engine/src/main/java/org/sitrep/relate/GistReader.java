package org.sitrep.relate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.language.Fold;
import org.sitrep.language.Pack;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;

/**
 * Weighs the words of pages: names and numbers most, words of the language's pack (what happens to people in any news) least, function
 * words nothing. Each language's function words are loaded once. For one thread.
 */
final class GistReader {
    private static final int STEM = 7;
    private static final int SHORTEST = 3;
    /** Words of a story's opening, which tells what it is about. */
    private static final int LEAD = 60;

    private static final double LEADING = 2;
    private static final double NAME = 2.2;
    private static final double NUMBER = 1.5;
    private static final double DIGIT = 0.7;
    private static final double KNOWN = 0.5;
    /** A longer word says more; one of twelve letters twice as much as one of six. */
    private static final double LETTERS = 6;

    private static final double LONGEST = 2;

    private final Packs packs;
    private final Map<String, Set<String>> functions = new HashMap<>();

    GistReader(Packs packs) {
        this.packs = packs;
    }

    /** What its own text is about; of menus, teasers and comments nothing. */
    Gist read(Article article) {
        Counts counts = new Counts();
        for (Passage p : article.passages()) {
            boolean own = p.role() == Passage.Role.HEADLINE
                    || p.role() == Passage.Role.BODY
                    || p.role() == Passage.Role.QUOTED
                    || p.role() == Passage.Role.CAPTION;
            Optional<Pack> pack = packs.pack(p.language());
            if (own && pack.isPresent()) counts.read(pack.get().text(article.text(), p.span()), functions(pack.get()));
        }
        return new Gist(article.page(), counts.weights(), counts.numbers());
    }

    private Set<String> functions(Pack pack) {
        return functions.computeIfAbsent(pack.language(), l -> {
            Set<String> out = new HashSet<>(Calendar.names(l));
            for (String w : pack.settings().at("function_words").texts()) out.add(Fold.bare(Fold.form(w)));
            return out;
        });
    }

    /** How often a word stands there, and how; openings count more. */
    private static final class Count {
        private double all;
        private double capital;
        private double known;
        private int longest;
    }

    private static final class Counts {
        private final Map<String, Count> words = new TreeMap<>();
        private final Map<String, Double> digits = new TreeMap<>();
        private int seen;

        void read(Text text, Set<String> functions) {
            for (Text.Sentence s : text.sentences())
                for (int i = s.from(); i < s.to(); i++) {
                    Token t = text.token(i);
                    if (t.number()) {
                        Numeral n = Numeral.at(text, i, s.to());
                        digits.merge(n.digits(), next(), Double::sum);
                        i = n.to() - 1;
                    } else if (t.word()) word(text, i, t.capital() && i > s.from(), functions);
                }
        }

        /** What one more word counts. */
        private double next() {
            seen++;
            return seen <= LEAD ? LEADING : 1;
        }

        private void word(Text text, int i, boolean capital, Set<String> functions) {
            double n = next();
            String form = Fold.bare(text.token(i).form());
            if (functions.contains(form) || form.length() < SHORTEST) return;
            Count c = words.computeIfAbsent(form.substring(0, Math.min(STEM, form.length())), k -> new Count());
            c.all += n;
            if (capital) c.capital += n;
            if (!text.matches().get(i).isEmpty()) c.known += n;
            c.longest = Math.max(c.longest, form.length());
        }

        /** One digit is in every text. */
        private static boolean telling(String digits) {
            return digits.length() > 1;
        }

        List<String> numbers() {
            return digits.keySet().stream().filter(Counts::telling).toList();
        }

        Map<String, Double> weights() {
            Map<String, Double> out = new TreeMap<>();
            words.forEach((word, c) -> out.put(word, (1 + Math.log(c.all)) * weight(c)));
            digits.forEach((n, times) -> out.put("#" + n, (1 + Math.log(times)) * (telling(n) ? NUMBER : DIGIT)));
            double sum = 0;
            for (double w : out.values()) sum += w * w;
            double length = Math.sqrt(sum);
            out.replaceAll((k, w) -> w / length);
            return out;
        }

        private static double weight(Count c) {
            if (2 * c.capital >= c.all) return NAME;
            return 2 * c.known >= c.all ? KNOWN : Math.min(LONGEST, c.longest / LETTERS);
        }
    }
}
