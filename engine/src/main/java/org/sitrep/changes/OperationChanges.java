package org.sitrep.changes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.changes.Change.What;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Steps of operations that are new, told otherwise or gone, and phases reached. */
final class OperationChanges {
    private final Differences out;

    private OperationChanges(Differences out) {
        this.out = out;
    }

    private record Step(String crisis, String operation, Situation.Step step) {
        String words() {
            return step.step() + step.date().map(d -> " on " + d).orElse("") + (step.planned() ? " (planned)" : "");
        }
    }

    private static Map<String, Step> steps(List<Situation> situations) {
        Map<String, Step> out = new LinkedHashMap<>();
        for (Situation s : situations)
            for (Situation.Operation o : s.operations())
                for (Situation.Step step : o.steps()) {
                    Step one = new Step(s.crisis(), o.name(), step);
                    out.putIfAbsent(one.operation() + "|" + one.words(), one);
                }
        return out;
    }

    /** Puts down what is different in the operations' steps and phases. */
    static void between(Differences out) {
        new OperationChanges(out).operations();
    }

    private void operations() {
        Map<String, Step> old = steps(out.before());
        Map<String, Step> now = steps(out.after());
        List<Step> gone = new ArrayList<>();
        old.forEach((key, s) -> {
            if (!now.containsKey(key)) gone.add(s);
        });
        now.forEach((key, s) -> {
            if (!old.containsKey(key)) step(s, gone);
        });
        for (Step s : gone)
            out.add(
                    What.STEP_GONE,
                    s.crisis(),
                    s.operation(),
                    Optional.of(s.words()),
                    Optional.empty(),
                    s.step().claims());
        Map<String, Situation.Phase> phases = new LinkedHashMap<>();
        for (Situation s : out.before()) for (Situation.Operation o : s.operations()) phases.put(o.name(), o.phase());
        for (Situation s : out.after())
            for (Situation.Operation o : s.operations())
                phase(s.crisis(), o, Optional.ofNullable(phases.get(o.name())));
    }

    /** A step told by some of the same claims is the same step, dated or planned otherwise. */
    private void step(Step step, List<Step> gone) {
        Set<String> ids = new HashSet<>();
        for (Claim c : step.step().claims()) ids.add(c.id());
        Optional<Step> was = gone.stream()
                .filter(g -> g.step().step().equals(step.step().step())
                        && g.step().claims().stream().anyMatch(c -> ids.contains(c.id())))
                .findFirst();
        was.ifPresent(gone::remove);
        List<Claim> fresh = out.fresh(step.step().claims());
        out.add(
                was.isPresent() ? What.STEP_CHANGED : What.STEP_NEW,
                step.crisis(),
                step.operation(),
                was.map(Step::words),
                Optional.of(step.words()),
                fresh.isEmpty() ? step.step().claims() : fresh);
    }

    private void phase(String crisis, Situation.Operation o, Optional<Situation.Phase> was) {
        if (was.isEmpty() || was.get() == o.phase()) return;
        List<Claim> all = o.steps().stream().flatMap(s -> s.claims().stream()).toList();
        List<Claim> fresh = out.fresh(all);
        out.add(
                What.PHASE,
                crisis,
                o.name(),
                was.map(Situation.Phase::code),
                Optional.of(o.phase().code()),
                fresh.isEmpty() ? all : fresh);
    }
}
