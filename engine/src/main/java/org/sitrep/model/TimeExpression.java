package org.sitrep.model;

/**
 * A time expression as the page has it.
 *
 * @param type TIMEX3 type
 * @param value TIMEX3 value (ISO-TimeML): {@code 2022-01-11}, {@code P10D}, {@code PRESENT_REF}, {@code XXXX-WXX-2}
 */
public record TimeExpression(Span span, String text, Type type, String value) {
    /** TIMEX3 types. */
    public enum Type {
        DATE,
        TIME,
        DURATION,
        SET
    }
}
