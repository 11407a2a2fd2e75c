package org.sitrep.reconcile;

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
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/** Promises as single objects with their versions, and what became of them. */
final class Promises {
    private final Crisis crisis;
    private final Life life;
    private final Ends ends;
    private final List<Claim.Event> events = new ArrayList<>();
    private final Set<String> dated = new TreeSet<>();

    private Promises(Crisis crisis, Life life) {
        this.crisis = crisis;
        this.life = life;
        this.ends = new Ends(crisis, life);
        for (Claim c : crisis.claims()) if (c instanceof Claim.Event e) events.add(e);
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
        PromiseVerdict judged = PromiseVerdict.of(
                crisis, versions, told(act, claims, Status.ASSERTED), told(act, claims, Status.DENIED), ends);
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
                PromiseVerdict.contradicting(versions));
    }

    /** The events that would fulfil it, as far as pages say of them that they happened, or of this crisis that they did not. */
    private List<Claim.Event> told(Optional<Life.Promise> act, List<Commitment> claims, Status status) {
        return act.map(a -> events.stream()
                        .filter(e -> e.status() == status && done(a, e) && (!a.own() || doer(claims, e)))
                        .filter(e -> !(e.denied() && e.common().background()))
                        .sorted(Crisis.ORDER)
                        .toList())
                .orElse(List.of());
    }

    /** Whether an event fulfils the act: where one contributor's people are gone, that of leaving in part. */
    private boolean done(Life.Promise act, Claim.Event e) {
        return act.done().contains(ends.part(e) ? Operations.PART : e.type());
    }

    /** Whether an event is a deed of one who promised it: the government's resignation keeps no promise of the president's. */
    private boolean doer(List<Commitment> claims, Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        return claims.stream()
                .map(c -> c.by().isPresent() ? crisis.actors().of(c.by()) : crisis.speaker(c))
                .anyMatch(a -> a.same(actor));
    }

    /** Who is to do it: organisations and states where any version names one, else the words of the pages. */
    private List<String> bodies(List<Commitment> versions) {
        // Who would like it is not who promised it, where somebody did.
        List<Commitment> firm =
                versions.stream().filter(c -> c.status() != Status.HYPOTHETICAL).toList();
        List<Commitment> claims = firm.isEmpty() ? versions : firm;
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
                .sorted(Comparator.comparing(PromiseVerdict::said)
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
}
