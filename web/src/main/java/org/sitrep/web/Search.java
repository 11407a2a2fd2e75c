package org.sitrep.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.desk.Folding;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/**
 * Finds claims by words. What can be found: numbers and words of quotes that begin with a small letter, names of states,
 * organisations and office-holders, places, and what is counted. What cannot: other capitalised words of a quote, which may name a
 * private person; in scripts without capitals no word of a quote, for the same reason.
 */
final class Search {
    /** Pages of a large ledger from which crises are sought, and how many of these are looked into. */
    private static final int SEEDS = 200;

    private static final int MOST_CRISES = 5;

    private Search() {}

    /**
     * At most {@code most} claims that have every word of {@code query}, in page and text order. A large ledger looks into the crises
     * of pages whose headline or names hold the rarest of the words.
     */
    static List<Claim> find(Snapshot now, String query, Words words, int most) {
        List<String> wanted = words(query);
        List<Claim> found = new ArrayList<>();
        if (wanted.isEmpty()) return found;
        for (Crisis crisis : crises(now, query))
            crisis.situation(Optional.empty()).ifPresent(s -> find(s, wanted, words, most, found));
        return found;
    }

    private static Collection<Crisis> crises(Snapshot now, String query) {
        if (now.few()) return now.all();
        Set<Crisis> crises = new LinkedHashSet<>();
        for (String page : now.holding(query, SEEDS)) {
            if (crises.size() == MOST_CRISES) break;
            now.crisisOf(page).ifPresent(crises::add);
        }
        return crises;
    }

    private static void find(Situation s, List<String> wanted, Words words, int most, List<Claim> found) {
        Set<String> names = new HashSet<>();
        Set<String> actors = new HashSet<>(s.officials());
        for (Situation.Name n : s.names()) {
            actors.add(n.name());
            names.addAll(words(n.name()));
            for (Situation.Name.Variant v : n.variants()) names.addAll(words(v.text()));
        }
        for (Claim c : s.claims()) {
            if (found.size() == most) return;
            Set<String> has = words(c, names, actors, words);
            if (wanted.stream().allMatch(w -> has.stream().anyMatch(h -> h.startsWith(w)))) found.add(c);
        }
    }

    private static Set<String> words(Claim claim, Set<String> names, Set<String> actors, Words words) {
        Set<String> all = new HashSet<>(words(Saying.what(claim, words)));
        for (String w : parts(claim.evidence().quote())) {
            int first = w.codePointAt(0);
            if (Character.isLowerCase(first) || Character.isDigit(first) || names.contains(Folding.of(w)))
                all.add(Folding.of(w));
        }
        claim.attribution().name().filter(actors::contains).ifPresent(n -> all.addAll(words(n)));
        if (claim instanceof Claim.Figure f)
            f.place().ifPresent(p -> {
                all.addAll(words(p.text()));
                all.addAll(words(p.label()));
            });
        return all;
    }

    private static List<String> words(String text) {
        return parts(text).stream().map(Folding::of).toList();
    }

    private static List<String> parts(String text) {
        List<String> out = new ArrayList<>();
        for (String part : text.split("[^\\p{L}\\p{N}\\p{M}]+")) if (!part.isEmpty()) out.add(part);
        return out;
    }
}
