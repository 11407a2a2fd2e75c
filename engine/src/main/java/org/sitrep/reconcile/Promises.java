package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.model.Claim.Commitment;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Verdict;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/** Promises as single objects with their versions, and what became of them. */
final class Promises {
    private final Crisis crisis;
    private final Life life;
    private final List<Claim.Event> events = new ArrayList<>();
    private final Set<String> dated = new TreeSet<>();

    private Promises(Crisis crisis, Life life) {
        this.crisis = crisis;
        this.life = life;
        for (Claim c : crisis.claims()) if (c instanceof Claim.Event e && e.status() == Status.ASSERTED) events.add(e);
    }

    static List<Situation.CommitmentHistory> of(Crisis crisis, Life life) {
        Promises promises = new Promises(crisis, life);
        for (Claim c : crisis.claims()) if (c instanceof Commitment p && termed(p)) promises.dated.add(p.what());
        Map<String, List<Commitment>> groups = new TreeMap<>();
        for (Claim c : crisis.claims())
            if (c instanceof Commitment p)
                groups.computeIfAbsent(promises.key(p), k -> new ArrayList<>()).add(p);
        return groups.values().stream().map(promises::history).toList();
    }

    static boolean atLeast(Commitment c) {
        return c.dueQualifier().filter(q -> q == Claim.DueQualifier.AT_LEAST).isPresent();
    }

    private static boolean termed(Commitment c) {
        return c.due().isPresent() || c.durationDays().isPresent();
    }

    /**
     * One act is one promise. Said without any term ("would begin to leave") it is a version of the promise that others give the same
     * act's term of; where the act itself is another, though it fulfils the same ("soon over" beside "gone in ten days"), nothing tells
     * that the term is meant.
     */
    private String key(Commitment c) {
        Optional<Life.Promise> act = life.promise(c.what());
        if (act.isPresent() && !termed(c) && !dated.contains(c.what()))
            return act.get().name() + "|untermed";
        if (act.isEmpty())
            return c.what() + "|" + party(c) + "|" + c.object().orElse("")
                    + (termed(c) ? "|" + c.due().map(Edtf::text).orElse("") : "|untermed");
        return act.get().name();
    }

    private String party(Commitment c) {
        Actor by = crisis.actors().of(c.by());
        return by.named() ? by.keys().stream().sorted().findFirst().orElse("") : "";
    }

    private Situation.CommitmentHistory history(List<Commitment> claims) {
        List<Situation.Version> versions = versions(claims);
        Optional<Life.Promise> act = life.promise(claims.get(0).what());
        List<Claim.Event> evidence = act.map(a -> events.stream()
                        .filter(e -> a.done().contains(e.type()) && (!a.own() || doer(claims, e)))
                        .sorted(Crisis.ORDER)
                        .toList())
                .orElse(List.of());
        Judged judged = judge(versions, evidence);
        Optional<String> by = bodies(claims).stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        b -> b, TreeMap::new, java.util.stream.Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
        return new Situation.CommitmentHistory(
                claims.get(0).what(),
                label(claims),
                by,
                versions,
                judged.verdict(),
                judged.why(),
                List.copyOf(judged.evidence()),
                contradicting(versions));
    }

    /** Whether an event is a deed of one who promised it: the government's resignation keeps no promise of the president's. */
    private boolean doer(List<Commitment> claims, Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        return claims.stream()
                .map(c -> c.by().isPresent() ? crisis.actors().of(c.by()) : crisis.speaker(c))
                .anyMatch(a -> a.same(actor));
    }

    /** Who is to do it: organisations and states where any version names one, else the words of the pages. */
    private List<String> bodies(List<Commitment> claims) {
        List<Actor> all = claims.stream()
                .map(Commitment::by)
                .flatMap(Optional::stream)
                .map(crisis.actors()::of)
                .toList();
        List<Actor> speakers = claims.stream().map(crisis::speaker).toList();
        for (String kind : List.of("org:", "state:", "")) {
            List<String> labels = labels(all, kind);
            // An organisation that speaks of its own people owes it, before a state that stands beside it in the
            // sentence.
            if (labels.isEmpty() && kind.equals("org:")) labels = labels(speakers, kind);
            if (!labels.isEmpty()) return labels;
        }
        return List.of();
    }

    private static List<String> labels(List<Actor> actors, String kind) {
        return actors.stream()
                .filter(a -> a.keys().stream().anyMatch(k -> k.startsWith(kind)))
                .map(Actor::label)
                .toList();
    }

    private static String label(List<Commitment> claims) {
        Commitment c = claims.get(0);
        return c.object().orElse(c.what().replace('_', ' '));
    }

