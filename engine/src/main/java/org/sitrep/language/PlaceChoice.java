package org.sitrep.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.PlaceMention.Hint;

/**
 * Decides which place each mention of one page means. Every candidate has a weight (a state the most, a town by the digits of its
 * population); what the page says beside it adds to that, and what makes it doubtful raises the weight that it needs. All
 * numbers are in decimal digits of population: one point is worth a town ten times as large.
 */
final class PlaceChoice {
    private static final double STATE = 9;
    private static final double REGION = 5;
    private static final double CAPITAL = 1;
    private static final double SEAT = 0.4;
    private static final double NEEDED = 5;
    private static final double HELD = 6;
    private static final double STATE_NAMED = 2;
    private static final double HOME = 0.7;
    /** By how much less will do for a place to speak for its neighbours. */
    private static final double EASED = 0.8;

    private static final double NEIGHBOUR = 0.7;
    /** For a place of a country that the page has nothing else of. */
    private static final double STRANGER = -0.5;

    private static final double INSIDE = 2.2;
    private static final double MOST_NEIGHBOURS = 4.5;
    private static final double REGION_WORD = 4;
    /** Two places whose scores are closer than this are not told apart. */
    private static final long LARGE_TOWN = 50_000;

    private static final double MARGIN = 0.25;

    /** Most weighty first; places of one weight by their ids. */
    static final Comparator<Toponym> WEIGHTIEST =
            Comparator.comparingDouble(PlaceChoice::weight).reversed().thenComparing(Toponym::id);

    private final List<PlaceMention> mentions;
    private final Set<String> countries;

    /** @param countries ISO codes of states that the page is about or names otherwise ("Peruvian") */
    PlaceChoice(List<PlaceMention> mentions, Set<String> countries) {
        this.mentions = mentions;
        this.countries = countries;
    }

    /** How likely a place is meant by its name alone. */
    static double weight(Toponym t) {
        double people = Math.log10(t.population() + 100.0);
        return switch (t.kind()) {
            case STATE -> STATE;
            case REGION -> REGION;
            case CAPITAL -> people + CAPITAL;
            case SEAT -> people + SEAT;
            case DISTRICT_SEAT, TOWN -> people;
        };
    }

    List<NamedPlace> resolve() {
        List<Toponym> anchors = anchors();
        List<NamedPlace> out = new ArrayList<>();
        for (PlaceMention m : mentions) choose(m, anchors, 0).ifPresent(t -> out.add(new NamedPlace(m, t)));
        return List.copyOf(out);
    }

    /** Places that are certain, or nearly, without the others: one for each name. */
    private List<Toponym> anchors() {
        List<Toponym> out = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (PlaceMention m : mentions) {
            if (m.has(Hint.COMMON) && !m.has(Hint.AFTER_IN)) continue;
            double eased = m.has(Hint.NAME_BEFORE) || m.has(Hint.COMMON) ? 0 : EASED;
            choose(m, List.of(), eased).filter(t -> seen.add(t.id())).ifPresent(out::add);
        }
        return out;
    }

    private Optional<Toponym> choose(PlaceMention m, List<Toponym> anchors, double eased) {
        List<Toponym> fitting = fitting(m);
        if (fitting.isEmpty()) return Optional.empty();
        Optional<Toponym> best = Optional.empty();
        Optional<Toponym> second = Optional.empty();
        double most = 0;
        double next = 0;
        for (Toponym t : fitting) {
            double score = score(m, t, anchors);
            if (best.isEmpty() || score > most) {
                second = best;
                next = most;
                best = Optional.of(t);
                most = score;
            } else if (second.isEmpty() || score > next) {
                second = Optional.of(t);
                next = score;
            }
        }
        if (most < needed(m) - eased) return Optional.empty();
        boolean rival = second.isPresent() && most - next < MARGIN && !same(best.get(), second.get());
        return rival ? Optional.empty() : best;
    }

    /**
     * With a word for region beside it only a region will do; a town of that name would be a guess. Without, one name for a
     * region and its main town means the town, and one for a state and its main town the state.
     */
    private static List<Toponym> fitting(PlaceMention m) {
        List<Toponym> all = m.candidates();
        if (m.has(Hint.REGION_WORD))
            return all.stream().filter(t -> !t.kind().town()).toList();
        if (all.size() == 1) return all;
        boolean town = m.has(Hint.TOWN_WORD);
        return all.stream()
                .filter(t -> all.stream().noneMatch(o -> eclipses(o, t, town)))
                .toList();
    }

    private static boolean eclipses(Toponym o, Toponym t, boolean town) {
        return switch (t.kind()) {
            case REGION -> seat(o) && o.in(t);
            case STATE -> false;
            case CAPITAL, SEAT, DISTRICT_SEAT, TOWN -> !town && o.kind() == Toponym.Kind.STATE && t.in(o);
        };
    }

    private static boolean seat(Toponym t) {
        return switch (t.kind()) {
            case CAPITAL, SEAT -> true;
            case DISTRICT_SEAT, TOWN -> t.population() > LARGE_TOWN;
            case STATE, REGION -> false;
        };
    }

    private static boolean same(Toponym a, Toponym b) {
        return a.country().equals(b.country()) && a.region().equals(b.region());
    }

    private double score(PlaceMention m, Toponym t, List<Toponym> anchors) {
        double score = weight(t);
        if (m.has(Hint.REGION_WORD) && t.kind() == Toponym.Kind.REGION) score += REGION_WORD;
        if (m.has(Hint.TOWN_WORD) && t.kind().town()) score += REGION_WORD;
        if (m.within().stream().anyMatch(w -> !w.id().equals(t.id()) && t.in(w))) score += HELD;
        if (t.kind() != Toponym.Kind.STATE && m.home().contains(t.country())) score += HOME;
        return score + company(t, anchors);
    }

    /** What the other places of the page add. */
    private double company(Toponym t, List<Toponym> anchors) {
        boolean named = countries.contains(t.country());
        double neighbours = 0;
        for (Toponym a : anchors) {
            if (a.id().equals(t.id()) || !a.country().equals(t.country())) continue;
            if (a.kind() == Toponym.Kind.STATE) named = true;
            else neighbours += neighbour(t, a);
        }
        boolean stranger = !named && neighbours == 0 && t.kind() != Toponym.Kind.STATE;
        if (stranger && anchors.stream().anyMatch(a -> !a.country().equals(t.country()))) return STRANGER;
        return (named ? STATE_NAMED : 0) + Math.min(neighbours, MOST_NEIGHBOURS);
    }

    private static double neighbour(Toponym t, Toponym other) {
        if (other.region().isEmpty() || !other.region().equals(t.region())) return NEIGHBOUR;
        return t.kind() == Toponym.Kind.REGION ? INSIDE : 2 * NEIGHBOUR;
    }

    private static double needed(PlaceMention m) {
        double needed = NEEDED;
        if (m.has(Hint.COMMON)) needed += m.has(Hint.AFTER_IN) || m.has(Hint.TOWN_WORD) ? 1 : 3;
        if (m.has(Hint.COMMON) && (m.has(Hint.OPENS) || m.has(Hint.NAME_AFTER))) needed += 2;
        if (m.has(Hint.OPENS)) needed += 0.5;
        if (m.has(Hint.NAME_BEFORE)) needed += 1.5;
        if (m.has(Hint.NAME_AFTER)) needed += 0.7;
        if (m.has(Hint.INFLECTED)) needed += 0.5;
        if (m.has(Hint.AFTER_IN)) needed -= 0.5;
        return needed;
    }
}
