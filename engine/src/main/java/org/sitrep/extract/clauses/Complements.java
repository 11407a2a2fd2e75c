package org.sitrep.extract.clauses;

import java.util.List;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** Finds verbs their objects, and the subjects that stand behind them; all subjects before them are known. */
final class Complements {
    private final Grammar grammar;
    private final Drafts drafts;
    private final ChunkRow row;

    Complements(Grammar grammar, Drafts drafts) {
        this.grammar = grammar;
        this.drafts = drafts;
        this.row = drafts.row();
    }

    void find() {
        List<Draft> all = drafts.all();
        for (Draft d : all) if (d.is(Voice.ACTIVE)) object(d);
        for (Draft d : all) if (!d.subjects().isEmpty()) afterthought(d);
        for (int v = all.size() - 2; v >= 0; v--) shareObject(all.get(v), all.get(v + 1));
        for (Draft d : all) if (grammar.genitive() && d.is(Voice.PASSIVE)) receiver(d);
        if (grammar.verbLast()) all.forEach(this::preverbal);
        if (grammar.free() || !grammar.headLast()) all.forEach(this::postposed);
        all.forEach(this::inverted);
        if (!grammar.plurals().isEmpty() && !all.isEmpty()) opening(all.getFirst());
        for (int v = all.size() - 2; v >= 0; v--) shareSubject(all.get(v), all.get(v + 1));
    }

    private void object(Draft d) {
        int first = row.after(d.place());
        boolean joint = true;
        int end = Math.min(row.size(), d.place() + Drafts.REACH);
        for (int i = first; i < end; i++) {
            switch (row.at(i).kind()) {
                case PHRASE -> {
                    if (!row.bare(i)) {
                        if (i == first) return;
                    } else {
                        if (!follows(i, joint) || !free(i, first)) return;
                        d.objects().add(row.at(i).ref());
                        joint = false;
                    }
                }
                case COMMA -> {
                    int over = i == first ? row.overInsertion(i) : i;
                    joint = over > i || !d.objects().isEmpty() && row.listGoesOn(i);
                    i = over;
                }
                case CONJUNCTION -> joint = !d.objects().isEmpty();
                case OTHER, PREPOSITION, INCLUDING -> {}
                case OPEN -> i = row.closing(i);
                case VERB -> {
                    if (d.objects().isEmpty() || !describes(i)) return;
                }
                case RELATIVE, SUBORDINATOR, COLON, STOP, CLOSE -> {
                    return;
                }
            }
        }
    }

    /** "Charges [were] brought [against] four", in a language where the case alone says against whom: a count right behind a passive that has its subject. */
    private void receiver(Draft d) {
        int next = row.after(d.place());
        boolean whom = !d.subjects().isEmpty() && row.bare(next) && row.counted(next);
        if (whom && !drafts.taken(next) && !drafts.subjectAhead(next))
            d.objects().add(row.at(next).ref());
    }

    private boolean follows(int c, boolean joint) {
        return joint || grammar.verbFinal() || row.is(c - 1, Kind.PHRASE);
    }

    /** Whether the phrase at {@code c} is no other verb's subject. Where the verb opens its clause, what stands right behind it is its own. */
    private boolean free(int c, int first) {
        return !drafts.taken(c) && (grammar.verbFirst() && c == first || !drafts.subjectAhead(c));
    }

    /** Whether the verb at {@code c} is a participle that describes the phrase before it. */
    private boolean describes(int c) {
        return drafts.at(c).is(Mood.PARTICIPLE) && !row.is(row.before(c), Kind.CONJUNCTION);
    }

    /** A counted phrase that "and" adds behind a passive: "was killed near his home, along with two guards". */
    private void afterthought(Draft d) {
        if (!d.is(Voice.PASSIVE) || !d.verb().finite()) return;
        int i = d.place() + 1;
        int end = Math.min(row.size(), d.place() + Drafts.REACH);
        while (i < end && !row.at(i).is(Kind.CONJUNCTION)) {
            boolean inside = row.at(i).is(Kind.PREPOSITION)
                    || row.at(i).is(Kind.OTHER)
                    || row.at(i).is(Kind.COMMA)
                    || row.at(i).is(Kind.PHRASE) && !row.bare(i);
            if (!inside && !row.at(i).is(Kind.OPEN)) return;
            i = inside ? i + 1 : row.closing(i) + 1;
        }
        int phrase = row.after(i);
        if (!row.bare(phrase)
                || !row.counted(phrase)
                || row.phrase(phrase).noun("noun").isPresent()
                || drafts.subjectAhead(phrase)) return;
        int after = row.after(phrase);
        boolean closed = row.is(after, Kind.COMMA) && !row.listGoesOn(after);
        if (after >= row.size() || row.is(after, Kind.STOP) || row.is(after, Kind.RELATIVE) || closed)
            d.subjects().add(row.at(phrase).ref());
    }

