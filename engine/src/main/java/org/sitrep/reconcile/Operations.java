package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Situation;
import org.sitrep.model.Situation.Phase;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/** Puts a crisis's deployment, mission or withdrawal together as one object. */
final class Operations {
    private static final Set<String> STEPS = Set.of("request", "authorisation", "deployment", "arrival", "task", "declared_completion", "withdrawal_start",
            "partial_withdrawal", "withdrawal_end", "extension", "operation_start", "operation_end", "departure");
    /** Without one of these there is no operation: help is also requested, and tasks given, after an earthquake. */
    private static final Set<String> MARKS = Set.of("deployment", "arrival", "authorisation", "withdrawal_start", "partial_withdrawal", "withdrawal_end", "operation_start", "operation_end");
    private static final Set<String> LEAVING = Set.of("start_withdrawal", "partial_withdrawal", "reduce", "complete_withdrawal", "end_operation");
    private static final Set<String> DUE = Set.of("complete_withdrawal", "end_operation", "use_force", "hand_over");

    private final Crisis crisis;
    private final List<Draft> drafts = new ArrayList<>();

    /** A claim read as one step. */
    private record Draft(String step, Optional<LocalDate> date, Actor by, boolean planned, Claim claim) {}

    private Operations(Crisis crisis) {
        this.crisis = crisis;
        for (Claim c : crisis.claims()) draft(c);
    }

    /** The crisis's operation; none where nobody was sent or withdrawn. */
    static List<Situation.Operation> of(Crisis crisis) {
        Operations o = new Operations(crisis);
        boolean any = o.drafts.stream().anyMatch(d -> MARKS.contains(d.step()) || d.claim() instanceof Claim.Commitment c && LEAVING.contains(c.what()));
        return any ? List.of(o.operation()) : List.of();
    }

    private void draft(Claim claim) {
        switch (claim) {
            case Claim.Event e -> {
                if (STEPS.contains(e.type()) && (e.status() == Status.ASSERTED || e.status() == Status.PLANNED)) drafts.add(event(e));
            }
            case Claim.Commitment c -> commitment(c);
            case Claim.Figure f -> {}
            case Claim.Statement s -> {}
        }
    }

    private Draft event(Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        String step = switch (e.type()) {
            // One contributor's contingent going home is a part of the withdrawal, not its end.
            case "departure" -> "partial_withdrawal";
            case "operation_start" -> "deployment";
            case "operation_end" -> "withdrawal_end";
            default -> e.type();
        };
        return new Draft(step, e.date().flatMap(Edtf::day), actor.named() ? actor : crisis.speaker(e), e.status() == Status.PLANNED, e);
    }

    private void commitment(Claim.Commitment c) {
        Optional<LocalDate> due = c.due().flatMap(Edtf::last);
        Actor by = crisis.speaker(c).named() ? crisis.speaker(c) : crisis.actors().of(c.by());
        // A day named is a deadline; "within ten days" is one only once somebody names its base.
        if (DUE.contains(c.what()) && due.isPresent() && c.durationDays().isEmpty()) drafts.add(new Draft("deadline", due, by, false, c));
        if (c.what().equals("start_withdrawal")) drafts.add(new Draft("withdrawal_start", due, by, true, c));
        if (c.what().equals("partial_withdrawal") || c.what().equals("reduce")) drafts.add(new Draft("partial_withdrawal", due, by, true, c));
        if (c.what().equals("extend")) drafts.add(new Draft("extension", c.common().knownOn(), by, false, c));
    }

    private Situation.Operation operation() {
        Optional<String> organisation = organisation();
        String name = organisation.map(o -> o + " operation").orElse("Operation") + crisis.host().map(h -> " in " + h).orElse("");
        List<Situation.Step> steps = steps();
        return new Situation.Operation(name, organisation, steps, contributors(), phase(steps));
    }

