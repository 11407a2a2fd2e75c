package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.language.Text;

/** Tells whether the words of a sentence say that something was done, will be done, may be done, is asked for, or was not. */
final class Moods {
    /** Tokens between a noun and the verb it is the subject of, or a verb and the one it governs. */
    private static final int REACH = 6;

    /** Id of the words of plans in the category outlook. */
    private static final String PLAN = "plan";

    private static final String PLANNED = "planned";
    private static final String HYPOTHETICAL = "hypothetical";
    /** Words that look ahead beside an infinitive only: German "wird". */
    private static final String WITH_INFINITIVE = "with_infinitive";

    /** Marks with which a whole sentence ends; a headline has none. */
    private static final String END = ".?!…»”\"";

    private Moods() {}

    static Found.Said of(Text text, Text.Sentence s, Optional<Parse> parse, List<Hit> hits) {
        boolean ahead = false;
        boolean maybe = false;
        boolean denied = false;
        boolean verb = false;
        boolean governed = false;
        for (VerbGroup g : parse.map(Parse::verbs).orElse(List.of())) {
            if (!Hit.touches(hits, g.from(), g.to()) || compound(text, g)) continue;
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
                if (g.finite() && beside(text, g, hits))
                    ahead |= said(text, s, parse.orElseThrow(), g) == Found.Said.PLANNED;
            ahead |= outlook(text, s, hits);
            denied |= negated(text, s, hits);
        }
        Optional<Integer> plan = planWord(text, s, hits);
        denied |= plan.isPresent() && unplanned(text, s, plan.get());
        Frames frames = new Frames(text, s, parse, hits);
        if (denied || frames.denied()) {
            boolean open = ahead || maybe || plan.isPresent() || frames.wanted() || frames.unreal() || frames.ceased();
            return open || denied && frames.gainsaid() ? Found.Said.WITHHELD : Found.Said.DENIED;
        }
        if (frames.wanted()) return Found.Said.WANTED;
        if (frames.unreal()) return Found.Said.MAYBE;
        if (ahead || plan.isPresent()) return Found.Said.PLANNED;
        return maybe ? Found.Said.MAYBE : Found.Said.DONE;
    }

    /** "The pull-out": the first half of a compound noun is no verb. */
    private static boolean compound(Text text, VerbGroup g) {
        return g.to() + 1 < text.tokens().size()
                && text.token(g.to()).is("-")
                && text.token(g.to()).glued()
                && text.token(g.to() + 1).glued();
    }

    /** Whether the words are a modal of decision in the past ("ordered to", "decided to"): its own deed is done. */
    static boolean ordered(Text text, Hit hit) {
        boolean modal = text.at(hit.from(), "modal")
                .filter(m -> m.sense().id().equals(PLANNED))
                .isPresent();
        return modal || hit.form().equals("past");
    }

    /** Whether a verb stands right before or behind the words: theirs as its object or subject. */
    private static boolean beside(Text text, VerbGroup g, List<Hit> hits) {
        return hits.stream().anyMatch(h -> joined(text, g.to(), h.from()) || joined(text, h.to(), g.from()));
    }

    private static boolean joined(Text text, int from, int to) {
        if (to < from || to - from > 2) return false;
        for (int i = from; i < to; i++) if (text.token(i).is(",")) return false;
        return true;
    }

    /** The clause whose verb is among the words, that of the first of them that is a verb. */
    static Optional<Clause> clause(Optional<Parse> parse, List<Hit> hits) {
        for (Hit h : hits)
            for (Clause c : parse.map(Parse::clauses).orElse(List.of()))
                if (c.verb().from() < h.to() && h.from() < c.verb().to()) return Optional.of(c);
        return Optional.empty();
    }

