package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.Optional;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/**
 * A figure with everything that comparing it needs.
 *
 * @param group who is counted, after the measure's sets of like groups
 * @param place where, in one spelling; empty text where neither the page nor its crisis says
 * @param label the same for print
 * @param wide whether that is a state, not a town or region
 * @param located whether the figure's own sentence names it; else it was the page's or the crisis's
 * @param day the day the count stands for: as stated, else the day it became known
 * @param stated whether the page itself names that day
 * @param speaker who says so
 * @param paragraph where the line of the page begins on which it stands
 * @param agency who supplied the text, where the page credits a news agency; folded
 */
record Counted(
        Claim.Figure figure,
        Measure measure,
        String group,
        String place,
        String label,
        boolean wide,
        boolean located,
        Optional<LocalDate> day,
        boolean stated,
        Actor speaker,
        Optional<String> agency,
        int paragraph) {

    String page() {
        return figure.evidence().page();
    }

    Amount amount() {
        return figure.amount();
    }

    Status status() {
        return figure.status();
    }

    Optional<LocalDate> known() {
        return figure.common().knownOn();
    }

    /** Who speaks: the speaker, else the page in its own voice, so that two outlets are never taken for one speaker. */
    String voice() {
        return speaker.named()
                ? String.join("|", speaker.keys().stream().sorted().toList())
                : "page:" + page();
    }

    /** Whether one voice gives both in one paragraph: nobody contradicts himself there, so they count different people. */
    boolean oneBreath(Counted other) {
        return page().equals(other.page()) && paragraph == other.paragraph && voice().equals(other.voice());
    }

    /** Measure, group and place: the widest set of figures that are ever compared. */
    String matter() {
        return measure.id() + "|" + group + "|" + place;
    }

    Counted in(String otherGroup) {
        return new Counted(
                figure, measure, otherGroup, place, label, wide, located, day, stated, speaker, agency, paragraph);
    }

    /** The same figure where {@code other} is counted. */
    Counted at(Counted other) {
        return new Counted(
                figure,
                measure,
                group,
                other.place,
                other.label,
                other.wide,
                false,
                day,
                stated,
                speaker,
                agency,
                paragraph);
    }

    /** A number of one or two figures and noughts, such as 2,000 or 450,000: two who counted apart may both say it. */
    static boolean round(Amount amount) {
        long v = amount.value().orElse(0);
        if (v < 100) return v > 9 && v % 10 == 0;
        while (v % 10 == 0) v /= 10;
        return v < 100;
    }
}
