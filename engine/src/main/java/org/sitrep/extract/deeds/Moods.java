package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.language.Text;

/** Tells whether the words of a sentence say that something was done, will be done, may be done, or was not. */
final class Moods {
    /** Tokens between a noun and the verb it is the subject of, or a verb and the one it governs. */
    private static final int REACH = 6;

    private static final String PLANNED = "planned";
    private static final String HYPOTHETICAL = "hypothetical";

    private Moods() {}

    static Found.Said of(Text text, Text.Sentence s, Optional<Parse> parse, List<Hit> hits) {
        boolean ahead = false;
        boolean maybe = false;
        boolean denied = false;
        boolean verb = false;
        boolean governed = false;
        for (VerbGroup g : parse.map(Parse::verbs).orElse(List.of())) {
            if (hits.stream().noneMatch(h -> g.from() < h.to() && h.from() < g.to())) continue;
            verb = true;
            // "ont commencé jeudi à se retirer": an infinitive behind one of the rule's own verbs is said as that verb
            // is.
            if (governed && g.mood() == VerbGroup.Mood.INFINITIVE) continue;
            governed |= g.finite();
            denied |= g.negated() || g.marks().contains("denied");
            Found.Said said = said(text, s, parse.orElseThrow(), g);
            ahead |= said == Found.Said.PLANNED;
            maybe |= said == Found.Said.MAYBE;
        }
        if (!verb) {
            for (VerbGroup g : parse.map(Parse::verbs).orElse(List.of()))
                if (g.finite() && beside(g, hits)) ahead |= said(text, s, parse.orElseThrow(), g) == Found.Said.PLANNED;
            ahead |= outlook(text, s, hits);
            denied |= negated(text, s, hits);
        }
        if (denied) return Found.Said.DENIED;
        if (ahead || planWord(text, s, hits)) return Found.Said.PLANNED;
        return maybe ? Found.Said.MAYBE : Found.Said.DONE;
    }

    /** Whether a verb stands right before or behind the words: theirs as its object or subject. */
    private static boolean beside(VerbGroup g, List<Hit> hits) {
        return hits.stream()
                .anyMatch(h -> h.from() - g.to() >= 0 && h.from() - g.to() <= 2
                        || g.from() - h.to() >= 0 && g.from() - h.to() <= 2);
    }

    /** Whether a verb is among the words. */
    static boolean verbal(Optional<Parse> parse, List<Hit> hits) {
        return parse.map(Parse::verbs).orElse(List.of()).stream()
                .anyMatch(g -> hits.stream().anyMatch(h -> g.from() < h.to() && h.from() < g.to()));
    }

    private static Found.Said said(Text text, Text.Sentence s, Parse parse, VerbGroup g) {
        if (g.marks().contains(PLANNED) || g.tense() == VerbGroup.Tense.FUTURE) return Found.Said.PLANNED;
        if (g.marks().contains(HYPOTHETICAL)) return Found.Said.MAYBE;
        if (g.mood() == VerbGroup.Mood.CONDITIONAL) return Found.Said.PLANNED;
        if (g.finite() || g.mood() == VerbGroup.Mood.PARTICIPLE) return Found.Said.DONE;
        Optional<VerbGroup> governor = governor(parse, g);
        if (governor.isPresent()) return said(text, s, parse, governor.get());
        if (g.mood() == VerbGroup.Mood.GERUND) return Found.Said.DONE;
        boolean headline =
                !text.token(s.to() - 1).is(".") || parse.verbs().stream().noneMatch(VerbGroup::finite);
        return headline ? Found.Said.PLANNED : Found.Said.MAYBE;
    }

    /** The verb group right before an infinitive or gerund. */
    private static Optional<VerbGroup> governor(Parse parse, VerbGroup g) {
        VerbGroup best = null;
        for (VerbGroup v : parse.verbs()) if (v.to() <= g.from() && g.from() - v.to() <= 1) best = v;
        return Optional.ofNullable(best);
    }

    /** Whether an auxiliary of what is to come or a modal stands near the words, for sentences whose verbs were not read. */
    private static boolean outlook(Text text, Text.Sentence s, List<Hit> hits) {
        int from = Math.max(s.from(), hits.stream().mapToInt(Hit::from).min().orElseThrow() - REACH);
        int to = Math.min(s.to(), hits.stream().mapToInt(Hit::to).max().orElseThrow() + 2);
        for (int i = from; i < to; i++) {
            if (text.token(i).is(",") || text.token(i).is(";")) continue;
            if (text.at(i, "modal").filter(m -> m.sense().id().equals(PLANNED)).isPresent()) return true;
            if (text.at(i, "aux")
                    .filter(m ->
                            m.sense().form().equals("fut") || m.sense().id().equals("will"))
                    .isPresent()) return true;
        }
        return false;
    }

    private static boolean negated(Text text, Text.Sentence s, List<Hit> hits) {
        for (int i = Math.max(s.from(), hits.getFirst().from() - 2);
                i < hits.getFirst().from();
                i++) if (text.at(i, "negation").isPresent()) return true;
        return false;
    }

    /** A noun or adverb of plans ("intention", "soon") beside the words. */
    private static boolean planWord(Text text, Text.Sentence s, List<Hit> hits) {
        for (Hit h : hits) {
            if (h.form().equals("fut") || h.form().equals("cond")) return true;
            for (int i = Math.max(s.from(), h.from() - REACH); i < Math.min(s.to(), h.to() + 2); i++)
                if (text.at(i, "outlook").isPresent()) return true;
        }
        return false;
    }
}
