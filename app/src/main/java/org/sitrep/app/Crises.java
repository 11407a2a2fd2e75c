package org.sitrep.app;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sitrep.desk.Folding;
import org.sitrep.model.Article;
import org.sitrep.model.Situation;

/** Finds the crisis that a user means. */
final class Crises {
    private Crises() {}

    /** What a list says of one crisis. */
    record Line(int pages, String title, String crisis) {
        static Line of(Situation s) {
            return new Line(s.articles().size(), s.title(), s.crisis());
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT, "%5d %s  %s  (--about \"%s\")", pages, pages == 1 ? "page " : "pages", title, crisis);
        }
    }

    /** The lines, most pages first. */
    static List<String> list(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparingInt((Line l) -> -l.pages()).thenComparing(Line::crisis))
                .map(Line::toString)
                .toList();
    }

    /**
     * The crisis that {@code words} describe: by its id or that of one of its pages, else the one whose title, names and headlines hold
     * all the words most often.
     *
     * @throws Failure with the list of crises where none or several fit
     */
    static Situation about(List<Situation> situations, String words) {
        for (Situation s : situations) if (s.crisis().equals(words)) return s;
        for (Situation s : situations)
            if (s.articles().stream().anyMatch(a -> a.page().equals(words))) return s;
        List<String> wanted = Folding.words(words);
        TreeMap<Long, List<Situation>> byHits = situations.stream()
                .filter(s -> hits(s, wanted) > 0)
                .collect(Collectors.groupingBy(s -> hits(s, wanted), TreeMap::new, Collectors.toList()));
        Map.Entry<Long, List<Situation>> best = byHits.lastEntry();
        if (best != null && best.getValue().size() == 1) return best.getValue().getFirst();
        String problem = best == null ? "no crisis in these pages is about \u201c" : "several crises are about \u201c";
        throw choose(best == null ? situations : best.getValue(), problem + words + "\u201d");
    }

    /** What is said where a choice is needed. */
    static Failure choose(List<Situation> situations, String problem) {
        return new Failure(
                Failure.USAGE,
                problem + "; choose one with --about:\n"
                        + String.join(
                                "\n", list(situations.stream().map(Line::of).toList())));
    }

    private static long hits(Situation situation, List<String> wanted) {
        long least = Long.MAX_VALUE;
        for (String word : wanted)
            least = Math.min(
                    least,
                    texts(situation).filter(t -> Folding.of(t).contains(word)).count());
        return wanted.isEmpty() ? 0 : least;
    }

    private static Stream<String> texts(Situation situation) {
        Stream<String> headlines =
                situation.articles().stream().map(Article::title).flatMap(java.util.Optional::stream);
        Stream<String> names = situation.names().stream().map(Situation.Name::name);
        return Stream.of(Stream.of(situation.title(), situation.crisis()), names, headlines)
                .flatMap(s -> s);
    }
}
