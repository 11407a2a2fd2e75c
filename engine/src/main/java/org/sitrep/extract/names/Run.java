package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sitrep.language.Fold;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** A run of capitals in one sentence, tokens with the end exclusive, and what stands beside it that tells of a person. */
record Run(Text text, Text.Sentence sentence, int from, int to) {
    private static final int OLDEST = 110;

    /** Tokens between a name and an age. */
    private static final int AGE_REACH = 4;

    private static final int ROLE_WORDS = 3;
    private static final Set<String> PLACING = Set.of("in", "at", "near", "to", "from");

    /** The capitals from one token to another, the end exclusive, in the sentence that they stand in. */
    static Run of(Text text, int from, int to) {
        return new Run(text, sentence(text, from), from, to);
    }

    List<Integer> words() {
        List<Integer> out = new ArrayList<>();
        for (int i = from; i < to; i++) if (text.token(i).word()) out.add(i);
        return out;
    }

    private static Text.Sentence sentence(Text text, int token) {
        List<Text.Sentence> all = text.sentences();
        int low = 0;
        int high = all.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).to() <= token) low = middle + 1;
            else high = middle;
        }
        return all.get(low);
    }

    Set<String> forms() {
        Set<String> out = new HashSet<>();
        for (int i : words()) out.add(Fold.bare(text.token(i).form()));
        return out;
    }

    /** A headline's words: "LEUR RETRAIT DU". */
    boolean shouted() {
        return words().stream().allMatch(i -> {
            String word = text.words(i, i + 1);
            return word.length() > 1 && word.chars().noneMatch(Character::isLowerCase);
        });
    }

    /** "X, 34,", "X (34)", "X, aged 6", "34-year-old X". */
    boolean aged() {
        for (int i = from - AGE_REACH; i < to + AGE_REACH; i++) {
            if (i < sentence.from() || i >= sentence.to() || i >= from && i < to) continue;
            if (text.at(i, "thing").filter(m -> m.sense().id().equals("age")).isPresent() && joined(i)) return true;
        }
        int number = to + 1;
        return number < sentence.to()
                && (text.token(to).is(",") || text.token(to).is("("))
                && years(text.token(number))
                && (number + 1 >= sentence.to() || !text.token(number + 1).word());
    }

    /** Whether no end of a clause stands between: "aged 16; 3 Pupils". */
    private boolean joined(int i) {
        for (int k = Math.min(i, to); k < Math.max(i, from); k++)
            if (text.token(k).is(";") || text.token(k).is(":")) return false;
        return true;
    }

    private static boolean years(Token t) {
        if (!t.number() || t.form().length() > 3) return false;
        try {
            int years = Integer.parseInt(t.form());
            return years > 0 && years <= OLDEST;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** "the student X", "a witness, X": what somebody is stands before the name. */
    boolean role() {
        int end = from > sentence.from() && text.token(from - 1).is(",") ? from - 1 : from;
        for (int i = Math.max(sentence.from(), end - ROLE_WORDS); i < end; i++)
            for (Match m : text.matches().get(i))
                if (m.to() == end && (m.sense().of("people") || m.sense().of("generic"))) return true;
        return false;
    }

    boolean speaks() {
        boolean before = from > sentence.from() && text.at(from - 1, "speech").isPresent();
        return before || to < sentence.to() && text.at(to, "speech").isPresent();
    }

    /** "in X Y" and "in the X Y" are places that the gazetteer does not know; behind a capital stands the rest of a name. */
    boolean placed() {
        int before = from - 1;
        if (before >= sentence.from()
                && text.token(before).capital()
                && before > sentence.from()
                && text.token(before).word()) before--;
        while (before > sentence.from() && determiner(text, before)) before--;
        return before >= sentence.from()
                && text.at(before, "preposition")
                        .filter(m -> PLACING.contains(m.sense().id()))
                        .isPresent();
    }

    static boolean determiner(Text text, int i) {
        return text.at(i, "determiner").isPresent() || text.at(i, "article").isPresent();
    }
}
