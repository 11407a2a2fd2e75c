package org.sitrep.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The gazetteer's names and places, read from the sorted files only as they are asked for. */
final class PlaceNames {
    /** Words kept in memory once looked up; beyond that each is searched again. */
    private static final int REMEMBERED = 200_000;

    /**
     * All names that begin with one folded word.
     *
     * @param ids whole name to the ids it stands for, each with the languages it is limited to ("703448,2988507/ru.uk")
     * @param beginnings every beginning of a longer name, up to a space
     */
    record Group(Map<String, String> ids, Set<String> beginnings) {
        static final Group NONE = new Group(Map.of(), Set.of());
    }

    private final SortedLines names;
    private final SortedLines places;
    private final Map<String, List<String>> alsoKnown = new HashMap<>();
    private final Map<String, Toponym> own = new HashMap<>();
    private final Set<String> wrong = new HashSet<>();
    private final Map<String, Group> groups = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<Toponym>>> lists = new ConcurrentHashMap<>();
    private final Map<String, Optional<Toponym>> toponyms = new ConcurrentHashMap<>();

    PlaceNames(Path folder) {
        names = SortedLines.load(folder.resolve("names.tsv"));
        places = SortedLines.load(folder.resolve("places.tsv"));
        Data aliases = Data.load(folder.resolve("aliases.yaml"));
        for (String id : aliases.at("places").keys())
            alias(id, aliases.at("places").at(id));
        wrong.addAll(aliases.at("wrong").texts());
    }

    private void alias(String id, Data entry) {
        Optional<Toponym> known = toponym(id);
        if (known.isEmpty()) {
            if (entry.at("country").absent())
                throw entry.error(
                        "no place has the id " + id + "; correct it, or give a country to make it a region of our own");
            own.put(
                    id,
                    new Toponym(
                            id,
                            Toponym.Kind.REGION,
                            entry.at("name").text(),
                            entry.at("country").text(),
                            Optional.of(id),
                            0,
                            Optional.empty()));
        } else if (!entry.at("name").absent()) {
            own.put(id, known.get().named(entry.at("name").text()));
        }
        toponyms.clear();
        if (!entry.at("name").absent()) add(entry.at("name").text(), id);
        for (String name : entry.at("also").texts()) add(name, id);
    }

    private void add(String name, String id) {
        String key = key(name);
        alsoKnown.computeIfAbsent(key.split(" ", 2)[0], k -> new ArrayList<>()).add(key + "\t" + id);
    }

    /** A whole name as it stands in names.tsv. */
    static String key(String name) {
        List<String> words = new ArrayList<>();
        String joined = name.codePoints()
                .filter(c -> c > 0xFFFF || !PlaceKey.apostrophe((char) c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (Token t : Packs.tokens(joined)) if (t.word() || t.number()) words.add(t.placeKey());
        return String.join(" ", words);
    }

    /** All names that begin with a folded word. */
    Group group(String first) {
        Group known = groups.get(first);
        if (known != null) return known;
        Group read = read(first);
        if (groups.size() < REMEMBERED) groups.put(first, read);
        return read;
    }

    private Group read(String first) {
        List<String> lines = new ArrayList<>(names.startingWith(first));
        lines.addAll(alsoKnown.getOrDefault(first, List.of()));
        if (lines.isEmpty()) return Group.NONE;
        Map<String, String> ids = new LinkedHashMap<>();
        Set<String> beginnings = new HashSet<>();
        for (String line : lines) {
            int tab = line.indexOf('\t');
            String key = line.substring(0, tab);
            if (!wrong.contains(key)) ids.merge(key, line.substring(tab + 1), (a, b) -> a + "," + b);
            for (int space = key.indexOf(' '); space >= 0; space = key.indexOf(' ', space + 1))
                beginnings.add(key.substring(0, space));
        }
        return new Group(ids, beginnings);
    }

    /** The places of a list of ids, limited to one language, most weighty first. */
    /** The main towns of regions and the capitals of states. */
    List<Toponym> seats() {
        return places.all()
                .filter(l -> l.contains("\tA\t") || l.contains("\tP\t"))
                .map(Toponym::of)
                .filter(t -> t.kind() == Toponym.Kind.SEAT || t.kind() == Toponym.Kind.CAPITAL)
                .toList();
    }

    List<Toponym> toponyms(String ids, String language) {
        return lists.computeIfAbsent(language, l -> new ConcurrentHashMap<>())
                .computeIfAbsent(ids, i -> read(i, language));
    }

    private List<Toponym> read(String ids, String language) {
        Set<Toponym> out = new TreeSet<>(PlaceChoice.WEIGHTIEST);
        for (String id : ids.split(",")) {
            int slash = id.indexOf('/');
            if (slash < 0) toponym(id).ifPresent(out::add);
            else if (List.of(id.substring(slash + 1).split("\\.")).contains(language))
                toponym(id.substring(0, slash)).ifPresent(out::add);
        }
        return List.copyOf(out);
    }

    /** The place of an id. */
    Optional<Toponym> toponym(String id) {
        return toponyms.computeIfAbsent(
                id,
                i -> Optional.ofNullable(own.get(i))
                        .or(() -> places.startingWith(i).stream().findFirst().map(Toponym::of)));
    }
}
