package org.sitrep.extract.clauses;

/**
 * A piece of a sentence on the way to its clauses.
 *
 * @param kind what it is
 * @param from first token
 * @param to after the last token
 * @param id canonical id of its word (preposition, conjunction, subordinator …), else empty
 * @param ref index of the phrase or verb group it holds, else -1
 */
public record Chunk(Kind kind, int from, int to, String id, int ref) {
    /** What a chunk is. */
    public enum Kind {
        PHRASE,
        VERB,
        PREPOSITION,
        CONJUNCTION,
        COMMA,
        RELATIVE,
        SUBORDINATOR,
        INCLUDING,
        COLON,
        STOP,
        OPEN,
        CLOSE,
        OTHER
    }

    /** Whether it is of this kind. */
    public boolean is(Kind wanted) {
        return kind == wanted;
    }
}
