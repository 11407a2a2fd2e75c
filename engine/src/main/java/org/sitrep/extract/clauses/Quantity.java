package org.sitrep.extract.clauses;

import org.sitrep.model.Amount;

/**
 * A number or a word that stands for one, with its hedges.
 *
 * @param from first token, hedge included
 * @param to after the last token, hedge and "more" or "others" included
 * @param core first token of the number itself
 * @param amount what it says
 * @param form how it is written
 * @param increment on top of earlier ones ("another", "more")
 * @param others besides those just named ("353 others"), which is no increment
 */
public record Quantity(int from, int to, int core, Amount amount, Form form, boolean increment, boolean others) {
    /** How a quantity is written. */
    public enum Form {
        /** In digits, perhaps with a scale word. */
        DIGITS,
        /** In number words. */
        WORDS,
        /** A vague word ("dozens"). */
        VAGUE,
        /** An indefinite article: one ("a policeman"). */
        ARTICLE,
        /** A negation: zero ("not one"). */
        ZERO,
        /** The same number as the one before ("as many"). */
        SAME,
        /** A collective unit ("a batch of"). */
        UNIT,
        /** A fraction or share: no count. */
        FRACTION,
        /** A decimal number: no count. */
        DECIMAL,
        /** A number set off behind a name: no count ("Perez, 65,"). */
        AGE,
        /** A rank: no count. */
        ORDINAL
    }

    /** A quantity without hedges, alone in its tokens. */
    static Quantity bare(int from, int to, Amount amount, Form form) {
        return new Quantity(from, to, from, amount, form, false, false);
    }

    /** Whether it can count anything. */
    public boolean counts() {
        return form != Form.FRACTION && form != Form.DECIMAL && form != Form.ORDINAL && form != Form.AGE;
    }

    /** The same quantity up to token {@code end}. */
    Quantity until(int end) {
        return new Quantity(from, end, core, amount, form, increment, others);
    }

    /** The same quantity from token {@code start} on. */
    Quantity since(int start) {
        return new Quantity(start, to, core, amount, form, increment, others);
    }

    Quantity with(Amount other) {
        return new Quantity(from, to, core, other, form, increment, others);
    }

    /** The same on top of earlier ones. */
    Quantity more() {
        return new Quantity(from, to, core, amount, form, true, others);
    }

    Quantity as(Form other) {
        return new Quantity(from, to, core, amount, other, increment, others);
    }
}
