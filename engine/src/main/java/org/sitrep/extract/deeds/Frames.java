package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.language.Match;
import org.sitrep.language.Text;

/**
 * What stands around a deed's words and takes their truth away: somebody demands it or denies it, it is what usually happens, what was
 * tried or feared, what stands in a condition or a question. The words are ids of a pack's category {@code outlook}.
 */
final class Frames {
    /** Tokens between a demand or denial and what it is about. */
    private static final int REACH = 8;
    /** Tokens between an attempt or fear and what it is about. */
    private static final int NEAR = 7;
    /** Tokens between a negative word, or one of habit, and the deed. */
    private static final int BESIDE = 3;

    /** Tokens between the words of a running count and what it sums up. */
    private static final int TALLY = 14;

    private static final String OUTLOOK = "outlook";

    private final Text text;
    private final Text.Sentence sentence;
    private final Optional<Parse> parse;
    private final List<Hit> hits;
    /** The deed's first token, and the one behind its last. */
    private final int from;

    private final int to;

    Frames(Text text, Text.Sentence sentence, Optional<Parse> parse, List<Hit> hits) {
        this.text = text;
        this.sentence = sentence;
        this.parse = parse;
        this.hits = hits;
        this.from = Hit.first(hits);
        this.to = Hit.last(hits);
    }

    /** "Denied having left", "no clashes", "there were not any clashes". */
    boolean denied() {
        return gainsaid() || over("none", BESIDE) || nobody() || negatedObject();
    }

    /** "Denied having left". */
    boolean gainsaid() {
        return over("denial", REACH);
    }

    /** "No convoy has crossed": the subject of the deed's own verb opens with a word of nothing. */
    private boolean nobody() {
        for (Clause c : parse.map(Parse::clauses).orElse(List.of())) {
            if (!Hit.touches(hits, c.verb().from(), c.verb().to())) continue;
            for (Phrase p : c.subject())
                for (int i = Math.max(sentence.from(), p.from() - 2); i <= p.from(); i++)
                    if (text.at(i, OUTLOOK)
                            .filter(m -> (is(m, "none") || is(m, "nobody")) && m.to() >= p.from())
                            .isPresent()) return true;
        }
        return false;
    }

    /** "No longer deployed", "not only left": it did happen, or may have. */
    boolean ceased() {
        return beside("ceased");
    }

    /** "Demands his resignation", "asked him to resign". */
    boolean wanted() {
        return over("demand", REACH);
    }

    /** "Tried to storm", "is regularly struck", "ready for any attack", "if they attack", "who was attacked?". */
    boolean unreal() {
        return over("attempt", NEAR)
                || over("any", BESIDE)
                || tallied()
                || beside("habit")
                || text.token(sentence.to() - 1).is("?")
                || conditional();
    }

    /** "So far 41 marchers have died in clashes": a running count names by a noun what it sums up, and tells of no event. */
    private boolean tallied() {
        for (VerbGroup g : verbs()) if (Hit.touches(hits, g.from(), g.to())) return false;
        boolean count = false;
        for (int i = from - 1; i >= Math.max(sentence.from(), from - TALLY); i--) {
            if (text.token(i).is(";")) return false;
            count |= text.token(i).number() || text.at(i, "number").isPresent();
            if (count && text.at(i, OUTLOOK).filter(m -> is(m, "tally")).isPresent()) return true;
        }
        return false;
    }

    /** "Must go", "has to leave": what somebody is bound to do. */
    boolean duty() {
        for (int i = from - 1; i >= Math.max(sentence.from(), from - NEAR) && !ends(i); i--)
            if (text.at(i, OUTLOOK).filter(m -> is(m, "duty")).isPresent()) return true;
        return within("duty", BESIDE - 1);
    }

    /** Whether a word of {@code id} stands before the deed, and no comma or other statement between them ends what it is about. */
    private boolean over(String id, int reach) {
        boolean that = false;
        for (int i = from - 1; i >= Math.max(sentence.from(), from - reach); i--) {
            // "Denied, that …": in some languages a comma opens what is denied.
            if (ends(i) && !opens(i + 1)) return false;
            that |= text.at(i, "subordinator").filter(m -> is(m, "that")).isPresent();
            Optional<Match> word = text.at(i, OUTLOOK);
            // Right before the deed a word governs it, however its form is read: "was willing to leave".
            if (word.isPresent() && is(word.get(), id) && word.get().to() <= from)
                return that || word.get().to() == from || !states(word.get().to());
        }
        return false;
    }

    private boolean opens(int i) {
        return text.at(i, "subordinator").filter(m -> is(m, "that")).isPresent();
    }

    private static boolean is(Match m, String id) {
        return m.sense().id().equals(id);
    }

    private boolean ends(int i) {
        return ",;:".contains(text.token(i).form());
    }

    /** Whether a finite verb from {@code after} on, up to the deed's own, states something by itself: "those who demanded reform attacked a base". */
    private boolean states(int after) {
        for (VerbGroup g : verbs())
            if (g.finite() && g.from() >= after && g.from() < Math.max(from + 1, firstOwn())) return true;
        return false;
    }

    private int firstOwn() {
        VerbGroup first = null;
        for (VerbGroup g : verbs())
            if ((first == null || g.from() < first.from()) && Hit.touches(hits, g.from(), g.to())) first = g;
        return first == null ? from : first.to();
    }

    private List<VerbGroup> verbs() {
        return parse.map(Parse::verbs).orElse(List.of());
    }

    /** Whether a word of {@code id} stands right before, inside or right behind the deed's words. */
    private boolean beside(String id) {
        return within(id, BESIDE);
    }

    private boolean within(String id, int reach) {
        int end = Math.min(sentence.to(), to + reach);
        for (int i = Math.max(sentence.from(), from - reach); i < end; i++)
            if (text.at(i, OUTLOOK).filter(m -> is(m, id)).isPresent()) return true;
        return false;
    }

    /** A noun right behind a negated verb: "there were not any clashes". What a preposition parts from it may well have happened. */
    private boolean negatedObject() {
        if (firstOwn() > from) return false;
        for (VerbGroup g : verbs()) {
            if (!g.negated() || g.to() > from || from - g.to() > 2) continue;
            boolean parted = false;
            for (int i = g.to(); i < from; i++)
                parted |= ends(i) || text.at(i, "preposition").isPresent();
            if (!parted) return true;
        }
        return false;
    }

    private boolean conditional() {
        for (Clause c : parse.map(Parse::clauses).orElse(List.of()))
            if (c.subordinator().equals("if") && c.from() <= from && from < c.to()) return true;
        return false;
    }
}
