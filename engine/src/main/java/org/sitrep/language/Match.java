package org.sitrep.language;

/**
 * Words of a text that the lexicon knows.
 *
 * @param from index of the first token, inclusive
 * @param to index after the last token, exclusive
 */
public record Match(int from, int to, Sense sense) {
    public int length() {
        return to - from;
    }
}
