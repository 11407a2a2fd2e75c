package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import org.sitrep.extract.clauses.Chunk.Kind;

/** A sentence's chunks side by side, and what can be told of one from its neighbours alone. Places are indexes into the row. */
final class ChunkRow {
    private final List<Chunk> chunks;
    private final List<Phrase> phrases;

    ChunkRow(List<Chunk> chunks, List<Phrase> phrases) {
        this.chunks = new ArrayList<>(chunks);
        this.phrases = phrases;
    }

    int size() {
        return chunks.size();
    }

    Chunk at(int c) {
        return chunks.get(c);
    }

    /** Whether a chunk of this kind stands at {@code c}; false outside the row. */
    boolean is(int c, Kind kind) {
        return c >= 0 && c < chunks.size() && chunks.get(c).is(kind);
    }

    /** The phrase at {@code c}, which holds one. */
    Phrase phrase(int c) {
        return phrases.get(chunks.get(c).ref());
    }

    /** The phrase of index {@code ref}. */
    Phrase phraseOf(int ref) {
        return phrases.get(ref);
    }

    /** Puts the verb at {@code c} out of the row: it closes the clause of another. */
    void close(int c) {
        Chunk k = at(c);
        chunks.set(c, new Chunk(Kind.OTHER, k.from(), k.to(), "tail", k.ref()));
    }

    /** The next chunk to the right that bears on clauses; may lie outside the row. */
    int after(int c) {
        int i = c + 1;
        while (i < chunks.size() && at(i).is(Kind.OTHER)) i++;
        return i;
    }

    /** The next chunk to the left that bears on clauses; may be -1. */
    int before(int c) {
        int i = c - 1;
        while (i >= 0 && at(i).is(Kind.OTHER)) i--;
        return i;
    }

    /** Whether a phrase without preposition stands at {@code c}, and not as a part of another ("including …"). */
    boolean bare(int c) {
        return is(c, Kind.PHRASE) && phrase(c).bare() && !behindIncluding(c);
    }

    /** Whether the phrase at {@code c} has a number. */
    boolean counted(int c) {
        return phrase(c).quantity().isPresent();
    }

    /** Whether the phrase at {@code c}, or the list it stands in, follows a word of nesting. */
    boolean behindIncluding(int c) {
        int i = before(c);
        while (is(i, Kind.CONJUNCTION) && is(before(i), Kind.PHRASE)) i = before(before(i));
        return is(i, Kind.INCLUDING);
    }

    /** Whether a word of nesting stands right behind the number at {@code c}: "16 of them" is a part of a count before. */
    boolean nested(int c) {
        return counted(c) && is(after(c), Kind.INCLUDING);
    }

    /** Whether the phrase at {@code c} stands behind a nesting word that opens its part of the sentence: "Of these, 12 were …". */
    boolean opensPart(int c) {
        return behindIncluding(c) && !is(before(before(c)), Kind.PHRASE);
    }

    /** Where the bracket opens that closes at {@code close}; 0 where none does. */
    int opening(int close) {
        for (int i = close - 1; i >= 0; i--) if (at(i).is(Kind.OPEN)) return i;
        return 0;
    }

    /** Where the bracket closes that opens at {@code open}; the last place where none does. */
    int closing(int open) {
        for (int i = open + 1; i < chunks.size(); i++) if (at(i).is(Kind.CLOSE)) return i;
        return chunks.size() - 1;
    }

    /** Whether a dash stands at {@code c}, of which two enclose an aside as brackets do. */
    boolean dash(int c) {
        return is(c, Kind.COLON) && at(c).id().equals("-");
    }

    /** Where the aside opens that the dash at {@code close} ends; -1 where no other dash stands before it. */
    int asideBefore(int close) {
        int i = close - 1;
        while (i >= 0 && !is(i, Kind.STOP) && !dash(i)) i--;
        return dash(i) ? i : -1;
    }

    /** The place behind what only interrupts at {@code c}: brackets, or a comma, a word of nesting and its list up to the next comma; else {@code c}. */
    int overAside(int c) {
        if (is(c, Kind.OPEN)) return closing(c) + 1;
        if (!is(c, Kind.COMMA) || !is(after(c), Kind.INCLUDING)) return c;
        int i = after(after(c));
        while (is(i, Kind.PHRASE) || is(i, Kind.PREPOSITION) || is(i, Kind.CONJUNCTION) || is(i, Kind.OTHER)) i++;
        return is(i, Kind.COMMA) ? i + 1 : c;
    }

    /**
     * The comma that closes what the comma at {@code c} opens where only words under prepositions stand between: "killed, according to the
     * police, twelve people"; else {@code c}.
     */
    int overInsertion(int c) {
        int i = c + 1;
        while (is(i, Kind.OTHER)
                || is(i, Kind.PREPOSITION)
                || is(i, Kind.PHRASE) && !phrase(i).bare()) i++;
        return i > c + 1 && is(i, Kind.COMMA) ? i : c;
    }

    /** Whether a chunk of this kind stands between two places, both exclusive. */
    boolean between(int a, int b, Kind kind) {
        for (int i = a + 1; i < b; i++) if (at(i).is(kind)) return true;
        return false;
    }

    /** Whether a list goes on behind the comma at {@code c}: a counted phrase, or one that "and" follows. */
    boolean listGoesOn(int c) {
        int i = after(c);
        if (!bare(i)) return false;
        if (counted(i)) return true;
        int after = after(i);
        return is(after, Kind.CONJUNCTION) || is(after, Kind.COMMA) && listGoesOn(after);
    }

    /** The chunk under whose preposition the list stands that ends at {@code c} ("of theft, disorder or possession"); else -1. */
    int prepositionalList(int c) {
        if (counted(c)) return -1;
        int i = c;
        boolean joined = false;
        while (true) {
            int before = before(i);
            if (is(before, Kind.CONJUNCTION)) joined = true;
            else if (!joined || !is(before, Kind.COMMA)) return -1;
            int phrase = before(before);
            if (!is(phrase, Kind.PHRASE) || counted(phrase)) return -1;
            if (!bare(phrase)) return phrase;
            i = phrase;
        }
    }

    /** The index of the phrase that the uncounted one at {@code c} completes ("members" for "of the police"), or its own. */
    int governing(int c) {
        int ref = at(c).ref();
        while (phraseOf(ref).governor() >= 0 && phraseOf(ref).quantity().isEmpty())
            ref = phraseOf(ref).governor();
        return ref;
    }
}
