package org.sitrep.extract.clauses;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * Finds the quantity that begins at one token, before its hedges: a number, a range, a share, or a word that stands for a number. Its
 * word categories are those of {@link QuantityReader}.
 */
final class BareQuantities {
    /** Bases of shares in every language. */
    private static final Set<Double> ROUND = Set.of(10.0, 100.0, 1000.0, 10000.0, 100000.0);
    /** Below it, "in" between two numbers makes a share ("two in three"). */
    private static final int LARGEST_BASE = 10;

    /** The word before a range: "from" leads to "to" alone ("men from 20 and 30 towns" tells of no range), "between" to "and" as well. */
    enum Opening {
        NONE,
        FROM,
        BETWEEN
    }

    /** By the ids of hedges. */
    private static final Map<String, Qualifier> QUALIFIERS = Arrays.stream(Qualifier.values())
            .collect(Collectors.toUnmodifiableMap(q -> q.name().toLowerCase(Locale.ROOT), q -> q));

    private final NumberReader numbers;

    BareQuantities(Pack pack) {
        this.numbers = new NumberReader(pack);
    }

    /** Whether a number begins at token {@code i}. */
    boolean numberAt(Text text, int i, int limit) {
        return numbers.at(text, i, limit).isPresent();
    }

    /** The qualifier that a hedge or a vague word stands for. */
    static Qualifier qualifier(Match m) {
        Qualifier known = QUALIFIERS.get(m.sense().id());
        return known != null ? known : Qualifier.valueOf(m.sense().id().toUpperCase(Locale.ROOT));
    }

    /**
     * The quantity that begins at token {@code i}: of a word and a number the longer, at the same length the word.
     *
     * @param limit end of what may be read, exclusive
     * @param changing whether a word of rising or falling stands before, beside which "from 3 to 5" is no range
     * @param open the word before a range
     * @param before the quantities read so far, for "as many"
     */
    Optional<Quantity> at(Text text, int i, int limit, boolean changing, Opening open, List<Quantity> before) {
        Optional<Quantity> word = word(text, i, before);
        Optional<Quantity> number = number(text, i, limit, changing, open);
        if (word.isPresent()
                && (number.isEmpty() || word.get().to() >= number.get().to())) return word;
        return number;
    }

    private static Optional<Quantity> word(Text text, int i, List<Quantity> before) {
        for (Match m : text.matches().get(i)) {
            Quantity.Form form = switch (m.sense().category()) {
                case "vague" -> Quantity.Form.VAGUE;
                case "unit" -> Quantity.Form.UNIT;
                case "zero" -> Quantity.Form.ZERO;
                case "same_number" -> Quantity.Form.SAME;
                case "fraction" -> Quantity.Form.FRACTION;
                case "ordinal" -> Quantity.Form.ORDINAL;
                default -> null;
            };
            if (form == null
                    || form == Quantity.Form.ZERO
                            && text.at(i, "earlier")
                                    .filter(e -> e.length() > m.length())
                                    .isPresent()) continue;
            Optional<Amount> amount = switch (form) {
                case VAGUE -> Optional.of(Amount.vague(qualifier(m)));
                case UNIT -> Optional.of(Amount.vague(Qualifier.UNIT));
                case SAME ->
                    before.stream()
                            .filter(q -> q.amount().value().isPresent())
                            .reduce((a, b) -> b)
                            .map(Quantity::amount);
                default -> Optional.of(Amount.of(0, Qualifier.EXACT));
            };
            if (amount.isPresent()) return Optional.of(Quantity.bare(m.from(), m.to(), amount.get(), form));
        }
        return Optional.empty();
    }

