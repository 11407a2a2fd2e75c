package org.sitrep.extract.clauses;

import java.util.Optional;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/**
 * Reads numbers in digits and words, in every grouping that news uses: "2,500", "2.500", "9 900", "300’000", "5,8 тыс.", "3 mil
 * 700", "two hundred and five", "25 lakh". Word categories: {@code number}, {@code scale} (multiplies), {@code approximate} (a scale
 * that says "about", as "centaine"), {@code article}, {@code number_and}, {@code and_half}, {@code ordinal_mark}.
 */
final class NumberReader {
    private static final String MARKS = ",.'’٬،٫";
    private final boolean spaces;

    /**
     * A number as read.
     *
     * @param to after the last token
     * @param value what it says
     * @param digits whether it holds digits
     * @param about whether its own word says "about"
     * @param decimal whether it is no whole number
     */
    record Reading(int to, double value, boolean digits, boolean about, boolean decimal) {}

    NumberReader(Pack pack) {
        this.spaces = pack.settings().at("number_format").at("group").texts().contains(" ");
    }

    /** The number that starts at token {@code from}. */
    Optional<Reading> at(Text text, int from, int limit) {
        return new Composition(text, limit).read(from);
    }

    /** Adds up the elements of one number from left to right. */
    private final class Composition {
        private final Text text;
        private final int limit;
        private double total;
        private double current;
        private double lastScale = Double.MAX_VALUE;
        private boolean digits;
        private boolean words;
        private boolean about;
        private boolean any;

        Composition(Text text, int limit) {
            this.text = text;
            this.limit = limit;
        }

        Optional<Reading> read(int from) {
            int i = article(from);
            int start = i;
            while (i < limit) {
                int next = element(any ? link(i) : i);
                if (next < 0) break;
                i = next;
            }
            if (!any || i == start) return Optional.empty();
            double value = total + current;
            return Optional.of(new Reading(i, value, digits, about, value != Math.rint(value)));
        }

        /** Skips "a" before a scale word ("a thousand"). */
        private int article(int from) {
            Optional<Match> a = text.at(from, "article");
            if (a.isEmpty() || a.get().to() >= limit) return from;
            int next = a.get().to();
            return text.at(next, "scale").isPresent()
                            || text.at(next, "approximate").isPresent()
                    ? next
                    : from;
        }

        /** Skips "and" inside number words where a smaller part follows ("two hundred and five"). */
        private int link(int i) {
            if (!words || digits) return i;
            int j = text.token(i).is("-") && text.token(i).glued() ? i + 1 : i;
            Optional<Match> and = j < limit ? text.at(j, "number_and") : Optional.empty();
            if (and.isPresent()) j = and.get().to();
            if (j == i || j >= limit) return i;
            Optional<Match> next = text.at(j, "number");
            if (next.isEmpty()) return and.isEmpty() && text.at(j, "scale").isPresent() ? j : i;
            return Long.parseLong(next.get().sense().id()) < place() ? j : i;
        }

        /** The place of the last part: 100 for "two hundred", 10 for "twenty". */
        private long place() {
            long n = (long) (current != 0 ? current : total);
            if (n == 0) return 0;
            long p = 1;
            while (n % (p * 10) == 0) p *= 10;
            return p;
        }

        private int element(int i) {
            if (i >= limit) return -1;
            if (text.token(i).number()) return digits(i);
            Optional<Match> half = any ? text.at(i, "and_half") : Optional.empty();
            if (half.isPresent() && half.get().to() <= limit) return half(half.get());
            Optional<Match> scale = text.at(i, "scale");
            if (scale.isEmpty()) scale = text.at(i, "approximate");
            if (scale.isPresent() && scale.get().to() <= limit) return scale(scale.get());
            Optional<Match> number = text.at(i, "number");
            return number.isPresent() && number.get().to() <= limit ? number(number.get()) : -1;
        }

        /** Half of the scale before it ("a million and a half"), or of the scale behind it ("two and a half million"). */
        private int half(Match m) {
            if (current == 0 && total > 0 && lastScale >= 1000) {
                total += lastScale / 2;
                return m.to();
            }
            if (current == 0 || !scaled(text, m.to(), limit)) return -1;
            current += 0.5;
            return m.to();
        }

        private int digits(int i) {
            Optional<Digits> read = digitsAt(text, i, limit);
            if (read.isEmpty()) return -1;
            double v = read.get().value;
            boolean tail = total > 0
                    && current == 0
                    && lastScale >= 1000
                    && v < lastScale
                    && v == Math.rint(v)
                    && !text.token(i).glued();
            if (any && !tail) return -1;
            current += v;
            any = digits = true;
            return read.get().to;
        }

