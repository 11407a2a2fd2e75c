package org.sitrep.relate;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.language.Fold;
import org.sitrep.relate.NameTable.Word;

/**
 * A person's name in any of the scripts that newspapers use.
 *
 * @param keys sound skeletons of the family name, see {@link NameKey}
 * @param given the first given name; empty where none is told
 */
record PersonName(Set<String> keys, Optional<Given> given) {
    /** First sounds that one name begins with in several languages: George, Jorge; Volodymyr in Han letters; Joe. */
    private static final List<String> ALIKE = List.of("bp", "fv", "kgq", "sSZ", "lr");

    /**
     * A given name.
     *
     * @param keys its sound skeletons
     * @param script of its first letter
     */
    record Given(Set<String> keys, UnicodeScript script) {
        Given {
            keys = Set.copyOf(keys);
        }

        static Given of(String word, Set<String> keys) {
            return new Given(keys, UnicodeScript.of(word.codePointAt(0)));
        }

        /**
         * Whether both may be one person's: they sound alike, or their beginnings do. In one script brothers differ by their second consonant
         * ("Dana", "Dora"), where every spelling of one name has it; from script to script vowels and consonants are written less surely.
         */
        boolean fits(Given other) {
            if (keys.stream().anyMatch(other.keys::contains)) return true;
            int sounds = script == other.script ? 2 : 1;
            Set<String> mine = beginnings(keys, sounds);
            Set<String> theirs = beginnings(other.keys, sounds);
            return mine.isEmpty()
                    || theirs.isEmpty()
                    || mine.stream().anyMatch(a -> theirs.stream().anyMatch(b -> a.startsWith(b) || b.startsWith(a)));
        }
    }

    PersonName {
        keys = Set.copyOf(keys);
    }

    /**
     * The name that the words spell: the family name stands last.
     *
     * @param known canonical spelling of persons whom everybody knows, by folded spelling
     */
    static Optional<PersonName> of(String spelled, Map<String, String> known) {
        String canonical = known.getOrDefault(Fold.bare(Fold.form(spelled)), spelled);
        List<Word> words = NameTable.words(canonical);
        if (words.isEmpty()) return Optional.empty();
        Optional<Given> given = words.size() > 1
                ? Optional.of(words.getFirst().text()).map(w -> Given.of(w, NameKey.of(w)))
                : Optional.empty();
        return Optional.of(new PersonName(NameKey.of(words.getLast().text()), given));
    }

    /** Whether both may be one person: the family names sound alike, and the given names fit where both are told. */
    boolean same(PersonName other) {
        return keys.stream().anyMatch(other.keys::contains) && fits(given, other.given);
    }

    /** Whether two given names may be one person's; one that is not told fits all. */
    static boolean fits(Optional<Given> a, Optional<Given> b) {
        return a.isEmpty() || b.isEmpty() || a.get().fits(b.get());
    }

    /** The first consonants, alike ones by their class; none where a name may begin with a glide, which tells nothing. */
    private static Set<String> beginnings(Set<String> keys, int sounds) {
        Set<String> out = new TreeSet<>();
        for (String key : keys) {
            StringBuilder begins = new StringBuilder();
            for (int i = 0; i < key.length() && begins.length() < sounds; i++) {
                String sound = key.substring(i, i + 1);
                if ("aeiouy".contains(sound)) continue;
                begins.append(ALIKE.stream()
                        .filter(c -> c.contains(sound))
                        .findFirst()
                        .orElse(sound)
                        .charAt(0));
            }
            if (begins.isEmpty()) return Set.of();
            out.add(begins.toString());
        }
        return out;
    }
}
