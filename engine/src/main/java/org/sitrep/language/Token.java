package org.sitrep.language;

import org.jspecify.annotations.Nullable;
import org.sitrep.model.Span;

/**
 * The smallest piece of text that look-ups see: a run of letters, a run of digits, one mark, or a paragraph break. Words are
 * split at hyphens, at elisions ("l'|annonce") and between digits and letters ("13|h|00"); every character of an unspaced
 * script is a token of its own.
 */
public final class Token {
    private final int start;
    private final int end;
    private final Kind kind;
    private final String form;
    private final boolean glued;
    private final boolean capital;
    private final boolean unspaced;
    /** Made when first asked for; empty until then. Two threads would make the same. */
    private String bare = "";

    private String placeKey = "";

    /** What the lexicon knows of it, and whether it was asked. */
    private final Lexicon.@Nullable Root root;

    private final boolean looked;

    /**
     * @param start UTF-16 offset in the article's text, inclusive
     * @param end exclusive
     * @param form folded form, see {@link Fold#form}
     * @param glued whether it stands directly after the token before it
     * @param capital whether its first letter is upper case
     */
    public Token(int start, int end, Kind kind, String form, boolean glued, boolean capital) {
        this(start, end, kind, form, glued, capital, null, false);
    }

    private Token(
            int start,
            int end,
            Kind kind,
            String form,
            boolean glued,
            boolean capital,
            Lexicon.@Nullable Root root,
            boolean looked) {
        this.root = root;
        this.looked = looked;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.form = form;
        this.glued = glued;
        this.capital = capital;
        this.unspaced = !form.isEmpty() && Tokenizer.unspaced(form.codePointAt(0));
    }

    /** A word that a lexicon was asked about. @param root what it knows; null where it knows no such word */
    static Token looked(int start, int end, String form, boolean glued, boolean capital, Lexicon.@Nullable Root root) {
        return new Token(start, end, Kind.WORD, form, glued, capital, root, true);
    }

    /** What the lexicon of its text knows of it. */
    Lexicon.@Nullable Root root() {
        return root;
    }

    /** Whether that lexicon was asked. */
    boolean looked() {
        return looked;
    }

    /** What a token is. */
    public enum Kind {
        WORD,
        NUMBER,
        MARK,
        BREAK
    }

    /** UTF-16 offset in the article's text, inclusive. */
    public int start() {
        return start;
    }

    /** UTF-16 offset in the article's text, exclusive. */
    public int end() {
        return end;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The folded form, see {@link Fold#form}. */
    public String form() {
        return form;
    }

    /** Whether it stands directly after the token before it. */
    public boolean glued() {
        return glued;
    }

    /** Whether its first letter is upper case. */
    public boolean capital() {
        return capital;
    }

    /** The form without accents, see {@link Fold#bare}. */
    public String bare() {
        if (bare.isEmpty()) bare = root != null ? root.bareForm() : Fold.bare(form);
        return bare;
    }

    /** The form as the gazetteer folds it, see {@link PlaceKey#of}. */
    String placeKey() {
        if (placeKey.isEmpty()) placeKey = PlaceKey.of(form);
        return placeKey;
    }

    /** Its characters in the article's text. */
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
        return unspaced;
    }

    /** Whether it is this one mark or word, in folded form. */
    public boolean is(String folded) {
        return form.equals(folded);
    }
}
