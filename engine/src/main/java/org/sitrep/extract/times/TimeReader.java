package org.sitrep.extract.times;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sitrep.language.Match;
import org.sitrep.language.Pack;
import org.sitrep.language.Text;
import org.sitrep.language.Token;

/** Finds and resolves the time expressions of one language. Safe for use by several threads. */
public final class TimeReader {
    private final Grammar grammar;
    private final Surroundings surroundings;

    /** @throws org.sitrep.language.PackError where a rule of the pack is wrong */
    public TimeReader(Pack pack) {
        this.grammar = Grammar.load(pack);
        this.surroundings = new Surroundings(pack);
    }

    /**
     * The times of one sentence on its own.
     *
     * @param reference the day on which it was published; without it relative times stay relative
     */
    public List<Moment> read(Text text, Text.Sentence sentence, Optional<LocalDate> reference) {
        return read(text, sentence, new Mentions(reference, Reckoning.NONE));
    }

    /** The times of a whole text in order; what a sentence leaves open ("that day", "the 22nd") comes from those before it. */
    public List<Moment> read(Text text, Optional<LocalDate> reference) {
        return read(text, reference, Reckoning.NONE);
    }

    /**
     * The times of a whole text, where more is known of its days than its own.
     *
     * @param reckoning not used where there is a {@code reference}
     */
    public List<Moment> read(Text text, Optional<LocalDate> reference, Reckoning reckoning) {
        Mentions known = new Mentions(reference, reckoning);
        List<Moment> out = new ArrayList<>();
        for (Text.Sentence s : text.sentences()) {
            known.sentence();
            out.addAll(read(text, s, known));
        }
        return out;
    }

    private List<Moment> read(Text text, Text.Sentence sentence, Mentions known) {
        if (!promising(text, sentence)) return List.of();
        int[][] tenses = {{}};
        List<Chart.Item> found =
                chosen(new Chart(grammar, text, sentence, () -> ahead(text, sentence, tenses)).read(), text, sentence);
        if (found.isEmpty()) return List.of();
        if (tenses[0].length == 0) tenses[0] = surroundings.tenses(text, sentence);
        List<Moment> out = new ArrayList<>(found.size());
        for (Chart.Item item : found) out.add(moment(text, sentence, item, tenses[0], known));
        return out;
    }

    private boolean ahead(Text text, Text.Sentence sentence, int[][] tenses) {
        if (tenses[0].length == 0) tenses[0] = surroundings.tenses(text, sentence);
        for (int t : tenses[0]) if (t == 1) return true;
        return false;
    }

