package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * Finds the quantities of a sentence: numbers with their hedges, ranges, vague words, zeros, "as many", collective units. Word
 * categories: {@code hedge} (id = qualifier), {@code hedge_after}, {@code vague}, {@code range_open}, {@code range_mid} ({@code span}
 * joins any two numbers, {@code pair} only behind an opening word), {@code increment}, {@code others}, {@code zero},
 * {@code same_number}, {@code unit}, {@code fraction}, {@code ratio} (between a share and its base; {@code any}: any base up to ten, {@code ten}: round ones only), {@code change} (verbs of rising and falling, beside which "from 3 to 5" is no range).
 */
public final class QuantityReader {
    /** Bases of shares in every language. */
    private static final Set<Double> ROUND = Set.of(10.0, 100.0, 1000.0, 10000.0, 100000.0);
    /** Below it, "in" between two numbers makes a share ("two in three"). */
    private static final int LARGEST_BASE = 10;
    /** Tokens of a mark of older counts before its last. */
    private static final int OLDER = 4;

    /** The word before a range: "from" leads to "to" alone ("men from 20 and 30 towns" tells of no range), "between" to "and" as well. */
    private enum Opening {
        NONE,
        FROM,
        BETWEEN
    }

    /** By the ids of hedges. */
    private static final Map<String, Qualifier> QUALIFIERS = Arrays.stream(Qualifier.values())
            .collect(Collectors.toUnmodifiableMap(q -> q.name().toLowerCase(Locale.ROOT), q -> q));

    private final NumberReader numbers;

    /** A reader for the numbers of {@code pack}. */
    public QuantityReader(Pack pack) {
        this.numbers = new NumberReader(pack);
    }

    /** Categories with which a quantity may begin, besides digits: no other word is looked at. */
    private static final Categories OWN = Categories.of(
            "number",
            "scale",
            "approximate",
            "article",
            "hedge",
            "increment",
            "others",
            "range_open",
            "vague",
            "unit",
            "zero",
            "same_number",
            "fraction",
            "ordinal",
            "change");

    /** The quantities from token {@code from} up to before {@code to}, in text order, not overlapping. */
    public List<Quantity> read(Text text, int from, int to) {
        return read(text, from, to, new boolean[to - from]);
    }

    /**
     * The quantities between two tokens of which parts were read already.
     *
     * @param masked tokens that belong to something else, such as times, counted from {@code from}: no quantity reaches into them
     */
    List<Quantity> read(Text text, int from, int to, boolean[] masked) {
        List<Quantity> out = new ArrayList<>(4);
        boolean changing = false;
        int limit = from;
        for (int i = from; i < to; ) {
            if (masked[i - from]) {
                i++;
                continue;
            }
            if (limit <= i) limit = open(i, from, to, masked);
            if (!text.token(i).number() && !text.has(i, OWN)) {
                i++;
                continue;
            }
            changing |= text.at(i, "change").isPresent();
            Optional<Quantity> q = at(text, i, limit, changing, out);
            q.ifPresent(out::add);
            i = q.map(Quantity::to).orElse(i + 1);
        }
        return out;
    }

    /** The end of the unmasked stretch that holds token {@code i}. */
    private static int open(int i, int from, int to, boolean[] masked) {
        int end = i;
        while (end < to && !masked[end - from]) end++;
        return end;
    }

    private Optional<Quantity> at(Text text, int from, int limit, boolean changing, List<Quantity> before) {
        int i = from;
        Optional<Qualifier> hedge = Optional.empty();
        Opening open = Opening.NONE;
        boolean increment = false;
        boolean others = false;
        int dressed = -1;
        while (i < limit) {
            Optional<Match> h = text.at(i, "hedge");
            Optional<Match> plus = text.at(i, "increment");
            if (h.isPresent() && !(i == from && olderBefore(text, i))) {
                if (dressed < 0) dressed = i;
                hedge = Optional.of(stronger(hedge, qualifier(h.get())));
                i = h.get().to();
            } else if (plus.isPresent()) {
                if (dressed < 0) dressed = i;
                increment = true;
                i = plus.get().to();
            } else if (besides(text, i, limit)) {
                others = true;
                i = text.at(i, "others").get().to();
            } else if (text.at(i, "range_open").isPresent() && open == Opening.NONE && !(changing && hedge.isEmpty())) {
                Match word = text.at(i, "range_open").get();
                open = word.sense().id().equals("from") ? Opening.FROM : Opening.BETWEEN;
                i = word.to();
            } else if (i > from && (skippable(text, i))) {
                i++;
            } else {
                break;
            }
        }
        if (i >= limit) return Optional.empty();
        // "Rose to 5": beside a word of change the same word that says "up to" leads to the new value.
        if (changing && hedge.filter(q -> q == Qualifier.UP_TO).isPresent()) hedge = Optional.empty();
        Optional<Quantity> core = core(text, i, limit, changing, open, before);
        if (core.isEmpty()) return Optional.empty();
        Quantity q = core.get();
        if (open != Opening.NONE && q.amount().low().isEmpty())
            return Optional.of(dress(text, start(q, dressed < 0 ? i : dressed), hedge, increment, others, limit));
        return Optional.of(dress(text, start(q, from), hedge, increment, others, limit));
    }

