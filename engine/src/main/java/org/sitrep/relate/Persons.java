package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.sitrep.model.Situation.Name;

/** Puts together the capitalised words of a crisis's pages that are one office-holder's name, in whatever spelling. */
final class Persons {
    private static final int SIGHTINGS = 2;

    private final Set<String> heard;
    private final Collection<Run> runs;
    private final Map<String, Set<String>> keys = new HashMap<>();

    /** @param heard keys of the persons who speak or act in a claim */
    Persons(Set<String> heard, Collection<Run> runs) {
        this.heard = heard;
        this.runs = runs;
    }

    /** Capitalised words that may be a person's name: kept once, however many pages hold them. */
    record Run(String text, int words, String family, Optional<String> given, List<Sighting> seen) {}

    /** Where a page has a run first, and how often it does. */
    static final class Sighting {
        final Run run;
        final boolean office;
        final Name.Variant first;
        int times = 1;
        boolean taken;

        Sighting(Run run, boolean office, Name.Variant first) {
            this.run = run;
            this.office = office;
            this.first = first;
        }
    }

    /** The persons, the most named first. */
    List<Name> names() {
        Map<String, List<Run>> byKey = new TreeMap<>();
        Map<String, List<Run>> byGiven = new HashMap<>();
        Set<String> offices = new HashSet<>();
        for (Run r : runs) if (r.seen().stream().anyMatch(s -> s.office)) offices.addAll(keys(r.family()));
        for (Run r : runs) {
            for (String k : keys(r.family()))
                if (offices.contains(k))
                    byKey.computeIfAbsent(k, x -> new ArrayList<>()).add(r);
            r.given().ifPresent(g -> {
                for (String k : keys(g))
                    byGiven.computeIfAbsent(k, x -> new ArrayList<>()).add(r);
            });
        }
        List<Name> out = new ArrayList<>();
        byKey.entrySet().stream()
                .filter(e -> named(e.getKey(), e.getValue()))
                .sorted(Comparator.comparing((Map.Entry<String, List<Run>> e) -> -times(e.getValue()))
                        .thenComparing(Map.Entry::getKey))
                .forEach(e -> person(e.getKey(), e.getValue(), byGiven).ifPresent(out::add));
        return out;
    }

    private static int times(List<Run> same) {
        return same.stream()
                .flatMap(r -> r.seen().stream())
                .mapToInt(s -> s.times)
                .sum();
    }

    /** A single capitalised word behind an office may be a town or a weekday; a full name, or one who speaks, is a person. */
    private boolean named(String key, List<Run> same) {
        return heard.contains("person:" + key)
                || times(same) >= SIGHTINGS
                        && same.stream()
                                .anyMatch(
                                        r -> r.words() > 1 && r.seen().stream().anyMatch(s -> s.office));
    }

    private Optional<Name> person(String key, List<Run> same, Map<String, List<Run>> byGiven) {
        Optional<String> given = most(same, r -> r.given());
        List<Sighting> members = new ArrayList<>();
        for (Run r : same) if (fits(r, given)) take(r, members);
        if (members.stream().noneMatch(s -> s.office)) return Optional.empty();
        given.ifPresent(g -> {
            for (String k : keys(g))
                for (Run r : byGiven.getOrDefault(k, List.of())) if (slip(r, g, key)) take(r, members);
        });
        String name = most(members, s -> s.run.words() > 1 ? Optional.of(s.run.text()) : Optional.empty(), s -> s.times)
                .or(() -> most(members, s -> Optional.of(s.run.text()), s -> s.times))
                .orElse("");
        Map<String, Name.Variant> variants = new HashMap<>();
        for (Sighting s : members) Cast.first(variants, s.first);
        return Optional.of(new Name("person:" + key, Name.Kind.PERSON, name, Cast.ordered(variants.values())));
    }

    /** A sighting is one person's. */
    private static void take(Run run, List<Sighting> members) {
        for (Sighting s : run.seen()) {
            if (!s.taken) members.add(s);
            s.taken = true;
        }
    }

    private boolean fits(Run r, Optional<String> given) {
        return PersonName.fits(r.given().map(this::named), given.map(this::named));
    }

    private PersonName.Given named(String given) {
        return PersonName.Given.of(given, keys(given));
    }

    /** A typing error in the family name counts as one only where the given name agrees and one consonant differs or was lost. */
    private boolean slip(Run r, String given, String key) {
        if (r.given().isEmpty() || key.length() < 4 || disjoint(keys(r.given().get()), keys(given))) return false;
        return keys(r.family()).stream()
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

    private static Optional<String> most(List<Run> runs, Function<Run, Optional<String>> value) {
        return most(runs, value, r -> r.seen().stream().mapToInt(s -> s.times).sum());
    }

    /** The value with the most weight; of two the first in the alphabet. */
    private static <T> Optional<String> most(
            List<T> all, Function<T, Optional<String>> value, ToIntFunction<T> weight) {
        Map<String, Integer> count = new TreeMap<>();
        for (T t : all) value.apply(t).ifPresent(v -> count.merge(v, weight.applyAsInt(t), Integer::sum));
        return count.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }
}