    /** Versions agree in the day due or in the stated duration; "at least" promises the opposite of "at most" and stands alone. */
    private List<Situation.Version> versions(List<Commitment> claims) {
        Disjoint<String> joined = new Disjoint<>();
        Map<String, String> first = new TreeMap<>();
        for (Commitment c : claims) {
            String side = atLeast(c) ? "least|" : "";
            c.due().ifPresent(d -> meet(first, joined, side + "due|" + d.text(), c.id()));
            if (c.durationDays().isPresent())
                meet(first, joined, side + "days|" + c.durationDays().getAsInt(), c.id());
            if (!termed(c)) meet(first, joined, side + "untermed", c.id());
        }
        Map<String, List<Commitment>> groups = new TreeMap<>();
        for (Commitment c : claims)
            groups.computeIfAbsent(joined.root(c.id()), k -> new ArrayList<>()).add(c);
        return groups.values().stream()
                .map(this::version)
                .sorted(Comparator.comparing(Promises::said)
                        .thenComparing(v -> v.due().map(Edtf::text).orElse(""))
                        .thenComparing(v -> v.claims().get(0).id()))
                .toList();
    }

    private static void meet(Map<String, String> first, Disjoint<String> joined, String term, String id) {
        String other = first.putIfAbsent(term, id);
        if (other != null) joined.join(other, id);
    }

    private Situation.Version version(List<Commitment> claims) {
        List<Commitment> ordered = claims.stream().sorted(Crisis.ORDER).toList();
        Optional<Edtf> due = most(
                ordered.stream().map(Commitment::due).flatMap(Optional::stream).toList());
        var days = ordered.stream()
                .map(Commitment::durationDays)
                .filter(java.util.OptionalInt::isPresent)
                .findFirst()
                .orElse(java.util.OptionalInt.empty());
        Optional<Claim.DueQualifier> qualifier = most(ordered.stream()
                .map(Commitment::dueQualifier)
                .flatMap(Optional::stream)
                .toList());
        Optional<String> speaker = ordered.stream()
                .map(crisis::speaker)
                .filter(Actor::named)
                .map(Actor::label)
                .findFirst();
        return new Situation.Version(due, days, qualifier, speaker, ordered);
    }

    private static <T extends Comparable<? super T>> Optional<T> most(List<T> values) {
        Map<T, Integer> count = new TreeMap<>();
        values.forEach(v -> count.merge(v, 1, Integer::sum));
        return count.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** When a version was first said; a version given as an earlier one comes before all others. */
    private static LocalDate said(Situation.Version v) {
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

    private record Judged(Verdict verdict, String why, List<Claim.Event> evidence) {}

    /** The strongest verdict that evidence supports, as {@code docs/relations} orders them. */
    private Judged judge(List<Situation.Version> versions, List<Claim.Event> evidence) {
        List<Situation.Version> live =
                versions.stream().filter(v -> !superseded(v)).toList();
        List<Situation.Version> standing = live.isEmpty() ? versions : live;
        Optional<LocalDate> due = mostSaid(standing).flatMap(v -> v.due().flatMap(Edtf::last));
        Optional<Judged> done = fulfilled(versions, due, evidence);
        if (done.isPresent()) return done.get();
        boolean takenBack =
                standing.stream().allMatch(v -> v.claims().stream().allMatch(c -> Rung.takesBack(c.status())));
        if (takenBack) return new Judged(Verdict.RETRACTED, "taken back", List.of());
        if (slipped(versions)) return new Judged(Verdict.SLIPPED, "a later version moves the day due", List.of());
        if (contradicting(versions))
            return new Judged(Verdict.OPEN, "its versions disagree, and no page says whether it was kept", List.of());
        boolean measurable = standing.stream().anyMatch(v -> termed(v) || starts(v));
        if (!measurable)
            return new Judged(
                    Verdict.UNKNOWABLE, "no day, no duration and no condition that could be checked", List.of());
        return new Judged(Verdict.OPEN, "no page says whether it was kept", List.of());
    }

    private static Optional<Situation.Version> mostSaid(List<Situation.Version> versions) {
        return versions.stream()
                .filter(v -> v.due().isPresent())
                .max(Comparator.comparingInt((Situation.Version v) -> v.claims().size())
                        .thenComparing(v -> said(v))
                        .thenComparing(v -> v.claims().get(0).id()));
    }

    private Optional<Judged> fulfilled(
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
                    ? Optional.of(new Judged(Verdict.KEPT, "it happened; no day had been set", evidence))
                    : Optional.empty();
        boolean onTheDay = days.contains(due.get())
                || versions.stream()
                        .anyMatch(v -> v.due()
                                .flatMap(Edtf::day)
                                .filter(days::contains)
                                .isPresent());
        if (onTheDay) return Optional.of(new Judged(Verdict.KEPT, "it happened on the day", evidence));
        LocalDate done = days.get(0);
        return Optional.of(
                done.isBefore(due.get())
                        ? new Judged(Verdict.KEPT_EARLY, "it happened on " + done + ", due " + due.get(), evidence)
                        : new Judged(Verdict.LATE, "it happened on " + done + ", due " + due.get(), evidence));
    }

    /** A later version of the same party, or one given as the newer, sets a later or earlier day. */
    private boolean slipped(List<Situation.Version> versions) {
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

    private static boolean contradicting(List<Situation.Version> versions) {
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
