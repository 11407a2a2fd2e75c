package org.sitrep.relate;

import java.util.HashMap;
import java.util.HashSet;
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
 * What a page is about, in the words of its own language, as a vector of length one. No statistics of any corpus: names and numbers
 * weigh most, words of the language's pack (what happens to people in any news) least, function words nothing.
 *
 * @param weights by word, cut to its first letters so that endings do not part it
 */
record Gist(String page, Map<String, Double> weights) {
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

    /** Reads gists with each language's function words loaded once. For one thread. */
    static final class Reader {
        private final Packs packs;
        private final Map<String, Set<String>> functions = new HashMap<>();

        Reader(Packs packs) {
            this.packs = packs;
        }

        Gist read(Article article) {
            Counts counts = new Counts();
            for (Passage p : article.passages()) {
                boolean own = p.role() == Passage.Role.HEADLINE
                        || p.role() == Passage.Role.BODY
                        || p.role() == Passage.Role.QUOTED
                        || p.role() == Passage.Role.CAPTION;
                Optional<Pack> pack = packs.pack(p.language());
                if (own && pack.isPresent())
                    counts.read(pack.get().text(article.text(), p.span()), functions(pack.get()));
            }
            return new Gist(article.page(), counts.weights());
        }

        private Set<String> functions(Pack pack) {
            return functions.computeIfAbsent(pack.language(), l -> {
                Set<String> out = new HashSet<>(Calendar.names(l));
                for (String w : pack.settings().at("function_words").texts()) out.add(Fold.bare(Fold.form(w)));
                return out;
            });
        }
    }

    /** How often each word stands there, and how. */
    private static final class Counts {
        private final Map<String, double[]> words = new TreeMap<>();
        private int seen;

        void read(Text text, Set<String> functions) {
            for (Text.Sentence s : text.sentences())
                for (int i = s.from(); i < s.to(); i++) {
                    Token t = text.token(i);
                    if (!t.word() && !t.number()) continue;
                    seen++;
                    String form = Fold.bare(t.form());
                    if (functions.contains(form) || !t.number() && form.length() < SHORTEST) continue;
                    String key = t.number() ? "#" + form : form.substring(0, Math.min(STEM, form.length()));
                    double[] c = words.computeIfAbsent(key, k -> new double[4]);
                    double n = seen <= LEAD ? LEADING : 1;
                    c[0] += n;
                    if (t.capital() && i > s.from()) c[1] += n;
                    if (!text.matches().get(i).isEmpty()) c[2] += n;
                    c[3] = Math.max(c[3], form.length());
                }
        }

        Map<String, Double> weights() {
            Map<String, Double> out = new TreeMap<>();
            double sum = 0;
            for (Map.Entry<String, double[]> e : words.entrySet()) {
                double w = (1 + Math.log(e.getValue()[0])) * weight(e.getKey(), e.getValue());
                out.put(e.getKey(), w);
                sum += w * w;
            }
            double length = Math.sqrt(sum);
            out.replaceAll((k, w) -> w / length);
            return out;
        }

        private static double weight(String key, double[] c) {
            if (key.startsWith("#")) return key.length() > 2 ? NUMBER : DIGIT;
            if (2 * c[1] >= c[0]) return NAME;
            return 2 * c[2] >= c[0] ? KNOWN : Math.min(LONGEST, c[3] / LETTERS);
        }
    }

    /** The cosine of the angle between the two. */
    double like(Gist other) {
        Map<String, Double> small = weights.size() <= other.weights.size() ? weights : other.weights;
        Map<String, Double> large = small == weights ? other.weights : weights;
        double sum = 0;
        for (Map.Entry<String, Double> e : small.entrySet()) {
            Double w = large.get(e.getKey());
            if (w != null) sum += w * e.getValue();
        }
        return sum;
    }
}
