package org.sitrep.extract.times;

import java.util.List;
import java.util.Optional;
import org.sitrep.language.Match;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Reads a plain number, in digits or in words of the categories {@code number} and {@code scale}, for lengths of time and spoken years. */
final class Numbers {
    private static final List<String> QUARTERS = List.of("¼", "½", "¾");

    /** A number and the token after it. */
    record Read(double value, int to) {}

    private Numbers() {}

    static Optional<Read> at(Text text, int from, int limit) {
        return text.token(from).number() ? digits(text, from, limit) : words(text, from, limit);
    }

    private static Optional<Read> digits(Text text, int from, int limit) {
        String digits = text.token(from).form();
        if (digits.length() > 7) return Optional.empty();
        double value = Integer.parseInt(digits);
        int i = from + 1;
        while (i + 1 < limit
                && glued(text, i, ",")
                && text.token(i + 1).number()
                && text.token(i + 1).form().length() == 3
                && value < 1e6) {
            value = value * 1000 + Integer.parseInt(text.token(i + 1).form());
            i += 2;
        }
        if (i + 1 < limit
                && i == from + 1
                && (glued(text, i, ".") || glued(text, i, ","))
                && text.token(i + 1).glued()
                && text.token(i + 1).number()
                && text.token(i + 1).form().length() <= 2)
            return Optional.of(
                    new Read(Double.parseDouble(digits + "." + text.token(i + 1).form()), i + 2));
        if (i < limit && QUARTERS.contains(text.token(i).form()))
            return Optional.of(new Read(
                    value + 0.25 * (1 + QUARTERS.indexOf(text.token(i).form())), i + 1));
        if (i + 2 < limit
                && text.token(i).is("1")
                && glued(text, i + 1, "/")
                && text.token(i + 2).is("2")) return Optional.of(new Read(value + 0.5, i + 3));
        return Optional.of(new Read(value, i));
    }

    private static boolean glued(Text text, int i, String mark) {
        Token t = text.token(i);
        return t.glued() && t.is(mark);
    }

    private static Optional<Read> words(Text text, int from, int limit) {
        double total = 0;
        double current = 0;
        double last = Double.MAX_VALUE;
        int i = from;
        int end = from;
        while (i < limit) {
            if (i > from && text.token(i).is("-") && i + 1 < limit) i++;
            int at = i;
            Optional<Match> m = text.at(i, "number").or(() -> at == from ? Optional.empty() : text.at(at, "scale"));
            if (m.isEmpty() || m.get().to() > limit || !digits(m.get().sense().id())) break;
            double n = Double.parseDouble(m.get().sense().id());
            if (n >= 100 && current > 0 && n > current) {
                current *= n;
                if (n >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (i == from || n < last && n < 100 && last >= 20) {
                current += n;
            } else {
                break;
            }
            last = n;
            i = end = m.get().to();
        }
        return end == from ? Optional.empty() : Optional.of(new Read(total + current, end));
    }

    private static boolean digits(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.');
    }
}
