package org.sitrep.reconcile;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;

/** Whether two wordings of a promise may be one and the same promise in the same words of its speaker. */
final class Terms {
    /** A page may report a promise on the day after it was made, and counts "in two days" from the day it was made. */
    static final int REPORTED = 1;

    private Terms() {}

    /** Whether nothing tells the two apart. */
    static boolean equal(Claim.Commitment c, Claim.Commitment d) {
        return c.due().equals(d.due())
                && c.durationDays().equals(d.durationDays())
                && c.dueQualifier().equals(d.dueQualifier());
    }

    /** Whether both give the same day or the same number of days. */
    static boolean same(Claim.Commitment c, Claim.Commitment d) {
        return !opposed(c, d)
                && (c.due().isPresent() && c.due().equals(d.due())
                        || c.durationDays().isPresent() && c.durationDays().equals(d.durationDays())
                        || within(c, d)
                        || within(d, c));
    }

    /** Whether one speaker's two wordings exclude each other nowhere. */
    static boolean agree(Claim.Commitment c, Claim.Commitment d) {
        if (opposed(c, d)) return false;
        if (same(c, d) || wider(c, d) || wider(d, c)) return true;
        boolean due = c.due().isEmpty() || d.due().isEmpty();
        boolean bothOrNeither = c.durationDays().isPresent() == d.durationDays().isPresent();
        return due && bothOrNeither && c.durationDays().isEmpty();
    }

    private static boolean opposed(Claim.Commitment c, Claim.Commitment d) {
        return Promises.atLeast(c) != Promises.atLeast(d);
    }

    /** "In two days" on a page without a date is the thirteenth of a page of the eleventh. */
    private static boolean within(Claim.Commitment c, Claim.Commitment d) {
        Optional<LocalDate> due = d.due().flatMap(Edtf::day);
        Optional<LocalDate> known = d.common().knownOn();
        if (c.due().isPresent() || c.durationDays().isEmpty() || due.isEmpty() || known.isEmpty()) return false;
        long days = ChronoUnit.DAYS.between(known.get(), due.get());
        return days <= c.durationDays().getAsInt() && days >= c.durationDays().getAsInt() - REPORTED;
    }

    /** "This week" holds the thirteenth, where both were said at one time. */
    private static boolean wider(Claim.Commitment c, Claim.Commitment d) {
        Optional<LocalDate> limit = c.due().flatMap(Edtf::last);
        Optional<LocalDate> day = d.due().flatMap(Edtf::day);
        boolean once = c.common().knownOn().isPresent()
                && c.common().knownOn().equals(d.common().knownOn());
        return once
                && c.dueQualifier().filter(q -> q == Claim.DueQualifier.AT_MOST).isPresent()
                && c.durationDays().isEmpty()
                && limit.isPresent()
                && day.isPresent()
                && !day.get().isAfter(limit.get())
                && !day.get().isBefore(c.common().knownOn().orElseThrow());
    }
}