        private int number(Match m) {
            long v = Long.parseLong(m.sense().id());
            if (digits && !(total > 0 && current == 0)) return -1;
            if (any && current != 0 && v >= place()) return -1;
            current += v;
            any = words = true;
            return m.to();
        }

        private int scale(Match m) {
            long v = Long.parseLong(m.sense().id());
            boolean letter = m.length() == 1
                    && text.token(m.from()).word()
                    && text.token(m.from()).form().length() == 1
                    && Character.isLowerCase(text.token(m.from()).form().charAt(0));
            if (v >= lastScale || letter && !digits) return -1;
            about |= m.sense().of("approximate");
            if (v < 1000) {
                if (current >= v && any) return -1;
                current = Math.max(1, current) * v;
            } else {
                total += Math.round((current == 0 ? 1 : current) * v * 1000) / 1000.0;
                current = 0;
                lastScale = v;
            }
            any = words = true;
            return m.to();
        }
    }

    private record Digits(int to, double value) {}

    /** A run of digits with its groups and decimals. */
    private Optional<Digits> digitsAt(Text text, int from, int limit) {
        String first = text.token(from).form();
        if (first.length() > 12) return Optional.empty();
        StringBuilder whole = new StringBuilder(first);
        int i = from + 1;
        char mark = 0;
        if (first.length() <= 3 && !(first.length() > 1 && first.startsWith("0"))) {
            while (i < limit) {
                int next = group(text, i, limit, mark);
                if (next < 0) break;
                if (mark == 0)
                    mark = text.token(i).number() ? ' ' : text.token(i).form().charAt(0);
                whole.append(text.token(next - 1).form());
                i = next;
            }
        }
        if (whole.length() > 15) return Optional.empty();
        double value = Long.parseLong(whole.toString());
        boolean grouped = i > from + 1;
        if (grouped && (mark == ',' || mark == '.') && i - from == 3 && scaled(text, i, limit))
            return Optional.of(new Digits(
                    i, Double.parseDouble(first + "." + text.token(i - 1).form())));
        if (i + 1 < limit
                && (text.token(i).is(".") || text.token(i).is(","))
                && text.token(i).glued()
                && text.token(i + 1).number()
                && text.token(i + 1).glued()
                && text.token(i).form().charAt(0) != mark)
            return Optional.of(new Digits(
                    i + 2, Double.parseDouble(whole + "." + text.token(i + 1).form())));
        return Optional.of(new Digits(i, value));
    }

    private static boolean scaled(Text text, int i, int limit) {
        return i < limit
                && text.at(i, "scale").filter(m -> m.sense().id().length() > 3).isPresent();
    }

    /** The end of the group of three digits that follows at {@code i} behind the mark {@code used} (any mark where 0), or -1. */
    private int group(Text text, int i, int limit, char used) {
        Token t = text.token(i);
        if (t.number()) {
            if (used != 0 && used != ' ' || t.glued() || t.form().length() != 3) return -1;
            String gap = text.source().substring(text.token(i - 1).end(), t.start());
            if (gap.length() != 1 || gap.equals(" ") && !spaces) return -1;
            return continues(text, i + 1, limit) ? -1 : i + 1;
        }
        if (!t.glued() || t.form().length() != 1 || MARKS.indexOf(t.form().charAt(0)) < 0) return -1;
        if (used != 0 && used != t.form().charAt(0)) return -1;
        if (i + 1 >= limit) return -1;
        Token d = text.token(i + 1);
        boolean pair = d.form().length() == 2 && t.is(",") && lakhs(text, i + 2, limit);
        return d.number() && d.glued() && (d.form().length() == 3 || pair) ? i + 2 : -1;
    }

    /** Whether the groups from token {@code i} on close as South Asia writes them: pairs, then three digits ("1,25,000"). */
    private static boolean lakhs(Text text, int i, int limit) {
        int k = i;
        while (k + 1 < limit && text.token(k).is(",") && text.token(k).glued() && continues(text, k + 1, limit)) {
            int digits = text.token(k + 1).form().length();
            if (digits == 3) return true;
            if (digits != 2) return false;
            k += 2;
        }
        return false;
    }

    private static boolean continues(Text text, int i, int limit) {
        return i < limit && text.token(i).number() && text.token(i).glued();
    }
}
