package org.sitrep.extract.clauses;

import java.util.Set;
import java.util.function.IntPredicate;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * Tells numbers that belong to a proper name: "<u>Sunrise 24</u> reported", "Borealis-7". Nobody hedges or groups the number of a
 * name, it stands right behind a capitalised word that the lexicon does not know, and no noun follows that it could count. A place
 * is no such name: "in Nairobi 21, in Mombasa 6" counts people.
 */
public final class NumberedNames {
    private static final int LONGEST = 3;
    /** Prepositions behind which a capitalised word is a place, whether the gazetteer knows it or not. */
    private static final Set<String> LOCATING = Set.of("in", "at");

    private NumberedNames() {}

    /**
     * Whether {@code q} is part of a name.
     *
     * @param place whether a token belongs to the name of a place or state
     */
    public static boolean holds(Text text, Text.Sentence s, Quantity q, IntPredicate place) {
        boolean plain = q.form() == Quantity.Form.DIGITS
                && q.from() == q.core()
                && q.to() == q.core() + 1
                && text.token(q.core()).form().length() <= LONGEST;
        if (!plain || text.shouting()) return false;
        int hyphen = q.core() - 1;
        boolean glued = hyphen > s.from()
                && text.token(hyphen).is("-")
                && text.token(hyphen).glued()
                && text.token(q.core()).glued();
        int name = glued ? hyphen - 1 : hyphen;
        return name >= s.from()
                && name(text, name)
                && !place.test(name)
                && !located(text, s, name)
                && (name > s.from() || glued || free(text, s, q.to()))
                && !counts(text, s, q.to());
    }

    private static boolean name(Text text, int i) {
        Token t = text.token(i);
        return t.word()
                && t.capital()
                && t.form().length() > 1
                && text.matches().get(i).isEmpty();
    }

    private static boolean located(Text text, Text.Sentence s, int name) {
        int i = name - 1;
        while (i >= s.from() && name(text, i)) i--;
        if (i >= s.from() && text.at(i, "determiner").isPresent()) i--;
        if (i < s.from()) return false;
        return text.at(i, "preposition")
                .map(m -> LOCATING.contains(m.sense().id()))
                .orElse(false);
    }

    /** Whether the sentence goes on with a mark or a verb, as it does behind a name that opens it. */
    private static boolean free(Text text, Text.Sentence s, int i) {
        if (i >= s.to()) return false;
        if (text.token(i).kind() == Token.Kind.MARK) return true;
        return text.matches().get(i).stream()
                .anyMatch(m ->
                        m.sense().of("verb") || m.sense().of("aux") || m.sense().of("modal"));
    }

    private static boolean counts(Text text, Text.Sentence s, int i) {
        if (i >= s.to()) return false;
        for (Match m : text.matches().get(i)) {
            String c = m.sense().category();
            if (c.equals("people")
                    || c.equals("noun")
                    || c.equals("thing")
                    || c.equals("modifier")
                    || c.equals("scale")) return true;
        }
        return text.token(i).word() && text.matches().get(i).isEmpty();
    }
}
