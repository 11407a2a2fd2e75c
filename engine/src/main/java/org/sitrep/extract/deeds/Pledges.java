package org.sitrep.extract.deeds;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.times.Moment;
import org.sitrep.language.Text;
import org.sitrep.model.Edtf;

/** Tells words that bind somebody from those that ask, demand or deny it. */
record Pledges(Text text, Optional<Parse> parse) {
    private static final Set<Moment.Role> LIMITS =
            Set.of(Moment.Role.BY, Moment.Role.UNTIL, Moment.Role.WITHIN, Moment.Role.BEFORE, Moment.Role.IN);

    /** The concept of promising in so many words. */
    private static final String PLEDGE = "pledge";

    /**
     * Whether the words promise something: not in a question, not negated between their parts ("promised not to stand"), and where they
     * tell a duty ("must go") only with the time by which it is to be done. Without it a duty is somebody's opinion or an order.
     */
    boolean made(Found f, List<Moment> moments) {
        Text.Sentence s = f.sentence();
        if (text.token(s.to() - 1).is("?")) return false;
        if (f.hits().getFirst().id().equals(PLEDGE) && negated(f)) return false;
        boolean duty = (f.verbal() || f.rule().time() == Rule.Time.FREE) && new Frames(text, s, parse, f.hits()).duty();
        return !duty || moments.stream().anyMatch(Pledges::limits);
    }

    private static boolean limits(Moment m) {
        return LIMITS.contains(m.role()) || m.days().isPresent() && m.limit() != Moment.Limit.EXACT;
    }

    private boolean negated(Found f) {
        for (int i = f.hits().getFirst().to(); i < f.hits().getLast().from(); i++) {
            int at = i;
            boolean own = f.hits().stream().anyMatch(h -> h.from() <= at && at < h.to());
            if (!own && text.at(i, "negation").isPresent()) return true;
        }
        return false;
    }

    /** Whether every time that the sentence tells has passed on the day of publication, so that it tells nothing that is due. */
    static boolean over(List<Moment> moments, Optional<LocalDate> published) {
        return published.isPresent()
                && !moments.isEmpty()
                && moments.stream()
                        .allMatch(m -> m.edtf()
                                .flatMap(Edtf::last)
                                .filter(d -> d.isBefore(published.get()))
                                .isPresent());
    }
}
