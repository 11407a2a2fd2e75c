package org.sitrep.relate;

import java.util.ArrayList;
import java.util.Collection;
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
    private final NameTable names;
    private final Map<String, Map<String, Name.Variant>> bodies = new TreeMap<>();
    private final Map<String, Name.Kind> kinds = new HashMap<>();
    private final Map<String, Persons.Run> runs = new TreeMap<>();
    /** Ids of bodies that stand elsewhere than in teasers of other stories. */
    private final Set<String> told = new HashSet<>();
    /** Towns that have a person's given name, by that name. */
    private final Map<String, Map<String, Name.Variant>> towns = new TreeMap<>();

    private Cast(NameTable names) {
        this.names = names;
    }

    /**
     * The cast of the articles, organisations first, then persons, then states, each by name.
     *
     * @param heard keys of the persons who speak or act in a claim
     * @param rulings what people decided on spellings in this crisis
     */
    public static List<Name> of(List<Article> articles, NameTable names, Set<String> heard, Rulings rulings) {
        Cast cast = new Cast(names);
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
                        ordered(variants.values())));
        });
        List<Name> persons = new Persons(heard, cast.runs.values()).names();
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
                    first(towns.computeIfAbsent(here.text(), k -> new HashMap<>()), here);
                office = office(f) || office && f.entry().category().equals("state");
                i = f.to();
                continue;
            }
            int end = run(text, words, i);
            if (end > i) sighted(words.subList(i, end), office, variant(words, i, end, article, passage, base));
            office = false;
            i = Math.max(end, i + 1);
        }
    }

    private void sighted(List<Word> words, boolean office, Name.Variant variant) {
        Persons.Run run = runs.computeIfAbsent(
                variant.text(),
                t -> new Persons.Run(
                        t,
                        words.size(),
                        words.getLast().text(),
                        words.size() > 1 ? Optional.of(words.getFirst().text()) : Optional.empty(),
                        new ArrayList<>()));
        // Pages are read one after the other, so a page's own sightings are the last.
        for (int i = run.seen().size() - 1; i >= 0; i--) {
            Persons.Sighting s = run.seen().get(i);
            if (!s.first.page().equals(variant.page())) break;
            if (s.office == office && s.first.language().equals(variant.language())) {
                s.times++;
                return;
            }
        }
        // The run's own text: pages by the thousand would each keep the same words.
        run.seen()
                .add(new Persons.Sighting(
                        run, office, new Name.Variant(run.text(), variant.language(), variant.page(), variant.span())));
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
            if (shared) out.add(new Name("place:" + town, Name.Kind.PLACE, town, ordered(variants.values())));
        });
        return out;
    }

    private void body(Found f, Name.Variant variant) {
        boolean organisation = f.entry().category().equals("organisation");
        boolean state = f.entry().category().equals("state") && f.entry().form().equals("name");
        if (!organisation && !state || Character.isLowerCase(variant.text().codePointAt(0))) return;
        String id = id(f);
        kinds.put(id, organisation ? Name.Kind.ORGANISATION : Name.Kind.STATE);
        first(bodies.computeIfAbsent(id, k -> new HashMap<>()), variant);
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

    private static final Comparator<Name.Variant> ORDER =
            Comparator.comparing(Name.Variant::page).thenComparing(Name.Variant::span);

    /** Keeps one variant for each spelling and page, where it first stands. */
    static void first(Map<String, Name.Variant> variants, Name.Variant v) {
        variants.merge(v.text() + "|" + v.page(), v, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
    }

    static List<Name.Variant> ordered(Collection<Name.Variant> variants) {
        return variants.stream().sorted(ORDER).toList();
    }
}
