package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Article;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation.Name;
import org.sitrep.model.Span;
import org.sitrep.relate.NameTable.Found;
import org.sitrep.relate.NameTable.Word;

/**
 * Who is who in one crisis: states, organisations and persons in office, each with the spellings that stand for it. A person is
 * named only where an office or rank stands before the name; whoever else is named on a page stays unnamed.
 */
public final class Cast {
    private static final int SIGHTINGS = 2;

    private final NameTable names;
    private final Map<String, List<Name.Variant>> bodies = new TreeMap<>();
    private final Map<String, Name.Kind> kinds = new HashMap<>();
    private final List<Sighting> sightings = new ArrayList<>();
    private final Map<String, Set<String>> keys = new HashMap<>();
    /** Ids of bodies that stand elsewhere than in teasers of other stories. */
    private final Set<String> told = new HashSet<>();
    /** Towns that have a person's given name, by that name. */
    private final Map<String, List<Name.Variant>> towns = new TreeMap<>();

    /** A run of capitalised words that may be a person's name. */
    private record Sighting(List<Word> run, boolean office, Name.Variant variant) {
        String family() {
            return run.get(run.size() - 1).text();
        }

        Optional<String> given() {
            return run.size() > 1 ? Optional.of(run.get(0).text()) : Optional.empty();
        }
    }

    private final Set<String> heard;

    private Cast(NameTable names, Set<String> heard) {
        this.names = names;
        this.heard = heard;
    }

    /**
     * The cast of the articles, organisations first, then persons, then states, each by name.
     *
     * @param heard keys of the persons who speak or act in a claim
     * @param rulings what people decided on spellings in this crisis
     */
    public static List<Name> of(List<Article> articles, NameTable names, Set<String> heard, Rulings rulings) {
        Cast cast = new Cast(names, heard);
        for (Article a : articles)
            for (Passage p : a.passages())
                if (p.role() != Passage.Role.CHROME && p.role() != Passage.Role.COMMENT) cast.read(a, p);
        List<Name> out = new ArrayList<>();
        cast.bodies.forEach((id, variants) -> {
            if (cast.told.contains(id))
                out.add(new Name(
                        id,
                        Objects.requireNonNull(cast.kinds.get(id)),
                        id.substring(id.indexOf(':') + 1),
                        distinct(variants)));
        });
        List<Name> persons = cast.persons();
        out.addAll(persons);
        out.addAll(cast.namesakes(persons));
        return JudgedNames.of(out, rulings).stream()
                .sorted(Comparator.comparing((Name n) ->
                                n.kind() == Name.Kind.ORGANISATION ? 0 : n.kind() == Name.Kind.PERSON ? 1 : 2)
                        .thenComparing(Name::name))
                .toList();
    }

    private void read(Article article, Passage passage) {
        int base = passage.span().start();
        String text = passage.span().of(article.text());
        List<Word> words = NameTable.words(text);
        boolean office = false;
        int i = 0;
        while (i < words.size()) {
            if (i > 0 && !sameClause(text, words.get(i - 1), words.get(i))) office = false;
            Optional<Found> found = given(text, words, i) ? Optional.empty() : names.at(words, i);
            if (found.isPresent()) {
                Found f = found.get();
                Name.Variant here = variant(words, f.from(), f.to(), article, passage, base);
                body(f, here);
                if (passage.role() != Passage.Role.TEASER) told.add(id(f));
                if (f.entry().form().equals("seat"))
                    towns.computeIfAbsent(here.text(), k -> new ArrayList<>()).add(here);
                office = office(f) || office && f.entry().category().equals("state");
                i = f.to();
                continue;
            }
            int end = run(text, words, i);
            if (end > i)
                // A copy: a view of them would keep every word of every page.
                sightings.add(new Sighting(
                        List.copyOf(words.subList(i, end)), office, variant(words, i, end, article, passage, base)));
            office = false;
            i = Math.max(end, i + 1);
        }
    }

    private static boolean office(Found f) {
        return f.entry().category().equals("office")
                || f.entry().category().equals("title") && f.entry().id().equals("rank");
    }

    private static String id(Found f) {
        return (f.entry().category().equals("organisation") ? "org:" : "state:")
                + f.entry().id();
    }

    /** Capitals that bear the given name of a person of the cast: who reads the one must not think of the other. */
    private List<Name> namesakes(List<Name> persons) {
        List<Name> out = new ArrayList<>();
        towns.forEach((town, variants) -> {
            boolean shared = persons.stream()
                    .flatMap(p -> p.variants().stream())
                    .anyMatch(v -> v.text().startsWith(town + " "));
            if (shared) out.add(new Name("place:" + town, Name.Kind.PLACE, town, distinct(variants)));
        });
        return out;
    }

    private void body(Found f, Name.Variant variant) {
        boolean organisation = f.entry().category().equals("organisation");
        boolean state = f.entry().category().equals("state") && f.entry().form().equals("name");
        if (!organisation && !state || Character.isLowerCase(variant.text().codePointAt(0))) return;
        String id = id(f);
        kinds.put(id, organisation ? Name.Kind.ORGANISATION : Name.Kind.STATE);
        bodies.computeIfAbsent(id, k -> new ArrayList<>()).add(variant);
    }

    /** The end of the run of capitalised words that starts here, joined by nothing but spaces and hyphens; at most four. */
    private int run(String text, List<Word> words, int from) {
        int i = from;
        while (i < words.size()
                && i - from < 4
                && words.get(i).capital()
                && words.get(i).text().length() > 1) {
            if (i > from
                    && (!joined(text, words.get(i - 1), words.get(i))
                            || names.at(words, i).isPresent())) break;
            i++;
            if (i + 1 < words.size()
                    && particle(words, i)
                    && words.get(i + 1).capital()
                    && names.at(words, i + 1).isEmpty()) i++;
        }
        return i;
    }