    /** "N'est plus | de 13": the word that elsewhere begins a hedge ends one that marks an older count. */
    private static boolean olderBefore(Text text, int i) {
        for (int j = Math.max(0, i - OLDER); j < i; j++)
            if (text.at(j, "earlier").filter(m -> m.to() > i).isPresent()) return true;
        return false;
    }

    private static Quantity start(Quantity q, int from) {
        return new Quantity(from, q.to(), q.core(), q.amount(), q.form(), q.increment(), q.others());
    }

    /** "Other" right before a number. */
    private boolean besides(Text text, int i, int limit) {
        Optional<Match> others = text.at(i, "others");
        return others.isPresent()
                && others.get().to() < limit
                && numbers.at(text, others.get().to(), limit).isPresent();
    }

    /** Between a hedge and its number: determiners and opening quotation marks. */
    private static boolean skippable(Text text, int i) {
        Token t = text.token(i);
        return text.at(i, "determiner").isPresent() || t.kind() == Token.Kind.MARK && "\"“«‘'„(".contains(t.form());
    }

    private static Qualifier qualifier(Match m) {
        Qualifier known = QUALIFIERS.get(m.sense().id());
        return known != null ? known : Qualifier.valueOf(m.sense().id().toUpperCase(Locale.ROOT));
    }

    private static Qualifier stronger(Optional<Qualifier> old, Qualifier next) {
        return old.isPresent() && old.get() != Qualifier.ABOUT && next == Qualifier.ABOUT ? old.get() : next;
    }

    /** Puts the hedge on, and takes in what follows: "more", "others", "or more". */
    private static Quantity dress(
            Text text, Quantity q, Optional<Qualifier> hedge, boolean increment, boolean besides, int limit) {
        Amount amount = q.amount();
        boolean more = increment;
        boolean others = besides;
        int to = q.to();
        if (hedge.isPresent() && amount.value().isPresent()) amount = amount.with(hedge.get());
        while (to < limit) {
            Optional<Match> after = text.at(to, "hedge_after");
            Optional<Match> plus = text.at(to, "increment_after");
            Optional<Match> other = text.at(to, "others");
            Optional<Match> ending = text.at(to, "number_ending");
            if (ending.isPresent()
                    && after.isEmpty()
                    && plus.isEmpty()
                    && text.token(to).glued()) {
                to = ending.get().to();
                continue;
            }
            if (after.isPresent() && amount.value().isPresent()) amount = amount.with(qualifier(after.get()));
            else if (plus.isPresent()) more = true;
            else if (other.isPresent()) others = true;
            else break;
            to = after.or(() -> plus).or(() -> other).get().to();
        }
        return new Quantity(q.from(), to, q.core(), amount, q.form(), more, others);
    }

    private Optional<Quantity> core(
            Text text, int i, int limit, boolean changing, Opening open, List<Quantity> before) {
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
            if (amount.isPresent())
                return Optional.of(new Quantity(m.from(), m.to(), m.from(), amount.get(), form, false, false));
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
            return Optional.of(new Quantity(
                    i,
                    text.at(a.to(), "ordinal_mark").get().to(),
                    i,
                    Amount.of((long) a.value(), Qualifier.EXACT),
                    Quantity.Form.ORDINAL,
                    false,
                    false));
        Quantity.Form form =
                a.decimal() ? Quantity.Form.DECIMAL : a.digits() ? Quantity.Form.DIGITS : Quantity.Form.WORDS;
        Quantity one = new Quantity(
                i,
                a.to(),
                i,
                Amount.of(Math.round(a.value()), a.about() ? Qualifier.ABOUT : Qualifier.EXACT),
                form,
                false,
                false);
        if (a.decimal()) return Optional.of(one);
        Optional<Quantity> ratio = ratio(text, i, a, limit);
        if (ratio.isPresent()) return ratio;
        int mid = mid(text, a.to(), limit, open);
        if (mid > 0 && !changing) {
            Optional<NumberReader.Reading> second = numbers.at(text, hedged(text, mid, limit), limit);
            if (second.isPresent()
                    && !second.get().decimal()
                    && second.get().value() > a.value()
                    && (open != Opening.NONE || near(a, second.get())))
                return Optional.of(new Quantity(
                        i,
                        second.get().to(),
                        i,
                        Amount.range((long) a.value(), (long) second.get().value()),
                        form,
                        false,
                        false));
        }
        return Optional.of(one.until(restated(text, a, limit)));
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
        return Optional.of(new Quantity(
                i, to, i, Amount.of((long) a.value(), Qualifier.EXACT), Quantity.Form.FRACTION, false, false));
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
