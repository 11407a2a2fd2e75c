package org.sitrep.extract.figures;

import java.util.Optional;
import org.sitrep.extract.clauses.Clause;
import org.sitrep.extract.clauses.Parse;
import org.sitrep.extract.clauses.Phrase;
import org.sitrep.extract.clauses.Quantity;
import org.sitrep.extract.clauses.VerbGroup;
import org.sitrep.model.Amount;
import org.sitrep.model.Claim;
import org.sitrep.model.Edtf;
import org.sitrep.model.Place;
import org.sitrep.model.Span;
import org.sitrep.model.Status;

/** A figure while it is being read: what is known so far, filled by one stage after the other, within one page and one thread. */
final class Draft {
    final Parse parse;
    final Phrase phrase;
    final FigureRule rule;
    String measure;
    Amount amount;
    Optional<Clause> clause = Optional.empty();
    Optional<Claim.ValueFrom> valueFrom = Optional.empty();
    Optional<Span> antecedent = Optional.empty();
    Optional<Draft> whole = Optional.empty();
    String who = Groups.PEOPLE;
    boolean whoKnown;
    /** The figure whose rule it takes over: "Eastland sent 100 soldiers, about 70 if …". */
    Optional<Draft> model = Optional.empty();

    Optional<String> whoText = Optional.empty();
    Status status = Status.ASSERTED;
    boolean background;
    boolean increment;
    Optional<Edtf> asOf = Optional.empty();
    Optional<Edtf> period = Optional.empty();
    Optional<String> contributor = Optional.empty();
    Optional<String> scopeText = Optional.empty();
    Optional<Place> place = Optional.empty();
    Claim.Counts counts = Claim.Counts.TOTAL_TO_DATE;
    /** Whether it is added to the count before ("besides a policeman", "seven others died"). */
    boolean added;
    /** Whether a verb of amounting makes it what is reached by now ("and they are 49 by now"). */
    boolean sum;
    /** Whether its sentence names a day that is another event's. */
    boolean otherDay;
    /** Whether its measure is present at one moment and not summed up over time. */
    boolean stock;

    int from;
    int to;

    Draft(Parse parse, Phrase phrase, FigureRule rule) {
        this.parse = parse;
        this.phrase = phrase;
        this.rule = rule;
        this.measure = rule.finds();
        this.from = phrase.from();
        this.to = phrase.to();
        this.amount = phrase.quantity().map(Quantity::amount).orElse(Amount.of(1, org.sitrep.model.Qualifier.EXACT));
        this.increment = phrase.quantity().map(Quantity::increment).orElse(false);
    }

    /** Widens the quote to hold the words that support the count, as long as it stays short. */
    void support(int first, int last) {
        int a = Math.min(from, first);
        int b = Math.max(to, last);
        boolean near = b - a <= LONGEST && parse.text().span(a, b).length() <= LONGEST_CHARACTERS;
        if (!near || a < parse.sentence().from() || b > parse.sentence().to()) return;
        from = a;
        to = b;
    }

    /**
     * Whether it tells how things stand when it is said, so that the day of publication is its day. A word is nobody's count, one
     * person is told of and not counted, those besides a count were counted with it, and what is taken for known was counted before.
     */
    boolean presentCount() {
        boolean counted = amount.value().isPresent() || amount.low().isPresent();
        Optional<Quantity> q = phrase.quantity();
        boolean one = q.isEmpty() || q.get().form() == Quantity.Form.ARTICLE;

        return status == Status.ASSERTED
                && !background
                && counted
                && !one
                && !added
                && !formerly()
                && !(otherDay && hangs())
                && !(stock && known());
    }

    /** "Earlier 40 were reported arrested". */
    private boolean formerly() {
        int first = clause.map(Clause::from).orElse(from);
        for (int i = Math.max(parse.sentence().from(), Math.min(first, from) - 1); i < to; i++)
            if (parse.text().at(i, "formerly").isPresent()) return true;
        return false;
    }

    private boolean hangs() {
        return clause.filter(c -> c.verb().mood() == VerbGroup.Mood.GERUND || c.link() == Clause.Link.RELATIVE)
                .isPresent();
    }

    /** People who are present by the way ("the 7,000-troop force"), or were. */
    private boolean known() {
        boolean were = parse.clauses().stream()
                .filter(c -> c.object().contains(phrase) || c.subject().contains(phrase))
                .anyMatch(c -> c.verb().lexemes().isEmpty() && c.verb().tense() == VerbGroup.Tense.PAST);
        return were || byTheWay();
    }

    boolean byTheWay() {
        return rule.pattern() instanceof FigureRule.Alone
                && parse.text().at(phrase.from(), "determiner").isPresent();
    }

    /** Characters of the quote. */
    Span span() {
        return parse.text().span(from, to);
    }

    private static final int LONGEST = 18;
    private static final int LONGEST_CHARACTERS = 110;
}
