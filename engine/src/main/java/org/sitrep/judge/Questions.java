package org.sitrep.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.sitrep.language.Edits;
import org.sitrep.model.Article;
import org.sitrep.model.Claim;
import org.sitrep.model.Code;
import org.sitrep.model.Situation;

/** What is most worth deciding about a crisis: claims on which much of its report hangs, names that may be one, outlets that may be no origin. */
public final class Questions {
    /** Claims of which it is worked out what the report would be without them; each costs one reconciliation. */
    private static final int WEIGHED = 40;

    private static final Set<Situation.Relation.Kind> CONTESTING = Set.of(
            Situation.Relation.Kind.CONTRADICTION,
            Situation.Relation.Kind.CORRECTION_DOWN,
            Situation.Relation.Kind.RETRACTION_OF,
            Situation.Relation.Kind.REPEATS_AFTER_RETRACTION);

    private final Situation situation;
    private final Set<String> judgedOutlets = new HashSet<>();
    private final List<Set<String>> judgedNames = new ArrayList<>();
    /** By claim id, every reason to ask about it. */
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    private record Asked(Claim claim, Set<Question.Reason> reasons) {}

    private Questions(Situation situation, List<Judgement> judgements) {
        this.situation = situation;
        for (Judgement j : judgements) {
            if (j instanceof Judgement.Outlet o) judgedOutlets.add(o.outlet().toLowerCase(Locale.ROOT));
            if (j instanceof Judgement.Names n) judgedNames.add(new HashSet<>(n.forms()));
        }
    }

    /**
     * The questions on {@code situation}, the one first whose answer would change most.
     *
     * @param judgements what was judged already is not asked again
     * @param impact how many lines of the report would change if a claim were rejected
     */
    public static List<Question> of(Situation situation, List<Judgement> judgements, ToIntFunction<Claim> impact) {
        Questions questions = new Questions(situation, judgements);
        questions.figures();
        questions.promises();
        questions.steps();
        List<Question> out = new ArrayList<>();
        questions.asked.values().stream()
                .sorted(Comparator.comparing((Asked a) -> -a.reasons().size())
                        .thenComparing(a -> a.claim().id()))
                .limit(WEIGHED)
                .map(Questions::question)
                .forEach(q -> out.add(q.weighing(impact.applyAsInt(q.claim().orElseThrow()))));
        questions.names(out);
        questions.outlets(out);
        out.sort(Comparator.comparingInt((Question q) -> -q.weight())
                .thenComparing(Question::ask)
                .thenComparing(q -> q.claim().map(Claim::id).orElse("")));
        return List.copyOf(out);
    }

    private void figures() {
        for (Situation.History h : situation.histories()) {
            List<Situation.Point> points = h.points();
            for (Situation.Relation r : h.relations()) {
                if (!CONTESTING.contains(r.kind())) continue;
                String kind = r.kind().code();
                ask(points.get(r.a()).claims(), kind, points.get(r.b()).amount().key());
                ask(points.get(r.b()).claims(), kind, points.get(r.a()).amount().key());
            }
            if (points.size() < 2) continue;
            String measure = h.matter().measure();
            edge(points, Comparator.comparingLong(Questions::high), "highest", measure);
            edge(points, Comparator.comparingLong(Questions::high).reversed(), "lowest", measure);
        }
    }

    /** The point at one end of a history, where one sentence alone holds it there. */
    private void edge(List<Situation.Point> points, Comparator<Situation.Point> order, String which, String measure) {
        Situation.Point end = points.stream().max(order).orElseThrow();
        if (end.claims().size() == 1) ask(end.claims(), which, measure);
    }

    private static long high(Situation.Point p) {
        return p.amount().high().orElse(p.amount().value().orElse(0));
    }

    private void promises() {
        for (Situation.CommitmentHistory c : situation.commitments()) {
            if (c.evidence().size() == 1)
                ask(c.evidence(), "verdict", c.verdict().code());
            if (c.versions().size() > 1)
                for (Situation.Version v : c.versions())
                    if (v.claims().size() == 1) ask(v.claims(), "version", c.what());
        }
    }

