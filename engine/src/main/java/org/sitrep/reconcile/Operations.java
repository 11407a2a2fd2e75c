package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Phase;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/** Puts a crisis's deployment, mission or withdrawal together as one object. */
final class Operations {
    /** The step of a contingent that goes home before the others. */
    static final String PART = "partial_withdrawal";

    private final Crisis crisis;
    private final Life life;
    private final Ends ends;
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
        this.ends = new Ends(crisis, life);
        for (Claim c : crisis.claims()) {
            if (c instanceof Claim.Event e && (e.status() == Status.ASSERTED || e.status() == Status.PLANNED))
                life.step(ends.part(e) ? PART : e.type()).ifPresent(s -> event(s, e));
            if (c instanceof Claim.Commitment p) for (Life.Step s : life.steps()) commitment(s, p);
        }
        Map<String, List<Integer>> pages = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++)
            pages.computeIfAbsent(drafts.get(i).claim().evidence().page(), k -> new ArrayList<>())
                    .add(i);
        for (List<Integer> page : pages.values()) for (int i : page) drafts.set(i, declared(drafts.get(i), page));
    }

    /** "The operation is over", read both as its end and as the word that its work is done, or said by who declares that, is that word. */
    private Draft declared(Draft d, List<Integer> page) {
        if (!(d.step().transition() instanceof Transition.Declared) || d.step().own()) return d;
        Actor speaker = crisis.speaker(d.claim());
        return page.stream()
                .map(drafts::get)
                .filter(o -> o.step().own()
                        && (o.claim()
                                        .evidence()
                                        .span()
                                        .overlaps(d.claim().evidence().span())
                                || speaker.named() && speaker.same(crisis.speaker(o.claim()))))
                .findFirst()
                .map(o -> new Draft(o.step(), o.date(), o.by(), o.planned(), d.claim()))
                .orElse(d);
    }

    /** The crisis's operation; none where no organisation and no other state sent or withdrew anybody. */
    static List<Situation.Operation> of(Crisis crisis, Life life) {
        Operations o = new Operations(crisis, life);
        return o.drafts.stream().anyMatch(d -> d.step().mark() && o.sent(d)) ? List.of(o.operation()) : List.of();
    }

    /** Whether those who move are an organisation's or another state's: an army in the streets of its own country is on no mission. */
    private boolean sent(Draft d) {
        Actor a = party(d.claim()).named() ? party(d.claim()) : d.by();
        if (a.keys().stream().anyMatch(k -> k.startsWith("org:"))) return true;
        boolean abroad = a.state().isPresent() && !a.state().equals(crisis.host());
        return abroad
                && !(d.claim() instanceof Claim.Event e
                        && e.place().flatMap(Place::name).equals(a.state()));
    }

    private void event(Life.Step step, Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        // A man who leaves the country is no contingent that goes home.
        if (step.change().equals("departure")
                && (actor.personOnly() || !e.type().equals(step.name()) && !actor.named())) return;
        // What the state does at home with its own forces is no step of those who were sent to it.
        Actor whose = actor.named() ? actor : crisis.speaker(e);
        boolean home = e.type().startsWith("operation_")
                && whose.state().isPresent()
                && whose.state().equals(crisis.host());
        if (home) return;
        // Forces led by a state are nobody's in particular, and not those of whoever tells of them.
        boolean somebody = actor.named() || e.actor().isPresent() && step.sends();
        drafts.add(new Draft(
                step,
                e.date().flatMap(Edtf::day),
                somebody ? actor : crisis.speaker(e),
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
        // Who would like it has decided nothing.
        if (step.decided().contains(c.what()) && c.status() != Status.HYPOTHETICAL)
            drafts.add(new Draft(step, c.common().knownOn(), by, false, c));
    }

    private Situation.Operation operation() {
        Optional<String> organisation = organisation();
        String name = organisation.map(o -> o + " operation").orElse("Operation")
                + crisis.host().map(h -> " in " + h).orElse("");
        List<Situation.Step> steps = steps();
        return new Situation.Operation(
                name, organisation, crisis.host(), steps, new Contributors(crisis, life).list(), phases(steps));
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
        return ordered(all.values().stream().map(this::step).toList());
    }

    /** By day; a step without one stands behind those that come before it in the life cycle, not at the end. */
    private List<Situation.Step> ordered(List<Situation.Step> steps) {
        Comparator<Situation.Step> cycle = Comparator.comparingInt((Situation.Step s) -> life.rank(s.step()))
                .thenComparing(s -> s.claims().get(0).id());
        List<Situation.Step> out = new ArrayList<>(steps.stream()
                .filter(s -> s.date().isPresent())
                .sorted(Comparator.comparing((Situation.Step s) -> s.date().orElseThrow())
                        .thenComparing(cycle))
                .toList());
        for (Situation.Step s :
                steps.stream().filter(s -> s.date().isEmpty()).sorted(cycle).toList()) {
            int at = out.size();
            while (at > 0 && life.rank(out.get(at - 1).step()) > life.rank(s.step())) at--;
            out.add(at, s);
        }
        return List.copyOf(out);
    }

    private String home(Draft d, Map<String, List<Draft>> dated) {
        Actor says = crisis.speaker(d.claim());
        boolean apart = d.step().own() && says.named();
        String best = apart ? d.key() + says.label() : d.key();
        int weight = -1;
        for (Map.Entry<String, List<Draft>> e : dated.entrySet()) {
            if (!e.getKey().startsWith(d.key())) continue;
            boolean sameParty = e.getValue().stream().anyMatch(o -> o.by().named() && o.by().same(d.by()));
            // Somebody else's declaration is another step; an event that nobody in particular did is the one that is
            // known.
            boolean another = d.step().name().equals(PART) && d.by().body();
            if (!sameParty && (another || d.step().own())) continue;
            int w = e.getValue().size()
                    + (sameParty ? dated.size() * e.getValue().size() : 0);
            if (w > weight) {
                weight = w;
                best = e.getKey();
            }
        }
        return best;
    }

    private Situation.Step step(List<Draft> drafts) {
        List<Draft> ordered = drafts.stream()
                .sorted(Comparator.comparing(Draft::claim, Crisis.ORDER))
                .toList();
        Optional<LocalDate> date =
                ordered.stream().map(Draft::date).flatMap(Optional::stream).findFirst();
        return new Situation.Step(
                ordered.get(0).step().name(),
                date,
                by(ordered),
                ordered.get(0).planned(),
                ordered.stream().map(Draft::claim).toList());
    }

    /**
     * Who takes the step: the one most named. It is a body that sends people, the force's own organisation before a member of it, and not
     * the man who announces it; a declaration is its speaker's; and nobody asks himself for help.
     */
    private Optional<String> by(List<Draft> drafts) {
        Life.Step step = drafts.get(0).step();
        List<Actor> actors = drafts.stream()
                .map(d -> step.transition() instanceof Transition.Declared ? crisis.speaker(d.claim()) : d.by())
                .filter(Actor::named)
                .toList();
        boolean body = step.sends() && actors.stream().anyMatch(Actor::body);
        boolean asks = step.name().equals("request");
        List<Actor> fit = actors.stream()
                .filter(a -> !body || a.body())
                .filter(a -> !asks
                        || a.personOnly()
                        || a.state().equals(crisis.host()) && crisis.host().isPresent())
                .toList();
        Optional<String> force = organisation();
        if (step.sends() && fit.stream().anyMatch(a -> force.equals(Optional.of(a.label())))) return force;
        Map<Actor, Long> times = fit.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting()));
        Map<Actor, Long> named = new HashMap<>();
        for (Actor a : times.keySet())
            times.forEach((b, n) -> {
                if (a.same(b)) named.merge(a, n, Long::sum);
            });
        return times.keySet().stream()
                .max(Comparator.comparingLong((Actor a) -> named.getOrDefault(a, 0L))
                        .thenComparing(Actor::label))
                .map(Actor::label);
    }

    /** The phases that the operation goes through, each with the step that leads there; see {@link #phase}. */
    private List<Situation.Reached> phases(List<Situation.Step> steps) {
        List<Situation.Reached> out = new ArrayList<>();
        Phase now = Phase.UNKNOWN;
        Optional<LocalDate> since = Optional.empty();
        for (Situation.Step s : steps) {
            Life.Step step = life.steps().get(life.rank(s.step()));
            Phase then = phase(s, step, now, since);
            boolean own = !s.planned() && then == step.transition().after(now);
            if (then != now)
                out.add(new Situation.Reached(
                        then,
                        own ? s.date() : Optional.empty(),
                        own && step.transition() instanceof Transition.Declared));
            if (then != now && s.date().isPresent()) since = s.date();
            now = then;
        }
        return List.copyOf(out);
    }

    /**
     * Where a step leads. A plan leads nowhere, except that whoever plans how a force goes, or stays, later than the day on which it was
     * sent, tells that it is there. An end that other pages do not know yet is a force that is leaving.
     */
    private Phase phase(Situation.Step s, Life.Step step, Phase now, Optional<LocalDate> since) {
        boolean noted = step.transition() instanceof Transition.Noted;
        if (s.planned() || noted)
            return step.there() && now == Phase.DEPLOYING && since.isPresent() && told(s, since.get())
                    ? Phase.DEPLOYED
                    : now;
        Phase then = step.transition().after(now);
        return then == Phase.ENDED && now != Phase.ENDED && !agreed(s) ? Phase.WITHDRAWING : then;
    }

    private boolean told(Situation.Step s, LocalDate since) {
        return s.claims().stream()
                .anyMatch(c -> crisis.knownBy(c).filter(d -> d.isAfter(since)).isPresent());
    }

    private boolean agreed(Situation.Step s) {
        return s.claims().stream()
                .anyMatch(c -> c instanceof Claim.Event e && ends.against(e).isEmpty());
    }
}
