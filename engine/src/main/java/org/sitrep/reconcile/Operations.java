package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Phase;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/** Puts a crisis's deployment, mission or withdrawal together as one object. */
final class Operations {
    private final Crisis crisis;
    private final Life life;
    private final List<Draft> drafts = new ArrayList<>();

    /** A claim read as one step. */
    private record Draft(Life.Step step, Optional<LocalDate> date, Actor by, boolean planned, Claim claim) {
        String key() {
            return step.name() + "|" + planned + "|";
        }
    }

    private Operations(Crisis crisis, Life life) {
        this.crisis = crisis;
        this.life = life;
        for (Claim c : crisis.claims()) {
            if (c instanceof Claim.Event e && (e.status() == Status.ASSERTED || e.status() == Status.PLANNED))
                life.step(e.type()).ifPresent(s -> event(s, e));
            if (c instanceof Claim.Commitment p) for (Life.Step s : life.steps()) commitment(s, p);
        }
    }

    /** The crisis's operation; none where nobody was sent or withdrawn. */
    static List<Situation.Operation> of(Crisis crisis, Life life) {
        Operations o = new Operations(crisis, life);
        return o.drafts.stream().anyMatch(d -> d.step().mark()) ? List.of(o.operation()) : List.of();
    }

    private void event(Life.Step step, Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        // A man who leaves the country is no contingent that goes home.
        if (step.change().equals("departure")
                && (actor.personOnly() || !e.type().equals(step.name()) && !actor.named())) return;
        // What the state does at home with its own forces is no step of those who were sent to it.
        boolean home = e.type().startsWith("operation_")
                && actor.state().isPresent()
                && actor.state().equals(crisis.host());
        if (home) return;
        drafts.add(new Draft(
                step,
                e.date().flatMap(Edtf::day),
                actor.named() ? actor : crisis.speaker(e),
                e.status() == Status.PLANNED,
                e));
    }

    private void commitment(Life.Step step, Claim.Commitment c) {
        Optional<LocalDate> due = c.due().flatMap(Edtf::last);
        Actor by =
                crisis.speaker(c).named() ? crisis.speaker(c) : crisis.actors().of(c.by());
        // A day named is a deadline; "within ten days" is one only once somebody names its base.
        if (step.due().contains(c.what()) && due.isPresent() && c.durationDays().isEmpty())
            drafts.add(new Draft(step, due, by, false, c));
        if (step.promised().contains(c.what())) drafts.add(new Draft(step, due, by, true, c));
        if (step.decided().contains(c.what()))
            drafts.add(new Draft(step, c.common().knownOn(), by, false, c));
    }

    private Situation.Operation operation() {
        Optional<String> organisation = organisation();
        String name = organisation.map(o -> o + " operation").orElse("Operation")
                + crisis.host().map(h -> " in " + h).orElse("");
        List<Situation.Step> steps = steps();
        return new Situation.Operation(name, organisation, steps, new Contributors(crisis, life).list(), phase());
    }

    /** Who carries most steps, organisations before states. */
    private Optional<String> organisation() {
        Map<String, Integer> count = new TreeMap<>();
        for (Draft d : drafts) {
            Actor a = party(d.claim());
            if (a.keys().stream().anyMatch(k -> k.startsWith("org:"))) count.merge(a.label(), 2, Integer::sum);
            else if (a.state().isPresent() && !a.state().equals(crisis.host()))
                count.merge(a.state().get(), 1, Integer::sum);
        }
        return count.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Actor party(Claim claim) {
        return switch (claim) {
            case Claim.Event e -> crisis.actors().of(e.actor());
            case Claim.Commitment c -> crisis.actors().of(c.by());
            case Claim.Figure f -> crisis.actors().of(f.contributor());
            case Claim.Statement s -> Actor.NOBODY;
        };
    }

    /** Claims of one step on one day are one step; what names no day joins the same party's step, else the best attested one. */
    private List<Situation.Step> steps() {
        Map<String, List<Draft>> dated = new TreeMap<>();
        for (Draft d : drafts)
            d.date()
                    .ifPresent(day -> dated.computeIfAbsent(d.key() + day, k -> new ArrayList<>())
                            .add(d));
        Map<String, List<Draft>> all = new TreeMap<>();
        dated.forEach((k, v) -> all.put(k, new ArrayList<>(v)));
        for (Draft d : drafts)
            if (d.date().isEmpty())
                all.computeIfAbsent(home(d, dated), k -> new ArrayList<>()).add(d);
        return all.values().stream()
                .map(Operations::step)
                .sorted(Comparator.comparing((Situation.Step s) -> s.date().orElse(LocalDate.MAX))
                        .thenComparing(Situation.Step::step)
                        .thenComparing(s -> s.claims().get(0).id()))
                .toList();
    }

    private static String home(Draft d, Map<String, List<Draft>> dated) {
        String best = d.key();
        int weight = -1;
        for (Map.Entry<String, List<Draft>> e : dated.entrySet()) {
            if (!e.getKey().startsWith(d.key())) continue;
            boolean sameParty = e.getValue().stream().anyMatch(o -> o.by().named() && o.by().same(d.by()));
            // Somebody else's declaration is another step; an event that nobody in particular did is the one that is
            // known.
            if (!sameParty && d.step().own()) continue;
            int w = e.getValue().size()
                    + (sameParty ? dated.size() * e.getValue().size() : 0);
            if (w > weight) {
                weight = w;
                best = e.getKey();
            }
        }
        return best;
    }

    private static Situation.Step step(List<Draft> drafts) {
        List<Draft> ordered = drafts.stream()
                .sorted(Comparator.comparing(Draft::claim, Crisis.ORDER))
                .toList();
        Optional<LocalDate> date =
                ordered.stream().map(Draft::date).flatMap(Optional::stream).findFirst();
        Optional<String> by = ordered.stream()
                .map(Draft::by)
                .filter(Actor::named)
                .map(Actor::label)
                .findFirst();
        return new Situation.Step(
                ordered.get(0).step().name(),
                date,
                by,
                ordered.get(0).planned(),
                ordered.stream().map(Draft::claim).toList());
    }

    private Phase phase() {
        return drafts.stream()
                .filter(d -> !d.planned())
                .map(d -> d.step().phase())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder())
                .orElse(Phase.UNKNOWN);
    }
}
