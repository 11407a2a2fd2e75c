package org.sitrep.extract.times;

import java.util.List;
import java.util.Optional;
import org.sitrep.model.Edtf;
import org.sitrep.model.TimeExpression;

/**
 * What a time expression means: the one value from which both TIMEX3 and EDTF are printed. A relative meaning ("two days
 * ago") stays as it is while nothing tells what it is relative to.
 */
public sealed interface Meaning {

    /** The TIMEX3 value (ISO-TimeML), with X for what is unknown. */
    String timex3();

    /** The days it covers, where they are known. */
    default Optional<Edtf> edtf() {
        return Optional.empty();
    }

    /** The TIMEX3 type. */
    TimeExpression.Type type();

    /** A bare number, a part of other meanings. */
    record Num(double value) implements Meaning {
        @Override
        public String timex3() {
            return Length.plain(value);
        }

        @Override
        public TimeExpression.Type type() {
            return TimeExpression.Type.DATE;
        }
    }

    /** A word of the lexicon by its id, a part of other meanings. */
    record Word(String id) implements Meaning {
        @Override
        public String timex3() {
            return id;
        }

        @Override
        public TimeExpression.Type type() {
            return TimeExpression.Type.DATE;
        }
    }

    /** Which of several possible days an expression itself asks for. */
    enum Towards {
        PAST,
        FUTURE,
        NEAR
    }

    /**
     * A date or a time of day of which some fields may be missing.
     *
     * @param within what tells the missing ones ("Friday" within "last week")
     * @param towards which way the expression itself looks ("next Friday")
     */
    record Calendar(Fields fields, Optional<Meaning> within, Towards towards) implements Meaning {
        static Calendar of(Fields fields) {
            return new Calendar(fields, Optional.empty(), Towards.NEAR);
        }

        @Override
        public String timex3() {
            return fields.timex3();
        }

        @Override
        public Optional<Edtf> edtf() {
            return within.isPresent() ? Optional.empty() : fields.edtf();
        }

        @Override
        public TimeExpression.Type type() {
            return fields.timed() ? TimeExpression.Type.TIME : TimeExpression.Type.DATE;
        }
    }

    /** A length of time. */
    record Length(List<Part> parts) implements Meaning {
        /** Stands for an unknown number: "several weeks". */
        static final double SOME = -1;

        /** So many units; {@link #SOME} where the page tells no number. */
        public record Part(double count, Unit unit) {}

        /** Copies its list. */
        public Length {
            parts = List.copyOf(parts);
        }

        static Length of(double count, Unit unit) {
            return new Length(List.of(new Part(count, unit)));
        }

        static String plain(double count) {
            if (count < 0) return "X";
            return count == Math.rint(count) ? Long.toString((long) count) : Double.toString(count);
        }

        /** Whether no number is told. */
        public boolean vague() {
            return parts.getFirst().count() < 0;
        }

        /** Days, months as 30 and years as 365; empty where vague or shorter than a day. */
        public java.util.OptionalInt days() {
            double days = 0;
            for (Part p : parts)
                days += p.count() * (p.unit() == Unit.HOUR ? 1 / 24d : p.unit().days());
            return vague() || days < 1
                    ? java.util.OptionalInt.empty()
                    : java.util.OptionalInt.of((int) Math.round(days));
        }

        @Override
        public String timex3() {
            StringBuilder out = new StringBuilder("P");
            boolean clock = false;
            for (Part p : split()) {
                if (p.unit().clock() && !clock) out.append('T');
                clock |= p.unit().clock();
                double scale = p.count() < 0
                        ? 1
                        : p.unit() == Unit.DECADE ? 10 : p.unit() == Unit.CENTURY ? 100 : p.unit() == Unit.HALF ? 6 : 1;
                String letter = p.unit() == Unit.HALF
                        ? "M"
                        : p.unit().ordinal() > Unit.YEAR.ordinal()
                                ? "Y"
                                : p.unit().letter();
                out.append(plain(p.count() * scale)).append(letter);
            }
            return out.toString();
        }

