package org.sitrep.extract.clauses;

import java.util.List;
import java.util.TreeSet;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** One clause while its parts are being found: its verb, and what was bound to it so far. */
final class Draft {
    private final VerbReader.Reading reading;
    private final int place;
    private final TreeSet<Integer> subjects = new TreeSet<>();
    private final TreeSet<Integer> objects = new TreeSet<>();
    private VerbGroup verb;
    private Clause.Link link = Clause.Link.MAIN;
    private String opener = "";
    private int tail;
    private boolean joined;

    /** @param place where its verb stands in the row */
    Draft(VerbReader.Reading reading, int place) {
        this.reading = reading;
        this.place = place;
        this.verb = reading.verb();
    }

    VerbReader.Reading reading() {
        return reading;
    }

    int place() {
        return place;
    }

    VerbGroup verb() {
        return verb;
    }

    void verb(VerbGroup other) {
        this.verb = other;
    }

    boolean is(Voice voice) {
        return verb.voice() == voice;
    }

    boolean is(Mood mood) {
        return verb.mood() == mood;
    }

    /** Whether it may be a past tense or a participle ("killed"). */
    boolean ambiguous() {
        return reading.ambiguous();
    }

    /** Indexes of the phrases in its subject. */
    TreeSet<Integer> subjects() {
        return subjects;
    }

    /** Indexes of the bare phrases that complete it. */
    TreeSet<Integer> objects() {
        return objects;
    }

    Clause.Link link() {
        return link;
    }

    /** Id of the word that opens it; empty where none does. */
    String opener() {
        return opener;
    }

    void hang(Clause.Link how, String byWord) {
        this.link = how;
        this.opener = byWord;
    }

    /** Where the verb stands that closes this clause; 0 where none does. */
    int tail() {
        return tail;
    }

    /** Whether its verb closes the clause of another one, whose subject is its own. */
    boolean joined() {
        return joined;
    }

    /** Takes the participle or infinitive of {@code closing}, which stands at {@code c}, into its own verb group. */
    void join(Draft closing, int c) {
        VerbGroup rest = closing.verb;
        boolean passive = reading.passive() && closing.is(Mood.PARTICIPLE);
        verb = new VerbGroup(
                verb.from(),
                verb.to(),
                rest.lexemes(),
                passive ? Voice.PASSIVE : Voice.ACTIVE,
                verb.tense(),
                verb.mood(),
                verb.negated() || rest.negated(),
                verb.marks());
        closing.verb = new VerbGroup(
                rest.from(), rest.to(), List.of(), Voice.ACTIVE, rest.tense(), Mood.PARTICIPLE, false, rest.marks());
        closing.joined = true;
        tail = c;
    }

    /** Takes over how {@code other} is said: "were killed and injured". */
    void inherit(Draft other) {
        VerbGroup from = other.verb;
        verb = new VerbGroup(
                verb.from(),
                verb.to(),
                verb.lexemes(),
                from.voice(),
                from.tense(),
                from.mood(),
                verb.negated() || from.negated(),
                from.marks());
    }
}
