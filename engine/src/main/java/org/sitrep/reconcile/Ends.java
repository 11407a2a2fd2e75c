package org.sitrep.reconcile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Status;
import org.sitrep.relate.Actor;

/**
 * What speaks for the end of an operation and what against it. One page that says "they have left" ends nothing where a page of a
 * later day still expects the last of them to go, nor where only one contributor's people are meant.
 */
final class Ends {
    private static final String ORGANISATION = "org:";
    private static final String STATE = "state:";

    private final Crisis crisis;
    private final Life life;
    private final Set<String> events;
    private final boolean joint;
    private final List<Claim.Commitment> ahead = new ArrayList<>();

    Ends(Crisis crisis, Life life) {
        this.crisis = crisis;
        this.life = life;
        this.events = life.ends();
        boolean several = false;
        for (Claim c : crisis.claims()) {
            if (c instanceof Claim.Event e)
                several |= life.step(e.type()).filter(Life.Step::mark).isPresent()
                        && keyed(crisis.actors().of(e.actor()), ORGANISATION);
            if (c instanceof Claim.Commitment p && expects(p)) ahead.add(p);
        }
        this.joint = several;
    }

    private static boolean keyed(Actor actor, String kind) {
        return actor.keys().stream().anyMatch(k -> k.startsWith(kind));
    }

    /** A day named for the end that lay ahead when the page told it; a length may be one that the page only recalls. */
    private boolean expects(Claim.Commitment p) {
        Optional<LocalDate> due = p.due().flatMap(Edtf::last);
        return p.status() == Status.ASSERTED
                && p.durationDays().isEmpty()
                && life.promise(p.what())
                        .filter(x -> x.done().stream().anyMatch(events::contains))
                        .isPresent()
                && due.isPresent()
                && crisis.knownBy(p).filter(due.get()::isAfter).isPresent();
    }

    /** Whether it tells that a force is gone. */
    boolean end(Claim.Event e) {
        return events.contains(e.type());
    }

    /** Whether only one state's people have gone, of a force that an organisation sent. */
    boolean part(Claim.Event e) {
        Actor actor = crisis.actors().of(e.actor());
        return end(e) && joint && keyed(actor, STATE) && !keyed(actor, ORGANISATION);
    }

    /** The promises of other pages that still lay ahead on a day after that of an end, so that it is not agreed. */
    List<Claim.Commitment> against(Claim.Event e) {
        Optional<LocalDate> day = e.date().flatMap(Edtf::day);
        if (day.isEmpty() || !end(e)) return List.of();
        return ahead.stream()
                .filter(p -> !p.evidence().page().equals(e.evidence().page()))
                .filter(p -> crisis.knownBy(p).filter(k -> k.isAfter(day.get())).isPresent())
                .toList();
    }
}
