package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Packs;
import org.sitrep.model.Situation.Phase;

/**
 * How claims tell the life of an operation, as {@code languages/operations.yaml} says it.
 *
 * @param promises acts that are one promise in different words
 * @param steps steps of the life cycle, in its order
 * @param spot events that are where they happen
 */
record Life(List<Promise> promises, List<Step> steps, Set<String> spot) {

    /** A promised act: the commitments that promise it and the events that fulfil it. @param own whether only the one who promised can do it */
    record Promise(String name, Set<String> said, Set<String> done, boolean own) {}

    /**
     * One step.
     *
     * @param from events that are this step
     * @param promised commitments that announce it
     * @param due commitments whose day due is this step's day
     * @param decided commitments that, once made, are this step
     * @param transition what it does to where the operation stands
     * @param mark whether it makes a crisis one with an operation
     * @param sends whether its actor's state contributes people
     * @param own whether each declarant's is a step of its own
     * @param change "arrival" or "departure" where it changes the strength
     * @param there whether to plan or decide it shows that those who were sent are there
     */
    record Step(
            String name,
            Set<String> from,
            Set<String> promised,
            Set<String> due,
            Set<String> decided,
            Transition transition,
            boolean mark,
            boolean sends,
            boolean own,
            String change,
            boolean there) {}

    /** @throws org.sitrep.language.PackError naming file and line */
    static Life load(Packs packs) {
        Data file = packs.shared("operations.yaml");
        List<Promise> promises = new ArrayList<>();
        for (String name : file.at("promises").keys()) {
            Data p = file.at("promises").at(name);
            promises.add(new Promise(
                    name,
                    Set.copyOf(p.at("said").texts()),
                    Set.copyOf(p.at("done").texts()),
                    p.at("own").flag()));
        }
        List<Step> steps = new ArrayList<>();
        for (String name : file.at("steps").keys())
            steps.add(step(name, file.at("steps").at(name)));
        return new Life(
                List.copyOf(promises),
                List.copyOf(steps),
                Set.copyOf(file.at("spot").texts()));
    }

    private static Step step(String name, Data s) {
        return new Step(
                name,
                ids(s, "from"),
                ids(s, "promised"),
                ids(s, "due"),
                ids(s, "decided"),
                transition(s),
                s.at("mark").flag(),
                s.at("sends").flag(),
                s.at("own").flag(),
                s.at("change").text(""),
                s.at("there").flag());
    }

    private static Set<String> ids(Data step, String key) {
        return Set.copyOf(step.at(key).texts());
    }

    private static Transition transition(Data step) {
        Data value = step.at("phase");
        if (value.absent()) return new Transition.Noted();
        try {
            Phase phase = Phase.valueOf(value.text().toUpperCase(Locale.ROOT));
            return step.at("declares").flag() ? new Transition.Declared(phase) : new Transition.Observed(phase);
        } catch (IllegalArgumentException e) {
            throw value.error("no such phase for this step: " + value.text());
        }
    }

    /** The promise that a commitment's act is a version of. */
    Optional<Promise> promise(String what) {
        return promises.stream().filter(p -> p.said().contains(what)).findFirst();
    }

    /** The step that an event is. */
    Optional<Step> step(String event) {
        return steps.stream().filter(s -> s.from().contains(event)).findFirst();
    }

    /** Where a step stands in the life cycle, from 0. */
    int rank(String name) {
        for (int i = 0; i < steps.size(); i++) if (steps.get(i).name().equals(name)) return i;
        return steps.size();
    }

    /** Events by which an operation has ended. */
    Set<String> ends() {
        Set<String> out = new java.util.TreeSet<>();
        for (Step s : steps) if (s.transition().after(Phase.UNKNOWN) == Phase.ENDED) out.addAll(s.from());
        return out;
    }

    /** Events of steps that change the strength in one way. */
    Set<String> changes(String way) {
        Set<String> out = new java.util.TreeSet<>();
        for (Step s : steps) if (s.change().equals(way)) out.addAll(s.from());
        return out;
    }
}
