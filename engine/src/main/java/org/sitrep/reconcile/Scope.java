package org.sitrep.reconcile;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.sitrep.relate.NameTable;

/** Whether two restrictions, in the pages' words, restrict alike. */
final class Scope {
    private Scope() {}

    /** No restriction is like no restriction only; two are alike where half of their words agree by their first letters. */
    static boolean same(Optional<String> a, Optional<String> b) {
        if (a.isEmpty() || b.isEmpty()) return a.isEmpty() && b.isEmpty();
        Set<String> x = stems(a.get());
        Set<String> y = stems(b.get());
        Set<String> both = new HashSet<>(x);
        both.retainAll(y);
        return 2 * both.size() >= Math.min(x.size(), y.size());
    }

    private static Set<String> stems(String text) {
        Set<String> out = new HashSet<>();
        // Short words join and point; the first five letters survive most endings.
        for (NameTable.Word w : NameTable.words(text))
            if (w.folded().length() > 3)
                out.add(w.folded().substring(0, Math.min(5, w.folded().length())));
        return out;
    }
}
