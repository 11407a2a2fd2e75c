package org.sitrep.extract.clauses;

import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** Settles what a verb's form is by what stands around it, before anything is bound to it. */
final class VerbForms {
    private final Grammar grammar;
    private final Drafts drafts;
    private final ChunkRow row;

    VerbForms(Grammar grammar, Drafts drafts) {
        this.grammar = grammar;
        this.drafts = drafts;
        this.row = drafts.row();
    }

    void settle() {
        if (grammar.verbFinal())
            for (int v = 0; v + 1 < drafts.all().size(); v++)
                joinTail(drafts.all().get(v));
        drafts.all().forEach(this::resolve);
    }

    /** Joins an auxiliary with the participle or infinitive that closes its clause. */
    private void joinTail(Draft head) {
        if (!head.verb().lexemes().isEmpty()) return;
        int end = Math.min(row.size(), head.place() + Drafts.REACH);
        for (int c = head.place() + 1; c < end; c++) {
            Chunk k = row.at(c);
            if (k.is(Kind.STOP) || k.is(Kind.SUBORDINATOR) || k.is(Kind.RELATIVE)) return;
            if (!k.is(Kind.VERB)) continue;
            Draft tail = drafts.at(c);
            boolean infinitive =
                    tail.reading().infinitive() && !head.verb().marks().isEmpty() && closes(c);
            boolean own = tail.verb().finite() && !tail.ambiguous() && !infinitive;
            if (tail.verb().lexemes().isEmpty() || own) return;
            head.join(tail, c);
            row.close(c);
            return;
        }
    }

    /** Whether nothing of its clause follows the chunk at {@code c}. */
    private boolean closes(int c) {
        int next = row.after(c);
        return next >= row.size()
                || !row.is(next, Kind.PHRASE) && !row.is(next, Kind.PREPOSITION) && !row.is(next, Kind.VERB);
    }

    /** Decides whether a form like "killed" is a past tense with an object or a passive participle. */
    private void resolve(Draft d) {
        if (!d.ambiguous() || grammar.intransitive().contains(d.verb().lexeme())) return;
        int next = row.after(d.place());
        boolean object = opensObject(next);
        if (row.is(next, Kind.CONJUNCTION) && row.is(row.after(next), Kind.VERB))
            object |= opensObject(row.after(row.after(next)));
        if (object || row.is(row.before(d.place()), Kind.RELATIVE)) return;
        d.verb(d.verb().as(Voice.PASSIVE, Mood.PARTICIPLE));
    }

    private boolean opensObject(int c) {
        return row.bare(c) && !drafts.subjectAhead(c);
    }
}
