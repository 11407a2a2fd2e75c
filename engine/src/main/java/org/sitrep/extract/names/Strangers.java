package org.sitrep.extract.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.NamedPlace;
import org.sitrep.language.PackError;
import org.sitrep.language.Packs;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Span;

/**
 * Finds where an article names people who hold no office: victims, detainees, protesters, witnesses, anybody unknown. A name is theirs where its words or
 * what stands beside it tell of a person: a given name, an age, a form of address, what somebody is, a verb of speech; and where capitals are for
 * names only, any two unknown words in capitals that no preposition of place leads to. Too much is rather found than too little. For scripts without
 * capitals see {@link Uncased}. Safe for use by several threads.
 */
public final class Strangers {
    private static final int MOST_WORDS = 5;
    private static final int SHORTEST_PART = 3;
    private static final int ENDING = 3;

    /** Latin names end alike in every case, but for a letter or two that no stem needs. */
    private static final Predicate<String> LATIN =
            word -> Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.LATIN;

    private final Names names;
    private final Set<String> given;

    private final Kinds kinds;
    private final Uncased uncased;

    /** Nouns that open a sentence before a name. */
    private final Set<String> opening = new HashSet<>();

    /** Given names without their last letter, of scripts whose languages decline names. */
    private final Set<String> stems = new HashSet<>();

    private final Set<String> addresses = new HashSet<>();
    private final Set<String> holders;
    private final Set<String> regions = new HashSet<>();

    /** @throws PackError where the table of given names cannot be read */
    public Strangers(Names names, Packs packs) {
        this.names = names;
        Path folder = packs.folder().resolve("names");
        this.given = words(folder.resolve("given.txt"));
        Data cues = packs.shared("names/strangers.yaml");
        this.kinds =
                new Kinds(words(folder.resolve("bodies.txt")), words(folder.resolve("things.txt")), cues.at("public"));
        this.uncased = new Uncased(cues, given, words(folder.resolve("surnames.txt")));
        for (String word : cues.at("opening").texts()) opening.add(Fold.form(word));
        for (String name : given)
            if (!LATIN.test(name) && name.length() > SHORTEST_PART) stems.add(name.substring(0, name.length() - 1));
        this.holders = Stems.of(names.familyNamesInOffice());
        for (String region : packs.shared("names/regions.yaml").at("region").texts()) regions.add(Fold.form(region));
        Data titles = packs.shared("names/offices.yaml").at("title");
        for (String title : titles.at("address").at("name").texts()) addresses.add(Fold.bare(Fold.form(title)));
    }

    private static Set<String> words(Path file) {
        try {
            return new HashSet<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new PackError(file, 0, "cannot be read (" + e.getMessage() + ")");
        }
    }

