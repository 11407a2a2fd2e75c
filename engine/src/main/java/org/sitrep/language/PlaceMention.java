package org.sitrep.language;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sitrep.model.Span;

/**
 * Words of a text that may name a place, before anything is decided.
 *
 * @param from first token, inclusive; a word for region or town beside the name belongs to it ("Herat province")
 * @param to last token, exclusive
 * @param span its characters in the article's text
 * @param words those characters
 * @param candidates the places of that name, most weighty first; never empty
 * @param hints what stands around it
 * @param within places named directly after it that may hold it ("Springfield, Illinois")
 * @param home ISO codes of countries of which texts in this language speak without naming them
 */
public record PlaceMention(
        int from,
        int to,
        Span span,
        String words,
        List<Toponym> candidates,
        Set<Hint> hints,
        List<Toponym> within,
        Set<String> home) {
    /** What speaks for or against a place by that name. */
    public enum Hint {
        /** Beside a word for region ("Herat province"). */
        REGION_WORD,
        /** Beside a word for town ("the city of Herat"). */
        TOWN_WORD,
        /** Behind a word that places stand behind ("in"). */
        AFTER_IN,
        /** Behind a word that says that something happens there ("in", not "from"). */
        AT,
        /** Behind "mostly in": it holds only most of those counted. */
        MOSTLY,
        /** Directly before a verb by which it gives its own count ("Herat counts 12 dead"). */
        TALLIES,
        /** First in its sentence, or in a text of capitals: its capital says nothing. */
        OPENS,
        /** An everyday word or a person's name as well. */
        COMMON,
        /** Directly behind another capitalised word: perhaps a surname ("Michael Jordan"). */
        NAME_BEFORE,
        /** Directly before another capitalised word: perhaps a given name or part of a longer name ("Jordan Smith"). */
        NAME_AFTER,
        /** Known only after an ending or prefix was taken off. */
        INFLECTED
    }

    PlaceMention with(Set<Hint> more) {
        Set<Hint> all = EnumSet.copyOf(more);
        all.addAll(hints);
        return new PlaceMention(from, to, span, words, candidates, all, within, home);
    }

    PlaceMention within(List<Toponym> holders) {
        return new PlaceMention(from, to, span, words, candidates, hints, holders, home);
    }

    public boolean has(Hint hint) {
        return hints.contains(hint);
    }
}
