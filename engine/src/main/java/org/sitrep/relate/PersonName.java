package org.sitrep.relate;

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
 * @param given skeletons of the first given name; empty where there is none
 */
public record PersonName(Set<String> keys, Set<String> given) {
    /** First sounds that one name begins with in several languages: George, Jorge; Volodymyr in Han letters; Joe. */
    private static final List<String> ALIKE = List.of("bp", "fv", "kgq", "sSZ", "lr");

    public PersonName {
        keys = Set.copyOf(keys);
        given = Set.copyOf(given);
    }

    /**
     * The name that the words spell: the family name stands last.
     *
     * @param known canonical spelling of persons whom everybody knows, by folded spelling
     */
    public static Optional<PersonName> of(String spelled, Map<String, String> known) {
        String canonical = known.getOrDefault(Fold.bare(Fold.form(spelled)), spelled);
        List<Word> words = NameTable.words(canonical);
        if (words.isEmpty()) return Optional.empty();
        Set<String> given = words.size() > 1 ? NameKey.of(words.getFirst().text()) : Set.of();
        return Optional.of(new PersonName(NameKey.of(words.getLast().text()), given));
    }

    /** Whether both may be one person: the family names sound alike, and so do the beginnings of the given names where both are told. */
    public boolean same(PersonName other) {
        return keys.stream().anyMatch(other.keys::contains) && givenFits(other);
    }

    private boolean givenFits(PersonName other) {
        if (given.isEmpty() || other.given.isEmpty()) return true;
        Set<String> mine = firsts(given);
        Set<String> theirs = firsts(other.given);
        return mine.isEmpty() || theirs.isEmpty() || mine.stream().anyMatch(theirs::contains);
    }

    /** The first consonants, alike ones by their class; a name that may begin with a glide tells nothing. */
    private static Set<String> firsts(Set<String> keys) {
        Set<String> out = new TreeSet<>();
        for (String key : keys) {
            int i = 0;
            while (i < key.length() && "aeiouy".indexOf(key.charAt(i)) >= 0) i++;
            if (i == key.length()) return Set.of();
            String first = key.substring(i, i + 1);
            out.add(ALIKE.stream().filter(c -> c.contains(first)).findFirst().orElse(first));
        }
        return out;
    }
}
