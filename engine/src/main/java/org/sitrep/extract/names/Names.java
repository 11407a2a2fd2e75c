package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.sitrep.language.Data;
import org.sitrep.language.Fold;
import org.sitrep.language.Gazetteer;
import org.sitrep.language.Match;
import org.sitrep.language.NamedPlace;
import org.sitrep.language.Packs;
import org.sitrep.language.PlaceMention;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Place;

/**
 * Finds who and what is named in the texts of one article. Only states, organisations, outlets and office-holders become named
 * actors; a capitalised name of anybody else is {@link Mention.Kind#UNKNOWN}. Safe for use by several threads.
 */
public final class Names {
    /** Words of a remit or adjective that may stand between a head and what its genitive links. */
    private static final int MOST_BETWEEN = 3;

    private static final int LONGEST_ACRONYM = 10;

    private final Gazette gazette;
    private final Gazetteer gazetteer;
    private final Map<String, String> officeHolders;

    /** Names from {@code names/} and the packs' actor words. @throws org.sitrep.language.PackError for bad data */
    public Names(Packs packs) {
        this.gazette = new Gazette(packs);
        this.gazetteer = packs.gazetteer();
        this.officeHolders = officeHolders(packs.shared("names/people.yaml").at("person"));
    }

    private static Map<String, String> officeHolders(Data people) {
        Map<String, String> out = new HashMap<>();
        for (Data person : people.items())
            for (String spelling : person.texts())
                out.put(Fold.bare(Fold.form(spelling)), person.texts().getFirst());
        return Map.copyOf(out);
    }

    /**
     * A text and its language.
     *
     * @param language BCP 47 primary tag
     */
    public record Part(String language, Text text) {}

