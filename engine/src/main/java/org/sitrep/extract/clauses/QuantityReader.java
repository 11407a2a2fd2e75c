package org.sitrep.extract.clauses;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sitrep.extract.clauses.BareQuantities.Opening;
import org.sitrep.language.Categories;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;
import org.sitrep.model.Amount;
import org.sitrep.model.Qualifier;

/**
 * Finds the quantities of a sentence: numbers with their hedges, ranges, vague words, zeros, "as many", collective units. Word
 * categories: {@code hedge} (id = qualifier), {@code hedge_after}, {@code vague}, {@code behind_hedge} (id = value), {@code range_open}, {@code range_mid} ({@code span}
 * joins any two numbers, {@code pair} only behind an opening word), {@code increment}, {@code others}, {@code zero},
 * {@code same_number}, {@code unit}, {@code fraction}, {@code ratio} (between a share and its base; {@code any}: any base up to ten, {@code ten}: round ones only), {@code change} (verbs of rising and falling, beside which "from 3 to 5" is no range).
 */
public final class QuantityReader {
    /** Tokens of a mark of older counts before its last. */
    private static final int OLDER = 4;

    private final BareQuantities bare;

    /** A reader for the numbers of {@code pack}. */
    public QuantityReader(Pack pack) {
        this.bare = new BareQuantities(pack);
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
        Lead lead = lead(text, from, limit, changing);
        if (lead.end() >= limit) return Optional.empty();
        Optional<Quantity> core =
                behind(text, lead).or(() -> bare.at(text, lead.end(), limit, changing, lead.open(), before));
        return core.map(q -> {
            boolean noRange = lead.open() != Opening.NONE && q.amount().low().isEmpty();
            return dress(text, q.since(noRange ? lead.hedged() : from), lead, limit);
        });
    }

    /** "Up to <u>thousand</u> [people]": a word that behind a hedge is the number itself, elsewhere a vague plural. */
    private static Optional<Quantity> behind(Text text, Lead lead) {
        if (text.at(lead.hedged(), "hedge").isEmpty()) return Optional.empty();
        int i = lead.end();
        return text.at(i, "behind_hedge")
                .map(m -> new Quantity(
                        i,
                        m.to(),
                        i,
                        Amount.of(Long.parseLong(m.sense().id()), Qualifier.EXACT),
                        Quantity.Form.WORDS,
                        false,
                        false));
    }

    /**
     * What stands before a number and belongs to it.
     *
     * @param end the token of the number, exclusive end of this
     * @param hedged where the hedge begins, or {@code end} without one: the number begins there if the word of a range before it opens none
     * @param hedge the hedge, the stronger of two
     * @param open the word that may open a range
     * @param increment "another"
     * @param others "other"
     */
    private record Lead(
            int end, int hedged, Optional<Qualifier> hedge, Opening open, boolean increment, boolean others) {}

    private Lead lead(Text text, int from, int limit, boolean changing) {
        int i = from;
        Optional<Qualifier> hedge = Optional.empty();
        Opening open = Opening.NONE;
        boolean increment = false;
        boolean others = false;
        int hedged = -1;
        while (i < limit) {
            Optional<Match> h = text.at(i, "hedge");
            Optional<Match> plus = text.at(i, "increment");
            Optional<Match> range = text.at(i, "range_open");
            if (h.isPresent() && !(i == from && olderBefore(text, i))) {
                if (hedged < 0) hedged = i;
                hedge = Optional.of(stronger(hedge, BareQuantities.qualifier(h.get())));
                i = h.get().to();
            } else if (plus.isPresent()) {
                if (hedged < 0) hedged = i;
                increment = true;
                i = plus.get().to();
            } else if (besides(text, i, limit)) {
                others = true;
                i = text.at(i, "others").get().to();
            } else if (open == Opening.NONE && opens(range, changing && hedge.isEmpty())) {
                open = range.get().sense().id().equals("from") ? Opening.FROM : Opening.BETWEEN;
                i = range.get().to();
            } else if (i > from && skippable(text, i)) {
                i++;
            } else {
                break;
            }
        }
        // "Rose to 5": beside a word of change the same word that says "up to" leads to the new value.
        if (changing) hedge = hedge.filter(q -> q != Qualifier.UP_TO);
        return new Lead(i, hedged < 0 ? i : hedged, hedge, open, increment, others);
    }

    /** Whether a range opens: beside a word of change "from 3 to 5" is two numbers, while "between 3 and 5" is one. */
    private static boolean opens(Optional<Match> word, boolean changing) {
        return word.filter(m -> !changing || !m.sense().id().equals("from")).isPresent();
    }

    /** "N'est plus | de 13": the word that elsewhere begins a hedge ends one that marks an older count. */
    private static boolean olderBefore(Text text, int i) {
        for (int j = Math.max(0, i - OLDER); j < i; j++)
            if (text.at(j, "earlier").filter(m -> m.to() > i).isPresent()) return true;
        return false;
    }

    /** "Other" right before a number. */
    private boolean besides(Text text, int i, int limit) {
        Optional<Match> others = text.at(i, "others");
        return others.isPresent()
                && others.get().to() < limit
                && bare.numberAt(text, others.get().to(), limit);
    }

    /** Between a hedge and its number: determiners and opening quotation marks. */
    private static boolean skippable(Text text, int i) {
        Token t = text.token(i);
        return text.at(i, "determiner").isPresent() || t.kind() == Token.Kind.MARK && "\"“«‘'„(".contains(t.form());
    }

    private static Qualifier stronger(Optional<Qualifier> old, Qualifier next) {
        return old.isPresent() && old.get() != Qualifier.ABOUT && next == Qualifier.ABOUT ? old.get() : next;
    }

    /** Puts the hedge on, and takes in what follows: "more", "others", "or more". */
    private static Quantity dress(Text text, Quantity q, Lead lead, int limit) {
        Amount amount = q.amount();
        boolean more = lead.increment();
        boolean others = lead.others();
        int to = q.to();
        if (lead.hedge().isPresent() && amount.value().isPresent())
            amount = amount.with(lead.hedge().get());
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
            if (after.isPresent() && amount.value().isPresent())
                amount = amount.with(BareQuantities.qualifier(after.get()));
            else if (plus.isPresent()) more = true;
            else if (other.isPresent()) others = true;
            else break;
            to = after.or(() -> plus).or(() -> other).get().to();
        }
        return new Quantity(q.from(), to, q.core(), amount, q.form(), more, others);
    }
}