    /** The names in an article's parts, in text order within each part; spans in the article's text. */
    public List<Span> of(List<Names.Part> parts) {
        Names.Found found = names.found(parts);
        List<Run> people = new ArrayList<>();
        Set<String> inPublic = new HashSet<>();
        for (int i = 0; i < parts.size(); i++) {
            Text text = parts.get(i).text();
            boolean nouns = nounsInCapitals(text);
            for (Phrase phrase : found.phrases().get(i)) {
                if (named(phrase.mention(found.cast()))) continue;
                for (Atom a : phrase.capitals()) {
                    Run run = trimmed(widened(Run.of(text, a.from(), a.to())));
                    if (inPublic(run)) inPublic.addAll(run.forms());
                    else if (person(run, nouns)) people.add(run);
                }
            }
        }
        people.removeIf(r -> inPublic.containsAll(r.forms()));
        Set<Span> out = new TreeSet<>();
        for (Run r : people) out.add(r.text().span(r.from(), r.to()));
        Set<String> alone = learnt(people, found);
        alone.removeAll(inPublic);
        Set<String> learnt = Stems.of(alone);
        List<boolean[]> office = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Text text = parts.get(i).text();
            office.add(office(text, found.phrases().get(i), found.cast()));
            again(text, office.get(i), learnt, out);
        }
        uncased.add(parts.stream().map(Names.Part::text).toList(), office, out);
        return List.copyOf(out);
    }

    /** A role's word that opens the run has a capital as a noun or as the sentence's first word; "Prince" is also a given name. */
    private boolean inPublic(Run run) {
        int first = run.words().getFirst();
        return run.words().size() > 1 && !given(run.text(), first) && kinds.publicRole(run.text(), first)
                || kinds.inPublic(run.text(), run.sentence(), run.from(), run.to());
    }

    /** Without the sentence's first word where it is a noun and the name begins behind it: "Тело Ивана …". */
    private Run trimmed(Run run) {
        List<Integer> words = run.words();
        boolean noun = run.from() == run.sentence().from()
                && words.size() > 2
                && opening.contains(run.text().token(run.from()).form());
        return noun ? new Run(run.text(), run.sentence(), words.get(1), run.to()) : run;
    }

    /** Who may be named: somebody in office, an organisation, an outlet. */
    private static boolean named(Mention m) {
        return m.kind() == Mention.Kind.PERSON
                || m.kind() == Mention.Kind.ORGANISATION
                || m.kind() == Mention.Kind.MEDIA;
    }

    /** With the given name before it that is also a common word, as a month's name is. */
    private Run widened(Run run) {
        int before = run.from() - 1;
        return before >= run.sentence().from() && run.text().token(before).word() && given(run.text(), before)
                ? new Run(run.text(), run.sentence(), before, run.to())
                : run;
    }

    /** Whether common nouns are written with capitals here, as German writes them: there two capitals in a row are no name yet. */
    private static boolean nounsInCapitals(Text text) {
        int capital = 0;
        int small = 0;
        for (Text.Sentence s : text.sentences())
            for (int i = s.from() + 1; i < s.to(); i++) {
                if (text.at(i, "noun").isEmpty()
                        && text.at(i, "thing").isEmpty()
                        && text.at(i, "people").isEmpty()) continue;
                if (text.token(i).capital()) capital++;
                else if (text.token(i).word()) small++;
            }
        return capital > small;
    }

    private boolean person(Run run, boolean nouns) {
        List<Integer> words = run.words();
        if (words.isEmpty() || words.stream().anyMatch(i -> elsewhere(run.text(), i))) return false;
        boolean several = words.size() >= 2;
        long known = words.stream().filter(i -> known(run.text(), i)).count();
        boolean named = words.stream().anyMatch(i -> given(run.text(), i));
        if (kinds.ofThing(run.text(), run.sentence(), run.from(), run.to())) return false;
        // "Foundation X Y" is a body also where X is a given name.
        if (kinds.body(run.text(), words.getFirst()) && !(given(run.text(), words.getFirst()) && told(run)))
            return false;
        if (!nouns && kinds.beforeBody(run.text(), run.sentence(), run.to())) return false;
        if (!(named && several) && (kinds.behindBody(run.text(), run.sentence(), run.from()) || ofBody(run)))
            return false;
        if (known < words.size() && told(run)) return true;
        if (inOffice(run, words) || words.size() > 2 && run.shouted()) return false;
        if (known < words.size() && several && (named || run.speaks())) return true;
        if (run.placed()) return false;
        // A sentence's first word has its capital from there: "Blogger X Y".
        boolean first = run.from() == run.sentence().from() && words.size() > 2 && known(run.text(), run.from());
        boolean unknown = known == (first ? 1 : 0);
        if (several) return unknown && words.size() <= MOST_WORDS && (!nouns || words.size() > 2);
        return !nouns && named && unknown && run.from() > run.sentence().from();
    }

    /** Whether what stands beside it can be said of a person alone. */
    private boolean told(Run run) {
        return run.aged() || addressed(run) || run.role();
    }

    /** Whether the words are a body's or an agreement's name, or the rest of one: "… Relief Fund", "Alliance of the … Shores". */
    private boolean ofBody(Run run) {
        for (int i : run.words()) if (kinds.body(run.text(), i)) return true;
        for (int i = run.from() - 1;
                i >= run.sentence().from() && run.text().token(i).word();
                i--) {
            if (run.text().token(i).capital() && kinds.body(run.text(), i)) return true;
            boolean link = Run.determiner(run.text(), i)
                    || run.text().at(i, "preposition").isPresent()
                    || run.text().at(i, "conjunction").isPresent();
            if (!run.text().token(i).capital() && !link) return false;
        }
        return false;
    }

    /** Whether the family name is one of those whose bearers everybody knows to be in office, in whatever case. */
    private boolean inOffice(Run run, List<Integer> words) {
        return Stems.alike(Fold.bare(run.text().token(words.getLast()).form()), holders);
    }

    private static boolean known(Text text, int i) {
        return !text.matches().get(i).isEmpty();
    }

    /** A word that stands in names of organisations, buildings and regions, not of people. */
    private boolean elsewhere(Text text, int i) {
        if (names.gazetted(text, i) || regions.contains(text.token(i).form())) return true;
        return text.at(i, "thing").isPresent()
                || text.at(i, "institution").isPresent()
                || text.at(i, "medium").isPresent();
    }

    private boolean given(Text text, int i) {
        return text.token(i).capital() && declined(Fold.bare(text.token(i).form()));
    }

    /** Whether it is a given name, or one in another case: the stem stays, up to three letters behind it change. */
    private boolean declined(String word) {
        if (given.contains(word)) return true;
        for (int cut = 0; !LATIN.test(word) && cut <= ENDING && word.length() - cut >= SHORTEST_PART; cut++)
            if (stems.contains(word.substring(0, word.length() - cut))) return true;
        return false;
    }

    private boolean addressed(Run run) {
        int before = run.from() - 1;
        if (before >= run.sentence().from() && run.text().token(before).is(".")) before--;
        return before >= run.sentence().from()
                && addresses.contains(Fold.bare(run.text().token(before).form()));
    }

    /** The words of the names, by which they may stand alone elsewhere. */
    private static Set<String> learnt(List<Run> people, Names.Found found) {
        Set<String> out = new HashSet<>();
        Set<String> places = new HashSet<>();
        for (List<NamedPlace> all : found.places())
            for (NamedPlace p : all)
                for (String word : Fold.bare(Fold.form(p.mention().words())).split(" ", -1)) places.add(word);
        for (Run r : people)
            for (int i : r.words()) {
                String form = Fold.bare(r.text().token(i).form());
                boolean own = r.text().token(i).capital() && form.length() >= SHORTEST_PART && !known(r.text(), i);
                if (own && !places.contains(form) && found.cast().known(form).isEmpty()) out.add(form);
            }
        return out;
    }

    /** Which tokens belong to names that may stay. */
    private static boolean[] office(Text text, List<Phrase> phrases, Cast cast) {
        boolean[] office = new boolean[text.tokens().size()];
        for (Phrase p : phrases) if (named(p.mention(cast))) for (int i = p.from(); i < p.to(); i++) office[i] = true;
        return office;
    }

    /** A name's parts where they stand alone, also in another case: "Brannock ran", "Орленко … Орленкой". */
    private static void again(Text text, boolean[] office, Set<String> learnt, Set<Span> out) {
        for (int i = 0; i < office.length; i++) {
            Token t = text.token(i);
            if (office[i] || !t.word() || !t.capital() || known(text, i)) continue;
            if (Stems.alike(Fold.bare(t.form()), learnt)) out.add(text.span(i, i + 1));
        }
    }
}