    /** Whether a finite verb among the words tells of what is past. */
    static boolean past(Optional<Parse> parse, List<Hit> hits) {
        for (VerbGroup g : parse.map(Parse::verbs).orElse(List.of())) {
            boolean past = g.tense() == VerbGroup.Tense.PAST || g.tense() == VerbGroup.Tense.PERFECT;
            if (past && g.finite() && Hit.touches(hits, g.from(), g.to())) return true;
        }
        return false;
    }

    private static Found.Said said(Text text, Text.Sentence s, Parse parse, VerbGroup g) {
        if (g.marks().contains(PLANNED) || g.tense() == VerbGroup.Tense.FUTURE) return Found.Said.PLANNED;
        if (g.marks().contains(HYPOTHETICAL)) return Found.Said.MAYBE;
        if (g.mood() == VerbGroup.Mood.CONDITIONAL) return Found.Said.PLANNED;
        if (g.finite() || g.mood() == VerbGroup.Mood.PARTICIPLE) return Found.Said.DONE;
        Optional<VerbGroup> governor = governor(parse, g);
        if (governor.isPresent()) return said(text, s, parse, governor.get());
        if (g.mood() == VerbGroup.Mood.GERUND) return Found.Said.DONE;
        boolean headline = !END.contains(text.token(s.to() - 1).form())
                || parse.verbs().stream().noneMatch(VerbGroup::finite);
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
        int from = Math.max(s.from(), Hit.first(hits) - REACH);
        int to = Math.min(s.to(), Hit.last(hits) + 2);
        for (int i = from; i < to; i++) {
            if (text.token(i).is(",") || text.token(i).is(";")) continue;
            if (looksAhead(text, i)) return true;
        }
        return false;
    }

    private static boolean looksAhead(Text text, int i) {
        return text.at(i, "modal").filter(m -> m.sense().id().equals(PLANNED)).isPresent()
                || text.at(i, "aux")
                        .filter(m ->
                                m.sense().form().equals("fut") || m.sense().id().equals("will"))
                        .isPresent();
    }

    private static boolean negated(Text text, Text.Sentence s, List<Hit> hits) {
        for (int i = Math.max(s.from(), hits.getFirst().from() - 2);
                i < hits.getFirst().from();
                i++) if (text.at(i, "negation").isPresent()) return true;
        return rightBefore(text, s, hits);
    }

    /** Whether a negation stands right before one of the words, as before a participle that is the whole verb. */
    static boolean rightBefore(Text text, Text.Sentence s, List<Hit> hits) {
        for (Hit h : hits)
            if (h.from() > s.from() && text.at(h.from() - 1, "negation").isPresent()) return true;
        return false;
    }

    /** Where a noun or adverb of plans ("intention", "soon") stands beside the words, or the words themselves look ahead. */
    private static Optional<Integer> planWord(Text text, Text.Sentence s, List<Hit> hits) {
        for (Hit h : hits) {
            boolean ahead = h.form().equals("fut")
                    || h.form().equals("cond")
                    || h.form().equals("inf") && governed(text, s, h);
            if (ahead) return Optional.of(h.from());
            for (int i = Math.max(s.from(), h.from() - REACH); i < Math.min(s.to(), h.to() + 2); i++)
                if (text.at(i, "outlook")
                        .filter(o -> o.sense().id().equals(PLAN))
                        .isPresent()) return Optional.of(i);
        }
        return Optional.empty();
    }

    /** Whether an auxiliary of what is to come or a modal of plans stands in the clause before an infinitive, however far. */
    private static boolean governed(Text text, Text.Sentence s, Hit h) {
        for (int i = h.from() - 1; i >= s.from(); i--)
            if (looksAhead(text, i)
                    || text.at(i, "outlook")
                            .filter(o -> o.sense().id().equals(WITH_INFINITIVE))
                            .isPresent()) return true;
        return false;
    }

    /** "No intention of": a plan that is denied. */
    private static boolean unplanned(Text text, Text.Sentence s, int plan) {
        for (int i = Math.max(s.from(), plan - 3); i < plan; i++)
            if (text.at(i, "negation").isPresent()) return true;
        return false;
    }
}
