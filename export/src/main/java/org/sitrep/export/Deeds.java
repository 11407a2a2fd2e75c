package org.sitrep.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Situation;
import org.sitrep.model.Status;
import org.sitrep.record.Contacts;

/** One event with everything that tells of it: claims of one type, day, actor and place are one, and no other two are. */
record Deeds(Claim.Event event, List<Claim.Event> claims) {
    /** Those of a situation, in the order in which they are told first; what pages tell as background stays out. */
    static List<Deeds> of(Situation situation) {
        record Same(String type, Optional<Edtf> date, Optional<String> actor, Optional<String> place, Status status) {}
        Map<Same, Deeds> out = new LinkedHashMap<>();
        for (Claim claim : situation.claims())
            if (claim instanceof Claim.Event e && !e.common().background())
                out.computeIfAbsent(
                                new Same(
                                        e.type(), e.date(), e.actor(), e.place().map(Place::label), e.status()),
                                key -> new Deeds(e, new ArrayList<>()))
                        .claims()
                        .add(e);
        return List.copyOf(out.values());
    }

    /** Every quote with its page, without repeats. */
    List<String> quotes() {
        return claims.stream()
                .map(c -> Contacts.masked(
                        c.evidence().page() + ": “" + c.evidence().quote() + "”"))
                .distinct()
                .toList();
    }
}
