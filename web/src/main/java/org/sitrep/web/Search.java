package org.sitrep.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sitrep.model.Claim;
import org.sitrep.model.Situation;

/**
 * Finds claims by words. What can be found: numbers and words of quotes that begin with a small letter, names of states,
 * organisations and office-holders, places, and what is counted. What cannot: other capitalised words of a quote, which may name a
 * private person; in scripts without capitals no word of a quote, for the same reason.
 */
final class Search {
    private Search() {}

    /** At most {@code most} claims that have every word of {@code query}, in page and text order. */
    static List<Claim> find(Desk.Snapshot now, String query, Words words, int most) {
        List<String> wanted = words(query);
        List<Claim> found = new ArrayList<>();
        if (wanted.isEmpty()) return found;
        for (Situation s : now.situations(Optional.empty())) {
            Set<String> names = new HashSet<>();
            Set<String> actors = new HashSet<>(s.officials());
            for (Situation.Name n : s.names()) {
                actors.add(n.name());
                names.addAll(words(n.name()));
                for (Situation.Name.Variant v : n.variants()) names.addAll(words(v.text()));
            }
            for (Claim c : s.claims()) {
                if (found.size() == most) return found;
                Set<String> has = words(c, names, actors, words);
                if (wanted.stream().allMatch(w -> has.stream().anyMatch(h -> h.startsWith(w)))) found.add(c);
            }
        }
        return found;
    }

    private static Set<String> words(Claim claim, Set<String> names, Set<String> actors, Words words) {
        Set<String> all = new HashSet<>(words(Saying.what(claim, words)));
        for (String w : parts(claim.evidence().quote())) {
            int first = w.codePointAt(0);
            if (Character.isLowerCase(first) || Character.isDigit(first) || names.contains(folded(w)))
                all.add(folded(w));
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
        return parts(text).stream().map(Search::folded).toList();
    }

    private static List<String> parts(String text) {
        List<String> out = new ArrayList<>();
        for (String part : text.split("[^\\p{L}\\p{N}\\p{M}]+")) if (!part.isEmpty()) out.add(part);
        return out;
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