    /** Who carries most steps, organisations before states. */
    private Optional<String> organisation() {
        Map<String, Integer> count = new TreeMap<>();
        for (Draft d : drafts) party(d.claim()).filter(Actor::named).ifPresent(a -> {
            if (a.keys().stream().anyMatch(k -> k.startsWith("org:"))) count.merge(a.label(), 2, Integer::sum);
            else if (a.state().isPresent() && !a.state().equals(crisis.host())) count.merge(a.state().get(), 1, Integer::sum);
        });
        return count.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private Optional<Actor> party(Claim claim) {
        return switch (claim) {
            case Claim.Event e -> e.actor().map(crisis.actors()::of);
            case Claim.Commitment c -> c.by().map(crisis.actors()::of);
            case Claim.Figure f -> f.contributor().map(crisis.actors()::of);
            case Claim.Statement s -> Optional.empty();
        };
    }

    /** Claims of one step on one day are one step; what names no day joins the same party's step, else the best attested one. */
    private List<Situation.Step> steps() {
        Map<String, List<Draft>> dated = new TreeMap<>();
        for (Draft d : drafts) d.date().ifPresent(day -> dated.computeIfAbsent(key(d, day.toString()), k -> new ArrayList<>()).add(d));
        Map<String, List<Draft>> all = new TreeMap<>();
        dated.forEach((k, v) -> all.put(k, new ArrayList<>(v)));
        for (Draft d : drafts) if (d.date().isEmpty()) all.computeIfAbsent(home(d, dated), k -> new ArrayList<>()).add(d);
        return all.values().stream().map(this::step)
                .sorted(Comparator.comparing((Situation.Step s) -> s.date().orElse(LocalDate.MAX)).thenComparing(Situation.Step::step).thenComparing(s -> s.claims().get(0).id())).toList();
    }

    private static String key(Draft d, String day) {
        return d.step() + "|" + d.planned() + "|" + day;
    }

    private static String home(Draft d, Map<String, List<Draft>> dated) {
        String prefix = key(d, "");
        String best = prefix;
        int weight = -1;
        for (Map.Entry<String, List<Draft>> e : dated.entrySet()) {
            if (!e.getKey().startsWith(prefix)) continue;
            boolean sameParty = e.getValue().stream().anyMatch(o -> o.by().named() && o.by().same(d.by()));
            // Somebody else's declaration is another step; an event that nobody in particular did is the one that is known.
            if (!sameParty && d.step().equals("declared_completion")) continue;
            int w = e.getValue().size() + (sameParty ? 1000 : 0);
            if (w > weight) {
                weight = w;
                best = e.getKey();
            }
        }
        return best;
    }

    private Situation.Step step(List<Draft> drafts) {
        List<Draft> ordered = drafts.stream().sorted(Comparator.comparing(Draft::claim, Crisis.ORDER)).toList();
        Optional<LocalDate> date = ordered.stream().map(Draft::date).flatMap(Optional::stream).findFirst();
        Optional<String> by = ordered.stream().map(Draft::by).filter(Actor::named).map(Actor::label).findFirst();
        return new Situation.Step(ordered.get(0).step(), date, by, ordered.get(0).planned(), ordered.stream().map(Draft::claim).toList());
    }

    private List<Situation.Contributor> contributors() {
        Map<String, List<Claim>> by = new TreeMap<>();
        for (Draft d : drafts) if (d.claim() instanceof Claim.Event e && SENT.contains(e.type())) state(e.actor()).ifPresent(s -> add(by, s, e));
        for (Claim c : crisis.claims()) if (c instanceof Claim.Figure f && FORCE.contains(f.measure())) forces(f, by);
        return by.entrySet().stream().map(e -> new Situation.Contributor(e.getKey(), strength(e.getKey(), e.getValue()), e.getValue().stream().distinct().sorted(Crisis.ORDER).toList())).toList();
    }

    private static final Set<String> SENT = Set.of("deployment", "arrival", "withdrawal_start", "partial_withdrawal", "withdrawal_end", "departure");
    private static final Set<String> FORCE = Set.of("deployed", "withdrawn");

    private void forces(Claim.Figure f, Map<String, List<Claim>> by) {
        state(f.contributor()).ifPresent(s -> add(by, s, f));
        for (String s : states(f.evidence().quote())) add(by, s, f);
        f.contributor().ifPresent(c -> states(c).forEach(s -> add(by, s, f)));
        listed(f).forEach(s -> add(by, s, f));
    }

    /** States in a list of three or more in the figure's own line: "7,000 troops from Senegal, Nigeria, Mali and Ghana". */
    private List<String> listed(Claim.Figure f) {
        String text = crisis.article(f.evidence().page()).text();
        int start = text.lastIndexOf('\n', Math.max(0, f.evidence().span().start() - 1)) + 1;
        int stop = text.indexOf('\n', f.evidence().span().end());
        return crisis.lists(text.substring(start, stop < 0 ? text.length() : stop));
    }

    private List<String> states(String text) {
        return crisis.names().all(org.sitrep.relate.NameTable.words(text)).stream().filter(f -> f.entry().category().equals("state")).map(f -> f.entry().id())
                .filter(s -> crisis.host().filter(s::equals).isEmpty()).distinct().toList();
    }

    private Optional<String> state(Optional<String> words) {
        return words.map(crisis.actors()::of).flatMap(Actor::state).filter(s -> crisis.host().filter(s::equals).isEmpty());
    }

    private static void add(Map<String, List<Claim>> by, String state, Claim claim) {
        by.computeIfAbsent(state, k -> new ArrayList<>()).add(claim);
    }

    /** A strength is stated of one contributor alone; a force of five states is nobody's strength. */
    private OptionalLong strength(String state, List<Claim> claims) {
        for (Claim c : claims)
            if (c instanceof Claim.Figure f && f.status() == Status.ASSERTED && f.contributor().isPresent() && states(f.contributor().get()).equals(List.of(state)) && f.amount().value().isPresent()) return f.amount().value();
        return OptionalLong.empty();
    }

    private static Phase phase(List<Situation.Step> steps) {
        Map<String, Phase> reached = new HashMap<>();
        reached.put("request", Phase.ASKED_FOR);
        reached.put("authorisation", Phase.AUTHORISED);
        reached.put("deployment", Phase.DEPLOYING);
        reached.put("arrival", Phase.DEPLOYED);
        reached.put("task", Phase.DEPLOYED);
        reached.put("declared_completion", Phase.DECLARED_COMPLETE);
        reached.put("withdrawal_start", Phase.WITHDRAWING);
        reached.put("partial_withdrawal", Phase.WITHDRAWING);
        reached.put("withdrawal_end", Phase.ENDED);
        return steps.stream().filter(s -> !s.planned()).map(s -> reached.getOrDefault(s.step(), Phase.UNKNOWN)).filter(p -> p != Phase.UNKNOWN).max(Comparator.naturalOrder()).orElse(Phase.UNKNOWN);
    }
}
