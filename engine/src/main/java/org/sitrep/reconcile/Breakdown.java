package org.sitrep.reconcile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sitrep.model.Claim;
import org.sitrep.model.Qualifier;
import org.sitrep.model.Status;

/**
 * Which figures of a page are parts of another one where no word of it says so, but its numbers do. It holds for the situation; a
 * claim's own record keeps what its sentence tells.
 *
 * <p>What is seen: numbers of one sentence that add up to one that the page gives near them ("49 have died: 41 in clashes, a driver and
 * seven at road blocks"), and numbers that go on without a noun of their own behind one that has it ("17 officers are still in
 * hospital, one in the burns unit and four in surgery"). Right: 41, 1 and 7 are among the 49. Wrong would be "20 died in the harbour
 * and 5 in the hills": other places, other people. Parts that make up a whole of a wider measure say what it is: "46 victims: 39 died in
 * clashes, another seven at road blocks" are 46 dead.
 */
final class Breakdown {
    /** So far from its parts a page gives the whole, in characters: a sentence or two. */
    private static final int NEAR = 500;
    /** More terms than this no sentence adds up; fewer people than this add up by chance. */
    private static final int TERMS = 5;

    private static final long FEW = 5;
    /** Characters of the words that join two numbers of one breath: "and", a comma. */
    private static final int JOINT = 6;

    private final Map<String, Measure> measures;
    private final String text;
    private final List<Claim.Figure> figures = new ArrayList<>();
    /** By a figure's id, the id of its whole. */
    private final Map<String, String> wholes = new HashMap<>();

    private Breakdown(Claim.Claims page, Map<String, Measure> measures) {
        this.measures = measures;
        this.text = page.article().text();
        for (Claim c : page.claims())
            if (c instanceof Claim.Figure f && counts(f)) {
                figures.add(f);
                f.partOf().ifPresent(w -> wholes.put(f.id(), w));
            }
        figures.sort(
                Comparator.comparing((Claim.Figure f) -> f.evidence().span().end())
                        .thenComparing(f -> f.evidence().span().start())
                        .thenComparing(Claim::id));
    }

    /** The pages with the parts that their numbers tell, in the order given. */
    static List<Claim.Claims> of(List<Claim.Claims> pages, Map<String, Measure> measures) {
        List<Claim.Claims> out = new ArrayList<>();
        for (Claim.Claims page : pages) out.add(new Breakdown(page, measures).page(page));
        return out;
    }

    private static boolean counts(Claim.Figure f) {
        return f.amount().value().isPresent()
                && f.amount().value().getAsLong() > 0
                && f.status() == Status.ASSERTED
                && !f.common().background();
    }

    private Claim.Claims page(Claim.Claims page) {
        if (figures.size() < 2) return page;
        for (int i = 0; i < figures.size(); i++) if (!Matters.increment(figures.get(i))) goesOn(i);
        for (int i = 0; i < figures.size(); i++) addsUp(i);
        alongside();
        Map<String, String> recounted = recounted();
        if (wholes.isEmpty()) return page;
        List<Claim> claims = new ArrayList<>();
        for (Claim c : page.claims()) claims.add(c instanceof Claim.Figure f ? changed(f, recounted) : c);
        return new Claim.Claims(page.article(), claims, page.refused());
    }

    private Claim changed(Claim.Figure f, Map<String, String> recounted) {
        String whole = wholes.get(f.id());
        String measure = recounted.get(f.id());
        Claim.Figure part = whole == null || f.partOf().isPresent() ? f : f.within(whole);
        return measure == null ? part : part.counting(measure);
    }

    private static long value(Claim.Figure f) {
        return f.amount().value().orElse(0);
    }

    private static boolean exact(Claim.Figure f) {
        return f.amount().qualifier() == Qualifier.EXACT;
    }

    /** Numbers whose quotes begin with that of the head, for want of a noun of their own: of its people, there and then. */
    private void goesOn(int at) {
        Claim.Figure head = figures.get(at);
        List<Claim.Figure> parts = new ArrayList<>();
        long sum = 0;
        for (int i = at + 1; i < figures.size(); i++) {
            Claim.Figure f = figures.get(i);
            if (f.evidence().span().start() != head.evidence().span().start()) break;
            if (!alike(head, f) || wholes.containsKey(f.id())) continue;
            sum += value(f);
            parts.add(f);
        }
        if (sum <= value(head) && parts.stream().allMatch(f -> value(f) < value(head)))
            for (Claim.Figure f : parts) wholes.put(f.id(), head.id());
    }

    private static boolean alike(Claim.Figure a, Claim.Figure b) {
        return a.measure().equals(b.measure())
                && a.who().equals(b.who())
                && a.place().equals(b.place())
                && a.asOf().equals(b.asOf())
                && a.contributor().isEmpty()
                && b.contributor().isEmpty()
                && b.scopeText().isEmpty();
    }