    private boolean particle(List<Word> words, int i) {
        return names.at(words, i)
                .filter(f -> f.entry().category().equals("particle"))
                .isPresent();
    }

    /** A capital's name before a family name is the given name of a person: Nursultan is a city, Nursultan with a family name is not. */
    private boolean given(String text, List<Word> words, int i) {
        if (i + 1 >= words.size() || !words.get(i + 1).capital() || !joined(text, words.get(i), words.get(i + 1)))
            return false;
        return names.at(words, i)
                        .filter(f -> f.entry().form().equals("seat") && f.to() == i + 1)
                        .isPresent()
                && names.at(words, i + 1).isEmpty();
    }

    /** Whether nothing but spaces, a comma or the dot of a short title stands between two words. */
    private static boolean sameClause(String text, Word a, Word b) {
        String between = text.substring(a.start() + a.text().length(), b.start());
        return between.isBlank() && between.indexOf('\n') < 0
                || between.equals(", ")
                || between.equals("-")
                || between.equals(". ") && a.text().length() <= 4;
    }

    private static boolean joined(String text, Word a, Word b) {
        String between = text.substring(a.start() + a.text().length(), b.start());
        return between.equals(" ") || between.equals("-") || between.equals("\u00a0") || between.equals("\u2011");
    }

    private static Name.Variant variant(
            List<Word> words, int from, int to, Article article, Passage passage, int base) {
        Word last = words.get(to - 1);
        Span span = new Span(
                base + words.get(from).start(),
                base + last.start() + last.text().length());
        return new Name.Variant(span.of(article.text()), passage.language(), article.page(), span);
    }

    private List<Name> persons() {
        Map<String, List<Sighting>> byKey = new TreeMap<>();
        for (Sighting s : sightings)
            for (String k : keys(s.family()))
                byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(s);
        Map<Name.Variant, Sighting> taken = new HashMap<>();
        List<Name> out = new ArrayList<>();
        byKey.entrySet().stream()
                .filter(e -> e.getValue().stream().anyMatch(Sighting::office) && named(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Map.Entry<String, List<Sighting>> e) ->
                                -e.getValue().size())
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> person(e.getKey(), e.getValue(), taken).ifPresent(out::add));
        return out;
    }

    /** A single capitalised word behind an office may be a town or a weekday; a full name, or one who speaks, is a person. */
    private boolean named(String key, List<Sighting> same) {
        return heard.contains("person:" + key)
                || same.size() >= SIGHTINGS
                        && same.stream().anyMatch(s -> s.office() && s.run().size() > 1);
    }

    private Optional<Name> person(String key, List<Sighting> same, Map<Name.Variant, Sighting> taken) {
        Optional<String> given = most(
                same.stream().map(Sighting::given).flatMap(Optional::stream).toList());
        List<Sighting> members = new ArrayList<>();
        for (Sighting s : same) if (fits(s, given) && taken.putIfAbsent(s.variant(), s) == null) members.add(s);
        if (members.stream().noneMatch(Sighting::office)) return Optional.empty();
        given.ifPresent(g -> {
            for (Sighting s : sightings)
                if (slip(s, g, key) && taken.putIfAbsent(s.variant(), s) == null) members.add(s);
        });
        Optional<String> full = most(members.stream()
                .filter(s -> s.run().size() > 1)
                .map(s -> s.variant().text())
                .toList());
        String name = full.or(
                        () -> most(members.stream().map(s -> s.variant().text()).toList()))
                .orElse("");
        return Optional.of(new Name(
                "person:" + key,
                Name.Kind.PERSON,
                name,
                distinct(members.stream().map(Sighting::variant).toList())));
    }

    private boolean fits(Sighting s, Optional<String> given) {
        return s.given().isEmpty()
                || given.isEmpty()
                || !disjoint(keys(s.given().get()), keys(given.get()));
    }

    /** A typing error in the family name counts as one only where the given name agrees and one consonant differs or was lost. */
    private boolean slip(Sighting s, String given, String key) {
        if (s.given().isEmpty() || key.length() < 4 || disjoint(keys(s.given().get()), keys(given))) return false;
        return keys(s.family()).stream()
                .anyMatch(k -> k.length() == key.length() && differing(k, key) == 1 || lost(k, key) || lost(key, k));
    }

    /** Whether {@code shorter} is {@code longer} without one of its consonants; short names would meet by chance. */
    private static boolean lost(String shorter, String longer) {
        if (shorter.length() != longer.length() - 1 || shorter.length() < 4) return false;
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) i++;
        return shorter.substring(i).equals(longer.substring(i + 1));
    }

    private static int differing(String a, String b) {
        int n = 0;
        for (int i = 0; i < a.length(); i++) if (a.charAt(i) != b.charAt(i)) n++;
        return n;
    }

    private Set<String> keys(String word) {
        return keys.computeIfAbsent(word, NameKey::of);
    }

    private static boolean disjoint(Set<String> a, Set<String> b) {
        return a.stream().noneMatch(b::contains);
    }

    private static Optional<String> most(List<String> values) {
        Map<String, Integer> count = new TreeMap<>();
        values.forEach(v -> count.merge(v, 1, Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    /** One variant for each spelling, language and page, where it first stands. */
    private static List<Name.Variant> distinct(List<Name.Variant> variants) {
        Map<String, Name.Variant> out = new TreeMap<>();
        Comparator<Name.Variant> order =
                Comparator.comparing(Name.Variant::page).thenComparing(Name.Variant::span);
        for (Name.Variant v : variants.stream().sorted(order).toList()) out.putIfAbsent(v.text() + "|" + v.page(), v);
        return out.values().stream().sorted(order).toList();
    }
}
