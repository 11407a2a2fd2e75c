package org.sitrep.relate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Packs;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Published;
import org.sitrep.model.Status;

/**
 * Tells by when at the latest a page was published that gives no day of its own: who opens with what is still to come, a deadline, a
 * plan, a day of mourning just proclaimed, writes before that day is over. The day is an upper end only and never taken for the day of
 * publication. Where the page tells that it has come true, or of anything later, it only looks back, and nothing is known.
 */
public final class ComingDays {
    private final Packs packs;
    private final Set<String> heralded;
    private final Map<String, Set<String>> fulfilling = new HashMap<>();

    /** @throws org.sitrep.language.PackError naming file and line of {@code operations.yaml} */
    public ComingDays(Packs packs) {
        this.packs = packs;
        Data life = packs.shared("operations.yaml");
        this.heralded = Set.copyOf(life.at("heralded").texts());
        for (String name : life.at("promises").keys()) {
            Data promise = life.at("promises").at(name);
            for (String what : promise.at("said").texts())
                fulfilling
                        .computeIfAbsent(what, k -> new HashSet<>())
                        .addAll(promise.at("done").texts());
        }
    }

    /** The last day on which each page of a crisis can have been published that has no day, where its opening tells one; by page. */
    public Map<String, Published> of(List<Claim.Claims> crisis) {
        Optional<LocalDate> first = crisis.stream()
                .flatMap(p -> p.article().published().flatMap(x -> x.date().first()).stream())
                .min(Comparator.naturalOrder());
        Map<String, Published> out = new HashMap<>();
        if (first.isEmpty()) return out;
        for (Claim.Claims p : crisis)
            if (p.article().published().isEmpty())
                latest(p, first.get()).ifPresent(x -> out.put(p.article().page(), x));
        return out;
    }

    /** A day before the crisis's first dated page would make this its first: likelier an older promise retold. */
    private Optional<Published> latest(Claim.Claims p, LocalDate first) {
        Optional<Claim> next = Weekdays.sentences(p, packs).stream()
                .limit(SharedDays.OPENING)
                .flatMap(s -> s.claims().stream())
                .filter(c -> coming(c).isPresent())
                .min(Comparator.comparing(c -> coming(c).orElseThrow()));
        return next.filter(c -> !come(p, c, coming(c).orElseThrow()))
                .filter(c -> !coming(c).orElseThrow().isBefore(first))
                .map(c -> new Published(
                        new Edtf("../" + coming(c).orElseThrow()),
                        Published.From.INFERRED,
                        "what it opens with was still to come: \""
                                + c.evidence().quote() + "\""));
    }

    /** The day that a claim tells as still to come. */
    private Optional<LocalDate> coming(Claim c) {
        if (c.common().background()) return Optional.empty();
        boolean said = c.status() == Status.ASSERTED;
        boolean planned = c.status() == Status.PLANNED;
        return switch (c) {
            case Claim.Commitment x -> said || planned ? x.due().flatMap(Edtf::last) : Optional.empty();
            case Claim.Event e -> planned || said && heralded(e) ? e.date().flatMap(Edtf::last) : Optional.empty();
            case Claim.Figure f -> Optional.empty();
            case Claim.Statement s -> Optional.empty();
        };
    }

    private boolean heralded(Claim.Event e) {
        String rule = e.common().rule();
        return heralded.contains(rule.substring(rule.indexOf('.') + 1));
    }

    /** Whether the page tells that what was promised has happened, or of a day after it. */
    private boolean come(Claim.Claims p, Claim promised, LocalDate day) {
        Set<String> done =
                promised instanceof Claim.Commitment x ? fulfilling.getOrDefault(x.what(), Set.of()) : Set.of();
        return p.claims().stream().anyMatch(c -> switch (c) {
            case Claim.Event e ->
                e.status() == Status.ASSERTED && !heralded(e) && (done.contains(e.type()) || later(e.date(), day));
            case Claim.Figure f -> f.status() == Status.ASSERTED && later(f.asOf(), day);
            case Claim.Commitment x -> false;
            case Claim.Statement s -> false;
        });
    }

    private static boolean later(Optional<Edtf> told, LocalDate day) {
        return told.flatMap(Edtf::first).filter(day::isBefore).isPresent();
    }
}