        /** Halves told in the next smaller unit, where that is exact. */
        private List<Part> split() {
            List<Part> out = new java.util.ArrayList<>();
            for (Part p : parts) {
                double whole = Math.floor(p.count());
                boolean half = p.count() > 0 && p.count() - whole == 0.5;
                Part rest = switch (p.unit()) {
                    case YEAR -> new Part(6, Unit.MONTH);
                    case DAY -> new Part(12, Unit.HOUR);
                    case HOUR -> new Part(30, Unit.MINUTE);
                    case MINUTE -> new Part(30, Unit.SECOND);
                    default -> p;
                };
                if (!half || rest == p) {
                    out.add(p);
                } else {
                    if (whole > 0) out.add(new Part(whole, p.unit()));
                    out.add(rest);
                }
            }
            return out;
        }

        @Override
        public TimeExpression.Type type() {
            return TimeExpression.Type.DURATION;
        }
    }

    /**
     * So far from an anchor.
     *
     * @param by how far; a zero count means the unit itself ("this week")
     * @param sign -1 before, 1 after
     * @param anchor what it is told from, where {@code from} is empty
     * @param from the anchor where the expression tells it ("three days after 5 May")
     * @param named whether the calendar unit itself is meant ("last week"), not a distance ("a week ago")
     */
    record Offset(Length by, int sign, Anchor anchor, Optional<Meaning> from, boolean named) implements Meaning {
        @Override
        public String timex3() {
            return switch (by.parts().getLast().unit()) {
                case SECOND, MINUTE, HOUR -> "XXXX-XX-XXTXX:XX";
                case DAY -> "XXXX-XX-XX";
                case WEEK -> "XXXX-WXX";
                case WEEKEND -> "XXXX-WXX-WE";
                case MONTH -> "XXXX-XX";
                case QUARTER -> "XXXX-QX";
                case HALF -> "XXXX-HX";
                case YEAR -> "XXXX";
                case DECADE -> "XXX";
                case CENTURY -> "XX";
            };
        }

        @Override
        public TimeExpression.Type type() {
            return by.parts().getLast().unit().clock() ? TimeExpression.Type.TIME : TimeExpression.Type.DATE;
        }
    }

    /** Again and again: every such date, or once in each such length. */
    record Every(Meaning of) implements Meaning {
        @Override
        public String timex3() {
            return of.timex3();
        }

        @Override
        public TimeExpression.Type type() {
            return TimeExpression.Type.SET;
        }
    }

    /** Some time past, the present, some time to come. */
    enum Vague implements Meaning {
        PAST,
        PRESENT,
        FUTURE;

        @Override
        public String timex3() {
            return name() + "_REF";
        }

        @Override
        public TimeExpression.Type type() {
            return TimeExpression.Type.DATE;
        }
    }

    /**
     * What a distance is told from: the page's date; the time told before ("the following day"); the quarter that is being
     * compared if one was just told, else the page's date ("from a year earlier"), or for a quarter the one before it, because
     * news tells of quarters that are over.
     */
    enum Anchor {
        REFERENCE,
        PREVIOUS,
        PERIOD
    }

    /** Which part of a time is meant. */
    enum Edge {
        START,
        MIDDLE,
        END,
        ABOUT
    }

    /** A part of a time ("the end of the week"); TIMEX3 keeps that apart from the value. */
    record Part(Edge edge, Meaning of) implements Meaning {
        @Override
        public String timex3() {
            return of.timex3();
        }

        @Override
        public Optional<Edtf> edtf() {
            Optional<Edtf> whole = of.edtf();
            boolean marks = edge == Edge.ABOUT
                    && whole.isPresent()
                    && whole.get().text().indexOf('/') < 0;
            return marks ? Edtf.parse(whole.get().text() + "~") : whole;
        }

        @Override
        public TimeExpression.Type type() {
            return of.type();
        }
    }

    /**
     * Two times told in one breath, with the tokens of each.
     *
     * @param through whether everything between them is meant as well
     */
    record Pair(Meaning first, int from, int to, Meaning second, int secondFrom, int secondTo, boolean through)
            implements Meaning {
        @Override
        public String timex3() {
            return first.timex3() + "/" + second.timex3();
        }

        @Override
        public Optional<Edtf> edtf() {
            if (!through || first.edtf().isEmpty() || second.edtf().isEmpty()) return Optional.empty();
            Optional<java.time.LocalDate> a = first.edtf().get().first();
            Optional<java.time.LocalDate> b = second.edtf().get().last();
            return a.isPresent() && b.isPresent() && !b.get().isBefore(a.get())
                    ? Optional.of(Edtf.between(a.get(), b.get()))
                    : Optional.empty();
        }

        @Override
        public TimeExpression.Type type() {
            return first.type();
        }
    }
}
