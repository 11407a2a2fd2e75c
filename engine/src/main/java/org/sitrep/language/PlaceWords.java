package org.sitrep.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one language speaks of places: {@code languages/xx/places.yaml}; all of it is optional. */
final class PlaceWords {
    private static final int SHORTEST_STEM = 2;

    final Set<String> region;
    final Set<String> regionAfter;
    final Set<String> town;
    final Set<String> townAfter;
    final Set<String> of;
    final Set<String> in;
    final Set<String> at;
    final Set<String> direction;
    final Set<String> plural;
    final Set<String> and;
    /** "country": behind {@link #at} or {@link #whole} it is the state that the page is about. */
    final Set<String> land;

    final Set<String> whole;
    /** Articles that {@link #of} does not hold already. */
    final Set<String> article;
    /** "nationwide". */
    final Set<String> everywhere;
    /** The words of {@link #land}, {@link #everywhere} and {@link #town} together. */
    final Set<String> echoes;
    /** "mostly": behind it a place holds only most of those counted. */
    final Set<String> mostly;
    /** Verbs by which a state or town in front of them gives its own count. */
    final Set<String> tallies;

    final Set<String> common;
    /** Countries of which texts in this language speak without naming them (ISO codes). */
    final Set<String> home;
    /** Whether every noun has a capital, so that a capital beside a name says nothing. */
    final boolean capitalNouns;

    private final Set<String> prefixes;
    private final Map<String, List<String>> endings = new HashMap<>();
    private int longestEnding = 0;

    private PlaceWords(Data data, Data pack) {
        region = keys(data.at("region"));
        regionAfter = data.at("region_after").absent() ? region : keys(data.at("region_after"));
        town = keys(data.at("city"));
        townAfter = keys(data.at("city_after"));
        of = keys(data.at("of"));
        in = keys(data.at("in"));
        at = keys(data.at("at"));
        direction = keys(data.at("direction"));
        plural = keys(data.at("plural"));
        and = keys(data.at("and"));
        land = keys(data.at("land"));
        whole = keys(data.at("whole"));
        article = keys(data.at("article"));
        everywhere = keys(data.at("everywhere"));
        echoes = new HashSet<>(land);
        echoes.addAll(everywhere);
        echoes.addAll(town);
        mostly = keys(data.at("mostly"));
        tallies = keys(data.at("tallies"));
        common = keys(data.at("common"));
        common.addAll(keys(pack.at("function_words")));
        home = Set.copyOf(data.at("home").texts());
        prefixes = keys(data.at("prefixes"));
        capitalNouns = data.at("capital_nouns").flag();
        Data all = data.at("endings");
        for (String ending : all.keys())
            ending(PlaceKey.of(ending), all.at(ending).texts());
    }

    /** @param folder the language's folder */
    static PlaceWords load(Path folder) {
        return new PlaceWords(Data.load(folder.resolve("places.yaml")), Data.load(folder.resolve("pack.yaml")));
    }

    private static Set<String> keys(Data list) {
        Set<String> out = new HashSet<>();
        for (String word : list.texts()) out.add(PlaceKey.of(Fold.form(word)));
        return out;
    }

    private void ending(String ending, List<String> bases) {
        longestEnding = Math.max(longestEnding, ending.length());
        List<String> known = endings.computeIfAbsent(ending, e -> new ArrayList<>());
        for (String base : bases) if (!known.contains(PlaceKey.of(base))) known.add(PlaceKey.of(base));
    }

    /** What a folded word may be a case form of: longest ending first, then without a prefix; not the word itself. */
    Set<String> bases(String key) {
        if (endings.isEmpty() && prefixes.isEmpty()) return Set.of();
        Set<String> out = new LinkedHashSet<>();
        for (int n = Math.min(longestEnding, key.length() - SHORTEST_STEM); n > 0; n--) {
            List<String> bases = endings.get(key.substring(key.length() - n));
            if (bases != null) for (String base : bases) out.add(key.substring(0, key.length() - n) + base);
        }
        for (String prefix : prefixes)
            if (key.startsWith(prefix) && key.length() >= prefix.length() + SHORTEST_STEM)
                out.add(key.substring(prefix.length()));
        out.remove(key);
        return out;
    }
}