    private Optional<Quantity> number(Text text, int i, int limit, boolean changing, Opening open) {
        Optional<NumberReader.Reading> first = numbers.at(text, i, limit);
        if (first.isEmpty()) return Optional.empty();
        NumberReader.Reading a = first.get();
        if (a.to() < limit
                && text.at(a.to(), "ordinal_mark").isPresent()
                && a.digits()
                && text.token(a.to()).glued())
            return Optional.of(Quantity.bare(
                    i,
                    text.at(a.to(), "ordinal_mark").get().to(),
                    Amount.of((long) a.value(), Qualifier.EXACT),
                    Quantity.Form.ORDINAL));
        Quantity.Form form =
                a.decimal() ? Quantity.Form.DECIMAL : a.digits() ? Quantity.Form.DIGITS : Quantity.Form.WORDS;
        Amount amount = Amount.of(Math.round(a.value()), a.about() ? Qualifier.ABOUT : Qualifier.EXACT);
        Quantity one = Quantity.bare(i, a.to(), amount, form);
        if (a.decimal()) return Optional.of(one);
        return ratio(text, i, a, limit)
                .or(() -> changing && open != Opening.BETWEEN ? Optional.empty() : range(text, one, a, limit, open))
                .or(() -> Optional.of(one.until(restated(text, a, limit))));
    }

    /** "7 to 9", "between 5 and 10", "12-15", from {@code one} as its lower end. */
    private Optional<Quantity> range(Text text, Quantity one, NumberReader.Reading a, int limit, Opening open) {
        int mid = mid(text, a.to(), limit, open);
        if (mid < 0) return Optional.empty();
        return numbers.at(text, hedged(text, mid, limit), limit)
                .filter(b -> !b.decimal() && b.value() > a.value())
                .filter(b -> open != Opening.NONE || near(a, b))
                .map(b -> Quantity.bare(
                        one.from(), b.to(), Amount.range((long) a.value(), (long) b.value()), one.form()));
    }

    /** "Nine in ten", "7 out of 10": a share of a round base, unless a thing follows that the base counts ("two in ten days"). */
    private Optional<Quantity> ratio(Text text, int i, NumberReader.Reading a, int limit) {
        if (a.to() >= limit) return Optional.empty();
        Optional<Match> word = text.at(a.to(), "ratio").filter(m -> m.to() < limit);
        if (word.isEmpty()) return Optional.empty();
        Optional<NumberReader.Reading> base = numbers.at(text, word.get().to(), limit);
        if (base.isEmpty() || base.get().decimal() || base.get().digits() != a.digits()) return Optional.empty();
        boolean round = ROUND.contains(base.get().value())
                || word.get().sense().id().equals("any") && base.get().value() < LARGEST_BASE;
        int to = base.get().to();
        if (!round
                || a.value() >= base.get().value()
                || to < limit && text.at(to, "thing").isPresent()) return Optional.empty();
        return Optional.of(Quantity.bare(i, to, Amount.of((long) a.value(), Qualifier.EXACT), Quantity.Form.FRACTION));
    }

    private static int hedged(Text text, int i, int limit) {
        Optional<Match> h = text.at(i, "hedge");
        return h.isPresent() && h.get().to() < limit ? h.get().to() : i;
    }

    /** Without an opening word, only numbers of one kind make a range: "7 to 9", not "5 January to 300". */
    private static boolean near(NumberReader.Reading a, NumberReader.Reading b) {
        return a.digits() == b.digits() && b.value() <= Math.max(20, a.value() * 20);
    }

    /** The token after the word or dash that joins two ends of a range, or -1. */
    private static int mid(Text text, int i, int limit, Opening open) {
        if (i + 1 >= limit) return -1;
        Token t = text.token(i);
        if (t.kind() == Token.Kind.MARK
                && (t.is("-") || t.is("–") || t.is("—"))
                && (t.glued() == text.token(i + 1).glued())) return i + 1;
        Optional<Match> m = text.at(i, "range_mid");
        return m.isPresent()
                        && m.get().to() < limit
                        && (open == Opening.BETWEEN || m.get().sense().id().equals("span"))
                ? m.get().to()
                : -1;
    }

    /** Takes in the same number said again in brackets: "five hundred (500)". */
    private int restated(Text text, NumberReader.Reading a, int limit) {
        if (a.to() + 2 >= limit || !text.token(a.to()).is("(")) return a.to();
        Optional<NumberReader.Reading> again = numbers.at(text, a.to() + 1, limit);
        boolean same = again.isPresent()
                && again.get().value() == a.value()
                && again.get().to() < limit
                && text.token(again.get().to()).is(")");
        return same ? again.get().to() + 1 : a.to();
    }
}
