package org.sitrep.extract.names;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.Text;

/**
 * Whose or what a name in capitals is by the words around it, where it is no private person's: a body's or an agreement's ("foundation", "treaty"), a
 * place's or a building's ("cape", "hospital"), a ship's, a law's, a storm's ("tanker", "act"), or somebody's who acts in public ("senator"). The words
 * are data of all languages together, in {@code languages/names}.
 */
final class Kinds {
    /** Tokens that the words before a name may have. */
    private static final int LONGEST_ROLE = 5;

    private static final int SHORTEST_INFLECTED = 7;

    private static final Set<String> QUOTES = Set.of("\"", "«", "“", "„", "”", "»", "'", "‘");

    private final Set<String> bodies;
    private final Set<String> things;

    /** By what stands behind the first word of a public role, its first words: "" → senator, "of the opposition" → leader. */
    private final Map<String, Set<String>> roles = new HashMap<>();

    Kinds(Set<String> bodies, Set<String> things, Data roles) {
        this.bodies = Stems.of(bare(bodies));
        this.things = Stems.of(bare(things));
        for (Data language : roles.items())
            for (String role : language.texts()) {
                int blank = (role + " ").indexOf(' ');
                this.roles
                        .computeIfAbsent(bare(role.substring(blank).strip()), k -> new HashSet<>())
                        .add(bare(role.substring(0, blank)));
            }
        this.roles.replaceAll((rest, first) -> Stems.of(first));
    }

    private static Set<String> bare(Set<String> words) {
        Set<String> out = new HashSet<>();
        for (String word : words) out.add(bare(word));
        return out;
    }

    private static String bare(String word) {
        return Fold.bare(Fold.form(word));
    }

    private static String bare(Text text, int i) {
        return Fold.bare(text.token(i).form());
    }

    /** A word for a body, an agreement, a building or a place. */
    boolean body(Text text, int i) {
        return text.token(i).word() && among(bodies, bare(text, i));
    }

    /** A word for a ship, a law, a plan, an operation or a storm, whose names are often people's. */
    boolean thing(Text text, int i) {
        return text.token(i).word() && among(things, bare(text, i));
    }

    /** Short words are met as they are, long ones in other cases too: "Santos" is no "santo", but "Stiftungen" are of "Stiftung". */
    private static boolean among(Set<String> words, String word) {
        return word.length() < SHORTEST_INFLECTED ? words.contains(word) : Stems.alike(word, words);
    }

    /** Whether the name is a ship's, a law's or the like: "the tanker X Y", "loi X-Y", "X Y feribotu". */
    boolean ofThing(Text text, Text.Sentence sentence, int from, int to) {
        int before = before(text, sentence, from);
        if (thing(text, from) || before >= sentence.from() && thing(text, before)) return true;
        return to < sentence.to() && !text.token(to).capital() && thing(text, to);
    }

    /** Whether the name follows the word for a body, a place or a building: "cape X". */
    boolean behindBody(Text text, Text.Sentence sentence, int from) {
        int before = before(text, sentence, from);
        return before >= sentence.from() && body(text, before);
    }

    /** Whether the word behind the name, in capitals, says that a body or a building has it: "X Y Hospital". */
    boolean beforeBody(Text text, Text.Sentence sentence, int to) {
        return to < sentence.to() && text.token(to).capital() && body(text, to);
    }

    private static int before(Text text, Text.Sentence sentence, int from) {
        int before = from - 1;
        if (before > sentence.from() && QUOTES.contains(text.token(before).form())) before--;
        return before;
    }

    /** A word for somebody who acts in public: "senator". */
    boolean publicRole(Text text, int i) {
        return Stems.alike(bare(text, i), roles.getOrDefault("", Set.of()));
    }

    /** Whether a public role stands directly before the tokens, or behind them and a comma: "senator X Y", "X Y, a senator". */
    boolean inPublic(Text text, Text.Sentence sentence, int from, int to) {
        String rest = "";
        for (int i = from - 1; i >= sentence.from() && i >= from - LONGEST_ROLE; i--) {
            Set<String> first = roles.get(rest);
            if (first != null && Stems.alike(bare(text, i), first)) return true;
            String link = rest.isEmpty() || text.token(i + 1).glued() ? "" : " ";
            rest = bare(text, i) + link + rest;
        }
        int behind = to + 1;
        if (behind >= sentence.to() || !text.token(to).is(",")) return false;
        if (text.at(behind, "article").isPresent()
                || text.at(behind, "determiner").isPresent()) behind++;
        return behind < sentence.to() && roles.getOrDefault("", Set.of()).contains(bare(text, behind));
    }
}
