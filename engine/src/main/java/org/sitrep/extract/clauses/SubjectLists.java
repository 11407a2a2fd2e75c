package org.sitrep.extract.clauses;

import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** What verbs and phrases share: subjects that are lists, and verbs behind "and" that have the subject of the one before. */
final class SubjectLists {
    private final Grammar grammar;
    private final Drafts drafts;
    private final ChunkRow row;

    SubjectLists(Grammar grammar, Drafts drafts) {
        this.grammar = grammar;
        this.drafts = drafts;
        this.row = drafts.row();
    }

    /**
     * Takes the phrase at {@code c} and those before it that it is coordinated with as subjects of {@code d}.
     *
     * @param comma whether a comma stands before the verb, so that commas before the phrase may join as well
     */
    void chain(Draft d, int c, boolean comma) {
        drafts.take(d, c);
        // "Hundreds, some of whom were held": a part of a count before shares its verb with nobody but, where it is an
        // aside, with its whole: "Seven monks, five of them guests, were held".
        if (row.nested(c)) {
            int whole = row.before(row.before(c));
            if (comma && row.is(row.before(c), Kind.COMMA) && row.bare(whole) && row.counted(whole))
                drafts.take(d, whole);
            return;
        }
        if (single(d, c)) return;
        int last = c;
        boolean joint = false;
        boolean and = false;
        for (int i = c - 1; i >= 0 && last - i < Drafts.REACH; i--) {
            Chunk k = row.at(i);
            if (k.is(Kind.CLOSE)) i = row.opening(i);
            else if (row.dash(i) && row.asideBefore(i) > 0) i = row.asideBefore(i);
            else if (k.is(Kind.CONJUNCTION)) {
                joint = true;
                and = true;
            } else if (k.is(Kind.COMMA)) joint = joint || comma || row.counted(last);
            else if (joint && row.counted(last) && inRelative(i)) i = relativeBefore(i);
            else if (k.is(Kind.PHRASE) && joins(i, last, joint)) {
                if (!joint || !listed(i, last)) return;
                // "Carla Orsini, candidate for mayor, died": a list has its "and"; without one the commas hold an
                // aside.
                if (comma && !and && !row.counted(last))
                    d.subjects().remove(row.at(last).ref());
                drafts.take(d, i);
                last = i;
                joint = false;
            } else if (bounds(i)) return;
        }
    }

    /** "Nine arrests and <u>a policeman hurt</u>": a participle that agrees with one person is told of nobody before him. */
    private boolean single(Draft d, int c) {
        return d.is(Mood.PARTICIPLE)
                && d.reading().single()
                && row.phrase(c)
                        .quantity()
                        .filter(q -> q.form() == Quantity.Form.ARTICLE)
                        .isPresent();
    }

    private boolean inRelative(int c) {
        return row.at(c).is(Kind.VERB) && drafts.at(c).link() == Clause.Link.RELATIVE;
    }

    private int relativeBefore(int c) {
        int i = c;
        while (i > 0 && !row.at(i).is(Kind.RELATIVE)) i--;
        return i;
    }

    private boolean joins(int c, int last, boolean joint) {
        if (row.bare(c)) return true;
        // "Of the 52 victims, 40 died": a whole that opens the sentence completes nothing and is no member of a list.
        Phrase p = row.phrase(c);
        boolean whole = grammar.partitive().contains(p.preposition())
                || grammar.selecting().contains(p.preposition());
        boolean fronted = p.governor() < 0 && whole && row.before(c) == 0;
        return joint && row.counted(c) && row.counted(last) && !row.behindIncluding(c) && !fronted;
    }

    /** Whether the phrase at {@code c} is of the list that goes on at {@code last}. */
    private boolean listed(int c, int last) {
        if (!row.counted(c) && row.counted(last) && !row.between(c, last, Kind.CONJUNCTION)) return false;
        return !drafts.governed(c) && !row.nested(c) && !postposed(c);
    }

    /** "Killed [were] 14 gunmen, as many wounded": behind a verb that has no subject yet stands its own. */
    private boolean postposed(int c) {
        int verb = row.before(c);
        return grammar.free()
                && row.is(verb, Kind.VERB)
                && drafts.at(verb).subjects().isEmpty();
    }

    private boolean bounds(int c) {
        Chunk k = row.at(c);
        return k.is(Kind.VERB) && !drafts.at(c).is(Mood.PARTICIPLE)
                || k.is(Kind.SUBORDINATOR)
                || k.is(Kind.RELATIVE)
                || k.is(Kind.STOP)
                || k.is(Kind.COLON);
    }

    /** The phrase that the one at {@code c} completes by its case alone ("men [of the] guard"), else {@code c}. */
    int completed(int c) {
        int i = c;
        while (grammar.genitive() && i > 0 && !row.counted(i) && row.is(i - 1, Kind.PHRASE) && row.bare(i - 1)) i--;
        return i;
    }

    /** "Ont tué ou blessé 60 personnes": a participle right behind a perfect and its conjunction is of the same perfect. */
    private boolean perfect(Draft before, int place, Draft d) {
        VerbGroup.Tense tense = before.verb().tense();
        return (tense == VerbGroup.Tense.PERFECT || tense == VerbGroup.Tense.PLUPERFECT)
                && (!row.between(place, d.place(), Kind.PHRASE)
                        || row.is(d.place() - 1, Kind.CONJUNCTION)
                                && row.is(d.place() + 1, Kind.PHRASE)
                                && row.bare(d.place() + 1)
                                && row.counted(d.place() + 1));
    }

    /** Gives {@code d} the subject of the verb before {@code from}, as "and" does. */
    void share(Draft d, int from) {
        for (int i = from - 1; i >= 0 && i > from - Drafts.REACH; i--) {
            Chunk k = row.at(i);
            if (k.is(Kind.STOP) || k.is(Kind.COLON)) return;
            if (!k.is(Kind.VERB)) continue;
            Draft before = drafts.at(i);
            boolean participle = d.is(Mood.PARTICIPLE);
            if (!participle
                    && !before.verb().finite()
                    && before.verb().mood() != d.verb().mood()) continue;
            if (participle && !before.is(Voice.PASSIVE) && !perfect(before, i, d)) return;
            d.subjects().addAll(before.subjects());
            d.hang(before.link(), before.opener());
            if (participle && (!row.between(i, d.place(), Kind.PHRASE) || !before.is(Voice.PASSIVE))) d.inherit(before);
            return;
        }
    }
}
