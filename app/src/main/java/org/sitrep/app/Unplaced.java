package org.sitrep.app;

import org.sitrep.judge.Judgement;

/** What is said of a judgement whose subject is read no more. */
final class Unplaced {
    private Unplaced() {}

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
