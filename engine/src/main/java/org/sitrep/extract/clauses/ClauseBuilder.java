package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Mood;

/** Binds phrases to verbs: subjects to the left over what interrupts, objects to the right, lists as wholes, shared parts of coordinated verbs. */
final class ClauseBuilder {
    private final Grammar grammar;
    private final Drafts drafts;
    private final ChunkRow row;

    ClauseBuilder(Grammar grammar, ChunkList cut) {
        this.grammar = grammar;
        this.drafts = new Drafts(grammar, cut);
        this.row = drafts.row();
    }

    List<Clause> build() {
        new VerbForms(grammar, drafts).settle();
        new Subjects(grammar, drafts).find();
        new Complements(grammar, drafts).find();
        return drafts.all().stream().map(this::clause).toList();
    }

    private Clause clause(Draft d) {
        VerbGroup verb = d.verb();
        List<Phrase> oblique = before(d);
        int from = verb.from();
        int to = verb.to();
        for (int i = d.place() + 1; i < row.size() && i < d.place() + Drafts.REACH && !bounds(i); i++) {
            if (!row.at(i).is(Kind.PHRASE)) continue;
            Phrase p = row.phrase(i);
            if (drafts.taken(i) && p.bare()) break;
            if (!p.bare()) oblique.add(p);
            to = Math.max(to, p.to());
        }
        List<Phrase> subject = list(d.subjects());
        List<Phrase> object = list(d.objects());
        for (Phrase p : subject) if (d.link() != Clause.Link.RELATIVE) from = Math.min(from, p.from());
        for (Phrase p : object) to = Math.max(to, p.to());
        Clause.Link link = d.is(Mood.PARTICIPLE) ? Clause.Link.PARTICIPIAL : d.link();
        return new Clause(verb, subject, object, oblique, link, d.opener(), from, to);
    }

    /** Phrases under prepositions before the verb, back to the verb or boundary before. */
    private List<Phrase> before(Draft d) {
        List<Phrase> out = new ArrayList<>(2);
        for (int i = d.place() - 1; i >= 0 && i > d.place() - Drafts.REACH && !bounds(i); i--)
            if (row.at(i).is(Kind.PHRASE) && !row.phrase(i).bare()) out.add(row.phrase(i));
        Collections.reverse(out);
        return out;
    }

    private boolean bounds(int c) {
        Chunk k = row.at(c);
        return k.is(Kind.VERB) || k.is(Kind.STOP) || k.is(Kind.SUBORDINATOR) || k.is(Kind.RELATIVE);
    }

    private List<Phrase> list(TreeSet<Integer> refs) {
        if (refs.isEmpty()) return List.of();
        List<Phrase> out = new ArrayList<>(refs.size());
        for (int ref : refs) out.add(row.phraseOf(ref));
        return out;
    }
}
