package org.sitrep.report;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/** Who speaks or acts in a situation, by the names that the report uses; whoever is only mentioned does neither. */
final class Heard {
    private final View view;
    private final Set<String> names = new TreeSet<>();

    Heard(View view) {
        this.view = view;
        names.addAll(view.situation.scene().places());
        view.situation.claims().forEach(this::claim);
        for (Situation.Operation o : view.situation.operations()) {
            add(o.organisation());
            o.contributors().forEach(c -> add(Optional.of(c.who())));
            o.steps().forEach(s -> add(s.by()));
        }
        view.situation.commitments().forEach(c -> add(c.by()));
    }

    Set<String> names() {
        return names;
    }

    private void claim(Claim claim) {
        add(claim.attribution().name());
        add(claim.attribution().speaker());
        view.voices.speaker(claim).ifPresent(names::add);
        switch (claim) {
            case Claim.Figure f -> add(f.contributor());
            case Claim.Commitment c -> {
                add(c.by());
                add(c.to());
            }
            case Claim.Event e -> {
                add(e.actor());
                add(e.target());
            }
            case Claim.Statement s -> add(s.target());
        }
    }

    private void add(Optional<String> name) {
        name.map(view.voices::named).ifPresent(names::add);
    }
}
