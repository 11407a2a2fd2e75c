package org.sitrep.relate;

import java.util.Set;

/** Where a page plays, as far as the names of states on it tell. */
final class Scene {
    /** A state named less often may be named in passing. */
    private static final int CLEARLY = 3;

    private final Profile page;
    private final Set<String> main;
    private final int most;
    private final boolean clear;

    Scene(Profile page) {
        this.page = page;
        this.main = Set.copyOf(page.mainStates());
        this.most = page.states().values().stream()
                .mapToInt(Integer::intValue)
                .max()
                .orElse(0);
        int all = page.states().values().stream().mapToInt(Integer::intValue).sum();
        this.clear = all == 0 || most >= CLEARLY && main.size() == 1 && 2 * most > all;
    }

    Profile page() {
        return page;
    }

    /** See {@link Profile#mainStates}. */
    Set<String> main() {
        return main;
    }

    /** Whether the page plays in one state, named oftener than all others together, or names none. */
    boolean clear() {
        return clear;
    }

    /** Whether two clear pages play in one state, as far as they name any. */
    boolean plays(Scene other) {
        return main.isEmpty() || other.main.isEmpty() || main.equals(other.main);
    }

    /** Whether two pages that are not clear may be on one crisis: both about the same state or two, or naming states in passing only. */
    boolean kin(Scene other) {
        boolean faint = most < CLEARLY;
        boolean otherFaint = other.most < CLEARLY;
        if (faint && otherFaint) return true;
        if (faint || otherFaint) return main.stream().anyMatch(other.main::contains);
        return main.size() <= 2 && main.equals(other.main);
    }
}
