package org.sitrep.extract.names;

import java.util.HashSet;
import java.util.Set;

/** Words in another case: the stem stays, up to three letters behind it change. */
final class Stems {
    private static final int SHORTEST = 4;
    private static final int ENDING = 3;

    private Stems() {}

    /** Each word and its stems. */
    static Set<String> of(Set<String> words) {
        Set<String> out = new HashSet<>(words);
        for (String word : words)
            for (int cut = 1; cut <= ENDING && word.length() - cut > SHORTEST; cut++)
                out.add(word.substring(0, word.length() - cut));
        return out;
    }

    /** Whether the word, or a stem of it, is among the stems. */
    static boolean alike(String word, Set<String> stems) {
        for (int cut = 0; cut <= ENDING && (cut == 0 || word.length() - cut > SHORTEST); cut++)
            if (stems.contains(word.substring(0, word.length() - cut))) return true;
        return false;
    }
}
