package org.sitrep.extract.deeds;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.language.Text;

/**
 * Deeds that a sentence only mentions while it tells of something else: by what a thing is known ("the mission that made him resign is
 * extended"), what something is for ("stopped for talks"), what an inquiry is about, in what a total came about. They are no news of that
 * sentence, and its day and its speaker are not theirs.
 */
final class Asides {
    /** Tokens between a word that makes a deed an aside and the deed. */
    private static final int NEAR = 4;
    /** Tokens from a relative word to the deed of its clause. */
    private static final int RELATIVE = 7;

    private static final Set<String> RECALLED = Set.of("resignation", "dismissal", "appointment");
    private static final String INVESTIGATION = "investigation";

    private final Text text;
    private final List<Found> sentence;

    /** @param sentence all deeds of one sentence */
    Asides(Text text, List<Found> sentence) {
        this.text = text;
        this.sentence = sentence;
    }

    /** Whether a deed of a type is one. @param dated whether a day of its own is told */
    boolean mentioned(Found f, String type, boolean dated) {
        return inquired(f, type)
                || type.equals("departure") && counted(f)
                || type.equals("meeting") && purpose(f)
                || !dated && RECALLED.contains(type) && recalled(f);
    }

    /** "Opened cases into looting": the inquiry is told, and of the looting that it is looked into. */
    private boolean inquired(Found f, String type) {
        return !type.equals(INVESTIGATION)
                && sentence.stream()
                        .anyMatch(o -> DeedReader.is(o, INVESTIGATION)
                                && o.to() <= f.from()
                                && f.from() - o.to() < NEAR
                                && bound(o.to(), f.from()));
    }

    /** "2,000 people were flown out": a count of people tells of them, and nobody in particular departs. */
    private static boolean counted(Found f) {
        Optional<Clause> c = f.clause();
        return c.isPresent() && c.get().subject().stream().map(Phrase::quantity).anyMatch(Optional::isPresent);
    }

    /** "Halted for final talks". */
    private boolean purpose(Found f) {
        if (f.verbal()) return false;
        for (int i = f.from() - 1; i >= Math.max(f.sentence().from(), f.from() - NEAR - 1); i--)
            if (text.at(i, "preposition")
                    .filter(p -> p.sense().id().equals("for"))
                    .isPresent()) return true;
        return false;
    }

    /** A relative clause in the middle of another: behind it the sentence goes on with its own verb. */
    private boolean recalled(Found f) {
        for (int i = f.from() - 1; i > Math.max(f.sentence().from(), f.from() - RELATIVE); i--) {
            if (text.token(i).is(",")) return false;
            if (text.at(i, "relative").isEmpty()) continue;
            boolean noun =
                    text.at(i - 1, "verb").isEmpty() && text.at(i - 1, "speech").isEmpty();
            return noun && goesOn(f);
        }
        return false;
    }

    private boolean goesOn(Found f) {
        for (int i = f.to(); i < f.sentence().to(); i++) {
            if (text.token(i).is(",") || text.at(i, "conjunction").isPresent()) return false;
            if (text.at(i, "aux").isPresent() || text.at(i, "verb").isPresent()) return true;
        }
        return false;
    }

    private boolean bound(int from, int to) {
        boolean preposition = false;
        for (int i = from; i < to; i++) {
            if (text.token(i).is(",")) return false;
            preposition |= text.at(i, "preposition").isPresent();
        }
        return preposition;
    }
}
