package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.extract.clauses.Chunk.Kind;
import org.sitrep.extract.clauses.VerbGroup.Voice;

/** The clauses of a sentence while they are being found, one for each verb in text order, over its row of chunks. */
final class Drafts {
    /** How many chunks a search looks at, so that a sentence without end costs no more than a long one. */
    static final int REACH = 48;

    /** How far the verb may stand behind a phrase that opens its clause. */
    private static final int NEAR = 8;

    private final Grammar grammar;
    private final ChunkRow row;
    private final List<Draft> all = new ArrayList<>();
    private final boolean[] taken;

    Drafts(Grammar grammar, ChunkList cut) {
        this.grammar = grammar;
        this.row = new ChunkRow(cut.chunks(), cut.phrases());
        this.taken = new boolean[cut.phrases().size()];
        for (int c = 0; c < row.size(); c++)
            if (row.at(c).is(Kind.VERB))
                all.add(new Draft(cut.verbs().get(row.at(c).ref()), c));
    }

    ChunkRow row() {
        return row;
    }

    List<Draft> all() {
        return all;
    }

    /** The clause of the verb at {@code c}, where one stands. */
    Draft at(int c) {
        return all.get(row.at(c).ref());
    }

    /** Binds the phrase at {@code c} to {@code subjectOf} so that no verb before it takes it as its object. */
    void take(Draft subjectOf, int c) {
        subjectOf.subjects().add(row.at(c).ref());
        taken[row.at(c).ref()] = true;
    }

    /** Whether the phrase at {@code c} is a subject already. */
    boolean taken(int c) {
        return taken[row.at(c).ref()];
    }

    /** What is taken so far, to be put back by {@link #restore}. */
    boolean[] snapshot() {
        return taken.clone();
    }

    void restore(boolean[] before) {
        System.arraycopy(before, 0, taken, 0, taken.length);
    }

    /** Whether an active verb stands right before the phrase at {@code c} and takes it as its object. */
    boolean governed(int c) {
        int before = row.before(c);
        if (before > 0 && row.at(before).is(Kind.PREPOSITION) && row.phrase(c).bare()) before--;
        if (!row.is(before, Kind.VERB)) return false;
        VerbGroup verb = at(before).verb();
        return verb.voice() == Voice.ACTIVE && !grammar.complement().contains(verb.lexeme());
    }

    /** Whether the phrase at {@code c} opens the next clause ("… killed, 12 people, among them a nurse, were wounded"). */
    boolean subjectAhead(int c) {
        int end = c + NEAR;
        for (int i = c + 1; i < Math.min(row.size(), end); i++) {
            int over = row.overAside(i);
            end += over - i;
            i = over; // what interrupts is no distance
            if (i >= row.size()) return false;
            Chunk k = row.at(i);
            if (k.is(Kind.VERB))
                return at(i).verb().finite() && !at(i).ambiguous() && directly(c, i) && !described(c, i);
            boolean inside = k.is(Kind.OTHER) || k.is(Kind.PREPOSITION) || k.is(Kind.PHRASE);
            if (!inside) return false;
        }
        return false;
    }

    /** "The blast that killed <u>nine people</u> shook the town": the object of a relative clause, before a verb whose subject stands before that clause. */
    private boolean described(int c, int verb) {
        int before = row.before(c);
        return row.is(before, Kind.VERB)
                && at(before).link() == Clause.Link.RELATIVE
                && !at(verb).subjects().isEmpty()
                && at(verb).subjects().last() < row.at(c).ref();
    }

    /** Whether no conjunction stands right before the verb at {@code verb}, so that the phrase at {@code c} is its subject. */
    private boolean directly(int c, int verb) {
        int before = row.before(verb);
        return before >= c && !row.at(before).is(Kind.CONJUNCTION);
    }

    /** Whether a verb group stands at {@code c} that is more than an auxiliary. */
    boolean full(int c) {
        return row.is(c, Kind.VERB) && !at(c).verb().lexemes().isEmpty();
    }
}