    /** "killed and wounded 40": the first verb shares the object of the second. */
    private void shareObject(Draft d, Draft second) {
        if (!d.objects().isEmpty() || !d.is(Voice.ACTIVE)) return;
        int next = row.after(d.place());
        if (row.is(next, Kind.CONJUNCTION) && row.after(next) == second.place())
            d.objects().addAll(second.objects());
    }

    /** "Killed and wounded [were] 40": the first passive shares the subject that stands behind the second. */
    private void shareSubject(Draft d, Draft second) {
        if (!grammar.free() || !d.subjects().isEmpty() || !d.is(Voice.PASSIVE) || !second.is(Voice.PASSIVE)) return;
        int next = row.after(d.place());
        if (row.is(next, Kind.CONJUNCTION) && row.after(next) == second.place())
            d.subjects().addAll(second.subjects());
    }

    /** Where the verb comes last, all bare phrases back to the clause's edge belong to it; behind a participle, the count that it describes ("died [the] 12 men"). */
    private void preverbal(Draft d) {
        int next = row.after(d.place());
        if (d.is(Mood.PARTICIPLE) && row.bare(next) && row.counted(next)) {
            d.objects().add(row.at(next).ref());
            return;
        }
        for (int i = d.place() - 1; i >= 0 && i > d.place() - Drafts.REACH; i--) {
            Chunk k = row.at(i);
            if (row.bare(i)) {
                if (!d.subjects().contains(k.ref())) d.objects().add(k.ref());
            } else if (k.is(Kind.CLOSE)) i = row.opening(i);
            else if (!k.is(Kind.OTHER) && !k.is(Kind.PHRASE) && !k.is(Kind.PREPOSITION)) return;
        }
    }

    /** Where subjects may follow, a count right behind a verb without object is its subject, and not an unknown word before it ("yesterday [were] killed 12"). */
    private void postposed(Draft d) {
        boolean objectless = grammar.free() && d.is(Voice.PASSIVE)
                || grammar.intransitive().contains(d.verb().lexeme());
        int next = row.after(d.place());
        if (row.is(next, Kind.COMMA)) next = row.after(row.overInsertion(next));
        if (!objectless || !row.bare(next) || drafts.subjectAhead(next)) return;
        // "The bomb hit a car and died its occupants, five people": nobody but who dies stands right behind the verb.
        boolean people = grammar.intransitive().contains(d.verb().lexeme());
        boolean counted =
                row.counted(next) || people && row.is(row.after(next), Kind.COMMA) && row.listGoesOn(row.after(next));
        // "The bomber blew himself up, died 30": a comma parts the verb from the subject of the verb before.
        boolean opens = grammar.free() && row.is(row.before(d.place()), Kind.COMMA) && row.counted(next);
        boolean known = !opens
                && d.subjects().stream()
                        .map(row::phraseOf)
                        .anyMatch(p -> p.quantity().filter(Quantity::counts).isPresent()
                                || people && p.noun("people").isPresent()
                                || !people && !p.nouns().isEmpty() && !apart(p));
        if (!counted || known) return;
        boolean apart = d.is(Voice.PASSIVE)
                && !d.subjects().isEmpty()
                && d.subjects().stream().map(row::phraseOf).allMatch(Complements::apart);
        if (apart) d.subjects().add(row.at(next).ref());
        else d.subjects().clear();
    }

    private static boolean apart(Phrase p) {
        return !p.nouns().isEmpty() && p.nouns().stream().allMatch(ChunkList::apart);
    }

    /** "Heridos por la metralla, <u>los ocho monjes</u> …": where participles agree, one of several that opens the sentence is of the count behind its comma. */
    private void opening(Draft d) {
        if (!d.is(Mood.PARTICIPLE) || !d.is(Voice.PASSIVE) || d.reading().single() || row.before(d.place()) >= 0)
            return;
        if (!d.subjects().isEmpty()) return;
        int i = d.place() + 1;
        int end = Math.min(row.size(), d.place() + Drafts.REACH);
        while (i < end && inside(i)) i++;
        int count = row.is(i, Kind.COMMA) ? row.after(i) : row.size();
        if (row.bare(count) && row.counted(count))
            d.subjects().add(row.at(count).ref());
    }

    /** What tells how, where or when behind an opening participle. */
    private boolean inside(int i) {
        return row.is(i, Kind.PREPOSITION)
                || row.is(i, Kind.OTHER)
                || row.is(i, Kind.PHRASE) && !(row.bare(i) && row.counted(i));
    }

    /** A passive, or any verb where subjects may stand behind it, that found no subject takes the bare phrase behind it. */
    private void inverted(Draft d) {
        if (!d.subjects().isEmpty() || !d.is(Voice.PASSIVE)) return;
        if (d.is(Mood.PARTICIPLE) && !grammar.free()) return;
        object(d);
        d.subjects().addAll(d.objects());
        d.objects().clear();
    }
}
