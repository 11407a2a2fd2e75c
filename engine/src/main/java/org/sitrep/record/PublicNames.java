package org.sitrep.record;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sitrep.model.Situation;

/** Spellings of the persons whom situations name because they hold an office. */
public final class PublicNames {
    private final Set<String> spellings = new HashSet<>();
    private final Set<String> families = new HashSet<>();

    private PublicNames() {}

    /** Those whom {@code situations} name. */
    public static PublicNames of(List<Situation> situations) {
        PublicNames out = new PublicNames();
        for (Situation s : situations)
            for (Situation.Name n : s.names())
                if (n.kind() == Situation.Name.Kind.PERSON) {
                    out.add(n.name());
                    n.variants().forEach(v -> out.add(v.text()));
                }
        return out;
    }

    private void add(String spelling) {
        String folded = spelling.toLowerCase(Locale.ROOT);
        spellings.add(folded);
        families.add(folded.substring(folded.lastIndexOf(' ') + 1));
    }

    /** Whether a page's words are one of the spellings, or the family name of one. */
    boolean hold(String words) {
        String folded = words.toLowerCase(Locale.ROOT);
        return spellings.contains(folded) || folded.indexOf(' ') < 0 && families.contains(folded);
    }
}