    private boolean promising(Text text, Text.Sentence sentence) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            Token t = text.token(i);
            if (t.number()
                    || text.has(i, grammar.categories())
                    || grammar.bare().contains(t.form())) return true;
        }
        return false;
    }

    /** Leftmost longest, an earlier rule before a later one. */
    private static List<Chart.Item> chosen(List<Chart.Item> items, Text text, Text.Sentence sentence) {
        List<Chart.Item> sorted = new ArrayList<>(items);
        sorted.sort(Comparator.comparingInt(Chart.Item::from)
                .thenComparingInt(x -> -x.to())
                .thenComparingInt(x -> x.rule().order()));
        List<Chart.Item> out = new ArrayList<>();
        int free = sentence.from();
        for (Chart.Item item : sorted) {
            if (item.from() < free || torn(item, text, sentence) || rounded(item, text, sentence)) continue;
            if (!item.rule().blocks() && !counts(item, text, sentence)) out.add(item);
            free = item.to();
        }
        return out;
    }

    /** Whether it begins or ends inside a larger number ("2,000", "5.1998", "$1990"). */
    private static boolean torn(Chart.Item item, Text text, Text.Sentence sentence) {
        int before = item.from() - 1;
        if (before >= sentence.from()
                && text.token(item.from()).number()
                && text.token(item.from()).glued()) {
            Token mark = text.token(before);
            if (mark.word() && !mark.unspaced() || "$€£#".contains(mark.form())) return true;
            if (".,:/".contains(mark.form())
                    && before > sentence.from()
                    && mark.glued()
                    && text.token(before - 1).number()) return true;
        }
        int after = item.to();
        if (after >= sentence.to()
                || !text.token(after - 1).number()
                || !text.token(after).glued()) return false;
        if (text.token(after).is("%")
                || text.token(after).word() && !text.token(after).unspaced()) return true;
        return ".,:/".contains(text.token(after).form())
                && after + 1 < sentence.to()
                && text.token(after + 1).glued()
                && text.token(after + 1).number();
    }

    /** Whether what looks like a year counts what follows it ("2000 soldiers", "2030 Danish soldiers"); "a 1996 law" is one law. */
    private static boolean counts(Chart.Item item, Text text, Text.Sentence sentence) {
        if (!year(item.meaning()) || !text.token(item.to() - 1).number()) return false;
        boolean single = item.from() > sentence.from()
                && text.at(item.from() - 1, "article").isPresent();
        if (single) return false;
        boolean definite = item.from() > sentence.from()
                && text.at(item.from() - 1, "determiner").isPresent();
        for (int i = item.to();
                i < Math.min(item.to() + 2, sentence.to()) && text.token(i).word();
                i++)
            for (Match m : text.matches().get(i))
                if (m.sense().of("people") || m.sense().of("thing") && i == item.to() && !definite) return true;
        return false;
    }

    /** "Bis Ende Juli 2000 Blauhelme": a round number right before people is their number, and the shorter time is meant. */
    private static boolean rounded(Chart.Item item, Text text, Text.Sentence sentence) {
        int last = item.to() - 1;
        return !(item.meaning() instanceof Meaning.Pair)
                && last > item.from()
                && item.to() < sentence.to()
                && text.token(last).number()
                && text.token(last).form().length() == 4
                && text.token(last).form().endsWith("00")
                && text.at(item.to(), "people").isPresent();
    }

    private static boolean year(Meaning meaning) {
        return switch (meaning) {
            case Meaning.Calendar c -> c.fields().only(Field.YEAR);
            case Meaning.Pair p -> year(p.second());
            default -> false;
        };
    }

    private Moment moment(Text text, Text.Sentence sentence, Chart.Item item, int[] tenses, Mentions known) {
        Surroundings.Frame frame = surroundings.frame(text, sentence, item.from());
        Moment.Limit limit =
                frame.limit() == Moment.Limit.EXACT ? surroundings.behind(text, sentence, item.to()) : frame.limit();
        int due = Surroundings.due(text, sentence, item.from(), item.to());
        known.look(
                due != 0
                        ? due
                        : Surroundings.direction(
                                tenses,
                                item.from() - sentence.from(),
                                item.to() - sentence.from(),
                                frame.role(),
                                surroundings.bounded(text, sentence, item.from()),
                                Surroundings.over(text, sentence, item.to(), tenses)));
        Meaning meaning = Resolver.resolve(item.meaning(), known);
        List<Moment> parts = new ArrayList<>();
        parts(text, meaning, item.meaning(), frame, known.ahead(), parts);
        if (!compared(item.meaning())) Resolver.fields(meaning).ifPresent(known::told);
        if (meaning instanceof Meaning.Length l) known.lasted(l);
        return new Moment(
                item.from(),
                item.to(),
                text.span(item.from(), item.to()),
                meaning,
                item.meaning(),
                frame.role(),
                limit,
                known.ahead(),
                parts);
    }

    /** Whether it is told for comparison with a quarter, which goes on to be what the text is about. */
    private static boolean compared(Meaning meaning) {
        return switch (meaning) {
            // "The latest quarter" is that quarter itself.
            case Meaning.Offset o ->
                o.anchor() == Meaning.Anchor.PERIOD && o.by().parts().getFirst().count() != 0;
            case Meaning.Calendar c ->
                c.within()
                        .filter(w -> w instanceof Meaning.Offset o && o.anchor() == Meaning.Anchor.PERIOD)
                        .isPresent();
            default -> false;
        };
    }

    /** The times of a pair, and of the pairs inside it; none for a single time. */
    private static void parts(
            Text text, Meaning meaning, Meaning told, Surroundings.Frame frame, int ahead, List<Moment> out) {
        if (meaning instanceof Meaning.Pair p && told instanceof Meaning.Pair t) {
            leaf(text, p.first(), t.first(), p.from(), p.to(), frame, ahead, out);
            leaf(text, p.second(), t.second(), p.secondFrom(), p.secondTo(), frame, ahead, out);
        }
    }

    private static void leaf(
            Text text,
            Meaning meaning,
            Meaning told,
            int from,
            int to,
            Surroundings.Frame frame,
            int ahead,
            List<Moment> out) {
        if (meaning instanceof Meaning.Pair) parts(text, meaning, told, frame, ahead, out);
        else
            out.add(new Moment(
                    from, to, text.span(from, to), meaning, told, frame.role(), frame.limit(), ahead, List.of()));
    }
}
