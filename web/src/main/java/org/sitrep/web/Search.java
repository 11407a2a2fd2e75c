package org.sitrep.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sitrep.desk.Folding;
import org.sitrep.desk.Sheets;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Published;
import org.sitrep.model.Situation;

/**
 * Finds claims by words. What can be found: numbers and words of quotes that begin with a small letter, names of states,
 * organisations and office-holders, places, and what is counted. What cannot: other capitalised words of a quote, which may name a
 * private person; in scripts without capitals no word of a quote, for the same reason.
 */
final class Search {
    /** Pages of a large ledger that are looked into. */
    private static final int PAGES = 60;

    private Search() {}

    /** A claim that was found, the outlet of its page or the page's key where it names none, and the page's day. */
    record Hit(Claim claim, String outlet, Optional<Edtf> day) {
        static Hit of(Claim claim, Situation situation) {
            String key = claim.evidence().page();
            Optional<Article> page = situation.articles().stream()
                    .filter(a -> a.page().equals(key))
                    .findFirst();
            return new Hit(
                    claim,
                    page.flatMap(Article::outlet).orElse(key),
                    page.flatMap(Article::published).map(Published::date));
        }
    }

    /**
     * At most {@code most} claims that have every word of {@code query}, in page and text order. A large ledger looks into the newest
     * pages that hold the words, each by itself: whoever only another page shows to be public is not found there.
     */
    static List<Hit> find(Snapshot now, String query, Words words, int most) {
        return now.found(words.language() + " " + most + " " + query, () -> look(now, query, words, most));
    }

    private static List<Hit> look(Snapshot now, String query, Words words, int most) {
        List<String> wanted = words(query);
        List<Hit> found = new ArrayList<>();
        if (wanted.isEmpty()) return found;
        for (Crisis crisis : now.few() ? now.all() : now.holding(sought(query, words), PAGES)) {
            if (found.size() == most) break;
            crisis.situation(Optional.empty()).ifPresent(s -> find(s, wanted, words, most, found));
        }
        return found;
    }

    /** Each word of a query with the kinds of claims whose label in the reader's language has a word that begins so. */
    private static List<List<String>> sought(String query, Words words) {
        List<List<String>> out = new ArrayList<>();
        for (String term : Folding.terms(query)) {
            List<String> any = new ArrayList<>(List.of(term));
            for (String group : List.of("measure", "event", "what", "about"))
                for (String id : words.labels().ids(group))
                    if (words(words.labels().id(group, id)).stream().anyMatch(w -> w.startsWith(term)))
                        any.add(Sheets.kind(id));
            out.add(any);
        }
        return out;
    }

    private static void find(Situation s, List<String> wanted, Words words, int most, List<Hit> found) {
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
            if (wanted.stream().allMatch(w -> has.stream().anyMatch(h -> h.startsWith(w)))) found.add(Hit.of(c, s));
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
