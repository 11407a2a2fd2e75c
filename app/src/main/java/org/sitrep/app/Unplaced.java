package org.sitrep.app;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sitrep.judge.Judged;
import org.sitrep.judge.Judgement;

/** Judgements whose subject is read no more, as far as several readings of one ledger tell together. */
final class Unplaced {
    private final Set<Judgement> gone = new LinkedHashSet<>();
    /** Outlets and spellings that no reading held yet. */
    private Optional<Set<Judgement>> sought = Optional.empty();

    /** Takes in another reading. A page lies in one of them only; an outlet or a spelling may lie in any. */
    void in(Judged judged) {
        Set<Judgement> absent = new LinkedHashSet<>();
        for (Judgement j : judged.unplaced())
            switch (j) {
                case Judgement.OnClaim c -> gone.add(c);
                case Judgement.Same s -> gone.add(s);
                case Judgement.Outlet o -> absent.add(o);
                case Judgement.Names n -> (n.scope().isPresent() ? gone : absent).add(n);
            }
        sought.ifPresent(absent::retainAll);
        sought = Optional.of(absent);
    }

    /** Those that no reading held, oldest first. */
    List<Judgement> everywhere() {
        return Stream.concat(gone.stream(), sought.stream().flatMap(Set::stream))
                .sorted(Comparator.comparingLong(Judgement::sequence))
                .toList();
    }

    /** What is said of one. */
    static String words(Judgement judgement) {
        return switch (judgement) {
            case Judgement.OnClaim j ->
                "the claim that " + j.by() + " judged is read no more on page \u201c"
                        + j.anchor().page() + "\u201d";
            case Judgement.Same j ->
                "one of the claims that " + j.by() + " took for one statement is read no more, on page \u201c"
                        + j.anchor().page() + "\u201d or \u201c" + j.other().page() + "\u201d";
            case Judgement.Outlet j ->
                "no page is published by \u201c" + j.outlet() + "\u201d, which " + j.by() + " judged";
            case Judgement.Names j ->
                "no page holds the spellings \u201c" + String.join("\u201d, \u201c", j.forms()) + "\u201d, which "
                        + j.by() + " judged";
        };
    }
}
