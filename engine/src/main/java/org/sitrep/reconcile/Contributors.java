package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;
import org.sitrep.relate.NameTable;

/** Which states have people in an operation, and how many each. */
final class Contributors {
    private static final Set<String> FORCE = Set.of("deployed", "withdrawn");

    private final Crisis crisis;
    private final Life life;
    private final Map<String, Set<Claim>> by = new TreeMap<>();

    Contributors(Crisis crisis, Life life) {
        this.crisis = crisis;
        this.life = life;
    }

    /** Contributors in order of their names, each with the claims that show it. */
    List<Situation.Contributor> list() {
        for (Claim c : crisis.claims()) {
            if (c instanceof Claim.Event e
                    && !e.denied()
                    && life.step(e.type()).filter(Life.Step::sends).isPresent())
                state(e.actor()).ifPresent(s -> add(s, e));
            if (c instanceof Claim.Figure f && FORCE.contains(f.measure())) force(f);
        }
        return by.entrySet().stream()
                .map(e -> new Situation.Contributor(
                        e.getKey(), strength(e.getKey(), e.getValue()), List.copyOf(e.getValue())))
                .toList();
    }

    private void force(Claim.Figure f) {
        state(f.contributor()).ifPresent(s -> add(s, f));
        f.contributor().ifPresent(c -> states(c).forEach(s -> add(s, f)));
        states(f.evidence().quote()).forEach(s -> add(s, f));
        listed(f).forEach(s -> add(s, f));
    }

    /** States in a list of three or more in the figure's own line: "7,000 troops from Senegal, Nigeria, Mali and Ghana". */
    private List<String> listed(Claim.Figure f) {
        String text = crisis.article(f.evidence().page()).text();
        int start = text.lastIndexOf('\n', Math.max(0, f.evidence().span().start() - 1)) + 1;
        int stop = text.indexOf('\n', f.evidence().span().end());
        List<String> out = new ArrayList<>();
        List<String> run = new ArrayList<>();
        int end = -1;
        for (NameTable.Found found :
                crisis.names().all(NameTable.words(text.substring(start, stop < 0 ? text.length() : stop)))) {
            if (!found.entry().category().equals("state")) continue;
            if (end >= 0 && found.from() - end > 2) flush(run, out);
            run.add(found.entry().id());
            end = found.to();
        }
        flush(run, out);
        return out.stream().filter(this::sender).distinct().toList();
    }

    private static void flush(List<String> run, List<String> out) {
        if (run.size() >= 3) out.addAll(run);
        run.clear();
    }

    private List<String> states(String text) {
        return crisis.names().all(NameTable.words(text)).stream()
                .filter(f -> f.entry().category().equals("state"))
                .map(f -> f.entry().id())
                .filter(this::sender)
                .distinct()
                .toList();
    }

    private Optional<String> state(Optional<String> words) {
        return words.map(crisis.actors()::of).flatMap(Actor::state).filter(this::sender);
    }

    /** The state in which the operation is receives it. */
    private boolean sender(String state) {
        return crisis.host().filter(state::equals).isEmpty();
    }

    private void add(String state, Claim claim) {
        by.computeIfAbsent(state, k -> new LinkedHashSet<>()).add(claim);
    }

    /** A strength is stated of one contributor alone; a force of five states is nobody's strength. */
    private OptionalLong strength(String state, Set<Claim> claims) {
        for (Claim c : claims) {
            if (!(c instanceof Claim.Figure f)
                    || f.status() != Status.ASSERTED
                    || f.contributor().isEmpty()) continue;
            if (states(f.contributor().get()).equals(List.of(state))
                    && f.amount().value().isPresent()) return f.amount().value();
        }
        return OptionalLong.empty();
    }
}
