package org.sitrep.extract.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.NamedPlace;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Finds the {@link Atom} at a token: the longest of the pack's actor words and the gazette's names, else a run of capitals. */
final class Atoms {
    private static final Map<String, Atom.Type> CATEGORIES = Map.of(
            "office", Atom.Type.OFFICE,
            "rank", Atom.Type.OFFICE,
            "institution", Atom.Type.INSTITUTION,
            "generic", Atom.Type.GENERIC,
            "medium", Atom.Type.MEDIUM,
            "remit", Atom.Type.REMIT);
    private static final Categories WORDS = Categories.of(CATEGORIES.keySet());
    private static final String SMALL = "small";
    /** Words before the last of those that point at a speaker. */
    private static final int POINTING = 3;

    private final Gazette gazette;
    private final Text text;
    private final Map<Integer, NamedPlace> places;
    /** What was found at each token: phrases look ahead, and ask again. */
    private final List<@Nullable Optional<Atom>> found;

    private final List<@Nullable Optional<Gazette.Hit>> known;

    /** @param places towns, regions and states of {@code text} by their first token */
    Atoms(Gazette gazette, Text text, Map<Integer, NamedPlace> places) {
        this.gazette = gazette;
        this.text = text;
        this.places = places;
        int size = text.tokens().size();
        this.found = new ArrayList<>(Collections.nCopies(size, null));
        this.known = new ArrayList<>(Collections.nCopies(size, null));
    }

    Text text() {
        return text;
    }

    /** The atom that starts at {@code i} and ends before its sentence {@code s} does. */
    Optional<Atom> at(Text.Sentence s, int i) {
        Optional<Atom> before = found.get(i);
        if (before != null) return before;
        Optional<Atom> first = read(s, i);
        found.set(i, first);
        return first;
    }

    private Optional<Gazette.Hit> known(Text.Sentence s, int i) {
        Optional<Gazette.Hit> before = known.get(i);
        if (before != null) return before;
        Optional<Gazette.Hit> first = gazette.at(text, i, s.to());
        known.set(i, first);
        return first;
    }

    private Optional<Atom> read(Text.Sentence s, int i) {
        Token t = text.token(i);
        if (!t.word()) return Optional.empty();
        Optional<Atom> word = word(s, i);
        boolean small = t.capital() && text.at(i, SMALL).isPresent() && !upper(t);
        Optional<Atom> name = known(s, i)
                .filter(h -> !givenName(s, h) && !(small && h.to() == i + 1))
                .map(h -> atom(i, h.to(), type(h.kind()), h.name()));
        if (name.isPresent() && (word.isEmpty() || name.get().to() >= word.get().to())) return name;
        if (word.isPresent()) return word;
        boolean begins = t.capital() && !text.shouting() && text.at(i, SMALL).isEmpty() && !pointing(s, i);
        return begins ? capitals(s, i) : Optional.empty();
    }

    /** Whether the word belongs to those that point at a speaker; where nouns are capitals ("nach Angaben der Polizei") it would else begin a name. */
    private boolean pointing(Text.Sentence s, int i) {
        for (int j = i - 1; j >= Math.max(s.from(), i - POINTING); j--)
            if (text.at(j, "according").filter(m -> m.to() > i).isPresent()) return true;
        return false;
    }

    private boolean upper(Token t) {
        return t.end() - t.start() > 1 && Character.isUpperCase(text.source().charAt(t.end() - 1));
    }

    /** A seat's name before a surname is a given name: "Washington Irving". */
    private boolean givenName(Text.Sentence s, Gazette.Hit hit) {
        return hit.kind() == Gazette.Kind.SEAT && hit.to() < s.to() && name(s, hit.to());
    }

    private Optional<Atom> word(Text.Sentence s, int i) {
        if (!text.has(i, WORDS)) return Optional.empty();
        for (Match m : text.matches().get(i)) {
            Atom.Type type = CATEGORIES.get(m.sense().category());
            if (type != null
                    && m.to() <= s.to()
                    && (!m.sense().of("rank") || text.token(i).capital() || titled(s, m.to())))
                return Optional.of(atom(m.from(), m.to(), type, m.sense().id()));
        }
        return Optional.empty();
    }

    /** Whether a capitalised word follows, perhaps behind a people's adjective, so that a rank before it is a title. */
    private boolean titled(Text.Sentence s, int i) {
        if (i >= s.to() || !text.token(i).word()) return false;
        return text.token(i).capital()
                || known(s, i)
                        .filter(h -> h.kind() == Gazette.Kind.PEOPLE && h.to() < s.to())
                        .filter(h ->
                                text.token(h.to()).word() && text.token(h.to()).capital())
                        .isPresent();
    }

    private static Atom.Type type(Gazette.Kind kind) {
        return switch (kind) {
            case STATE -> Atom.Type.STATE;
            case PEOPLE -> Atom.Type.PEOPLE;
            case SEAT -> Atom.Type.SEAT;
            case ORGANISATION -> Atom.Type.ORGANISATION;
            case MEDIA -> Atom.Type.MEDIA;
        };
    }

    private static Atom atom(int from, int to, Atom.Type type, String id) {
        return new Atom(from, to, type, id, false, false);
    }

    private Optional<Atom> capitals(Text.Sentence s, int i) {
        int to = i + 1;
        while (to < s.to()) {
            int next = text.token(to).glued() && (text.token(to).is("-") || initial(to)) ? to + 1 : to;
            if (next < s.to() && text.at(next, "particle").isPresent() && next + 1 < s.to() && name(s, next + 1))
                next++;
            if (next >= s.to()
                    || !name(s, next)
                            && !(next > to
                                    && text.token(to).is("-")
                                    && text.token(next).word())) break;
            to = next + 1;
        }
        if (to < s.to() && site(s, to)) return Optional.of(atom(i, to + 2, Atom.Type.MEDIA, text.words(i, to + 2)));
        if (i == s.from() && to == i + 1 && !text.matches().get(i).isEmpty()) return Optional.empty();
        Optional<NamedPlace> place = Optional.ofNullable(places.get(i));
        if (place.isPresent() && place.get().mention().to() >= to)
            return Optional.of(atom(
                    i,
                    place.get().mention().to(),
                    Atom.Type.PLACE,
                    place.get().toponym().name()));
        return Optional.of(atom(i, to, Atom.Type.CAPITAL, ""));
    }

    /** The dot of an initial: "A." */
    private boolean initial(int i) {
        Token before = text.token(i - 1);
        return text.token(i).is(".") && before.end() - before.start() == 1 && before.capital();
    }

    /** A glued ".kz" behind a name. */
    private boolean site(Text.Sentence s, int dot) {
        if (dot + 1 >= s.to() || !text.token(dot).is(".") || !text.token(dot).glued()) return false;
        Token end = text.token(dot + 1);
        return end.glued() && end.word() && !end.capital() && end.form().length() <= 4;
    }

    private boolean name(Text.Sentence s, int i) {
        Token t = text.token(i);
        return t.word()
                && t.capital()
                && text.at(i, SMALL).isEmpty()
                && word(s, i).isEmpty()
                && known(s, i).isEmpty();
    }
}