    /** Numbers of one sentence from here on that another number near them is the sum of. */
    private void addsUp(int at) {
        List<Claim.Figure> terms = new ArrayList<>();
        long sum = 0;
        int end = Sentence.end(text, figures.get(at).evidence().span().end());
        for (int i = at; i < figures.size() && terms.size() < TERMS; i++) {
            Claim.Figure f = figures.get(i);
            if (f.evidence().span().start() >= end) break;
            if (!f.measure().equals(figures.get(at).measure())) continue;
            if (!exact(f) || wholes.containsKey(f.id())) break;
            // "And another seven" goes on a sum; nothing begins with it.
            if (terms.isEmpty() && Matters.increment(f)) break;
            terms.add(f);
            sum += value(f);
            if (terms.size() < 2 || sum < FEW) continue;
            Optional<Claim.Figure> whole = whole(terms, sum);
            if (whole.isEmpty()) continue;
            for (Claim.Figure t : terms) wholes.put(t.id(), whole.get().id());
            return;
        }
    }

    /**
     * "810 dead and over 2,000 hurt: 430 dead and 1,315 hurt here, 380 dead and over 1,000 hurt there": numbers that stand beside the
     * parts of one measure are parts of what stands beside its whole, where together they may be as many.
     */
    private void alongside() {
        Map<String, List<Claim.Figure>> parts = new HashMap<>();
        for (Claim.Figure f : figures)
            if (wholes.containsKey(f.id()))
                parts.computeIfAbsent(wholes.get(f.id()), k -> new ArrayList<>())
                        .add(f);
        for (Claim.Figure whole : figures) {
            List<Claim.Figure> of = parts.getOrDefault(whole.id(), List.of());
            Optional<Claim.Figure> other = beside(whole);
            if (of.size() < 2 || other.isEmpty()) continue;
            List<Claim.Figure> others =
                    of.stream().flatMap(p -> beside(p).stream()).toList();
            boolean alike = others.size() == of.size()
                    && others.stream()
                            .allMatch(p -> p.measure().equals(other.get().measure())
                                    && !wholes.containsKey(p.id())
                                    && !p.id().equals(other.get().id()));
            if (alike && reaches(others, other.get()))
                for (Claim.Figure p : others) wholes.put(p.id(), other.get().id());
        }
    }

    /** The next number of another measure, a few words behind. */
    private Optional<Claim.Figure> beside(Claim.Figure f) {
        int at = figures.indexOf(f) + 1;
        if (at >= figures.size()) return Optional.empty();
        Claim.Figure next = figures.get(at);
        int gap = next.evidence().span().start() - f.evidence().span().end();
        boolean oneSentence = Sentence.end(text, f.evidence().span().end())
                >= next.evidence().span().start();
        return gap >= 0 && gap <= JOINT && oneSentence && !next.measure().equals(f.measure())
                ? Optional.of(next)
                : Optional.empty();
    }

    private static boolean reaches(List<Claim.Figure> parts, Claim.Figure whole) {
        Optional<Interval> limits = Interval.of(whole.amount());
        long low = parts.stream().mapToLong(Breakdown::value).sum();
        boolean open = parts.stream().anyMatch(p -> p.amount().qualifier().openAbove());
        return limits.isPresent()
                && low <= limits.get().high()
                && (open || low >= limits.get().low());
    }

    private Optional<Claim.Figure> whole(List<Claim.Figure> terms, long sum) {
        Claim.Figure first = terms.getFirst();
        return figures.stream()
                .filter(w -> value(w) == sum
                        && !terms.contains(w)
                        && !Matters.increment(w)
                        && w.scopeText().isEmpty()
                        && !wholes.containsKey(w.id())
                        && holds(w, first)
                        && distance(w, terms) <= NEAR)
                .min(Comparator.comparingInt((Claim.Figure w) -> distance(w, terms))
                        .thenComparing(Claim::id));
    }

    /** Whether the whole counts what the part counts, or a measure that holds it. */
    private boolean holds(Claim.Figure whole, Claim.Figure part) {
        return whole.measure().equals(part.measure()) || wider(whole, part);
    }

    private boolean wider(Claim.Figure whole, Claim.Figure part) {
        return measures.getOrDefault(part.measure(), Measure.unknown(part.measure()))
                .whole()
                .filter(whole.measure()::equals)
                .isPresent();
    }

    private static int distance(Claim.Figure whole, List<Claim.Figure> terms) {
        int start = whole.evidence().span().start();
        return Math.min(
                Math.abs(terms.getFirst().evidence().span().start() - start),
                Math.abs(terms.getLast().evidence().span().start() - start));
    }

    /** Wholes of a wider measure that parts of one narrower one make up to the last: what they count after all. */
    private Map<String, String> recounted() {
        Map<String, List<Claim.Figure>> parts = new HashMap<>();
        for (Claim.Figure f : figures) {
            String whole = wholes.get(f.id());
            if (whole != null)
                parts.computeIfAbsent(whole, k -> new ArrayList<>()).add(f);
        }
        Map<String, String> out = new HashMap<>();
        for (Claim.Figure w : figures) {
            List<Claim.Figure> of = parts.getOrDefault(w.id(), List.of());
            long sum = of.stream().mapToLong(Breakdown::value).sum();
            boolean one = of.size() > 1
                    && sum == value(w)
                    && of.stream()
                            .allMatch(p -> wider(w, p)
                                    && p.measure().equals(of.getFirst().measure()));
            if (one) out.put(w.id(), of.getFirst().measure());
        }
        return out;
    }
}