    private void steps() {
        for (Situation.Operation o : situation.operations())
            for (Situation.Step s : o.steps()) if (s.claims().size() == 1) ask(s.claims(), "step", s.step());
    }

    private void ask(List<? extends Claim> claims, String code, String of) {
        for (Claim c : claims) {
            if (c.common().verified().isPresent()) continue;
            Asked a = asked.computeIfAbsent(c.id(), id -> new Asked(c, new LinkedHashSet<>()));
            a.reasons().add(new Question.Reason(code, of));
            if (!c.evidence().flags().isEmpty()) a.reasons().add(new Question.Reason("passage", flags(c)));
        }
    }

    private static String flags(Claim claim) {
        return claim.evidence().flags().stream()
                .sorted()
                .map(Code::code)
                .map(f -> f.replace('_', ' '))
                .reduce((x, y) -> x + ", " + y)
                .orElse("");
    }

    private static Question question(Asked a) {
        String id = a.claim().id();
        List<List<String>> answers = new ArrayList<>();
        answers.add(List.of("accept", id));
        answers.add(List.of("reject", id));
        if (a.claim() instanceof Claim.Figure) answers.add(List.of("correct", id, "--value", "N"));
        return new Question(
                "Is this read rightly?", Optional.of(a.claim()), why(a), List.copyOf(a.reasons()), answers, 0);
    }

    private static String why(Asked a) {
        return String.join(
                "; ", a.reasons().stream().map(Question.Reason::words).toList());
    }

    /** Two office-holders whose names differ by one or two letters. */
    private void names(List<Question> out) {
        List<Situation.Name> persons = situation.names().stream()
                .filter(n -> n.kind() == Situation.Name.Kind.PERSON)
                .toList();
        for (int i = 0; i < persons.size(); i++)
            for (int j = i + 1; j < persons.size(); j++) {
                String a = persons.get(i).name();
                String b = persons.get(j).name();
                boolean judged = judgedNames.stream().anyMatch(n -> n.contains(a) && n.contains(b));
                if (judged || !near(a, b)) continue;
                int mentions = persons.get(i).variants().size()
                        + persons.get(j).variants().size();
                String why = "their names differ by a letter or two; as two they may count as two origins";
                out.add(new Question(
                        "Are \u201c" + a + "\u201d and \u201c" + b + "\u201d one person?",
                        Optional.empty(),
                        why,
                        List.of(new Question.Reason("near_names", a + " / " + b)),
                        List.of(List.of("merge", a, b), List.of("split", a, b)),
                        mentions));
            }
    }

    private static boolean near(String a, String b) {
        return Math.min(a.length(), b.length()) > 5
                && Math.abs(a.length() - b.length()) <= 2
                && Edits.distance(a, b) <= 2;
    }

    /** Outlets that were taken for mere carriers: whether they are decides where statements come from. */
    private void outlets(List<Question> out) {
        Map<String, Integer> carriers = new LinkedHashMap<>();
        Map<String, String> kinds = new LinkedHashMap<>();
        for (Article a : situation.articles()) {
            if (a.repost().isEmpty() || a.outlet().isEmpty()) continue;
            String outlet = a.outlet().get();
            if (judgedOutlets.contains(outlet.toLowerCase(Locale.ROOT))) continue;
            int claims = (int) situation.claims().stream()
                    .filter(c -> c.evidence().page().equals(a.page()))
                    .count();
            carriers.merge(outlet, claims, Integer::sum);
            kinds.put(outlet, a.repost().get());
        }
        carriers.forEach((outlet, claims) -> out.add(new Question(
                "Does \u201c" + outlet + "\u201d only pass on others?",
                Optional.empty(),
                "it was taken for one (" + kinds.get(outlet) + "), so that none of its " + claims
                        + " claims is an origin",
                List.of(new Question.Reason("carrier", Objects.requireNonNull(kinds.get(outlet)))),
                List.of(
                        List.of("outlet", outlet, "aggregator".equals(kinds.get(outlet)) ? "aggregator" : "forum"),
                        List.of("outlet", outlet, "media")),
                // No line hangs on one of its claims alone, but who said it first does.
                (claims + 2) / 3)));
    }
}
