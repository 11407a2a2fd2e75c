package org.sitrep.language;

import org.sitrep.model.Span;

/**
 * The smallest piece of text that look-ups see: a run of letters, a run of digits, one mark, or a paragraph break. Words are
 * split at hyphens, at elisions ("l'|annonce") and between digits and letters ("13|h|00"); every character of an unspaced
 * script is a token of its own.
 *
 * @param start UTF-16 offset in the article's text, inclusive
 * @param end exclusive
 * @param form folded form, see {@link Fold#form}
 * @param glued whether it stands directly after the token before it
 * @param capital whether its first letter is upper case
 */
public record Token(int start, int end, Kind kind, String form, boolean glued, boolean capital) {
    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        BREAK
    }

    public Span span() {
        return new Span(start, end);
    }

    public boolean word() {
        return kind == Kind.WORD;
    }

    public boolean number() {
        return kind == Kind.NUMBER;
    }

    /** Whether it is one character of a script that puts no spaces between words. */
    public boolean unspaced() {
        return form.length() > 0 && Tokenizer.unspaced(form.codePointAt(0));
    }

    /** Whether it is this one mark or word, in folded form. */
    public boolean is(String folded) {
        return form.equals(folded);
    }
}