    /** The mentions of each part; the parts together are one article, and teach each other its names. */
    public List<Mentions> of(List<Part> parts) {
        Found found = found(parts);
        List<Mentions> out = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++)
            out.add(mentions(
                    parts.get(i).text(),
                    found.phrases.get(i).stream()
                            .map(p -> p.mention(found.cast))
                            .toList(),
                    found.places.get(i)));
        return out;
    }

    /** The last word of each spelling of those whose office everybody knows, folded. */
    Set<String> familyNamesInOffice() {
        Set<String> out = new HashSet<>();
        for (String spelling : officeHolders.keySet()) out.add(spelling.substring(spelling.lastIndexOf(' ') + 1));
        return out;
    }

    /** Whether a state, people, organisation or outlet is named by the word at {@code i}. */
    boolean gazetted(Text text, int i) {
        return gazette.at(text, i, i + 1).isPresent();
    }

    /** What the parts of one article name: the phrases and places of each, and what all together teach. */
    record Found(Cast cast, List<List<Phrase>> phrases, List<List<NamedPlace>> places) {}

    Found found(List<Part> parts) {
        List<List<PlaceMention>> found = parts.stream()
                .map(p -> gazetteer.mentions(p.text(), p.language()))
                .toList();
        Map<PlaceMention, NamedPlace> places = new IdentityHashMap<>();
        for (NamedPlace p :
                gazetteer.resolve(found.stream().flatMap(List::stream).toList(), Set.of())) places.put(p.mention(), p);
        Cast cast = new Cast(officeHolders);
        List<List<Phrase>> phrases = new ArrayList<>();
        List<List<NamedPlace>> named = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Map<Integer, NamedPlace> here = new HashMap<>();
            for (PlaceMention m : found.get(i))
                Optional.ofNullable(places.get(m)).ifPresent(p -> here.put(m.from(), p));
            phrases.add(phrases(new Atoms(gazette, parts.get(i).text(), here), cast));
            named.add(found.get(i).stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .toList());
        }
        for (List<Phrase> list : phrases) for (Phrase p : list) p.learnt(cast).ifPresent(cast::person);
        return new Found(cast, phrases, named);
    }

    /** Where the article happens. @param mentions of its parts, as {@link #of} gives them */
    public Scene scene(List<Part> parts, List<Mentions> mentions) {
        return new Scene(gazetteer, parts, mentions);
    }

    private static Mentions mentions(Text text, List<Mention> all, List<NamedPlace> places) {
        Mentions actors = new Mentions(all, List.of());
        return new Mentions(
                all,
                places.stream()
                        .map(Mentions.Where::new)
                        .filter(w -> !partOfName(text, actors, w))
                        .toList());
    }

    private List<Phrase> phrases(Atoms atoms, Cast cast) {
        List<Phrase> out = new ArrayList<>();
        Text text = atoms.text();
        for (Text.Sentence s : text.sentences()) {
            int first = out.size();
            for (int i = s.from(); i < s.to(); ) {
                Optional<Atom> atom = atoms.at(s, i);
                if (atom.isEmpty()) {
                    i++;
                    continue;
                }
                Phrase p = phrase(atoms, s, atom.get());
                i = p.to();
                acronym(text, s, p, cast);
                apposition(text, out, first, p);
            }
        }
        return out;
    }

    private static Phrase phrase(Atoms atoms, Text.Sentence s, Atom first) {
        Text text = atoms.text();
        List<Atom> parts = new ArrayList<>();
        Atom atom = first;
        while (true) {
            int next = possessive(text, s, atom.to());
            parts.add(atom.owned(next));
            Optional<Atom> follow = follow(atoms, s, next, atom);
            if (follow.isEmpty()) return new Phrase(text, parts);
            atom = atom.is(Atom.Type.MEDIUM) && follow.get().is(Atom.Type.CAPITAL)
                    ? numbered(text, s, follow.get())
                    : follow.get();
        }
    }

    /** A channel's name with the number that belongs to it: "Steppe 24". */
    private static Atom numbered(Text text, Text.Sentence s, Atom name) {
        int i = name.to();
        boolean number = i < s.to()
                && text.token(i).number()
                && text.token(i).form().length() <= 2
                && text.at(i, "number").isEmpty()
                && (i + 1 >= s.to() || text.at(i + 1, "people").isEmpty());
        return number ? new Atom(name.from(), i + 1, name.type(), name.id(), name.linked(), name.owned()) : name;
    }

    /** The token after a possessive ending at {@code i}, else {@code i}. */
    private static int possessive(Text text, Text.Sentence s, int i) {
        boolean mark = i < s.to()
                && text.token(i).glued()
                && (text.token(i).is("'") || text.token(i).is("’"));
        if (!mark) return i;
        return i + 1 < s.to() && text.token(i + 1).glued() && text.token(i + 1).is("s") ? i + 2 : i + 1;
    }

    /** The next part of the phrase: directly behind, behind a hyphen ("Russian-led alliance"), or linked by a genitive. */
    private static Optional<Atom> follow(Atoms atoms, Text.Sentence s, int i, Atom before) {
        if (i >= s.to()) return Optional.empty();
        Text text = atoms.text();
        Token t = text.token(i);
        if (t.is("-") && t.glued() && i + 2 < s.to()) {
            Optional<Atom> glued = atoms.at(s, i + 1);
            return glued.isPresent() ? glued : atoms.at(s, i + 2);
        }
        if (t.is(".") && t.glued() && before.is(Atom.Type.OFFICE) && i + 1 < s.to())
            return atoms.at(s, i + 1).filter(a -> a.is(Atom.Type.CAPITAL) || a.is(Atom.Type.OFFICE));
        int behind = adjective(atoms, s, i, before);
        Optional<Match> link = text.at(behind, "link")
                .filter(m ->
                        m.sense().id().equals("of") || before.is(Atom.Type.GENERIC) || before.is(Atom.Type.OFFICE));
        if (link.isEmpty())
            return atoms.at(s, i).filter(a -> joins(before, a)).or(() -> outlet(atoms, s, behind, before));
        int at = link.get().to();
        int most = before.is(Atom.Type.OFFICE) ? 2 * MOST_BETWEEN : MOST_BETWEEN;
        for (int between = 0; at < s.to() && between <= most; between++, at++) {
            Optional<Atom> linked = atoms.at(s, at);
            if (linked.isPresent())
                return linked.filter(a -> genitive(before, a)).map(a -> a.linked(true));
            Token word = text.token(at);
            boolean determiner = determiner(text, at);
            if (!word.word()
                    || !determiner && !before.is(Atom.Type.OFFICE)
                    || text.at(at, "speech").isPresent()
                    || text.at(at, "aux").isPresent()) return Optional.empty();
        }
        return Optional.empty();
    }

    /** Behind an adjective that stands between a head and its genitive ("military commander of the port"), else {@code i}. */
    private static int adjective(Atoms atoms, Text.Sentence s, int i, Atom before) {
        boolean head = before.is(Atom.Type.OFFICE)
                || before.is(Atom.Type.INSTITUTION)
                || before.is(Atom.Type.MEDIUM)
                || before.is(Atom.Type.GENERIC);
        Text text = atoms.text();
        Token t = text.token(i);
        boolean plain = head
                && i + 1 < s.to()
                && t.word()
                && !t.capital()
                && atoms.at(s, i).isEmpty()
                && text.matches().get(i).stream()
                        .allMatch(m -> m.sense().of("modifier") || m.sense().of("people"));
        boolean goesOn = plain && (text.at(i + 1, "link").isPresent() || before.is(Atom.Type.MEDIUM));
        return goesOn ? i + 1 : i;
    }

    /** A name behind "channel" and an adjective: "la chaîne publique Steppe 24". */
    private static Optional<Atom> outlet(Atoms atoms, Text.Sentence s, int i, Atom before) {
        return before.is(Atom.Type.MEDIUM) && i < s.to()
                ? atoms.at(s, i).filter(a -> a.is(Atom.Type.CAPITAL) || a.is(Atom.Type.MEDIA))
                : Optional.empty();
    }

    /** Whether two parts side by side are one phrase. */
    private static boolean joins(Atom before, Atom next) {
        if (next.is(Atom.Type.MEDIA)) return before.is(Atom.Type.MEDIUM) || before.is(Atom.Type.PEOPLE);
        if (before.is(Atom.Type.MEDIA))
            return next.is(Atom.Type.MEDIUM)
                    || next.is(Atom.Type.PLACE)
                    || next.is(Atom.Type.STATE)
                    || next.is(Atom.Type.CAPITAL);
        if (before.is(Atom.Type.CAPITAL)) return !next.is(Atom.Type.STATE) && !next.is(Atom.Type.SEAT);
        return true;
    }

    /** What a genitive may link: offices, bodies and names of states or towns, never an outlet. */
    private static boolean genitive(Atom before, Atom next) {
        if (next.is(Atom.Type.REMIT)) return true;
        if (before.is(Atom.Type.STATE)
                || before.is(Atom.Type.PLACE)
                || before.is(Atom.Type.SEAT)
                || before.is(Atom.Type.MEDIA)) return false;
        if (before.is(Atom.Type.CAPITAL) || before.is(Atom.Type.PEOPLE))
            return next.is(Atom.Type.INSTITUTION) || next.is(Atom.Type.ORGANISATION);
        return !next.is(Atom.Type.MEDIA);
    }

    /** Learns "Name of the Body (NOB)". */
    private void acronym(Text text, Text.Sentence s, Phrase p, Cast cast) {
        int open = p.to();
        if (open + 2 >= s.to()
                || !text.token(open).is("(")
                || !text.token(open + 2).is(")")) return;
        String inside = text.words(open + 1, open + 2);
        boolean upper = inside.length() >= 2
                && inside.length() <= LONGEST_ACRONYM
                && inside.equals(inside.toUpperCase(java.util.Locale.ROOT));
        boolean named = p.to() - p.from() >= 2
                && !p.has(Atom.Type.MEDIA)
                && gazette.at(text, open + 1, s.to()).isEmpty();
        if (upper && named && text.token(open + 1).word()) cast.acronym(inside, inside);
    }

    /** Binds a name to the office on the other side of a comma. */
    private static void apposition(Text text, List<Phrase> out, int first, Phrase p) {
        Optional<Phrase> before = out.size() > first ? Optional.of(out.getLast()) : Optional.empty();
        boolean comma = before.isPresent() && comma(text, before.get().to(), p.from());
        if (comma && p.bareName() && before.get().vacant()) {
            before.get().namedBy(new Atom(p.from(), p.to(), Atom.Type.CAPITAL, "", false, false));
            return;
        }
        if (comma && before.get().unnamedBody() && p.bareOrganisation() && !listed(text, p.to())) {
            before.get().identifiedBy(p.body());
            return;
        }
        Optional<Atom> holder = comma && before.get().vacant() && !listed(text, p.to()) ? p.titled() : Optional.empty();
        if (holder.isPresent()) {
            before.get().namedBy(holder.get());
            return;
        }
        if (comma
                && before.get().bareName()
                && (p.vacant()
                        || linked(text, p.from()) && (p.has(Atom.Type.ORGANISATION) || p.has(Atom.Type.INSTITUTION))))
            before.get().heldBy();
        out.add(p);
    }

    /** Whether a conjunction follows, so that what stands before it is one of a list: "the president, General X and Minister Y". */
    private static boolean listed(Text text, int i) {
        return i < text.tokens().size() && text.at(i, "conjunction").isPresent();
    }

    private static boolean linked(Text text, int i) {
        return i > 0
                && (text.at(i - 1, "link").isPresent()
                        || i > 1 && text.at(i - 2, "link").isPresent());
    }

    /** Whether only a comma and at most a determiner or genitive stand between two tokens. */
    private static boolean comma(Text text, int from, int to) {
        if (from >= to || to - from > MOST_BETWEEN || !text.token(from).is(",")) return false;
        for (int i = from + 1; i < to; i++)
            if (!determiner(text, i) && text.at(i, "link").isEmpty()) return false;
        return true;
    }

    private static boolean determiner(Text text, int i) {
        return text.at(i, "determiner").isPresent() || text.at(i, "article").isPresent();
    }

    /** A town's name inside a person's name is no place. */
    private static boolean partOfName(Text text, Mentions actors, Mentions.Where w) {
        Optional<Mention> m = actors.at(w.from()).filter(x -> x.to() - x.from() > w.to() - w.from());
        if (m.isEmpty() || w.place().precision().equals(Optional.of(Place.Precision.COUNTRY))) return false;
        boolean inName =
                m.get().kind() == Mention.Kind.PERSON && m.get().shortForm().overlaps(text.span(w.from(), w.to()));
        return inName || m.get().kind() == Mention.Kind.UNKNOWN;
    }
}
