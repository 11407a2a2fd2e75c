package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Verdict;
import org.sitrep.model.Status;

/** What became of a promise, why, and the events that show it. */
record PromiseVerdict(Verdict verdict, String why, List<? extends Claim> evidence) {
    /** When a version was first said; a version given as an earlier one comes before all others. */
    static LocalDate said(Situation.Version v) {
        if (superseded(v)) return LocalDate.MIN;
        return v.claims().stream()
                .map(c -> c.common().knownOn())
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.MAX);
    }

    private static boolean superseded(Situation.Version v) {
        return v.claims().stream().allMatch(c -> c.status() == Status.SUPERSEDED);
    }

    /**
     * The strongest verdict that evidence supports, as {@code docs/relations.md} orders them.
     *
     * @param told events that fulfil it, said to have happened
     * @param denials the same events, said not to have happened
     * @param ends what speaks against an end
     */
    static PromiseVerdict of(
            Crisis crisis,
            List<Situation.Version> versions,
            List<Claim.Event> told,
            List<Claim.Event> denials,
            Ends ends) {
        List<Claim.Event> agreed =
                told.stream().filter(e -> ends.against(e).isEmpty()).toList();
        boolean open = agreed.stream().noneMatch(e -> e.date().isPresent());
        List<Claim.Event> evidence = open ? told : agreed;

        List<Situation.Version> live =
                versions.stream().filter(v -> !superseded(v)).toList();
        List<Situation.Version> standing = live.isEmpty() ? versions : live;
        Optional<LocalDate> due = mostSaid(standing).flatMap(v -> v.due().flatMap(Edtf::last));
        List<Claim.Event> after = due.map(d -> told(denials, d.plusDays(1)).stream()
                        .filter(e ->
                                e.date().flatMap(Edtf::last).filter(d::isAfter).isEmpty())
                        .toList())
                .orElse(List.of());
        Optional<PromiseVerdict> done = fulfilled(versions, due, evidence)
                .map(v -> disputed(crisis, v, after).orElse(v));
        Optional<PromiseVerdict> judged = open ? done.flatMap(v -> expected(v, told, ends, due.isPresent())) : done;
        if (judged.isPresent()) return judged.get();
        if (!after.isEmpty())
            return new PromiseVerdict(Verdict.BROKEN, "told after the day due that it had not happened", after);
        boolean takenBack =
                standing.stream().allMatch(v -> v.claims().stream().allMatch(c -> Rung.takesBack(c.status())));
        if (takenBack) return new PromiseVerdict(Verdict.RETRACTED, "taken back", List.of());
        if (slipped(crisis, versions))
            return new PromiseVerdict(Verdict.SLIPPED, "a later version moves the day due", List.of());
        if (contradicting(versions))
            return new PromiseVerdict(
                    Verdict.CONTRADICTED, "its versions disagree, and no page says whether it was kept", List.of());
        boolean measurable = standing.stream().anyMatch(v -> termed(v) || starts(v));
        if (!measurable)
            return new PromiseVerdict(
                    Verdict.UNKNOWABLE, "no day, no duration and no condition that could be checked", List.of());
        return new PromiseVerdict(Verdict.OPEN, "no page says whether it was kept", List.of());
    }

    /**
     * The verdict, unless other pages still expected on that day or later what is said to have happened: then they disagree, and what had
     * no day is not known to be kept.
     */
    private static Optional<PromiseVerdict> expected(
            PromiseVerdict done, List<Claim.Event> told, Ends ends, boolean due) {
        List<Claim> both = new ArrayList<>(told);
        for (Claim.Event e : told) for (Claim p : ends.against(e)) if (!both.contains(p)) both.add(p);
        if (both.size() == told.size()) return Optional.of(done);
        return due
                ? Optional.of(new PromiseVerdict(
                        Verdict.CONTRADICTED, "one says that it happened, another that it is still to come", both))
                : Optional.empty();
    }

    /** Events of which a page speaks on or after a day. */
    private static List<Claim.Event> told(List<Claim.Event> events, LocalDate from) {
        return events.stream()
                .filter(e -> e.common().knownOn().filter(d -> !d.isBefore(from)).isPresent())
                .toList();
    }

    /** One says that it has happened, and another who is independent of him says then or later that it has not. */
    private static Optional<PromiseVerdict> disputed(Crisis crisis, PromiseVerdict done, List<Claim.Event> denials) {
        for (Claim c : done.evidence()) {
            if (!(c instanceof Claim.Event yes)) continue;
            Optional<LocalDate> day = yes.date().flatMap(Edtf::last);
            for (Claim.Event no : day.isEmpty() ? List.<Claim.Event>of() : told(denials, day.get())) {
                boolean apart = !yes.evidence().page().equals(no.evidence().page())
                        && !(crisis.speaker(yes).named() && crisis.speaker(yes).same(crisis.speaker(no)));
                if (!apart) continue;
                List<Claim> both = new ArrayList<>(done.evidence());
                both.add(no);
                return Optional.of(new PromiseVerdict(
                        Verdict.CONTRADICTED, "one says that it happened, another that it did not", both));
            }
        }
        return Optional.empty();
    }

    private static Optional<Situation.Version> mostSaid(List<Situation.Version> versions) {
        return versions.stream()
                .filter(v -> v.due().isPresent())
                .max(Comparator.comparingInt((Situation.Version v) -> v.claims().size())
                        .thenComparing(v -> said(v))
                        .thenComparing(v -> v.claims().get(0).id()));
    }

    private static Optional<PromiseVerdict> fulfilled(
            List<Situation.Version> versions, Optional<LocalDate> due, List<Claim.Event> evidence) {
        if (evidence.isEmpty()) return Optional.empty();
        List<LocalDate> days = evidence.stream()
                .map(Claim.Event::date)
                .flatMap(Optional::stream)
                .map(Edtf::day)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        if (due.isEmpty() || days.isEmpty())
            return due.isEmpty() && !days.isEmpty()
                    ? Optional.of(new PromiseVerdict(Verdict.KEPT, "it happened; no day had been set", evidence))
                    : Optional.empty();
        boolean onTheDay = days.contains(due.get())
                || versions.stream()
                        .anyMatch(v -> v.due()
                                .flatMap(Edtf::day)
                                .filter(days::contains)
                                .isPresent());
        if (onTheDay) return Optional.of(new PromiseVerdict(Verdict.KEPT, "it happened on the day", evidence));
        LocalDate done = days.get(0);
        return Optional.of(
                done.isBefore(due.get())
                        ? new PromiseVerdict(
                                Verdict.KEPT_EARLY, "it happened on " + done + ", due " + due.get(), evidence)
                        : new PromiseVerdict(Verdict.LATE, "it happened on " + done + ", due " + due.get(), evidence));
    }

    /** A later version of the same party, or one given as the newer, sets a later or earlier day. */
    private static boolean slipped(Crisis crisis, List<Situation.Version> versions) {
        for (Situation.Version a : versions)
            for (Situation.Version b : versions) {
                if (a == b || a.due().isEmpty() || b.due().isEmpty() || a.due().equals(b.due())) continue;
                boolean newer =
                        superseded(a) && !superseded(b) || said(a).isBefore(said(b)) && !said(b).equals(LocalDate.MAX);
                boolean oneVoice = superseded(a)
                        || crisis.speaker(a.claims().get(0))
                                .agrees(crisis.speaker(b.claims().get(0)));
                boolean passed = newer
                        && b.due().flatMap(Edtf::last).isPresent()
                        && a.due().flatMap(Edtf::last).isPresent()
                        && b.due()
                                .flatMap(Edtf::last)
                                .get()
                                .isAfter(a.due().flatMap(Edtf::last).get());
                if (passed
                        && (oneVoice
                                || !said(b).isBefore(a.due().flatMap(Edtf::last).get()))) return true;
            }
        return false;
    }

    /** Whether two versions that stand promise what cannot both be kept. */
    static boolean contradicting(List<Situation.Version> versions) {
        List<Situation.Version> live =
                versions.stream().filter(v -> !superseded(v) && !wished(v)).toList();
        for (Situation.Version a : live)
            for (Situation.Version b : live)
                if (termed(a) && termed(b) && !terms(a).equals(terms(b)) && !within(a, b) && !within(b, a)) return true;
        return false;
    }

    /** Whether nobody announced it: a wish or a condition contradicts no announcement. */
    private static boolean wished(Situation.Version v) {
        return v.claims().stream().allMatch(c -> c.status() == Status.HYPOTHETICAL);
    }

    /** Whether the start is told, though no end: "from 21 February". */
    private static boolean starts(Situation.Version v) {
        return v.claims().stream().anyMatch(c -> c.base().isPresent());
    }

    private static boolean termed(Situation.Version v) {
        return v.due().isPresent() || v.durationDays().isPresent();
    }

    private static String terms(Situation.Version v) {
        return v.due().map(Edtf::text).orElse("")
                + (v.dueQualifier()
                                .filter(q -> q == Claim.DueQualifier.AT_LEAST)
                                .isPresent()
                        ? " least"
                        : "");
    }

    /** "This week" and "on Thursday" agree: a day that keeps the other version's limit. */
    private static boolean within(Situation.Version day, Situation.Version limit) {
        boolean exact =
                day.dueQualifier().filter(q -> q == Claim.DueQualifier.EXACT).isPresent()
                        && day.durationDays().isEmpty();
        boolean most = limit.dueQualifier()
                        .filter(q -> q == Claim.DueQualifier.AT_MOST)
                        .isPresent()
                && limit.durationDays().isEmpty();
        Optional<LocalDate> d = day.due().flatMap(Edtf::last);
        Optional<LocalDate> l = limit.due().flatMap(Edtf::last);
        return exact && most && d.isPresent() && l.isPresent() && !d.get().isAfter(l.get());
    }
}
