package org.sitrep.extract.figures;

import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Tells whom a counted phrase names: the group from its noun, from what completes the noun, or unknown. */
final class Groups {
    static final String PEOPLE = "people";
    /** Id of people in bodies, of whom none is one person. */
    static final String FORCE = "force";

    /** Words between a side and whose it is: "the zone of the rebels". */
    private static final int SIDE = 3;

    private final List<String> endings;
    private final List<String> plurals;

    Groups(Pack pack) {
        this.endings = pack.settings().at("people_endings").texts();
        this.plurals = pack.settings().at("plural_endings").texts();
    }

    /** What a head is. */
    enum Kind {
        PEOPLE,
        EVENT,
        THING,
        UNKNOWN,
        NONE
    }

    /**
     * @param kind whether it names people
     * @param group canonical group; {@code people} where nothing tells
     * @param said whether the phrase itself tells the group
     * @param words tokens that name the group
     */
    record Group(Kind kind, String group, boolean said, int from, int to) {}

    Group of(Parse parse, Phrase phrase) {
        Optional<Match> people = phrase.noun("people");
        if (people.isPresent()) return people(parse, phrase, people.get());
        if (phrase.noun("noun").isPresent()) return event(parse, phrase);
        if (phrase.noun("thing").isPresent())
            return new Group(Kind.THING, phrase.noun("thing").get().sense().id(), true, phrase.head(), phrase.to());
        if (phrase.head() < 0) return new Group(Kind.NONE, PEOPLE, false, phrase.from(), phrase.to());
        boolean person = person(parse.text(), phrase.head());
        return new Group(person ? Kind.PEOPLE : Kind.UNKNOWN, PEOPLE, person, phrase.head(), phrase.to());
    }

    /** Whether the noun of a phrase looks like several; always where the pack tells no plural endings. */
    boolean plural(Text text, Phrase phrase) {
        Optional<Match> noun = phrase.noun("people");
        String form = text.token(noun.map(m -> m.to() - 1).orElse(Math.max(phrase.head(), phrase.from())))
                .form();
        return plurals.isEmpty() || noun.isPresent() && plurals.stream().anyMatch(form::endsWith);
    }

    /** Whether a form ends as several do. */
    boolean several(String form) {
        return plurals.stream().anyMatch(form::endsWith);
    }

    /** A head that the lexicon does not know: a capitalised people's name, or a word formed like a name of persons. */
    private boolean person(Text text, int head) {
        Token t = text.token(head);
        if (t.capital() && !text.shouting() && t.form().endsWith("s")) return true;
        for (String e : endings)
            if (t.form().length() > e.length() + 2 && t.form().endsWith(e)) return true;
        return false;
    }

    private Group people(Parse parse, Phrase phrase, Match people) {
        Group own = new Group(Kind.PEOPLE, people.sense().id(), true, people.from(), people.to());
        if (!own.group().equals(PEOPLE) && !own.group().equals(FORCE)) return own;
        for (Match m : phrase.nouns())
            if (m.sense().of("people")
                    && !m.sense().id().equals(PEOPLE)
                    && !m.sense().id().equals(FORCE))
                return new Group(Kind.PEOPLE, m.sense().id(), true, m.from(), people.to());
        for (Phrase p : parse.completing(phrase)) {
            Optional<Match> inner = p.noun("people");
            if (p.from() - phrase.to() > 2
                    || inner.isEmpty()
                    || side(parse, inner.get())
                    || inner.get().sense().id().equals(FORCE)) continue;
            return new Group(Kind.PEOPLE, inner.get().sense().id(), true, people.from(), p.to());
        }
        return own.group().equals(FORCE) ? new Group(Kind.PEOPLE, FORCE, true, own.from(), own.to()) : own;
    }

    /** "380 dead on the rebel side", "in insurgent areas": whose side it is tells where, and not who died there. */
    private static boolean side(Parse parse, Match who) {
        Text text = parse.text();
        int first = Math.max(parse.sentence().from(), who.from() - SIDE);
        int last = Math.min(parse.sentence().to(), who.to() + SIDE);
        for (int i = first; i < last; i++) {
            Optional<Match> m = text.at(i, "side");
            boolean joined = m.filter(x -> x.to() <= who.from() || x.from() <= who.to() + 1)
                    .isPresent();
            if (joined) return true;
            if (i >= who.to()
                    && text.token(i).kind() == Token.Kind.MARK
                    && !text.token(i).is("-")) return false;
        }
        return false;
    }

    /** "164 dead", "5,800 arrests", "13 deaths among soldiers": people by what happened to them. */
    private Group event(Parse parse, Phrase phrase) {
        for (Phrase p : parse.completing(phrase)) {
            Optional<Match> inner = p.noun("people");
            if (inner.isPresent() && p.quantity().isEmpty() && p.from() - phrase.to() <= 3 && !side(parse, inner.get()))
                return new Group(
                        Kind.EVENT,
                        inner.get().sense().id(),
                        true,
                        inner.get().from(),
                        inner.get().to());
        }
        return new Group(Kind.EVENT, PEOPLE, false, phrase.head(), phrase.to());
    }
}
