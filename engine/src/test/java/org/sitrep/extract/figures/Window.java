package org.sitrep.extract.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.extract.Sample;
import org.sitrep.extract.clauses.ClauseReader;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.model.Span;

/** The design not taken: a number belongs to the nearest trigger word within eight tokens. Kept so that decision 0001 can be measured again. */
final class Window {
    private static final int REACH = 8;
    private static final Map<String, String> MEASURES = Map.ofEntries(
            Map.entry("kill", "killed"),
            Map.entry("die", "killed"),
            Map.entry("dead", "killed"),
            Map.entry("death_toll", "killed"),
            Map.entry("toll", "killed"),
            Map.entry("wound", "injured"),
            Map.entry("injured", "injured"),
            Map.entry("arrest", "detained"),
            Map.entry("send", "deployed"),
            Map.entry("arrive", "deployed"),
            Map.entry("withdrawal", "deployed"),
            Map.entry("depart", "withdrawn"),
            Map.entry("casualty", "casualties"));

    private Window() {}

    /** Whether the window finds the figures of a case line in order. @param all whether also their hedge, people and standing, of which it knows the hedge only */
    static boolean holds(String language, String line, boolean all) {
        String[] parts = line.split(" => ", 2);
        List<List<String>> wanted = new ArrayList<>();
        if (!parts[1].strip().equals("-"))
            for (String w : parts[1].split(";")) wanted.add(List.of(w.strip().split(" ")));
        List<String> found = figures(language, parts[0]);
        if (found.size() != wanted.size()) return false;
        for (int i = 0; i < found.size(); i++)
            if (!List.of(found.get(i).split(" "))
                    .containsAll(all ? wanted.get(i) : wanted.get(i).subList(0, 2))) return false;
        return true;
    }

    private static List<String> figures(String language, String sentence) {
        Pack pack = Sample.PACKS.pack(language).orElseThrow();
        Text text = pack.text(sentence, new Span(0, sentence.length()));
        List<String> out = new ArrayList<>();
        for (Text.Sentence s : text.sentences())
            for (Quantity q : new ClauseReader(pack).quantities(text, s))
                if (q.counts())
                    nearest(text, s, q)
                            .ifPresent(m -> out.add(m + " " + q.amount().key() + " "
                                    + q.amount().qualifier().code() + " people asserted"));
        return out;
    }

    private static Optional<String> nearest(Text text, Text.Sentence s, Quantity q) {
        for (int d = 0; d <= REACH; d++)
            for (int i : new int[] {q.to() - 1 + d, q.from() - d}) {
                if (i < s.from() || i >= s.to()) continue;
                for (Match m : text.matches().get(i))
                    if ((m.sense().of("verb") || m.sense().of("noun"))
                            && MEASURES.containsKey(m.sense().id()))
                        return Optional.of(MEASURES.get(m.sense().id()));
            }
        return Optional.empty();
    }
}
