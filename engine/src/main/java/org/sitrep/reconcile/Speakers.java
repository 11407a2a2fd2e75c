package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Passage;
import org.sitrep.model.Situation.Name;
import org.sitrep.model.Span;
import org.sitrep.relate.Actor;

/**
 * Speakers whom the pages name in several ways and who are nobody of the cast: "Interior", "the interior ministry" and "the interior
 * ministry of Westland" are one office where the crisis is in Westland; a name spelled with and without a glide is one person. Each is
 * one name with all its spellings, so that a reader does not take them for several.
 */
final class Speakers {
    private final Crisis crisis;
    private final Set<String> known = new HashSet<>();
    private final Map<String, List<Claim>> groups = new TreeMap<>();

    private Speakers(Crisis crisis, List<Name> cast) {
        this.crisis = crisis;
        for (Name n : cast) known.add(n.id());
    }

    /** The names that the cast lacks, in the order of their ids. */
    static List<Name> of(Crisis crisis, List<Name> cast) {
        Speakers speakers = new Speakers(crisis, cast);
        for (Claim c : crisis.claims()) speakers.add(c);
        List<Name> out = new ArrayList<>();
        speakers.groups.forEach((key, claims) -> speakers.name(key, claims).ifPresent(out::add));
        return out;
    }

    private void add(Claim c) {
        Actor speaker = crisis.speaker(c);
        if (c.attribution().speaker().isEmpty() || speaker.joint()) return;
        // A holder answers to the office as well: the person's own key comes first.
        Optional<String> key = speaker.keys().stream()
                .filter(k -> k.startsWith("person:"))
                .sorted()
                .findFirst()
                .or(() -> speaker.keys().stream()
                        .filter(k -> k.startsWith("office:"))
                        .sorted()
                        .findFirst());
        key.filter(k -> !known.contains(k))
                .ifPresent(
                        k -> groups.computeIfAbsent(k, x -> new ArrayList<>()).add(c));
    }

    private static String called(Claim c) {
        return c.attribution().name().or(() -> c.attribution().speaker()).orElse("");
    }

    /** One name where the claims call the speaker by several that are names: the most frequent, of those the longest. */
    private Optional<Name> name(String key, List<Claim> claims) {
        Map<String, Integer> names = new TreeMap<>();
        for (Claim c : claims) {
            String called = called(c);
            if (!called.isEmpty() && Character.isUpperCase(called.codePointAt(0))) names.merge(called, 1, Integer::sum);
        }
        if (names.size() < 2) return Optional.empty();
        boolean person = key.startsWith("person:") && claims.stream().noneMatch(c -> small(c, names.keySet()));
        String best = names.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(e -> e.getKey().length())
                        .thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
        List<Name.Variant> variants = claims.stream()
                .filter(c -> !crisis.bare(c.attribution().speaker().orElseThrow()))
                .flatMap(c -> variant(c).stream())
                .distinct()
                .sorted(java.util.Comparator.comparing(Name.Variant::page).thenComparing(Name.Variant::span))
                .toList();
        return variants.isEmpty()
                ? Optional.empty()
                : Optional.of(new Name(
                        person ? key : key.replace("person:", "org:"),
                        person ? Name.Kind.PERSON : Name.Kind.ORGANISATION,
                        best,
                        variants));
    }

    /**
     * Whether the page writes one of the names, or its last words, without any capital, where its script has them: "the river guard" is a
     * service, however other pages write it; nobody's own name is written so. What somebody is ("head of the office") is no name.
     */
    private static boolean small(Claim c, Set<String> names) {
        String words = c.attribution().speaker().orElse("");
        return words.chars().noneMatch(Character::isUpperCase)
                && words.chars().anyMatch(Character::isLowerCase)
                && names.stream().anyMatch(n -> n.toLowerCase(Locale.ROOT).endsWith(words));
    }

    /** Where the page has the words for the speaker first. */
    private Optional<Name.Variant> variant(Claim c) {
        Article article = crisis.article(c.evidence().page());
        String words = c.attribution().speaker().orElseThrow();
        int at = article.text().indexOf(words);
        if (at < 0) return Optional.empty();
        Span span = new Span(at, at + words.length());
        String language = article.passages().stream()
                .filter(p -> p.span().overlaps(span))
                .map(Passage::language)
                .findFirst()
                .orElse(article.language());
        return Optional.of(new Name.Variant(words, language, article.page(), span));
    }
}
