package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sitrep.model.Claim;
import org.sitrep.relate.NameTable;

/**
 * Where those who were sent are, and who sent them, as far as the lines that speak of them tell. A neighbour that leads an intervention
 * may be named on more pages than the state it intervenes in: the force's place is then the state that its lines name and that sent nobody.
 */
final class ForcePlaces {
    private static final Set<String> FORCE = Set.of("deployed", "withdrawn");
    /** So many states in a row are a list of those who take part. */
    private static final int LIST = 3;
    /** Words between two states of one list. */
    private static final int JOINED = 2;

    private final Life life;
    private final NameTable names;
    private final Map<String, Integer> places = new TreeMap<>();
    private final Set<String> senders = new TreeSet<>();

    ForcePlaces(Life life, NameTable names) {
        this.life = life;
        this.names = names;
    }

    /** Takes in a claim. @param line the states that its line names, in order */
    void add(Claim claim, List<NameTable.Found> line) {
        boolean force = switch (claim) {
            case Claim.Figure f -> FORCE.contains(f.measure());
            // A ruler who leaves the country is no contingent, so only what a step itself is called counts.
            case Claim.Event e ->
                !e.denied()
                        && life.step(e.type())
                                .filter(s -> s.name().equals(e.type())
                                        && (s.mark() || !s.decided().isEmpty()))
                                .isPresent();
            case Claim.Commitment c -> false;
            case Claim.Statement s -> false;
        };
        if (!force) return;
        Set<String> listed = listed(line);
        senders.addAll(listed);
        if (claim instanceof Claim.Event e) e.actor().flatMap(this::state).ifPresent(senders::add);
        Set<String> here = new TreeSet<>();
        for (NameTable.Found f : line)
            if (f.entry().form().equals("name") && !listed.contains(f.entry().id()))
                here.add(f.entry().id());
        for (String state : here) places.merge(state, 1, Integer::sum);
    }

    private Optional<String> state(String words) {
        return names.all(NameTable.words(words)).stream()
                .filter(f -> f.entry().category().equals("state"))
                .map(f -> f.entry().id())
                .findFirst();
    }

    private static Set<String> listed(List<NameTable.Found> line) {
        Set<String> out = new TreeSet<>();
        List<String> run = new ArrayList<>();
        int end = -JOINED - 1;
        for (NameTable.Found f : line) {
            if (f.from() - end > JOINED) run.clear();
            run.add(f.entry().id());
            if (run.size() >= LIST) out.addAll(run);
            end = f.to();
        }
        return out;
    }

    /** Whether a state sent the people whom a figure counts: "7,000 troops from Westland, Eastland and Norland" are in none of these. */
    boolean sent(Claim.Figure f, String state) {
        return FORCE.contains(f.measure()) && senders.contains(state);
    }

    /**
     * The crisis's state, given the one that most pages are about: that one, unless it sent people and no line that speaks of the force
     * names it as their place, while such lines name one state above all others that sent nobody.
     */
    Optional<String> host(Optional<String> leading) {
        boolean sender = leading.filter(s -> senders.contains(s) && !places.containsKey(s))
                .isPresent();
        if (!sender) return leading;
        int most = places.entrySet().stream()
                .filter(e -> !senders.contains(e.getKey()))
                .mapToInt(Map.Entry::getValue)
                .max()
                .orElse(0);
        List<String> best = places.entrySet().stream()
                .filter(e -> !senders.contains(e.getKey()) && e.getValue() == most)
                .map(Map.Entry::getKey)
                .toList();
        return best.size() == 1 ? Optional.of(best.getFirst()) : leading;
    }
}
