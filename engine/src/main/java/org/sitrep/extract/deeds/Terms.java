package org.sitrep.extract.deeds;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Passage;

/** The terms of an article's promises, which may stand sentences apart: a length here, the day from which it runs there. */
record Terms(Article article, List<Claim> claims, Map<String, Integer> weekdays) {
    /** The claims without promises told twice; lengths that run from a start are counted from the start that the page tells. */
    List<Claim> settled() {
        Optional<LocalDate> start = start();
        return claims.stream()
                .filter(c -> !(c instanceof Claim.Commitment p && repeated(p)))
                .map(c -> c instanceof Claim.Commitment p ? weekday(p) : c)
                .map(c -> c instanceof Claim.Commitment p && start.isPresent() ? rebased(p, start.get()) : c)
                .toList();
    }

    /** A promise told again without its time, in the same outlet's text, is the one that was told with it. */
    private boolean repeated(Claim.Commitment p) {
        if (p.due().isPresent() || p.durationDays().isPresent() || p.condition().isPresent()) return false;
        return claims.stream()
                .anyMatch(c -> c instanceof Claim.Commitment o
                        && o.what().equals(p.what())
                        && (o.due().isPresent() || o.durationDays().isPresent())
                        && outlet(o).equals(outlet(p))
                        && (sameVoice(o, p)
                                || p.common().attribution().speaker().isEmpty()));
    }

    /** Whose text it stands in: a forum post quotes several outlets. */
    private Optional<String> outlet(Claim c) {
        return article.passages().stream()
                .filter(p -> p.id().equals(c.evidence().passage()))
                .findFirst()
                .flatMap(Passage::outlet);
    }

    private static boolean sameVoice(Claim a, Claim b) {
        return a.common().attribution().name().equals(b.common().attribution().name());
    }

    /**
     * "The deadline is 31 August … all must be out by Tuesday": on a page without a date a weekday is of the week of the day that the page
     * gives for the same promise, where that day is such a weekday.
     */
    private Claim.Commitment weekday(Claim.Commitment p) {
        Integer wanted = weekdays.get(p.common().id());
        if (wanted == null || p.due().isPresent()) return p;
        List<LocalDate> days = claims.stream()
                .filter(c -> c instanceof Claim.Commitment o && o.what().equals(p.what()))
                .map(c -> ((Claim.Commitment) c).due().flatMap(Edtf::day))
                .flatMap(Optional::stream)
                .filter(d -> d.getDayOfWeek().getValue() == wanted)
                .distinct()
                .toList();
        return days.size() == 1 ? p.due(Edtf.of(days.getFirst())) : p;
    }

    /** The day on which the page says that a withdrawal begins or began. */
    private Optional<LocalDate> start() {
        Map<LocalDate, Integer> days = new TreeMap<>();
        for (Claim c : claims) {
            Optional<Edtf> day = switch (c) {
                case Claim.Commitment p when p.what().equals("start_withdrawal") -> p.due();
                case Claim.Event e when e.type().equals("withdrawal_start") -> e.date();
                default -> Optional.empty();
            };
            day.flatMap(Edtf::day).ifPresent(d -> days.merge(d, 1, Integer::sum));
        }
        return days.entrySet().stream()
                .max(Comparator.comparingInt((Map.Entry<LocalDate, Integer> e) -> e.getValue())
                        .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()))
                .map(Map.Entry::getKey);
    }

    private static Claim.Commitment rebased(Claim.Commitment p, LocalDate start) {
        boolean stays = p.what().equals("extend");
        if (stays
                || p.base().filter(b -> b == Claim.Base.START).isEmpty()
                || p.durationDays().isEmpty()) return p;
        return p.due(Edtf.of(start.plusDays(p.durationDays().getAsInt())));
    }
}
