package org.sitrep.extract.times;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.sitrep.model.Edtf;
import org.sitrep.model.Span;
import org.sitrep.model.TimeExpression;

/**
 * A time expression in its sentence.
 *
 * @param from first token, inclusive
 * @param to last token, exclusive
 * @param span its characters in the article's text
 * @param meaning its value, as far as it could be resolved
 * @param told its value as the words tell it, before anything was resolved
 * @param role what its preposition makes of it
 * @param limit what a hedge before it makes of it ("no more than ten days")
 * @param ahead -1 where the words around look back, 1 where they look ahead, 0 where nothing tells
 * @param parts the times of which it is made ("30-31 January"), else empty
 */
public record Moment(
        int from,
        int to,
        Span span,
        Meaning meaning,
        Meaning told,
        Role role,
        Limit limit,
        int ahead,
        List<Moment> parts) {
    /** Tokens between the two ends of a span of days. */
    private static final int SPAN = 3;

    /** How an expression is bound to its sentence. */
    public enum Role {
        AT,
        IN,
        SINCE,
        FROM,
        UNTIL,
        BY,
        WITHIN,
        FOR,
        AFTER,
        BEFORE,
        DURING,
        BETWEEN,
        EXTENDED,
        NONE
    }

    /** Whether the time told is a limit. */
    public enum Limit {
        EXACT,
        AT_MOST,
        AT_LEAST,
        ABOUT
    }

    /** Copies its list. */
    public Moment {
        parts = List.copyOf(parts);
    }

    /** Whether its words tell a time within a day and no day: "at one o'clock". */
    public boolean clockOnly() {
        return told instanceof Meaning.Calendar c
                && c.within().isEmpty()
                && c.fields().clockOnly();
    }

    /** The TIMEX3 type. */
    public TimeExpression.Type type() {
        return meaning.type();
    }

    /** The TIMEX3 value. */
    public String value() {
        return meaning.timex3();
    }

    /** The days it covers; empty for lengths, sets and times that stay relative. */
    public Optional<Edtf> edtf() {
        return meaning.edtf();
    }

    /**
     * The day on which the span of days ends that this time opens ("the night of 5 to 6 January"), else its own days.
     *
     * @param others the times of the sentence, in text order
     * @throws java.util.NoSuchElementException where it is not known which days are meant
     */
    public Edtf ends(List<Moment> others) {
        Edtf first = edtf().orElseThrow();
        Optional<Edtf> ends = parts.isEmpty()
                ? Optional.empty()
                : parts.getLast().edtf().filter(e -> e.day().isPresent());
        if (ends.isPresent()) return ends.get();
        for (Moment end : others) {
            boolean follows = end.from >= to && end.from - to < SPAN && end.role == Role.UNTIL;
            Optional<LocalDate> day = end.edtf().flatMap(Edtf::day);
            // A night or a day and the next; "extended on Tuesday until 31 December" is of Tuesday.
            if (follows
                    && day.isPresent()
                    && first.day()
                            .filter(a -> a.isBefore(day.get()) && !a.plusDays(2).isBefore(day.get()))
                            .isPresent()) return end.edtf().orElseThrow();
        }
        return first;
    }

    /** Whether the end of a stretch is told ("the end of July"), which as a limit is its last day. */
    public boolean ending() {
        return meaning instanceof Meaning.Part p && p.edge() == Meaning.Edge.END;
    }

    /** Days of a length of time of at least a day; months count 30. */
    public OptionalInt days() {
        return meaning instanceof Meaning.Length l ? l.days() : OptionalInt.empty();
    }

    /** Whether it is known which days are meant. */
    public boolean resolved() {
        return edtf().isPresent();
    }
}
